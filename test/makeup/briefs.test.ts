import {describe, expect, test} from 'vitest'
import {toLayoutLine} from '../../src/build/to-layout-line.ts'
import {makeUpIssue} from '../../src/makeup/makeup.ts'
import type {LatticeRect, PagePlan} from '../../src/model/plan.ts'
import {toIssueRequest, type Copy} from './desk.ts'

const stories: Array<Copy> = [
  {slug: 'lead', characterCount: 2600},
  {slug: 'sea', characterCount: 1500},
  {slug: 'village', characterCount: 1250},
  {slug: 'move', characterCount: 1100}
]
const briefs = ['one', 'two', 'three', 'four'].map((slug, index): Copy => ({
  slug,
  kind: 'brief',
  characterCount: 60 + index * 25,
  headlineCharacterCount: 8
}))

describe('briefs of one page', () => {
  test('should stand in one block, each in a module of its own', () => {
    const {isFilled, plan} = makeUp([...stories, ...briefs])
    const [block] = plan.blocks ?? []
    const members = plan.modules.filter(({shape}) => shape.block)

    expect(isFilled).toBe(true)
    expect(plan.blocks).toHaveLength(1)
    expect(block?.slugs).toEqual(['one', 'two', 'three', 'four'])
    expect(members.map(({slug}) => slug)).toEqual(block?.slugs)
    expect(listCells(members.map(({area}) => area))).toEqual(
      block && listCells([block.area])
    )
  })

  test('should leave lines for the frame over and under every pile', () => {
    const {plan} = makeUp([...stories, ...briefs])
    const [block] = plan.blocks ?? []
    if (!block) throw new Error('Unexpected page without a block')
    const foot = block.area.lineIndex + block.area.lineCount

    for (const {area, shape} of plan.modules) {
      if (!shape.block) continue
      const {aboveLineCount, belowLineCount} = shape.block
      const isTop = area.lineIndex === block.area.lineIndex
      expect(aboveLineCount > 0).toBe(isTop)
      expect(belowLineCount > 0).toBe(area.lineIndex + area.lineCount === foot)
    }
  })

  test('should have no rules of the page between them', () => {
    const {plan} = makeUp([...stories, ...briefs])
    const [block] = plan.blocks ?? []
    if (!block) throw new Error('Unexpected page without a block')
    const {columnIndex, lineCount, lineIndex} = block.area

    for (const cutoff of plan.cutoffs) {
      const isInside =
        cutoff.columnIndex >= columnIndex &&
        cutoff.columnIndex < columnIndex + block.area.columnCount &&
        cutoff.lineIndex > lineIndex &&
        cutoff.lineIndex < lineIndex + lineCount
      expect(isInside && cutoff.direction === 'horizontal').toBe(false)
    }
  })

  test('should stay where they were, and be pinned as one', () => {
    const copy = [...stories, ...briefs]
    const {plan} = makeUp(copy)
    const line = toLayoutLine(plan)
    const previous = new Map(
      plan.modules.map(({area, part, slug}) => [`${slug} ${part}`, area])
    )
    const again = makeUp(
      copy.map((one) =>
        one.slug === 'two' ? {...one, characterCount: 88} : one
      ),
      previous
    )

    expect(again.plan.blocks).toEqual(plan.blocks)
    expect(line).toContain('one@')
    expect(line).not.toContain('two@')
  })

  test('should stand alone where there is one, or where each is pinned', () => {
    const [first, second] = briefs
    if (!first || !second) throw new Error('Unexpected lack of briefs')
    const pinned = [first, {...second, pin: {columnCount: 2}}]

    expect(makeUp([...stories, first]).plan.blocks).toBeUndefined()
    expect(makeUp([...stories, ...pinned]).plan.blocks).toBeUndefined()
  })
})

function makeUp(
  copy: ReadonlyArray<Copy>,
  previous?: ReadonlyMap<string, LatticeRect>
): {isFilled: boolean; plan: PagePlan} {
  const request = toIssueRequest(new Map([[5, copy]]), 84)
  const {results} = makeUpIssue({
    ...request,
    ...(previous ? {previous: new Map([[5, previous]])} : {})
  })
  const [result] = results
  if (!result) throw new Error('Unexpected issue without a page')
  return result
}

function listCells(areas: ReadonlyArray<LatticeRect>): Array<string> {
  const cells: Array<string> = []
  for (const area of areas) {
    for (let x = 0; x < area.columnCount; x++) {
      for (let y = 0; y < area.lineCount; y++) {
        cells.push(`${area.columnIndex + x},${area.lineIndex + y}`)
      }
    }
  }
  return cells.sort()
}
