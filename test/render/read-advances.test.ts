import * as hb from 'harfbuzzjs'
import {expect, test} from 'vitest'
import {readAdvances} from '../../src/render/read-advances.ts'
import {readFontName} from '../../src/render/read-font-name.ts'
import {loadFace} from './made-page.ts'

const serif = await loadFace(
  'serif',
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'AVATAR office, “Type”'
)

test('should read the advances that HarfBuzz reads', () => {
  const face = new hb.Face(new hb.Blob(serif.file))
  const font = new hb.Font(face)
  const advanceOf = readAdvances(serif.file)
  const widths = new Set<number>()

  for (let glyphId = 0; glyphId < 12; glyphId++) {
    const advance = font.glyphHAdvance(glyphId) / face.upem
    widths.add(advance)
    expect(advanceOf(glyphId)).toBeCloseTo(advance, 9)
  }
  expect(widths.size).toBeGreaterThan(5)
})

test('should read the name PDFs call a font by', () => {
  expect(readFontName(serif.file)).toBe('SourceSerif4-Regular')
})

test('should say which table a broken font lacks', () => {
  expect(() => readAdvances(new Uint8Array(12))).toThrow('`head`')
})
