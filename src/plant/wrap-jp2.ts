// A JPEG 2000 codestream as a file, `.jp2` (ISO/IEC 15444-1, annex I): what it
// is, its size, its colours and its resolution, then the stream.
//
// ```text
// jP␠␠  ftyp  jp2h( ihdr colr res␠( resc ) )  jp2c
// ```

/** What a codestream holds. */
export interface Jp2Facts {
  widthPx: number
  depthPx: number
  /** Grey, or red, green and blue; eight bits each. */
  channelCount: 1 | 3
  /** Pixels to an inch of paper, whole, less than 13,108. */
  resolutionPpi: number
}

const sRgb = 16
const grey = 17

/** Wrap a codestream. */
export function wrapJp2(codestream: Uint8Array, facts: Jp2Facts): Uint8Array {
  const {channelCount, depthPx, resolutionPpi, widthPx} = facts
  const size = Buffer.alloc(14)
  size.writeUInt32BE(depthPx, 0)
  size.writeUInt32BE(widthPx, 4)
  size.writeUInt16BE(channelCount, 8)
  // Eight bits, the only compression there is, colours known, no owner.
  size.set([7, 7, 0, 0], 10)

  const color = Buffer.alloc(7)
  color.set([1, 0, 0])
  color.writeUInt32BE(channelCount === 1 ? grey : sRgb, 3)

  // Per metre, as a fraction: ppi ÷ 0.0254 = 5 ppi ÷ 127 × 10³.
  const resolution = Buffer.alloc(10)
  for (const at of [0, 4]) {
    resolution.writeUInt16BE(resolutionPpi * 5, at)
    resolution.writeUInt16BE(127, at + 2)
  }
  resolution.set([3, 3], 8)

  return Buffer.concat([
    toBox('jP  ', Buffer.from([0x0d, 0x0a, 0x87, 0x0a])),
    toBox('ftyp', Buffer.from('jp2 \0\0\0\0jp2 ', 'latin1')),
    toBox(
      'jp2h',
      toBox('ihdr', size),
      toBox('colr', color),
      toBox('res ', toBox('resc', resolution))
    ),
    toBox('jp2c', codestream)
  ])
}

function toBox(name: string, ...contents: ReadonlyArray<Uint8Array>): Buffer {
  const head = Buffer.alloc(8)
  const byteCount = contents.reduce((sum, part) => sum + part.byteLength, 8)
  head.writeUInt32BE(byteCount, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, ...contents])
}
