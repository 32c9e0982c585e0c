// The colour space of screens as an ICC profile, made here from its definition:
// primaries, white and curve of IEC 61966-2-1, brought to the profile's white
// (D50) by the Bradford method, as ICC.1:2004-10 (version 4.2) asks, annex E.

const description = 'sRGB IEC61966-2.1'
const rights = 'CC0 1.0: no rights reserved'

// XYZ of each primary, adapted to D50.
const primaries = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141]
} as const
const d50 = [0.9642, 1, 0.8249] as const
// From D65 to D50.
const adaptation = [
  1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508,
  0.75168
] as const
// Y = ((X + 0.055) / 1.055) ^ 2.4, and X / 12.92 below 0.04045.
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] as const

const headerSize = 128

/** Make the profile; always the same bytes. */
export function makeSrgbProfile(): Uint8Array {
  const transfer = toParametricCurve(curve)
  const tags: ReadonlyArray<readonly [string, Uint8Array]> = [
    ['desc', toText(description)],
    ['cprt', toText(rights)],
    ['wtpt', toNumbers('XYZ ', d50)],
    ['chad', toNumbers('sf32', adaptation)],
    ...Object.entries(primaries).map(
      ([name, values]) => [name, toNumbers('XYZ ', values)] as const
    ),
    ['rTRC', transfer],
    ['gTRC', transfer],
    ['bTRC', transfer]
  ]
  const tableSize = 4 + tags.length * 12
  const places = new Map<Uint8Array, number>()
  let size = headerSize + tableSize
  for (const [, data] of tags) {
    if (places.has(data)) continue
    places.set(data, size)
    size += data.length
  }

  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  writeHeader(view, size)
  view.setUint32(headerSize, tags.length)
  for (const [index, [name, data]] of tags.entries()) {
    const at = headerSize + 4 + index * 12
    const place = places.get(data) ?? 0
    writeAscii(view, at, name)
    view.setUint32(at + 4, place)
    view.setUint32(at + 8, data.length)
    bytes.set(data, place)
  }
  return bytes
}

function writeHeader(view: DataView, size: number): void {
  view.setUint32(0, size)
  view.setUint32(8, 0x04_20_00_00)
  writeAscii(view, 12, 'mntrRGB XYZ ')
  // A fixed day: the definition's, not ours.
  for (const [index, value] of [1999, 10, 18, 0, 0, 0].entries()) {
    view.setUint16(24 + index * 2, value)
  }
  writeAscii(view, 36, 'acsp')
  for (const [index, value] of d50.entries()) {
    view.setInt32(68 + index * 4, toFixed(value))
  }
}

function toNumbers(type: string, values: ReadonlyArray<number>): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 + values.length * 4))
  writeAscii(view, 0, type)
  for (const [index, value] of values.entries()) {
    view.setInt32(8 + index * 4, toFixed(value))
  }
  return new Uint8Array(view.buffer)
}

function toParametricCurve(values: ReadonlyArray<number>): Uint8Array {
  const view = new DataView(new ArrayBuffer(12 + values.length * 4))
  writeAscii(view, 0, 'para')
  view.setUint16(8, 3)
  for (const [index, value] of values.entries()) {
    view.setInt32(12 + index * 4, toFixed(value))
  }
  return new Uint8Array(view.buffer)
}

/** Text in English; its places are whole words of four bytes. */
function toText(text: string): Uint8Array {
  const size = 28 + Math.ceil((text.length * 2) / 4) * 4
  const view = new DataView(new ArrayBuffer(size))
  writeAscii(view, 0, 'mluc')
  view.setUint32(8, 1)
  view.setUint32(12, 12)
  writeAscii(view, 16, 'enUS')
  view.setUint32(20, text.length * 2)
  view.setUint32(24, 28)
  for (const [index, character] of [...text].entries()) {
    view.setUint16(28 + index * 2, character.codePointAt(0) ?? 0)
  }
  return new Uint8Array(view.buffer)
}

function writeAscii(view: DataView, at: number, text: string): void {
  for (const [index, character] of [...text].entries()) {
    view.setUint8(at + index, character.codePointAt(0) ?? 0)
  }
}

/** A number in 16.16, as ICC writes them. */
function toFixed(value: number): number {
  return Math.round(value * 65_536)
}
