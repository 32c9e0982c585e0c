// Programs of others that read what archives are handed on as: py-wacz, warcio,
// cdxj-indexer, and the models of iiif-prezi3. Brought by pip once, by hashes.

import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const requirements = path.join(here, 'python-tools.txt')

/** What a program said. */
export interface Said {
  isGood: boolean
  text: string
}

/** Runs Python with the programs at hand. */
export type RunPython = (argv: ReadonlyArray<string>) => Said

/** Say why they can't run here; nothing when they can. */
export function findPythonProblem(): string | undefined {
  const {status} = spawnSync('python3', ['-m', 'pip', '--version'])
  return status === 0 ? undefined : 'there is no Python with pip'
}

/** Bring the programs. */
export async function openPythonTools(): Promise<RunPython> {
  const list = await fs.readFile(requirements)
  const key = createHash('sha256').update(list).digest('hex').slice(0, 16)
  const folder = path.join(here, '../../dist/cache/python-tools', key)
  const isThere = await fs.access(folder).then(
    () => true,
    () => false
  )
  if (!isThere) {
    const work = `${folder}.${process.pid}`
    const {status, stderr} = spawnSync(
      'python3',
      [
        '-m',
        'pip',
        'install',
        '-q',
        '--require-hashes',
        '--target',
        work,
        '-r',
        requirements
      ],
      {encoding: 'utf8'}
    )
    if (status !== 0) throw new Error(stderr)
    await fs.rename(work, folder)
  }
  return (argv) => {
    const {status, stderr, stdout} = spawnSync('python3', argv, {
      encoding: 'utf8',
      env: {...process.env, PYTHONPATH: folder},
      maxBuffer: 1 << 26
    })
    return {isGood: status === 0, text: stdout + stderr}
  }
}
