import {expect, test} from 'vitest'
import {toLayout} from '../../src/render/layout-json.ts'
import {writeLayout} from '../../src/render/write-layout.ts'
import {makeIssue} from './made-issue.ts'

const made = await makeIssue()
const layout = toLayout(made.pages)
const [page5, page6] = layout.pages

test('should say where pages, stories, legs, lines and pictures are', () => {
  const [lead, , extras] = page5?.modules ?? []

  expect(page5).toMatchObject({pageNumber: 5, widthMm: 390, depthMm: 300})
  expect(lead).toMatchObject({
    story: 'lead',
    part: 'start',
    jumpPageNumber: 6,
    area: {x: 12.7, y: 21.167, width: 141.111, depth: 105.833},
    legs: [{lineCount: 4}]
  })
  expect(lead?.blocks[0]).toMatchObject({
    id: 'lead/headline',
    role: 'headline',
    lines: [{text: '“披荆斩棘”绿色发展', baseline: 31.75}]
  })
  expect(extras?.pictures).toEqual([
    {x: 204.611, y: 59.972, width: 31.75, depth: 19.05, src: 'photo/field.jpg'}
  ])
})

test('should keep both ends of a jump', () => {
  const targets = [page5, page6].flatMap((page) =>
    (page?.modules ?? []).flatMap((module) =>
      module.blocks.flatMap((block) => (block.target ? [block.target] : []))
    )
  )
  expect(targets).toEqual([
    {type: 'part', slug: 'lead', part: 'rest'},
    {type: 'part', slug: 'lead', part: 'start'}
  ])
})

test('should read lines without hyphens that were added', () => {
  const lines = page5?.modules[1]?.blocks.flatMap((block) => block.lines)
  expect(lines?.map((line) => line.text)).toContain(
    'reading the quick brown fox; “Type” is ker'
  )
})

test('should say where every character stands', () => {
  const lines = page5?.modules.flatMap((module) =>
    module.blocks.flatMap((block) => block.lines)
  )
  expect(lines?.length).toBeGreaterThan(5)
  for (const {depth, edges, text, width} of lines ?? []) {
    expect(edges, text).toHaveLength(text.length + 1)
    for (const [index, edge] of edges.entries()) {
      expect(edge, text).toBeGreaterThanOrEqual(edges[index - 1] ?? -6)
      expect(edge, text).toBeLessThan(2 * Math.max(width, depth))
    }
  }
})

test('should write lists of numbers on one line', () => {
  const text = new TextDecoder().decode(writeLayout(made.pages))
  expect(JSON.parse(text)).toEqual(layout)
  expect(text).toMatch(/"edges": \[[\d.,-]+\]/)
})

test('should give the same bytes twice', async () => {
  const again = toLayout((await makeIssue()).pages)
  expect(JSON.stringify(again)).toBe(JSON.stringify(layout))
})
