import {expect, test} from 'vitest'
import {listShares} from '../../src/makeup/share-blocks.ts'
import type {Corner} from '../../src/makeup/corner.ts'

const tables = Array.from({length: 18}, (_, index) => [
  new Map(),
  new Map([[20 + index, {cost: 1}]])
])

test('should part stories with corners, but no group', () => {
  const corners: Array<Corner | undefined> = tables.map(() => undefined)
  corners[2] = 'upper-right'
  corners[3] = 'lower-left'
  corners[11] = 'lower-right'
  const shares = listShares(
    {tables, groups: [[2, 11]], corners, before: tables.map(() => undefined)},
    3
  )

  expect(shares.length).toBeGreaterThan(2)
  for (const blocks of shares) {
    const homeOf = (index: number): number =>
      blocks.findIndex((block) => block.includes(index))
    expect(homeOf(2)).toBe(homeOf(11))
    expect(homeOf(3)).not.toBe(homeOf(2))
    expect(blocks.flat().toSorted((a, b) => a - b)).toEqual([...tables.keys()])
  }
})
