// bagit.py, the Library of Congress's own validator of bags.

import {spawnSync} from 'node:child_process'
import path from 'node:path'
import {bringArchiveTools} from './bring-archive-tools.ts'

/** Checks a bag; gives what it says of one that is not valid. */
export type BagValidator = (folder: string) => string | undefined

/** Open the validator. */
export async function openBagValidator(): Promise<BagValidator> {
  const program = path.join(await bringArchiveTools(), 'bagit', 'bagit.py')
  return (folder) => {
    const {status, stderr} = spawnSync(
      'python3',
      [program, '--validate', folder],
      {encoding: 'utf8'}
    )
    return status === 0 ? undefined : stderr
  }
}
