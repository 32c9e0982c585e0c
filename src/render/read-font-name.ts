// The PostScript name of a font file: what PDFs call it by.

import {findFontTable} from './find-font-table.ts'

const postScriptName = 6
const windows = 3

/** Read the PostScript name of a TrueType or OpenType file, if it has one. */
export function readFontName(file: Uint8Array): string | undefined {
  const table = findFontTable(file, 'name')
  const count = table.getUint16(2)
  const strings = table.getUint16(4)

  for (let index = 0; index < count; index++) {
    const record = 6 + index * 12
    if (table.getUint16(record + 6) !== postScriptName) continue
    const encoding = table.getUint16(record) === windows ? 'utf-16be' : 'latin1'
    const start = table.byteOffset + strings + table.getUint16(record + 10)
    const length = table.getUint16(record + 8)
    const bytes = new Uint8Array(table.buffer, start, length)
    return new TextDecoder(encoding).decode(bytes)
  }

  return undefined
}
