// Pages as JPEG 2000, box by box; programs that are not ours decode a real one
// in `archive/ndnp.slow.test.ts`.

import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import {expect, test} from 'vitest'
import {drawJpeg2000} from '../../src/plant/plant.ts'

test.for([
  ['black', '0 g', 1, 17],
  ['red', '1 0 0 rg', 3, 16]
] as const)(
  'should draw a page in %s, and say its size, colours and resolution',
  async ([, color, channelCount, colorSpace]) => {
    const options = {widthPx: 200, resolutionPpi: 100}
    const page = await drawJpeg2000(toPdf(color), options)
    const {depthPx, value, widthPx} = page
    const boxes = readBoxes(Buffer.from(value))
    const header = readBoxes(boxes.get('jp2h') ?? Buffer.alloc(0))
    const size = header.get('ihdr')
    const resolution = readBoxes(header.get('res ') ?? Buffer.alloc(0))
    const captured = resolution.get('resc')

    expect({widthPx, depthPx}).toEqual({widthPx: 200, depthPx: 300})
    expect([...boxes.keys()]).toEqual(['jP  ', 'ftyp', 'jp2h', 'jp2c'])
    expect(size?.readUInt32BE(0)).toBe(300)
    expect(size?.readUInt32BE(4)).toBe(200)
    expect(size?.readUInt16BE(8)).toBe(channelCount)
    expect(header.get('colr')?.readUInt32BE(3)).toBe(colorSpace)
    // Per metre: numerator ÷ denominator × 10³.
    expect(
      ((captured?.readUInt16BE(0) ?? 0) / (captured?.readUInt16BE(2) ?? 1)) *
        1000 *
        0.0254
    ).toBeCloseTo(100)
    expect(captured?.[8]).toBe(3)
    expect(boxes.get('jp2c')?.toString('hex')).toMatch(/^ff4fff51.*ffd9$/)
    expect(await drawJpeg2000(toPdf(color), options)).toEqual(page)
  }
)

test('should code it in tiles and layers, small ones at the edges too', async () => {
  // Two tiles across, the second of six pixels; two down.
  const {depthPx, value, widthPx} = await drawJpeg2000(toPdf('1 0 0 rg'), {
    widthPx: 1030,
    resolutionPpi: 100
  })
  const stream = readBoxes(Buffer.from(value)).get('jp2c') ?? Buffer.alloc(0)
  const size = findSegment(stream, 0x51)
  const coding = findSegment(stream, 0x52)
  expect([size.readUInt32BE(2), size.readUInt32BE(6)]).toEqual([1030, 1545])
  expect([size.readUInt32BE(18), size.readUInt32BE(22)]).toEqual([1024, 1024])
  // Resolution before layer; 25 layers; six decompositions; 9/7.
  expect(coding[1]).toBe(1)
  expect(coding.readUInt16BE(2)).toBe(25)
  expect([coding[5], coding[9]]).toEqual([6, 0])

  const pixels = await decode(stream)
  expect(pixels.length).toBe(widthPx * depthPx * 3)
  // The rectangle is 20 to 80 points from the left, and from the foot.
  const scale = widthPx / 144
  let farthest = 0
  for (let y = 0; y < depthPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const [left, up] = [x / scale, 216 - y / scale]
      const edges = [left - 20, left - 80, up - 20, up - 80].map(Math.abs)
      if (Math.min(...edges) < 1) continue
      const isIn = left > 20 && left < 80 && up > 20 && up < 80
      const green = pixels[(y * widthPx + x) * 3 + 1] ?? 0
      farthest = Math.max(farthest, Math.abs(green - (isIn ? 0 : 255)))
    }
  }
  expect(farthest).toBeLessThan(8)
})

/** Find a segment of a codestream’s head, behind its marker. */
function findSegment(stream: Buffer, marker: number): Buffer {
  for (let at = 2; stream[at + 1] !== 0x90;) {
    const end = at + 2 + stream.readUInt16BE(at + 2)
    if (stream[at + 1] === marker) return stream.subarray(at + 4, end)
    at = end
  }
  throw new Error(`No marker ${marker}`)
}

/** Decode a codestream. */
async function decode(stream: Buffer): Promise<Uint8Array> {
  const {resolve} = createRequire(import.meta.url)
  const {default: start} = await import('@cornerstonejs/codec-openjpeg/wasmjs')
  const open = await start({
    wasmBinary: await fs.readFile(
      resolve('@cornerstonejs/codec-openjpeg/wasm')
    ),
    print: () => undefined,
    printErr: (line) => {
      throw new Error(line)
    }
  })
  const decoder = new open.J2KDecoder()
  decoder.getEncodedBuffer(stream.length).set(stream)
  decoder.decode()
  return decoder.getDecodedBuffer().slice()
}

/** A page of 144 × 216 points with a rectangle in it. */
function toPdf(color: string): Uint8Array {
  const content = `${color} 20 20 60 60 re f`
  return Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 144 216]/Contents 4 0 R/Resources<<>>>>endobj
4 0 obj<</Length ${content.length}>>stream
${content}
endstream endobj
trailer<</Root 1 0 R>>
`)
}

function readBoxes(bytes: Buffer): Map<string, Buffer> {
  const boxes = new Map<string, Buffer>()
  for (let at = 0; at < bytes.length;) {
    const byteCount = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    expect(byteCount).toBeGreaterThanOrEqual(8)
    boxes.set(name, bytes.subarray(at + 8, at + byteCount))
    at += byteCount
  }
  return boxes
}
