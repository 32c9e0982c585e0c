// ICC profiles of RGB spaces, for pictures in tests: three primaries and a tone
// curve, as cameras and phones embed them (ICC.1:2001-04, 6.3.1.2).

/** A space of three primaries. */
export interface RgbSpace {
  id: string
  name: string
  /** Red, green and blue as XYZ under D50, in rows. */
  primaries: ReadonlyArray<readonly [number, number, number]>
  /** From light to code, both 0–1. */
  encode(light: number): number
  /** From code to light, both 0–1. */
  decode(code: number): number
}

/** IEC 61966-2-1. */
export const srgb: RgbSpace = {
  id: 'srgb',
  name: 'sRGB',
  primaries: [
    [0.436_07, 0.222_5, 0.013_93],
    [0.385_06, 0.716_88, 0.097_1],
    [0.143_08, 0.060_62, 0.714_17]
  ],
  encode: (light) =>
    light <= 0.003_130_8 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055,
  decode: (code) =>
    code <= 0.040_45 ? code / 12.92 : ((code + 0.055) / 1.055) ** 2.4
}

/** Adobe RGB (1998). */
export const adobeRgb: RgbSpace = {
  id: 'adobe-rgb',
  name: 'Adobe RGB (1998)',
  primaries: [
    [0.609_74, 0.311_11, 0.019_47],
    [0.205_28, 0.625_67, 0.060_87],
    [0.149_19, 0.063_22, 0.744_57]
  ],
  encode: (light) => light ** (256 / 563),
  decode: (code) => code ** (563 / 256)
}

/** Display P3, of phones: the primaries of cinema, the curve of sRGB. */
export const displayP3: RgbSpace = {
  ...srgb,
  id: 'display-p3',
  name: 'Display P3',
  primaries: [
    [0.515_12, 0.241_2, -0.001_05],
    [0.291_98, 0.692_25, 0.041_89],
    [0.157_1, 0.066_57, 0.784_07]
  ]
}

/** Say an sRGB colour, bytes, in another space. */
export function toSpace(
  rgb: ReadonlyArray<number>,
  space: RgbSpace
): Array<number> {
  const light = rgb.map((byte) => srgb.decode(byte / 255))
  const xyz = [0, 1, 2].map((axis) =>
    srgb.primaries.reduce(
      (sum, primary, index) => sum + (primary[axis] ?? 0) * (light[index] ?? 0),
      0
    )
  )
  const other = solve(space.primaries, xyz)
  return other.map((value) =>
    Math.round(255 * space.encode(Math.min(1, Math.max(0, value))))
  )
}

/** Write a space as an ICC profile. */
export function writeMatrixProfile(space: RgbSpace): Uint8Array {
  const curve = new Uint8Array(12 + 1024 * 2)
  const curveView = new DataView(curve.buffer)
  curve.set(toBytes('curv'))
  curveView.setUint32(8, 1024)
  for (let step = 0; step < 1024; step++) {
    curveView.setUint16(
      12 + step * 2,
      Math.round(space.decode(step / 1023) * 65_535)
    )
  }
  const tags: Array<[string, Uint8Array]> = [
    ['desc', toDescription(space.name)],
    ['cprt', toBytes('text\0\0\0\0CC0\0')],
    ['wtpt', toXyz([0.9642, 1, 0.8249])],
    ...space.primaries.map((primary, index): [string, Uint8Array] => [
      `${'rgb'[index]}XYZ`,
      toXyz(primary)
    ]),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve]
  ]
  const start = 132 + tags.length * 12
  const length =
    start + tags.reduce((sum, [, tag]) => sum + padded(tag.length), 0)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, length)
  view.setUint32(8, 0x02_40_00_00)
  bytes.set(toBytes('mntrRGB XYZ '), 12)
  bytes.set(toBytes('acsp'), 36)
  bytes.set(toXyz([0.9642, 1, 0.8249]).subarray(8), 68)
  view.setUint32(128, tags.length)
  let at = start
  for (const [index, [name, tag]] of tags.entries()) {
    bytes.set(toBytes(name), 132 + index * 12)
    view.setUint32(136 + index * 12, at)
    view.setUint32(140 + index * 12, tag.length)
    bytes.set(tag, at)
    at += padded(tag.length)
  }
  return bytes
}

function toDescription(name: string): Uint8Array {
  const tag = new Uint8Array(12 + name.length + 1 + 78)
  tag.set(toBytes('desc'))
  new DataView(tag.buffer).setUint32(8, name.length + 1)
  tag.set(toBytes(name), 12)
  return tag
}

function toXyz(xyz: ReadonlyArray<number>): Uint8Array {
  const tag = new Uint8Array(20)
  tag.set(toBytes('XYZ '))
  const view = new DataView(tag.buffer)
  for (const [index, value] of xyz.entries()) {
    view.setInt32(8 + index * 4, Math.round(value * 65_536))
  }
  return tag
}

/** Cramer's rule: how much of each row makes the sum. */
function solve(
  rows: ReadonlyArray<ReadonlyArray<number>>,
  sum: ReadonlyArray<number>
): Array<number> {
  const whole = toDeterminant(rows)
  return rows.map(
    (_, index) =>
      toDeterminant(rows.map((row, other) => (other === index ? sum : row))) /
      whole
  )
}

function toDeterminant(rows: ReadonlyArray<ReadonlyArray<number>>): number {
  const [[a = 0, b = 0, c = 0] = [], [d = 0, e = 0, f = 0] = [], last = []] =
    rows
  const [g = 0, h = 0, i = 0] = last
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4
}

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
