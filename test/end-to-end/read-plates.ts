// Plates of a PDF, as Ghostscript separates it (`tiffsep`).

import {execFileSync} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'

/** A plate. */
export interface Plate {
  ppi: number
  widthPx: number
  depthPx: number
  /** One byte a pixel: 255 is paper. */
  value: Uint8Array
}

/** Make the plates of a file with Ghostscript, by the name of the ink. */
export async function readPlates(
  pdf: string,
  ppi: number,
  work: string
): Promise<Map<string, Plate>> {
  const out = path.join(work, 'plate.tif')
  execFileSync('gs', [
    '-q',
    '-dNOPAUSE',
    '-dBATCH',
    '-dSAFER',
    '-sDEVICE=tiffsep',
    '-dOverprint=/enable',
    `-r${ppi}`,
    `-sOutputFile=${out}`,
    pdf
  ])
  const plates = new Map<string, Plate>()
  for (const name of await fs.readdir(work)) {
    const ink = /^plate\((.+)\)\.tif$/.exec(name)?.[1]
    if (!ink) continue
    const {data, info} = await sharp(path.join(work, name))
      .toColourspace('b-w')
      .raw()
      .toBuffer({resolveWithObject: true})
    plates.set(ink, {
      ppi,
      widthPx: info.width,
      depthPx: info.height,
      value: data
    })
  }
  return plates
}

/** Find the most ink on ink, in per cent, inside a margin. */
export function findMostInk(
  plates: ReadonlyMap<string, Plate>,
  marginPt: number
): number {
  const all = [...plates.values()]
  const [first] = all
  if (!first) throw new TypeError('Unexpected file without plates')
  const {depthPx, ppi, widthPx} = first
  const marginPx = Math.round((marginPt / 72) * ppi)
  let most = 0
  for (let y = marginPx; y < depthPx - marginPx; y++) {
    for (let x = marginPx; x < widthPx - marginPx; x++) {
      let sum = 0
      for (const {value} of all) sum += 255 - (value[y * widthPx + x] ?? 255)
      most = Math.max(most, sum)
    }
  }
  return most / 2.55
}
