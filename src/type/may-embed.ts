// What a font's maker lets us do with it (OpenType 1.9, OS/2, fsType).

import {findTable, toView} from './read-sfnt.ts'

/** What a face does not allow; `undefined` when it may be embedded. */
export function findEmbeddingLimit(
  file: Uint8Array,
  index = 0
): 'bitmaps' | 'embedding' | 'subsetting' | undefined {
  const table = findTable(file, 'OS/2', index)
  if (!table) return undefined
  const flags = toView(table).getUint16(8)
  // Of several levels the freest counts.
  if (flags & 0x0002 && !(flags & 0x000c)) return 'embedding'
  if (flags & 0x0100) return 'subsetting'
  if (flags & 0x0200) return 'bitmaps'
  return undefined
}
