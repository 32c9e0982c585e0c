// The disk of a site. Every file appears whole: it is written beside its place
// and put there by name. What is as it should be is not written again.

import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import type {SiteDisk} from '../model/site-disk.ts'
import {readScripts} from './read-scripts.ts'
import {listScriptPairs} from './script-pairs.ts'

/** Open the disk; `packageFolder` has the scripts. */
export function openSiteDisk(packageFolder: string): SiteDisk {
  let workCount = 0
  const folders = new Set<string>()

  return {
    read,
    async stamp(file) {
      const stats = await fs.stat(file, {bigint: true}).catch(() => undefined)
      return stats && `${stats.size} ${stats.mtimeNs}`
    },
    async list(folder) {
      return (await fs.readdir(folder).catch(() => [])).sort()
    },
    async write(file, value) {
      const bytes = typeof value === 'string' ? Buffer.from(value) : value
      const there = await read(file)
      if (there && Buffer.compare(there, bytes) === 0) return false
      await put(file, (work) => fs.writeFile(work, bytes))
      return true
    },
    async copy(from, to) {
      const stats = await fs.stat(from).catch(() => undefined)
      if (!stats?.isFile()) return false
      await put(to, (work) =>
        fs.copyFile(from, work, fs.constants.COPYFILE_FICLONE)
      )
      return true
    },
    remove: (file) => fs.rm(file, {recursive: true, force: true}),
    readScripts: () => readScripts(packageFolder),
    listScriptPairs
  }

  async function put(
    file: string,
    write: (work: string) => Promise<void>
  ): Promise<void> {
    const folder = path.dirname(file)
    if (!folders.has(folder)) {
      await fs.mkdir(folder, {recursive: true})
      folders.add(folder)
    }
    const work = `${file}.${process.pid}-${workCount++}`
    try {
      await write(work)
      await fs.rename(work, file)
    } catch (error) {
      await fs.rm(work, {force: true})
      throw error
    }
  }
}

async function read(file: string): Promise<Uint8Array | undefined> {
  try {
    return await fs.readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw error
  }
}
