// Inks as a TIFF file (TIFF 6.0, section 16), the one way to hand raw CMYK to
// sharp: it takes raw pixels of four channels for RGB with alpha.

/** Tones of a picture, four bytes a pixel: 0 is no ink, 255 is all. */
export interface InkPixels {
  widthPx: number
  depthPx: number
  value: Uint8Array
}

const headLength = 8
const short = 3
const long = 4
const undefinedBytes = 7

/** Write inks as TIFF, with the profile they are for. */
export function writeCmykTiff(
  pixels: InkPixels,
  profile?: Uint8Array
): Uint8Array {
  const {file, value} = openCmykTiff(pixels, profile)
  value.set(pixels.value)
  return file
}

/** Open a TIFF of a size: what is written into `value` is in `file`. */
export function openCmykTiff(
  {depthPx, widthPx}: Pick<InkPixels, 'depthPx' | 'widthPx'>,
  profile?: Uint8Array
): {file: Uint8Array; value: Uint8Array} {
  const pixelsLength = widthPx * depthPx * 4
  const entryCount = profile ? 13 : 12
  const directoryLength = 2 + entryCount * 12 + 4
  const bitsAt = headLength + directoryLength
  const profileAt = bitsAt + 8
  const profileLength = profile ? Math.ceil(profile.length / 2) * 2 : 0
  const pixelsAt = profileAt + profileLength
  const bytes = new Uint8Array(pixelsAt + pixelsLength)
  const view = new DataView(bytes.buffer)

  bytes.set([0x49, 0x49, 42, 0, headLength])
  view.setUint16(headLength, entryCount, true)
  const entries: Array<[number, number, number, number]> = [
    [256, long, 1, widthPx],
    [257, long, 1, depthPx],
    [258, short, 4, bitsAt],
    [259, short, 1, 1],
    [262, short, 1, 5],
    [273, long, 1, pixelsAt],
    [277, short, 1, 4],
    [278, long, 1, depthPx],
    [279, long, 1, pixelsLength],
    [284, short, 1, 1],
    [332, short, 1, 1],
    [334, short, 1, 4]
  ]
  if (profile) entries.push([34675, undefinedBytes, profile.length, profileAt])
  for (const [index, [tag, type, count, content]] of entries.entries()) {
    const at = headLength + 2 + index * 12
    view.setUint16(at, tag, true)
    view.setUint16(at + 2, type, true)
    view.setUint32(at + 4, count, true)
    view.setUint32(at + 8, content, true)
  }
  for (const index of [0, 1, 2, 3]) view.setUint16(bitsAt + index * 2, 8, true)
  if (profile) bytes.set(profile, profileAt)
  return {file: bytes, value: bytes.subarray(pixelsAt)}
}
