// Whether this machine lets us mount a disk; some sandboxes do not.

import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmdirSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'

/** Whether a small disk can be mounted; in CI it has to be. */
export const canMount: boolean = process.env['CI'] === 'true' || hasMount()

function hasMount(): boolean {
  const target = mkdtempSync(path.join(os.tmpdir(), 'qianzi-mount-'))
  const {status} = spawnSync('mount', ['-t', 'tmpfs', 'none', target])
  if (status === 0) spawnSync('umount', [target])
  rmdirSync(target)
  return status === 0
}
