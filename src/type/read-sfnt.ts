// The tables of a font file (OpenType 1.9, “Organization of an OpenType Font”):
// TrueType, OpenType/CFF, or one face of a collection.

/** Where a table is. */
export interface SfntTable {
  tag: string
  offset: number
  length: number
}

/** Whether a file is a collection of several faces. */
export function isCollection(file: Uint8Array): boolean {
  return readTag(toView(file), 0) === 'ttcf'
}

/** List the tables of a face; `index` counts in a collection. */
export function readTables(file: Uint8Array, index = 0): Array<SfntTable> {
  const view = toView(file)
  let start = 0
  if (isCollection(file)) {
    const faceCount = view.getUint32(8)
    if (index >= faceCount) {
      throw new RangeError(
        `Unexpected face \`${index}\` of a collection of \`${faceCount}\`, expected \`${faceCount - 1}\` at most`
      )
    }
    start = view.getUint32(12 + index * 4)
  }

  const tableCount = view.getUint16(start + 4)
  return Array.from({length: tableCount}, (_, at) => {
    const record = start + 12 + at * 16
    return {
      tag: readTag(view, record),
      offset: view.getUint32(record + 8),
      length: view.getUint32(record + 12)
    }
  })
}

/** Find the bytes of a table. */
export function findTable(
  file: Uint8Array,
  tag: string,
  index = 0
): Uint8Array | undefined {
  const table = readTables(file, index).find((one) => one.tag === tag)
  return table && file.subarray(table.offset, table.offset + table.length)
}

/** Look at bytes as numbers. */
export function toView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function readTag(view: DataView, offset: number): string {
  const codes = [0, 1, 2, 3].map((at) => view.getUint8(offset + at))
  return String.fromCharCode(...codes)
}
