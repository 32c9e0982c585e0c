import {describe, expect, test} from 'vitest'
import {makeUpPage} from '../../src/makeup/makeup.ts'
import {applyToCopy} from './apply-to-copy.ts'
import {toRequest, type Copy} from './desk.ts'

const ad: Copy = {
  slug: 'ad',
  characterCount: 60,
  kind: 'ad',
  size: {columnCount: 8, lineCount: 20}
}

/** Widths and legs are given, so that only the copy can give way. */
const tight: ReadonlyArray<Copy> = [
  {slug: 'lead', characterCount: 5850, pin: {columnCount: 5, legCount: 5}},
  {slug: 'second', characterCount: 3600, pin: {columnCount: 3, legCount: 3}},
  ad
]

describe('suggestFixes', () => {
  test.each([
    ['cut', 6500, 3600],
    ['cut', 5850, 4000],
    ['add', 5850, 2899],
    ['add', 5200, 3600]
  ])('should %s as much as fills the page', (action, lead, second) => {
    const copy = withLengths({lead, second})
    const {fixes, isFilled} = makeUpPage(toRequest(copy))
    const sized = fixes.filter((fix) => fix.action === action)

    expect(isFilled).toBe(false)
    expect(sized.length).toBeGreaterThan(0)
    for (const fix of sized) {
      for (const changed of applyToCopy(fix, copy)) {
        expect(makeUpPage(toRequest(changed)).isFilled).toBe(true)
      }
    }
  })

  test('should ask for a filler of a size that fills the page', () => {
    const copy = withLengths({lead: 5850, second: 2900})
    const {fixes} = makeUpPage(toRequest(copy))
    const fix = fixes.find((one) => one.action === 'fill')
    if (!fix) throw new TypeError('Unexpected page without such a fix')
    const [changed = []] = applyToCopy(fix, copy)

    const filled = makeUpPage(toRequest(changed))

    expect(filled.isFilled).toBe(true)
    expect(filled.plan.modules.at(-1)?.area).toMatchObject(
      fix.fillers.at(-1) ?? {}
    )
  })

  test('should ask for the shape of a picture that fills the page', () => {
    const photo: Copy = {
      slug: 'photo',
      characterCount: 0,
      kind: 'photo',
      headlineCharacterCount: 8,
      pin: {columnCount: 5},
      figures: [
        {
          aspectRatio: 3,
          isMissing: false,
          widthPx: 2000,
          captionCharacterCount: 20
        }
      ]
    }
    const copy = [...withLengths({lead: 2860}), photo]
    const {fixes, isFilled} = makeUpPage(toRequest(copy))
    const fix = fixes.find((one) => one.action === 'recrop')
    if (!fix) throw new TypeError('Unexpected page without such a fix')
    const [cropped = []] = applyToCopy(fix, copy)

    expect(isFilled).toBe(false)
    expect(makeUpPage(toRequest(cropped)).isFilled).toBe(true)
  })

  test('should name the stories that a page fills without', () => {
    const more = ['a', 'b', 'c'].map((slug) => ({slug, characterCount: 3600}))
    const copy = [...tight, ...more]
    const {fixes} = makeUpPage(toRequest(copy))
    const fix = fixes.find((one) => one.action === 'move')
    if (!fix) throw new TypeError('Unexpected page without such a fix')
    const [left = []] = applyToCopy(fix, copy)

    expect(makeUpPage(toRequest(left)).isFilled).toBe(true)
  })
})

function withLengths(lengths: Record<string, number>): Array<Copy> {
  return tight.map((one) => ({
    ...one,
    characterCount: lengths[one.slug] ?? one.characterCount
  }))
}
