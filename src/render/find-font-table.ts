// A table of a font file, by its tag (OpenType 1.9, table directory).

/** Find a table of a TrueType or OpenType file. */
export function findFontTable(file: Uint8Array, tag: string): DataView {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tableCount = view.getUint16(4)

  for (let index = 0; index < tableCount; index++) {
    const record = 12 + index * 16
    if (readTag(view, record) !== tag) continue
    const offset = view.getUint32(record + 8)
    const length = view.getUint32(record + 12)
    return new DataView(file.buffer, file.byteOffset + offset, length)
  }

  throw new TypeError(`Unexpected font without \`${tag}\`, expected the table`)
}

function readTag(view: DataView, offset: number): string {
  const codes = [0, 1, 2, 3].map((index) => view.getUint8(offset + index))
  return String.fromCharCode(...codes)
}
