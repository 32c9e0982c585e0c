// The default profile: newsprint as ISO 12647-3 wants it, made by calculation.
//
// It stands for no plant's press. A plant that has a profile of its own gives
// better pictures with that; this one is safe (ink limit, neutral greys) and
// free (CC0). `npm run make:profile` writes it again, byte for byte.

import {toLab, toLight} from './lab.ts'
import type {Inks, Lab} from './newsprint-aims.ts'
import {growDot, paperXyz, printDots} from './newsprint-press.ts'
import {darkest, separate, type Separation} from './separate.ts'
import {
  toDescriptionTag,
  toTableTag,
  toTextTag,
  toXyzTag,
  writeIcc,
  type Table
} from './write-icc.ts'

const description = 'Qianzi synthetic newsprint (ISO 12647-3 aims, 26 %, 240 %)'
const rights =
  'CC0 1.0 Universal: no rights reserved. Calculated from published aim values, not measured on a press.'

const inkGridCount = 9
const labGridCount = 25
const curveCount = 256

// Lightness ends at 0xFF00, so that white is a node of the table.
const plainCurve = range(curveCount, (index) => index / (curveCount - 1))
const lightnessCurve = plainCurve.map((value) =>
  Math.min(1, (value * 65535) / 65280)
)

/** Make the profile. */
export function makeNewsprintProfile(): Uint8Array {
  return writeIcc({
    made: [2026, 11, 24],
    tags: [
      {names: ['desc'], value: toDescriptionTag(description)},
      {names: ['cprt'], value: toTextTag(rights)},
      {names: ['wtpt'], value: toXyzTag(paperXyz)},
      {names: ['A2B0', 'A2B1', 'A2B2'], value: toTableTag(toPrints())},
      {names: ['B2A0', 'B2A2'], value: toTableTag(toInks(compress))},
      {names: ['B2A1'], value: toTableTag(toInks((lab) => lab))},
      {names: ['gamt'], value: toTableTag(toGamut())}
    ]
  })
}

function toPrints(): Table {
  const curve = range(curveCount, (index) => growDot(index / (curveCount - 1)))
  const steps = range(inkGridCount, (index) => index / (inkGridCount - 1))
  const values: Array<number> = []
  for (const c of steps) {
    for (const m of steps) {
      for (const y of steps) {
        for (const k of steps) values.push(...encode(printDots([c, m, y, k])))
      }
    }
  }
  return {
    inputCount: 4,
    outputCount: 3,
    gridCount: inkGridCount,
    inputCurves: [curve, curve, curve, curve],
    values: Uint16Array.from(values)
  }
}

function toInks(adapt: (lab: Lab) => Lab): Table {
  const values: Array<number> = []
  walk(labGridCount, adapt, ({tones}) => {
    for (const tone of tones) values.push(Math.round(tone * 65535))
  })
  return toLabTable(4, labGridCount, values)
}

function toGamut(): Table {
  const gridCount = 13
  const values: Array<number> = []
  walk(
    gridCount,
    (lab) => lab,
    ({error}) => values.push(error > 3 ? 65535 : 0)
  )
  return toLabTable(1, gridCount, values)
}

function toLabTable(
  outputCount: number,
  gridCount: number,
  values: ReadonlyArray<number>
): Table {
  return {
    inputCount: 3,
    outputCount,
    gridCount,
    inputCurves: [lightnessCurve, plainCurve, plainCurve],
    values: Uint16Array.from(values)
  }
}

// Every node starts from the middle, so that none depends on its neighbours.
function walk(
  gridCount: number,
  adapt: (lab: Lab) => Lab,
  visit: (separation: Separation) => void
): void {
  const start: Inks = [0.4, 0.4, 0.4, 0.2]
  const steps = range(gridCount, (index) => index / (gridCount - 1))
  for (const l of steps) {
    for (const a of steps) {
      for (const b of steps) {
        visit(separate(adapt(decode(l, a, b)), start))
      }
    }
  }
}

// As version 2 has it: 100 is 0xFF00, zero of a* and b* is 0x8000.
function encode([lightness, a, b]: Lab): Array<number> {
  return [lightness * 652.8, (a + 128) * 256, (b + 128) * 256].map((value) =>
    Math.min(65535, Math.max(0, Math.round(value)))
  )
}

function decode(l: number, a: number, b: number): Lab {
  return [l * 100, (a * 65535) / 256 - 128, (b * 65535) / 256 - 128]
}

// For pictures: black becomes the darkest that can be printed, with the hue it
// has (black point compensation, in light), and strong chroma is pressed
// together softly before the rest is cut off, so that it keeps its drawing.
function compress(lab: Lab): Lab {
  const dark = toLight(darkest)
  const [x, y, z] = toLight(lab)
  const [lightness, a, b] = toLab([
    x * (1 - dark[0]) + dark[0],
    y * (1 - dark[1]) + dark[1],
    z * (1 - dark[2]) + dark[2]
  ])
  const chroma = Math.hypot(a, b)
  const knee = 20
  const reach = 55
  const pressed =
    chroma <= knee
      ? chroma
      : knee + reach * (1 - Math.exp((knee - chroma) / reach))
  const ratio = chroma < 1e-6 ? 1 : pressed / chroma
  return [lightness, a * ratio, b * ratio]
}

function range<Value>(
  length: number,
  toValue: (index: number) => Value
): Array<Value> {
  return Array.from({length}, (_, index) => toValue(index))
}
