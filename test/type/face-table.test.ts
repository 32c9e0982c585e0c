import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {beforeAll, describe, expect, test} from 'vitest'
import {openFaces, subsetFace, type FaceTable} from '../../src/type/type.ts'

const copy = '他说：“Don’t!”'
let faces: FaceTable

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'
  )
  const value = await subsetFace(readFileSync(file), copy)
  faces = await openFaces(new Map([['song', {value, fallback: []}]]))
})

describe('quotes of Chinese faces', () => {
  test.for(['zh-CN', 'ja'])('should fill a square in %s', (lang) => {
    expect(faces.shape('’', 'song', lang).widthEm).toBe(1)
    expect(faces.shape('“', 'song', lang).widthEm).toBe(1)
  })

  test('should stand close in English', () => {
    const [apostrophe] = faces.shape('’', 'song', 'en').pieces[0]?.glyphs ?? []
    const [opening] = faces.shape('“', 'song', 'en').pieces[0]?.glyphs ?? []
    const {widthEm} = faces.shape('Don’t', 'song', 'en')
    const letters = faces.shape('Dont', 'song', 'en').widthEm

    expect(apostrophe?.advanceEm).toBeLessThan(0.35)
    expect(opening?.advanceEm).toBeLessThan(0.6)
    // Its ink is in the right half of its square, and comes to the left.
    expect(opening?.shiftEm).toBeLessThan(-0.3)
    expect(widthEm - letters).toBeCloseTo(apostrophe?.advanceEm ?? 0, 1)
  })
})
