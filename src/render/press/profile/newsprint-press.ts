// A press in numbers: inks in, colour out.
//
// Neugebauer's equations: the sheet is a mosaic of bare paper and the overprints
// of the inks, each covering what Demichel's product says, and the eye adds
// their light up. Dots are taken as large as they look (tone value increase
// included), so no Yule-Nielsen factor is needed. What the standard has no aim
// for, black over colours, is taken from the aim of all four inks: black lets
// through so much of the difference between paper and colour.

import {aims, halfToneGain, type Inks, type Lab} from './newsprint-aims.ts'
import {toLab, toLight, type Light} from './lab.ts'

const paperLight = toLight(aims.paper)

/** The paper's colour in XYZ, for the profile's white point. */
export const paperXyz: Light = [
  paperLight[0] * 0.9642,
  paperLight[1],
  paperLight[2] * 0.8249
]

const paper: Light = [1, 1, 1]
const black = toPrint(aims.black)

/** Without black: index 1 is cyan, 2 magenta, 4 yellow. */
const colours: ReadonlyArray<Light> = [
  paper,
  toPrint(aims.cyan),
  toPrint(aims.magenta),
  toPrint(aims.cyanMagenta),
  toPrint(aims.yellow),
  toPrint(aims.cyanYellow),
  toPrint(aims.magentaYellow),
  toPrint(aims.cyanMagentaYellow)
]

/** How much of a colour's own darkness is seen through solid black. */
const throughBlack =
  Math.log(toPrint(aims.all)[1] / black[1]) /
  Math.log(toPrint(aims.cyanMagentaYellow)[1])

const overprints: ReadonlyArray<Light> = [
  ...colours,
  ...colours.map(([x, y, z]): Light => [
    black[0] * x ** throughBlack,
    black[1] * y ** throughBlack,
    black[2] * z ** throughBlack
  ])
]

const gainPower = Math.log(0.5 - halfToneGain) / Math.log(0.5)

/** Turn a tone of the plate into the dot that is seen on paper: 0–1. */
export function growDot(tone: number): number {
  return 1 - (1 - tone) ** gainPower
}

/** Turn a dot that is seen into the tone of the plate: 0–1. */
export function shrinkDot(dot: number): number {
  return 1 - (1 - dot) ** (1 / gainPower)
}

/** Print dots as they look; the colour is relative to the paper. */
export function printDots(dots: Inks): Lab {
  const [c, m, y, k] = dots
  let light: [number, number, number] = [0, 0, 0]
  for (const [index, overprint] of overprints.entries()) {
    const share =
      (index & 1 ? c : 1 - c) *
      (index & 2 ? m : 1 - m) *
      (index & 4 ? y : 1 - y) *
      (index & 8 ? k : 1 - k)
    light = [
      light[0] + share * overprint[0],
      light[1] + share * overprint[1],
      light[2] + share * overprint[2]
    ]
  }
  return toLab(light)
}

function toPrint(lab: Lab): Light {
  const [x, y, z] = toLight(lab)
  return [x / paperLight[0], y / paperLight[1], z / paperLight[2]]
}
