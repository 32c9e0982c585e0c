// Small disks, where this machine lets us mount them; some sandboxes do not.

import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmdirSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'

/** Whether a small disk can be mounted; in CI it has to be. */
export const canMount: boolean = process.env['CI'] === 'true' || hasMount()

/** Mount a disk of a size, such as `4m`, at a folder; gives how to take it off. */
export function mountDisk(folder: string, size: string): () => void {
  const {status} = mount(folder, size)
  if (status !== 0) throw new Error(`No disk of ${size} at ${folder}`)
  return () => void spawnSync('umount', [folder])
}

function hasMount(): boolean {
  const target = mkdtempSync(path.join(os.tmpdir(), 'qianzi-mount-'))
  const {status} = mount(target, '1m')
  if (status === 0) spawnSync('umount', [target])
  rmdirSync(target)
  return status === 0
}

function mount(folder: string, size: string) {
  return spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${size}`,
    'none',
    folder
  ])
}
