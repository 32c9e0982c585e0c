// Two pictures of one page, block by block, by what the eye sees: ΔE*ab of the
// mean colour of each block.

import sharp from 'sharp'

/** What came of it. */
export interface RasterMatch {
  blockCount: number
  worstDeltaE: number
  /** Blocks that are further apart than is allowed, for people. */
  apart: Array<string>
}

/** How to compare. */
export interface RasterOptions {
  /** Side of a block. */
  blockPx: number
  /** How far a block may be off; it is given the middle of the block. */
  toMost(xPx: number, yPx: number): number
}

/** Compare two pictures of one size; a pixel more or less at the edge is none. */
export async function compareRasters(
  one: string,
  other: string,
  {blockPx, toMost}: RasterOptions
): Promise<RasterMatch> {
  const [a, b] = await Promise.all([one, other].map(read))
  if (!a || !b) throw new TypeError('Unexpected pictures, expected two')
  if (
    Math.abs(a.widthPx - b.widthPx) > 1 ||
    Math.abs(a.depthPx - b.depthPx) > 1
  ) {
    throw new Error(
      `Unexpected pages of ${a.widthPx} × ${a.depthPx} and ${b.widthPx} × ${b.depthPx} pixels, expected one size`
    )
  }
  const result: RasterMatch = {blockCount: 0, worstDeltaE: 0, apart: []}
  const widthPx = Math.min(a.widthPx, b.widthPx)
  const depthPx = Math.min(a.depthPx, b.depthPx)
  for (let y = 0; y + blockPx <= depthPx; y += blockPx) {
    for (let x = 0; x + blockPx <= widthPx; x += blockPx) {
      const [first, second] = [a, b].map((raster) =>
        toLab(mean(raster, x, y, blockPx))
      )
      const deltaE = Math.hypot(
        ...[0, 1, 2].map((at) => (first?.[at] ?? 0) - (second?.[at] ?? 0))
      )
      const most = toMost(x + blockPx / 2, y + blockPx / 2)
      result.blockCount++
      if (most < Infinity)
        result.worstDeltaE = Math.max(result.worstDeltaE, deltaE)
      if (deltaE > most) result.apart.push(`${x} ${y}: ΔE ${deltaE.toFixed(1)}`)
    }
  }
  return result
}

interface Raster {
  widthPx: number
  depthPx: number
  value: Uint8Array
}

async function read(file: string): Promise<Raster> {
  const {data, info} = await sharp(file, {limitInputPixels: false})
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({resolveWithObject: true})
  return {widthPx: info.width, depthPx: info.height, value: data}
}

function mean(raster: Raster, left: number, top: number, side: number) {
  const sums = [0, 0, 0]
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++) {
      const at = (y * raster.widthPx + x) * 3
      for (const channel of [0, 1, 2]) {
        sums[channel] = (sums[channel] ?? 0) + (raster.value[at + channel] ?? 0)
      }
    }
  }
  return sums.map((sum) => sum / (side * side))
}

// sRGB to CIELAB, D65 (IEC 61966-2-1).
function toLab(rgb: ReadonlyArray<number>): Array<number> {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const ratio = value / 255
    return ratio <= 0.04045 ? ratio / 12.92 : ((ratio + 0.055) / 1.055) ** 2.4
  })
  const [x = 0, y = 0, z = 0] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
  ].map((value) =>
    value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116
  )
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
