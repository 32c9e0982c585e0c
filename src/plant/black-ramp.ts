// How much black ink prints a grey: the profile's own tone curve, inverted.
//
// A ramp of black is looked at through the profile; the darkest it gets counts
// as black, as for pictures in colour (black point compensation).

import sharp from 'sharp'
import fs from 'node:fs/promises'
import {writeCmykTiff} from './write-cmyk-tiff.ts'

const toneCount = 256
const ramps = new Map<string, Promise<Uint8Array>>()

/** Read the tone of black for every grey of sRGB: 0 is no ink. */
export function readBlackRamp(profilePath: string): Promise<Uint8Array> {
  const known = ramps.get(profilePath)
  if (known) return known
  const ramp = makeRamp(profilePath)
  ramps.set(profilePath, ramp)
  return ramp
}

async function makeRamp(profilePath: string): Promise<Uint8Array> {
  const profile = await fs.readFile(profilePath)
  const lights = (await printRamp(profile)).map(toLight)
  const white = lights[0] ?? 1
  const black = lights.at(-1) ?? 0

  const ramp = new Uint8Array(toneCount)
  let tone = toneCount - 1
  for (let grey = 0; grey < toneCount; grey++) {
    const wanted = black + (white - black) * toLight(grey)
    // Greys grow lighter, so the tone that is dark enough only falls.
    while (tone > 0 && (lights[tone - 1] ?? 0) <= wanted) tone--
    ramp[grey] = tone
  }
  ramp[toneCount - 1] = 0
  return ramp
}

// The green channel of every tone, as a screen would show the print.
async function printRamp(profile: Uint8Array): Promise<Array<number>> {
  const value = new Uint8Array(toneCount * 4)
  for (let tone = 0; tone < toneCount; tone++) value[tone * 4 + 3] = tone
  const tiff = writeCmykTiff({widthPx: toneCount, depthPx: 1, value}, profile)
  const {data, info} = await sharp(tiff)
    .toColourspace('srgb')
    .raw({depth: 'uchar'})
    .toBuffer({resolveWithObject: true})
  return Array.from(
    {length: toneCount},
    (_, tone) => data[tone * info.channels + 1] ?? 0
  )
}

function toLight(value: number): number {
  const ratio = value / 255
  return ratio <= 0.04045 ? ratio / 12.92 : ((ratio + 0.055) / 1.055) ** 2.4
}
