import {describe, expect, test} from 'vitest'
import {fillWhite, type FilledPage} from '../../src/makeup/fill-white.ts'
import {tryPage} from '../../src/makeup/make-up-page.ts'
import type {PageRequest} from '../../src/makeup/unit.ts'
import {toRequest, type Copy} from './desk.ts'

const thin: ReadonlyArray<Copy> = [
  {slug: 'lead', characterCount: 1300},
  {slug: 'second', characterCount: 900}
]

/** It begins right of the page. */
const lost: Copy = {
  slug: 'lost',
  characterCount: 300,
  pin: {columnNumber: 7, lineNumber: 1, columnCount: 4, lineCount: 30}
}

describe('fillWhite', () => {
  test('should count the characters of what is still white', () => {
    const size = {columnCount: 8, lineCount: 20}
    const {filled, tried} = fill(thin, () => [size])
    const perLine = tried.blankCharacterCount / tried.blankLineCount

    expect(filled.result.blankLineCount).toBe(tried.blankLineCount - 8 * 20)
    expect(filled.result.blankCharacterCount).toBe(
      Math.round(filled.result.blankLineCount * perLine)
    )
  })

  test.for([
    [0, true],
    [1, false]
  ] as const)(
    'should mind %i stories without a place',
    ([lostCount, isFilled]) => {
      const copy = lostCount > 0 ? [...thin, lost] : thin
      const {filled} = fill(copy, (white) => white)

      expect(filled.result.blankLineCount).toBe(0)
      expect(filled.result.unplaced).toHaveLength(lostCount)
      expect(filled.result.isFilled).toBe(isFilled)
    }
  )
})

type Size = NonNullable<Copy['size']>

/** Fill the white of a page with fillers of some sizes. */
function fill(
  copy: ReadonlyArray<Copy>,
  toSizes: (white: ReadonlyArray<Size>) => ReadonlyArray<Size>
): {filled: FilledPage; tried: ReturnType<typeof tryPage>} {
  const tried = tryPage(toRequest(copy))
  const white = (tried.missed?.placed ?? []).flatMap(({area, unit}) =>
    unit.facts.kind === 'white' ? [area] : []
  )
  const fillers = toSizes(white).map(({columnCount, lineCount}, index) => ({
    slug: `filler-${index}`,
    characterCount: 20,
    kind: 'filler',
    size: {columnCount, lineCount}
  }))
  const {castOff, template, units} = toRequest([...copy, ...fillers])
  const [page, pool] = [units.slice(0, copy.length), units.slice(copy.length)]
  const request: PageRequest = {pageNumber: 5, units: page, template, castOff}
  const filled = fillWhite(request, tried, pool)
  if (!filled) throw new TypeError('Unexpected page without white')
  return {filled, tried}
}
