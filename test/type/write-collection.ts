// A font collection (OpenType 1.9, “Font Collections”) out of fonts.

/** Write fonts as the faces of one file. */
export function writeCollection(fonts: ReadonlyArray<Uint8Array>): Uint8Array {
  const headLength = 12 + fonts.length * 4
  const starts: Array<number> = []
  let length = headLength
  for (const font of fonts) {
    starts.push(length)
    length += Math.ceil(font.length / 4) * 4
  }
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  bytes.set([0x74, 0x74, 0x63, 0x66, 0, 1, 0, 0])
  view.setUint32(8, fonts.length)
  for (const [index, font] of fonts.entries()) {
    const start = starts[index] ?? 0
    view.setUint32(12 + index * 4, start)
    bytes.set(font, start)
    // Tables are found from the beginning of the file.
    const tableCount = view.getUint16(start + 4)
    for (let table = 0; table < tableCount; table++) {
      const at = start + 12 + table * 16 + 8
      view.setUint32(at, view.getUint32(at) + start)
    }
  }
  return bytes
}
