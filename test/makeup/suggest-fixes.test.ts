import {describe, expect, test} from 'vitest'
import {makeUpPage} from '../../src/makeup/makeup.ts'
import type {PageFix} from '../../src/model/plan.ts'
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
      for (const changed of applyLength(fix, copy)) {
        expect(makeUpPage(toRequest(changed)).isFilled).toBe(true)
      }
    }
  })

  test('should ask for a filler of a size that fills the page', () => {
    const copy = withLengths({lead: 5850, second: 2900})
    const {fixes} = makeUpPage(toRequest(copy))
    const fix = fixes.find((one) => one.action === 'fill')
    if (!fix) throw new TypeError('Unexpected page without such a fix')
    const fillers = fix.fillers.map((size, index) => ({
      slug: `filler-${index}`,
      characterCount: 20,
      kind: 'filler',
      size
    }))

    const filled = makeUpPage(toRequest([...copy, ...fillers]))

    expect(filled.isFilled).toBe(true)
    expect(filled.plan.modules.at(-1)?.area).toMatchObject(
      fillers.at(-1)?.size ?? {}
    )
  })

  test('should ask for the shape of a picture that fills the page', () => {
    const figure = {
      aspectRatio: 3,
      isMissing: false,
      widthPx: 2000,
      captionCharacterCount: 20
    }
    const photo: Copy = {
      slug: 'photo',
      characterCount: 0,
      kind: 'photo',
      headlineCharacterCount: 8,
      pin: {columnCount: 5},
      figures: [figure]
    }
    const copy = [...withLengths({lead: 2860}), photo]
    const {fixes, isFilled} = makeUpPage(toRequest(copy))
    const fix = fixes.find((one) => one.action === 'recrop')
    if (!fix) throw new TypeError('Unexpected page without such a fix')
    const figures = [{...figure, aspectRatio: fix.aspectRatio}]
    const cropped = copy.map((one) => (one === photo ? {...one, figures} : one))

    expect(isFilled).toBe(false)
    expect(makeUpPage(toRequest(cropped)).isFilled).toBe(true)
  })

  test('should name the stories that a page fills without', () => {
    const more = ['a', 'b', 'c'].map((slug) => ({slug, characterCount: 3600}))
    const copy = [...tight, ...more]
    const {fixes} = makeUpPage(toRequest(copy))
    const fix = fixes.find((one) => one.action === 'move')
    if (!fix) throw new TypeError('Unexpected page without such a fix')
    const left = copy.filter(({slug}) => !fix.slugs.includes(slug))

    expect(makeUpPage(toRequest(left)).isFilled).toBe(true)
  })
})

function withLengths(lengths: Record<string, number>): Array<Copy> {
  return tight.map((one) => ({
    ...one,
    characterCount: lengths[one.slug] ?? one.characterCount
  }))
}

/** Apply a fix as little, and as much, as it says. */
function applyLength(
  fix: PageFix,
  copy: ReadonlyArray<Copy>
): Array<Array<Copy>> {
  if (fix.action !== 'add' && fix.action !== 'cut') return []
  const {leastCharacterCount, mostCharacterCount, slug} = fix
  const sign = fix.action === 'add' ? 1 : -1
  return [leastCharacterCount, mostCharacterCount].map((count) =>
    copy.map((one) =>
      one.slug === slug
        ? {...one, characterCount: one.characterCount + sign * count}
        : one
    )
  )
}
