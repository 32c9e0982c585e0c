// An ICC profile, version 2.4 (ICC.1:2001-04): tags in, bytes out. Only what an
// output profile made of tables needs.

/** A table from one space to another: three or four channels in and out. */
export interface Table {
  inputCount: number
  outputCount: number
  /** Nodes along each channel. */
  gridCount: number
  /** Curve of each input channel, 0–1. */
  inputCurves: ReadonlyArray<ReadonlyArray<number>>
  /** Values of all nodes, 0–65535; the last input channel runs fastest. */
  values: Uint16Array
}

/** A tag of a profile. */
export interface Tag {
  /** Signatures it is found by; several may share one value. */
  names: ReadonlyArray<string>
  value: Uint8Array
}

/** What the head of a profile says. */
export interface ProfileHead {
  /** Year, month, day. */
  made: readonly [number, number, number]
  tags: ReadonlyArray<Tag>
}

const headLength = 128
const whiteD50 = [0.9642, 1, 0.8249]

/** Write a CMYK output profile over Lab. */
export function writeIcc(head: ProfileHead): Uint8Array {
  const entries = head.tags.flatMap(({names}) => names)
  let offset = headLength + 4 + entries.length * 12
  const directory: Array<[string, number, number]> = []
  for (const {names, value} of head.tags) {
    for (const name of names) directory.push([name, offset, value.length])
    offset += pad(value.length)
  }

  const bytes = new Uint8Array(offset)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, offset)
  view.setUint32(8, 0x02_40_00_00)
  putText(bytes, 12, 'prtrCMYKLab ')
  for (const [index, part] of head.made.entries()) {
    view.setUint16(24 + index * 2, part)
  }
  putText(bytes, 36, 'acsp')
  for (const [index, value] of whiteD50.entries()) {
    view.setInt32(68 + index * 4, Math.round(value * 65536))
  }
  view.setUint32(headLength, entries.length)
  for (const [index, [name, place, length]] of directory.entries()) {
    const at = headLength + 4 + index * 12
    putText(bytes, at, name)
    view.setUint32(at + 4, place)
    view.setUint32(at + 8, length)
  }
  for (const {names, value} of head.tags) {
    const place = directory.find(([name]) => name === names[0])?.[1] ?? 0
    bytes.set(value, place)
  }
  return bytes
}

/** Write a `textType` tag. */
export function toTextTag(text: string): Uint8Array {
  const bytes = new Uint8Array(8 + text.length + 1)
  putText(bytes, 0, 'text')
  putText(bytes, 8, text)
  return bytes
}

/** Write a `textDescriptionType` tag; its two other scripts stay empty. */
export function toDescriptionTag(text: string): Uint8Array {
  const bytes = new Uint8Array(12 + text.length + 1 + 8 + 3 + 67)
  putText(bytes, 0, 'desc')
  new DataView(bytes.buffer).setUint32(8, text.length + 1)
  putText(bytes, 12, text)
  return bytes
}

/** Write an `XYZType` tag. */
export function toXyzTag(xyz: readonly [number, number, number]): Uint8Array {
  const bytes = new Uint8Array(20)
  putText(bytes, 0, 'XYZ ')
  const view = new DataView(bytes.buffer)
  for (const [index, value] of xyz.entries()) {
    view.setInt32(8 + index * 4, Math.round(value * 65536))
  }
  return bytes
}

/** Write a `lut16Type` tag. */
export function toTableTag(table: Table): Uint8Array {
  const {gridCount, inputCount, inputCurves, outputCount, values} = table
  const curveCount = inputCurves[0]?.length ?? 2
  const numbers = [
    ...inputCurves.flat().map((value) => Math.round(value * 65535)),
    ...values,
    ...Array.from({length: outputCount}, () => [0, 65535]).flat()
  ]
  const bytes = new Uint8Array(52 + numbers.length * 2)
  const view = new DataView(bytes.buffer)
  putText(bytes, 0, 'mft2')
  bytes.set([inputCount, outputCount, gridCount], 8)
  for (const index of [0, 4, 8]) view.setInt32(12 + index * 4, 65536)
  view.setUint16(48, curveCount)
  view.setUint16(50, 2)
  for (const [index, value] of numbers.entries()) {
    view.setUint16(52 + index * 2, value)
  }
  return bytes
}

function putText(bytes: Uint8Array, at: number, text: string): void {
  for (const [index, character] of [...text].entries()) {
    bytes[at + index] = character.charCodeAt(0)
  }
}

function pad(length: number): number {
  return Math.ceil(length / 4) * 4
}
