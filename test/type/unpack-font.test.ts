import {deflateSync} from 'node:zlib'
import {beforeAll, expect, test} from 'vitest'
import {readTables} from '../../src/type/read-sfnt.ts'
import {inflateFont, unpackFont} from '../../src/type/type.ts'
import {readPackageFile} from '../render/press/made-sheet.ts'

let font = new Uint8Array()
beforeAll(async () => {
  font = new Uint8Array(
    await readPackageFile(
      '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'
    )
  )
})

test('should give back every table of a WOFF', async () => {
  const unpacked = await unpackFont(pack(font))

  const tables = readTables(unpacked)
  expect(tables.map(({tag}) => tag)).toEqual(
    readTables(font).map(({tag}) => tag)
  )
  for (const {length, offset, tag} of readTables(font)) {
    const found = tables.find((one) => one.tag === tag)
    const start = found?.offset ?? 0
    expect(
      Buffer.from(unpacked.subarray(start, start + (found?.length ?? 0)))
    ).toEqual(Buffer.from(font.subarray(offset, offset + length)))
  }
})

test('should write into room that held something', async () => {
  const write = await inflateFont(pack(font))
  const room = new Uint8Array(font.length + 1000).fill(0xff)
  const written = write((byteCount) => room.subarray(0, byteCount))

  expect(written.buffer).toBe(room.buffer)
  expect(Buffer.from(written)).toEqual(Buffer.from(write()))
})

test('should give back what is not packed', async () => {
  expect(await unpackFont(font)).toBe(font)
})

test('should refuse a WOFF whose tables are shorter than they say', async () => {
  await expect(unpackFont(pack(font, 1))).rejects.toThrow(
    /bytes in table `\S+` of a WOFF/
  )
})

test('should refuse a WOFF whose tables are longer than they say', async () => {
  await expect(unpackFont(pack(font, -1))).rejects.toThrow()
})

// As in W3C, WOFF File Format 1.0, 3–5.
function pack(value: Uint8Array, lie = 0): Uint8Array {
  const tables = readTables(value).map(({length, offset, tag}) => {
    const bytes = value.subarray(offset, offset + length)
    const packed = deflateSync(bytes)
    return {tag, length, value: packed.length < length ? packed : bytes}
  })
  let place = 44 + tables.length * 20
  const total = tables.reduce((sum, one) => sum + one.value.length + 4, place)
  const file = Buffer.alloc(total)
  file.write('wOFF', 0, 'latin1')
  file.writeUInt32BE(0x00010000, 4)
  file.writeUInt16BE(tables.length, 12)
  for (const [index, {length, tag, value: packed}] of tables.entries()) {
    const record = 44 + index * 20
    const isPacked = packed.length < length
    file.write(tag, record, 'latin1')
    file.writeUInt32BE(place, record + 4)
    file.writeUInt32BE(packed.length, record + 8)
    file.writeUInt32BE(length + (isPacked ? lie : 0), record + 12)
    file.set(packed, place)
    place += Math.ceil(packed.length / 4) * 4
  }
  return file
}
