import {describe, expect, test} from 'vitest'
import {makeUpIssue} from '../../src/makeup/makeup.ts'
import type {LatticeRect, PagePlan} from '../../src/model/plan.ts'
import {toIssueRequest, type Copy} from './desk.ts'

const stories: Array<Copy> = [
  {slug: 'lead', characterCount: 2100},
  {slug: 'sea', characterCount: 1400},
  {slug: 'village', characterCount: 1200},
  {slug: 'move', characterCount: 1000},
  {slug: 'care', characterCount: 800},
  {slug: 'bank', characterCount: 700}
]

describe('left-hand pages', () => {
  test('should mirror right-hand ones where the template says so', () => {
    const right = makeUp(5, stories)
    const left = makeUp(4, stories)

    expect(left.modules.map(({area}) => area)).toEqual(
      right.modules.map(({area}) => turn(area))
    )
    expect(left.modules.map(({area}) => area)).not.toEqual(
      right.modules.map(({area}) => area)
    )
  })

  test('should mirror interlocking ones, the notches of Ls too', () => {
    const right = makeUp(5, stories, {makeUp: 'interlocking'}, 93)
    const left = makeUp(4, stories, {makeUp: 'interlocking'}, 93)
    const notches = right.modules.flatMap(({shape}) => shape.notch ?? [])

    expect(notches.length).toBeGreaterThan(0)
    expect(left.modules.map(({area}) => area)).toEqual(
      right.modules.map(({area}) => turn(area))
    )
    expect(left.modules.flatMap(({shape}) => shape.notch ?? [])).toEqual(
      notches.map((notch) => ({
        ...notch,
        side: notch.side === 'left' ? 'right' : 'left'
      }))
    )
  })

  test('should be as right-hand ones where it does not', () => {
    expect(makeUp(4, stories, {mirrors: false}).modules).toEqual(
      makeUp(5, stories, {mirrors: false}).modules
    )
  })

  test('should stay as they were', () => {
    const plan = makeUp(4, stories)
    const previous = new Map(
      plan.modules.map(({area, part, slug}) => [`${slug} ${part}`, area])
    )

    expect(makeUp(4, stories, {previous}).modules).toEqual(plan.modules)
  })

  test('should keep a pin where the editor put it', () => {
    const pin = {columnNumber: 1, lineNumber: 1, columnCount: 3}
    const {modules} = makeUp(
      4,
      stories.map((one) => (one.slug === 'move' ? {...one, pin} : one))
    )

    expect(modules.find(({slug}) => slug === 'move')?.area).toMatchObject({
      columnIndex: 0,
      columnCount: 3
    })
  })
})

function turn(area: LatticeRect): LatticeRect {
  return {...area, columnIndex: 8 - area.columnIndex - area.columnCount}
}

function makeUp(
  pageNumber: number,
  copy: ReadonlyArray<Copy>,
  options: {
    makeUp?: 'interlocking' | 'modular'
    mirrors?: boolean
    previous?: ReadonlyMap<string, LatticeRect>
  } = {},
  lineCount = 84
): PagePlan {
  const {
    makeUp = 'modular',
    mirrors: mirrorsLeftPages = true,
    previous
  } = options
  const request = toIssueRequest(new Map([[pageNumber, copy]]), lineCount)
  const templates = new Map(
    [...request.templates].map(([number, template]) => [
      number,
      {
        ...template,
        makeUp,
        mirrorsLeftPages,
        // As if it cost nothing to bend a story.
        costs: makeUp === 'interlocking' ? {dogleg: 0} : {}
      }
    ])
  )
  const {results} = makeUpIssue({
    ...request,
    templates,
    ...(previous ? {previous: new Map([[pageNumber, previous]])} : {})
  })
  const [result] = results
  if (!result) throw new Error('Unexpected issue without a page')
  return result.plan
}
