// Schemas and validators of archives: brought by pip once, by hashes in
// `requirements.txt`, and laid out in the cache.

import {execFile, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

const run = promisify(execFile)
const here = fileURLToPath(new URL('.', import.meta.url))
const requirements = path.join(here, 'requirements.txt')

/** Say why archives can't be checked here; nothing when they can. */
export function findArchiveToolsProblem(): string | undefined {
  const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
  if (!hasXmllint) return 'there is no xmllint'
  const hasPip = spawnSync('python3', ['-m', 'pip', '--version']).status === 0
  return hasPip ? undefined : 'there is no Python with pip'
}

/** Bring them; gives the folder that has one folder for each package. */
export async function bringArchiveTools(): Promise<string> {
  const list = await fs.readFile(requirements)
  const key = createHash('sha256').update(list).digest('hex').slice(0, 16)
  const folder = path.join(here, '../../dist/cache/archive-tools', key)
  if (await isThere(folder)) return folder
  const work = `${folder}.${process.pid}`
  const loaded = path.join(work, 'loaded')
  await fs.mkdir(loaded, {recursive: true})
  await run('python3', [
    '-m',
    'pip',
    'download',
    '-q',
    '--no-deps',
    '--require-hashes',
    '-r',
    requirements,
    '-d',
    loaded
  ])
  for (const name of await fs.readdir(loaded)) {
    const file = path.join(loaded, name)
    const place = path.join(work, name.split('-')[0] ?? name)
    await fs.mkdir(place)
    await (name.endsWith('.whl')
      ? run('python3', ['-m', 'zipfile', '-e', file, place])
      : run('tar', ['-xzf', file, '-C', place, '--strip-components=1']))
  }
  await fs.rm(loaded, {recursive: true})
  await fs.rename(work, folder)
  return folder
}

async function isThere(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false
  )
}
