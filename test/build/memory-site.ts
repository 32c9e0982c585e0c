// A disk in memory for sites, and published issues on it.

import type {Edition} from '../../src/render/web/edition.ts'
import type {SiteDisk} from '../../src/model/site-disk.ts'
import {readScripts} from '../../src/plant/read-scripts.ts'
import {listScriptPairs} from '../../src/plant/script-pairs.ts'
import type {Job} from '../../src/render/renderer.ts'
import {web} from '../../src/render/web/web.ts'
import {fakePlant, makeSiteJob} from '../render/web/made-site.ts'
import {fileURLToPath} from 'node:url'

/** A disk that tells what was written. */
export interface MemoryDisk extends SiteDisk {
  files: Map<string, Uint8Array>
  /** Paths written since it was last emptied. */
  written: Array<string>
  text(path: string): string
}

const packageFolder = fileURLToPath(new URL('../../', import.meta.url))

/** Make a disk. */
export function makeMemoryDisk(): MemoryDisk {
  const files = new Map<string, Uint8Array>()
  const versions = new Map<string, number>()
  const disk: MemoryDisk = {
    files,
    written: [],
    text: (path) => new TextDecoder().decode(files.get(path)),
    read: (path) => Promise.resolve(files.get(path)),
    stamp: (path) => Promise.resolve(String(versions.get(path))),
    list(folder) {
      const start = `${folder.replace(/\/$/, '')}/`
      const inside = [...files.keys()].filter((path) => path.startsWith(start))
      const names = inside.map((path) => path.slice(start.length).split('/')[0])
      return Promise.resolve([...new Set(names.map(String))].sort())
    },
    write(path, value) {
      const bytes =
        typeof value === 'string' ? new TextEncoder().encode(value) : value
      const there = files.get(path)
      if (there && Buffer.compare(there, bytes) === 0) {
        return Promise.resolve(false)
      }
      put(path, bytes)
      return Promise.resolve(true)
    },
    copy(from, to) {
      const value = files.get(from)
      if (value) put(to, value)
      return Promise.resolve(value !== undefined)
    },
    remove(path) {
      for (const file of files.keys()) {
        if (file === path || file.startsWith(`${path}/`)) files.delete(file)
      }
      return Promise.resolve()
    },
    readScripts: () => readScripts(packageFolder),
    listScriptPairs
  }
  return disk

  function put(path: string, value: Uint8Array): void {
    files.set(path, value)
    versions.set(path, (versions.get(path) ?? 0) + 1)
    disk.written.push(path)
  }
}

/** Publish an issue onto the disk. */
export async function publishInto(
  disk: MemoryDisk,
  folder: string,
  change: (job: Job) => void = () => {}
): Promise<Edition> {
  const job = makeSiteJob()
  job.issue.id = folder.split('/').at(-1) ?? folder
  change(job)
  for (const {path, value} of await web.render(job, fakePlant)) {
    await disk.write(`${folder}/${path}`, value)
  }
  const {writeLayout} = await import('../../src/render/write-layout.ts')
  await disk.write(`${folder}/layout.json`, writeLayout(job.pages))
  const edition: Edition = JSON.parse(disk.text(`${folder}/edition.json`))
  return edition
}
