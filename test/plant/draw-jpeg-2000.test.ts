// Pages as JPEG 2000, box by box; programs that are not ours decode a real one
// in `archive/ndnp.slow.test.ts`.

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
