// What this program is, as a hash: another program may make something else of
// the same copy, so nothing that one has cached is used by another.

import {createHash} from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'

/** Hash the program, its packages' versions and Node's. */
export async function hashProgram(packageFolder: string): Promise<string> {
  const hash = createHash('sha256')
  hash.update(`${process.version} ${process.platform} ${process.arch}\n`)
  hash.update(await fs.readFile(path.join(packageFolder, 'package.json')))
  const here = path.dirname(fileURLToPath(import.meta.url))
  // A bundle knows its hash (`bundle.mjs`); sources are read.
  const bundle = await fs
    .readFile(path.join(here, 'program.json'))
    .catch(() => undefined)
  if (bundle) hash.update(bundle)
  else await addSources(path.join(here, '..'), hash)
  return hash.digest('hex').slice(0, 32)
}

async function addSources(
  folder: string,
  hash: ReturnType<typeof createHash>
): Promise<void> {
  const names = await fs.readdir(folder, {recursive: true})
  for (const name of names.sort()) {
    if (!/\.[cm]?[jt]s$/.test(name)) continue
    hash.update(`${name}\n`)
    hash.update(await fs.readFile(path.join(folder, name)))
  }
}
