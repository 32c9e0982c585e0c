import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {expect, test} from 'vitest'
import {findFontTable} from '../../src/render/find-font-table.ts'
import {hangUpright, levelType} from '../../src/render/hang-upright.ts'
import {levelFace} from '../../src/render/level-face.ts'
import {readVerticalOrigins} from '../../src/render/vertical-origin.ts'
import {subsetFace} from '../../src/type/type.ts'

test('should lend the descent what rounding took from it', () => {
  // 96 px: 84.48 and 11.52 are 84 and 12. 128 px: 112.64 and 15.36 would be
  // 113 and 15.
  expect(levelType(12, 8)).toEqual({
    ascentEm: 84 / 96,
    advanceEm: 1,
    middleEm: 36 / 96
  })
  expect(levelType(16, 8)).toEqual({
    ascentEm: 112 / 128,
    advanceEm: 1,
    middleEm: 48 / 128
  })
})

test('should hang glyphs by what their face says, whatever a browser does', () => {
  const glyph = {id: 7, text: '一', xPt: 0, yPt: 100, advancePt: 12}
  const [hung] = hangUpright([glyph], 12, levelType(12, 8), () => 0.9)

  expect(hung?.yPt).toBeCloseTo(100 + 12 * (0.9 - 84 / 96), 9)
})

test('should leave a face no vertical metrics, and level the others', async () => {
  const file = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'
  )
  const font = await subsetFace(readFileSync(file), '铅字')
  const level = levelFace(font)
  const hhea = findFontTable(level, 'hhea')

  expect(findFontTable(font, 'vmtx').byteLength).toBeGreaterThan(0)
  for (const tag of ['VORG', 'vhea', 'vmtx']) {
    expect(() => findFontTable(level, tag)).toThrow('without')
  }
  expect([hhea.getInt16(4), hhea.getInt16(6), hhea.getInt16(8)]).toEqual([
    880, -120, 0
  ])
  expect(readVerticalOrigins(font)(1)).toBeCloseTo(0.88, 3)
})
