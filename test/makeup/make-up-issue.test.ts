import {describe, expect, test} from 'vitest'
import {makeUpIssue, type IssueResult} from '../../src/makeup/makeup.ts'
import {touches} from '../../src/makeup/placed-unit.ts'
import {toIssueRequest, type Copy} from './desk.ts'

// Widths and legs are given, so that a page takes what it takes and no more.
const lead = {
  slug: 'lead',
  characterCount: 7200,
  pin: {columnCount: 5, legCount: 5}
}
const second = {
  slug: 'second',
  characterCount: 4400,
  pin: {columnCount: 3, legCount: 3}
}
const full: ReadonlyArray<Copy> = [lead, second]
const loose: ReadonlyArray<Copy> = [
  {slug: 'a', characterCount: 3500},
  {slug: 'b', characterCount: 2500},
  {slug: 'c', characterCount: 1500}
]

describe('makeUpIssue', () => {
  test('should leave everything where it is, if the pages fill', () => {
    const extra = {slug: 'extra', characterCount: 900, orPageNumbers: [6]}
    const result = makeUp([
      [5, [...loose, extra]],
      [6, full]
    ])

    expect(listUnfilled(result)).toEqual([])
    expect(result.changes).toEqual([])
  })

  test('should move a story from a page that is too full', () => {
    const extra = {slug: 'extra', characterCount: 900, orPageNumbers: [6]}
    const result = makeUp([
      [5, [...full, extra]],
      [6, loose]
    ])

    expect(listUnfilled(result)).toEqual([])
    expect(result.changes).toEqual([
      {type: 'move', slug: 'extra', fromPageNumber: 5, toPageNumber: 6}
    ])
    expect(listSlugs(result)).toEqual([
      ['lead', 'second'],
      ['a', 'b', 'c', 'extra']
    ])
  })

  test('should move a story to a page that is too empty', () => {
    const short = {...second, characterCount: 2000}
    const extra = {slug: 'extra', characterCount: 1800, orPageNumbers: [6]}
    const result = makeUp([
      [5, [...loose, extra]],
      [6, [lead, short]]
    ])

    expect(listUnfilled(result)).toEqual([])
    expect(result.changes).toMatchObject([{type: 'move', slug: 'extra'}])
  })

  test('should let a story jump that may, where its page is too full', () => {
    const long = {...second, characterCount: 6400, mayJumpTo: 6}
    const result = makeUp([
      [5, [lead, long]],
      [6, loose]
    ])
    const [first, next] = result.results
    const start = first?.plan.modules.find(({slug}) => slug === 'second')
    const rest = next?.plan.modules.find(({slug}) => slug === 'second')

    expect(listUnfilled(result)).toEqual([])
    expect(start).toMatchObject({part: 'start', jumpPageNumber: 6})
    expect(rest).toMatchObject({
      part: 'rest',
      jumpPageNumber: 5,
      from: start?.to
    })
    expect(rest?.from?.offset).toBeGreaterThanOrEqual(20 * 13)
    expect(6400 - (rest?.from?.offset ?? 0)).toBeGreaterThanOrEqual(20 * 13)
  })

  // One change at a time makes none of these better.
  test('should move a story on from the page that another comes to', () => {
    const extra = {slug: 'extra', characterCount: 900, orPageNumbers: [6]}
    const other = {slug: 'other', characterCount: 1000, orPageNumbers: [7]}
    const result = makeUp([
      [5, [...full, extra]],
      [6, [rename(lead, 'sixth'), shorten('more', 3000), other]],
      [7, loose]
    ])

    expect(listUnfilled(result)).toEqual([])
    expect(listMoves(result)).toEqual(['extra 5 6', 'other 6 7'])
  })

  test('should let stories of two pages change places', () => {
    const large = {slug: 'large', characterCount: 1100, orPageNumbers: [6]}
    const small = {slug: 'small', characterCount: 600, orPageNumbers: [5]}
    const result = makeUp([
      [5, [lead, shorten('second', 3400), large]],
      [6, [rename(lead, 'sixth'), shorten('more', 2600), small]]
    ])

    expect(listUnfilled(result)).toEqual([])
    expect(listMoves(result)).toEqual(['large 5 6', 'small 6 5'])
  })

  test('should do no more than it may', () => {
    const extra = {slug: 'extra', characterCount: 900}
    const result = makeUp([
      [5, [...full, extra]],
      [6, loose]
    ])

    expect(listUnfilled(result)).toEqual([5])
    expect(result.changes).toEqual([])
    expect(result.results[0]?.fixes).toContainEqual({
      action: 'move',
      slugs: ['extra']
    })
  })

  test('should fill a page that lacks copy with the smallest filler that does', () => {
    const short = {...second, characterCount: 3600}
    const fillers = [12, 20].map((lines) => ({
      slug: `filler-${lines}`,
      characterCount: 10,
      kind: 'filler',
      size: {columnCount: 3, lineCount: lines}
    }))
    const result = makeUpIssue(
      toIssueRequest(new Map([[5, [lead, short]]]), 118, fillers)
    )

    expect(listUnfilled(result)).toEqual([])
    expect(result.changes).toMatchObject([{type: 'fill', slug: 'filler-20'}])
    expect(listSlugs(result)).toEqual([['lead', 'second', 'filler-20']])
    expect(result.pages[0]?.children.map(({slug}) => slug)).toContain(
      'filler-20'
    )
  })
})

describe('a page of far too little copy', () => {
  test('should have the largest fillers that fit at the foot of its white', () => {
    const sizes = [
      [8, 90],
      [4, 30],
      [4, 24],
      [3, 10]
    ] as const
    const fillers = sizes.map(([columnCount, lineCount]) => ({
      slug: `${columnCount}-${lineCount}`,
      characterCount: 10,
      kind: 'ad',
      size: {columnCount, lineCount}
    }))
    const thin = [{slug: 'a', characterCount: 2600}]
    const [page] = makeUpIssue(
      toIssueRequest(new Map([[5, thin]]), 118, fillers)
    ).results
    const areas = new Map(
      page?.plan.modules.map(({area, slug}) => [slug, area])
    )
    const story = areas.get('a')

    expect([...areas.keys()]).toEqual(['a', '4-30', '4-24', '3-10'])
    expect(areas.get('4-30')).toEqual({
      columnIndex: 0,
      columnCount: 4,
      lineIndex: 88,
      lineCount: 30
    })
    expect(areas.get('4-24')).toMatchObject({columnIndex: 4, lineIndex: 94})
    for (const [slug, {lineIndex}] of areas) {
      if (slug === 'a') continue
      expect(lineIndex).toBeGreaterThanOrEqual(
        (story?.lineIndex ?? 0) + (story?.lineCount ?? 118)
      )
    }
    expect(page?.isFilled).toBe(false)
  })
})

describe('briefs', () => {
  test('should stand together', () => {
    const briefs = ['x', 'y', 'z'].map((slug) => ({
      slug,
      characterCount: 300,
      kind: 'brief'
    }))
    const [x, y, z] = briefs
    const copy = [loose[0], x, loose[1], y, loose[2], z].filter(
      (one) => one !== undefined
    )
    const [page] = makeUp([[5, copy]]).results
    const areas = (page?.plan.modules ?? [])
      .filter(({slug}) => 'xyz'.includes(slug))
      .map(({area}) => area)
    const neighbours = areas.map(
      (area) => areas.filter((one) => one !== area && touches(one, area)).length
    )

    expect(areas).toHaveLength(3)
    expect(Math.min(...neighbours)).toBeGreaterThan(0)
  })
})

function makeUp(
  copy: ReadonlyArray<readonly [number, ReadonlyArray<Copy>]>
): IssueResult {
  return makeUpIssue(toIssueRequest(new Map(copy)))
}

function rename(copy: Copy, slug: string): Copy {
  return {...copy, slug}
}

function shorten(slug: string, characterCount: number): Copy {
  return {...second, slug, characterCount}
}

function listMoves({changes}: IssueResult): Array<string> {
  return changes
    .map((one) => `${one.slug} ${one.fromPageNumber} ${one.toPageNumber}`)
    .sort()
}

function listUnfilled({results}: IssueResult): Array<number> {
  return results
    .filter(({isFilled}) => !isFilled)
    .map(({plan}) => plan.pageNumber)
}

function listSlugs({pages}: IssueResult): Array<Array<string>> {
  return pages.map(({placements}) => placements.map(({slug}) => slug))
}
