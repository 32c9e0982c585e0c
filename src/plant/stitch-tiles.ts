// A JPEG 2000 codestream in tiles, of codestreams that are one tile each
// (ISO/IEC 15444-1, annexes A and B): the codec we have makes no tiles.
//
// ```text
// SOC SIZ COD QCD…     of the first, its SIZ now that of the whole picture
// SOT [COD QCD] SOD …  of each in turn, with the number of its tile
// EOC
// ```
//
// A tile's packets are the same wherever it stands as long as every tile begins
// at a multiple of 2^levels: then no subband, code block or precinct is cut
// elsewhere. So tiles have a side of 1024, and at most six levels; a small one at
// an edge has fewer, and says so itself.

/** Side of a tile, in pixels. */
export const tileSidePx = 1024

const size = 0xff51
const codingStyle = 0xff52
const quantization = 0xff5c
const startOfTile = 0xff90
const endOfStream = 0xffd9
/** Bytes of what begins a tile. */
const startByteCount = 12

/** A picture cut into tiles, each a codestream of its own, row by row. */
export interface TiledPicture {
  widthPx: number
  depthPx: number
  tiles: ReadonlyArray<Uint8Array>
}

/** What stands before the tile of a codestream. */
interface Head {
  /** Where its size is. */
  sizAt: number
  /** Where the tile begins. */
  bodyAt: number
  /** How it is coded: its COD and QCD. */
  coding: Uint8Array
}

/** Stitch tiles together. */
export function stitchTiles({
  depthPx,
  tiles,
  widthPx
}: TiledPicture): Uint8Array {
  const parts: Array<Uint8Array> = []
  let common: Uint8Array | undefined
  for (const [index, tile] of tiles.entries()) {
    const {bodyAt, coding, sizAt} = readHead(tile)
    if (common === undefined) {
      common = coding
      const head = tile.slice(0, bodyAt)
      const view = new DataView(head.buffer)
      view.setUint32(sizAt + 6, widthPx)
      view.setUint32(sizAt + 10, depthPx)
      view.setUint32(sizAt + 22, tileSidePx)
      view.setUint32(sizAt + 26, tileSidePx)
      parts.push(head)
    }
    const isCommon = Buffer.compare(common, coding) === 0
    parts.push(
      ...toTile(tile.subarray(bodyAt, -2), index, isCommon ? [] : coding)
    )
  }
  return new Uint8Array(
    Buffer.concat([...parts, new Uint8Array([0xff, endOfStream & 0xff])])
  )
}

function readHead(stream: Uint8Array): Head {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const coding: Array<Uint8Array> = []
  let sizAt = 0
  // Markers with their lengths, one after the other, behind the first.
  for (let at = 2; at + 4 <= stream.length;) {
    const marker = view.getUint16(at)
    const end = at + 2 + view.getUint16(at + 2)
    if (marker === size) sizAt = at
    if (marker === codingStyle || marker === quantization) {
      coding.push(stream.subarray(at, end))
    }
    if (marker === startOfTile && sizAt > 0) {
      return {bodyAt: at, sizAt, coding: Buffer.concat(coding)}
    }
    at = end
  }
  throw new TypeError('Unexpected codestream without a tile, expected one')
}

/** Write a tile, of one part, with its number and how it is coded. */
function toTile(
  body: Uint8Array,
  index: number,
  coding: ArrayLike<number>
): Array<Uint8Array> {
  const start = body.slice(0, startByteCount)
  const view = new DataView(start.buffer)
  const byteCount = view.getUint32(6)
  const isOne = byteCount === 0 || byteCount === body.length
  if (view.getUint16(0) !== startOfTile || !isOne) {
    throw new TypeError('Unexpected parts of a tile, expected one')
  }
  view.setUint16(4, index)
  view.setUint32(6, body.length + coding.length)
  return [start, Uint8Array.from(coding), body.subarray(startByteCount)]
}
