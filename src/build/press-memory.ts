// What the press found out about a page in earlier runs: fonts cut down to what
// it paints, and streams packed. Where a word has changed, most fonts of the
// page are what they were.
//
// A font cut down is known by its face, by the numbers its glyphs have, and by
// the glyphs that are kept; a stream is known by its bytes. What a run did not
// ask for is forgotten.

import {serialize} from 'node:v8'
import type {CutGlyphs, GlyphSubset, PackStream} from '../model/press.ts'
import type {Disk} from './machines.ts'
import {readPacked} from './read-packed.ts'
import {hashBytes, hashText, stepKey} from './step-key.ts'

/** Remembers what a page's file is made of. */
export interface PressMemory {
  cutGlyphs: CutGlyphs
  packStream: PackStream
  /** Keep it for the next run. */
  keep(): Promise<void>
}

/** What a memory is of. */
export interface PressMemoryRequest {
  /** Name of the issue and of the page: its next run finds it again. */
  name: string
  /** Names the numbers that glyphs have in the files of the issue. */
  glyphKey: string
  cutGlyphs: CutGlyphs
  packStream: PackStream
  disk: Pick<Disk, 'readCache' | 'writeCache'>
}

interface Remembered {
  cuts: Map<string, GlyphSubset>
  packed: Map<string, Uint8Array>
}

/** Open the memory of a page. */
export async function openPressMemory(
  request: PressMemoryRequest
): Promise<PressMemory> {
  const {disk, glyphKey, name} = request
  const fileKey = stepKey({step: 'press memory', version: 1, from: [name]})
  const before =
    (await readPacked<Remembered>(disk, fileKey)) ?? openRemembered()
  const after = openRemembered()
  let hasChanged = false

  return {
    cutGlyphs: (face, glyphIds) => {
      const key = hashText(JSON.stringify([glyphKey, face, glyphIds]))
      const make = () => request.cutGlyphs(face, glyphIds)
      return recall(before.cuts, after.cuts, key, make)
    },
    packStream: (value) => {
      const key = hashBytes(value)
      const make = () => request.packStream(value)
      return recall(before.packed, after.packed, key, make)
    },
    keep
  }

  async function recall<Value>(
    known: ReadonlyMap<string, Value>,
    kept: Map<string, Value>,
    key: string,
    make: () => Promise<Value>
  ): Promise<Value> {
    const found = known.get(key)
    const value = found ?? (await make())
    if (found === undefined) hasChanged = true
    kept.set(key, value)
    return value
  }

  async function keep(): Promise<void> {
    if (hasChanged) await disk.writeCache(fileKey, serialize(after))
  }
}

function openRemembered(): Remembered {
  return {cuts: new Map(), packed: new Map()}
}
