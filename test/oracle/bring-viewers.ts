// Viewers that libraries read newspapers with: brought by npm once, by their
// hashes, and laid out in the cache. They are programs of others that our files
// are opened in, and no part of the press: TIFY is under the AGPL, and Mirador's
// bundle would bring forty packages that only its makers need.

import {execFile, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'

const run = promisify(execFile)
const here = fileURLToPath(new URL('.', import.meta.url))

const viewers = [
  {
    name: 'mirador',
    version: '4.0.0',
    sha512:
      'uWsE9e2oqSc/lUu+vVwDGhTsycuhGsfZ2KfX6CLfXiT3wgGy6qT9+q5M3V9Zz72hkdIgsJugKesaowmRtYmvrA=='
  },
  {
    name: 'tify',
    version: '0.35.0',
    sha512:
      'fIEtR4XMoqIif+ksLaxWLjZb4yBsYddfKzr/nRnK0QSj455sf6DuYYaFL4YW0ZSZq9Oy8w4N7G7WjRaTcy+eAg=='
  }
]

/** Say why there are no viewers here; nothing when there are. */
export function findViewersProblem(): string | undefined {
  const hasTar = spawnSync('tar', ['--version']).status === 0
  if (!hasTar) return 'there is no tar'
  const hasNpm = spawnSync('npm', ['--version']).status === 0
  return hasNpm ? undefined : 'there is no npm'
}

/** Bring them; gives the folder that has one folder for each. */
export async function bringViewers(): Promise<string> {
  const list = JSON.stringify(viewers)
  const key = createHash('sha256').update(list).digest('hex').slice(0, 16)
  const folder = path.join(here, '../../dist/cache/viewers', key)
  if (await isThere(folder)) return folder
  const work = `${folder}.${process.pid}`
  await fs.mkdir(work, {recursive: true})
  for (const {name, sha512, version} of viewers) {
    await run('npm', ['pack', '--silent', `${name}@${version}`], {cwd: work})
    const file = path.join(work, `${name}-${version}.tgz`)
    const hash = createHash('sha512')
      .update(await fs.readFile(file))
      .digest('base64')
    if (hash !== sha512) {
      throw new Error(
        `Unexpected SHA-512 \`${hash}\` of ${name} ${version}, expected \`${sha512}\``
      )
    }
    const place = path.join(work, name)
    await fs.mkdir(place)
    await run('tar', ['-xzf', file, '-C', place, '--strip-components=1'])
    await fs.rm(file)
  }
  await fs.rename(work, folder)
  return folder
}

async function isThere(file: string): Promise<boolean> {
  return fs.access(file).then(
    () => true,
    () => false
  )
}
