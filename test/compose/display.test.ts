// Type that is looked at before it is read, in real faces: advertisements, and
// headlines in two halves.

import {beforeAll, expect, test} from 'vitest'
import type {Block, ComposedModule, Line} from '../../src/model/page.ts'
import type {LatticeRect, StoryShape} from '../../src/model/plan.ts'
import {findLines} from '../../src/render/find-marks.ts'
import {openFiles, type MadeDesk} from '../made/open-made-desk.ts'

const shape: StoryShape = {
  columnCount: 4,
  legCount: 4,
  headline: {sizeStep: 0, rowCount: 1},
  pictures: [],
  frame: 'none'
}
let desk: MadeDesk

beforeAll(async () => {
  desk = await openFiles(
    new Map([
      [
        'issue.yaml',
        'publication: 报\ndate: 2026-06-02\nlang: zh-CN\npages:\n  - number: 2\n    template: broadsheet\n    stories: [comma.md, space.md, ad.md, full.md]\n'
      ],
      ['comma.md', '# 水来了， | 人也留下\n\n正文。\n'],
      ['space.md', '# 水来了啊 | 人也留下\n\n正文。\n'],
      [
        'ad.md',
        '---\nkind: ad\nsize: {columns: 2, lines: 12}\n---\n\n# 苹果节十二日开门迎客\n\n三月十日起，每天早六点到晚六点。\n'
      ],
      [
        'full.md',
        `---\nkind: ad\nsize: {columns: 2, lines: 12}\n---\n\n${'苹果节开门迎客。'.repeat(20)}\n`
      ]
    ])
  )
})

test('should set an advertisement larger in a larger frame, in as many rows', () => {
  const sizes = [
    [2, 12],
    [4, 24],
    [8, 40]
  ].map(([columnCount = 0, lineCount = 0]) => {
    const module = set('ad', {columnCount, lineCount})
    const {depthPt, widthPt, yPt} = module.area
    for (const line of findLines(module.children)) {
      expect(line.xPt).toBeGreaterThanOrEqual(module.area.xPt)
      expect(line.widthPt).toBeLessThanOrEqual(widthPt)
      expect(line.yPt - line.ascentPt).toBeGreaterThanOrEqual(yPt)
      expect(line.yPt + line.descentPt).toBeLessThanOrEqual(yPt + depthPt)
    }
    const label = findBlock(module, 'label')
    expect(label).toHaveLength(1)
    return findBlock(module, 'headline').map(sizeOf)
  })

  expect(sizes.map((rows) => rows.length)).toEqual([1, 1, 1])
  expect(sizes[1]?.[0]).toBeGreaterThan(sizes[0]?.[0] ?? 0)
  expect(sizes[2]?.[0]).toBeGreaterThan(sizes[1]?.[0] ?? 0)
})

test('should keep the size of a style that has no room to grow', () => {
  const byName = new Map(
    [...desk.templates.byName].map(([name, template]) => {
      const adBody = template.styles['adBody']
      if (!adBody) throw new Error(`No style in ${name}`)
      const styles = {...template.styles, adBody: {...adBody, sizePt: 9.25}}
      return [name, {...template, styles}] as const
    })
  )
  const room = desk.reopen(desk.issue, byName)
  const module = set('full', {columnCount: 2, lineCount: 12}, room)

  expect(new Set(findBlock(module, 'paragraph').map(sizeOf))).toEqual(
    new Set([9.25])
  )
})

test('should part the halves of a headline by less after a comma', () => {
  const place = {columnCount: 4, lineCount: 30}
  const [comma, space] = ['comma', 'space'].map((slug) => {
    const [line] = findBlock(set(slug, place), 'headline')
    if (!line) throw new Error(`No headline of ${slug}`)
    const glyphs = line.children.flatMap((run) => run.glyphs)
    const second = glyphs.find(({text}) => text === '人')
    const first = glyphs.find(({text}) => text === '了')
    const gapPt = (second?.xPt ?? 0) - (first?.xPt ?? 0)
    return gapPt / sizeOf(line)
  })

  // Of three characters' room a little over two is left.
  expect(space).toBeCloseTo(3, 1)
  expect(comma).toBeGreaterThan(1.7)
  expect(comma).toBeLessThan(2.3)
})

function set(
  slug: string,
  place: Pick<LatticeRect, 'columnCount' | 'lineCount'>,
  room = desk.room
): ComposedModule {
  const {columnCount} = place
  const area = {columnIndex: 0, lineIndex: 0, ...place}
  const legs = {columnCount, legCount: columnCount}
  const page = room.composePage({
    pageNumber: 2,
    modules: [{slug, part: 'whole', area, shape: {...shape, ...legs}}],
    cutoffs: [],
    costs: {}
  })
  const module = page.children.find((child) => child.type === 'module')
  if (!module) throw new Error(`No module of ${slug}`)
  return module
}

function findBlock(module: ComposedModule, role: Block['role']): Array<Line> {
  return module.children.flatMap((child) =>
    child.type === 'block' && child.role === role ? findLines([child]) : []
  )
}

function sizeOf(line: Line): number {
  return line.children[0]?.sizePt ?? 0
}
