// A browser takes its time to start. So it is told as soon as the copy is read,
// and starts beside make-up; but not where this copy has been printed before:
// then its pages are in the cache, and nothing will be printed.

import type {Machines} from './machines.ts'
import {hashBytes, stepKey} from './step-key.ts'

/** Remember what is read, to know it again. */
export interface CopyKeeper {
  /** Tell the machines, where this copy was not printed before. */
  expect(): Promise<void>
  /** Remember that it was. */
  remember(): Promise<void>
}

/** Keep track of whether a folder's copy has been printed. */
export function keepCopy(
  files: ReadonlyMap<string, Uint8Array>,
  {disk, plant}: Machines
): CopyKeeper {
  const key = toKey(files)
  return {expect, remember}

  async function expect(): Promise<void> {
    if (!(await disk.readCache(key))) plant.expectPrinting?.()
  }

  async function remember(): Promise<void> {
    await disk.writeCache(key, new Uint8Array(0))
  }
}

// Only a guess is wanted, so a picture is told by its name and its length.
function toKey(files: ReadonlyMap<string, Uint8Array>): string {
  const from = [...files].map(([path, value]) =>
    /\.(?:md|ya?ml)$/.test(path)
      ? `${path} ${hashBytes(value)}`
      : `${path} ${value.length}`
  )
  return stepKey({step: 'printed', version: 1, from})
}
