// What is written of a page besides its print, its layout and its part of the
// report: where one story has changed, most pages are what they were.

import {serialize} from 'node:v8'
import type {Disk} from './machines.ts'
import {readPacked} from './read-packed.ts'
import {hashText, stepKey} from './step-key.ts'

/** What is asked for. */
export interface RecallRequest {
  /** Names what it is, of which page and issue: the next run finds it again. */
  name: string
  /** Everything that decides it. */
  from(): ReadonlyArray<string>
  disk: Pick<Disk, 'hasCache' | 'readCache' | 'writeCache'>
}

interface Kept {
  key: string
  parts: ReadonlyArray<Uint8Array>
}

/** Give back what was made of a page before, or make it. */
export async function recallPage(
  {disk, from, name}: RecallRequest,
  make: () => ReadonlyArray<Uint8Array>
): Promise<ReadonlyArray<Uint8Array>> {
  if (!disk.hasCache) return make()
  const fileKey = stepKey({step: 'page', version: 1, from: [name]})
  const key = hashText(JSON.stringify(from()))
  const known = await readPacked<Kept>(disk, fileKey)
  if (known?.key === key) return known.parts
  const parts = make()
  await disk.writeCache(fileKey, serialize({key, parts}))
  return parts
}
