// Independent programs that tests look at our files with.

import {spawnSync} from 'node:child_process'
import process from 'node:process'

/**
 * Tell whether a program is here.
 *
 * On a machine that proves what we say (`CI`), a program that is missing is a
 * failure, not a reason to skip.
 */
export function hasProgram(name: string): boolean {
  const isThere = !spawnSync(name, ['--version'], {stdio: 'ignore'}).error
  if (!isThere && process.env.CI) {
    throw new Error(`Unexpected machine without \`${name}\`, expected it in CI`)
  }
  return isThere
}
