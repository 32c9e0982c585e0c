// What a run kept for the next one, packed as V8 packs values.

import {deserialize} from 'node:v8'
import type {Disk} from './machines.ts'

/**
 * Read what was kept under a key. What can't be read is as good as not there.
 */
export async function readPacked<Value>(
  disk: Pick<Disk, 'readCache'>,
  key: string
): Promise<Value | undefined> {
  const bytes = await disk.readCache(key)
  if (!bytes) return undefined
  try {
    const value: Value = deserialize(bytes)
    return value
  } catch {
    return undefined
  }
}
