// A specimen of everything a story can hold, set with real faces.

import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import type {Block, ComposedModule, ComposedPage} from '../../src/model/page.ts'
import type {PlannedModule, StoryShape} from '../../src/model/plan.ts'
import {findLines, findMarks} from '../../src/render/find-marks.ts'
import {checkPages} from '../check-page.ts'
import {openRoom, place, type OpenRoom} from './open-room.ts'

const folder = fileURLToPath(new URL('specimen', import.meta.url))

/** Each story by itself, as wide as it is set. */
const shapes: ReadonlyArray<readonly [string, Partial<StoryShape>]> = [
  ['styles', {columnCount: 4, legCount: 4}],
  ['styles', {columnCount: 3, legCount: 2, summary: 'leg'}],
  [
    'blocks',
    {columnCount: 4, legCount: 4, headline: {sizeStep: 0, rowCount: 2}}
  ],
  [
    'blocks',
    {
      columnCount: 4,
      legCount: 3,
      headline: {sizeStep: 0, rowCount: 2},
      frame: 'box'
    }
  ],
  [
    'blocks',
    {columnCount: 1, legCount: 1, headline: {sizeStep: -2, rowCount: 4}}
  ],
  [
    'beside',
    {
      columnCount: 3,
      legCount: 2,
      headline: {sizeStep: -2, rowCount: 2, setting: 'beside'}
    }
  ],
  [
    'dogleg',
    {
      columnCount: 4,
      legCount: 4,
      headline: {sizeStep: -1, rowCount: 2},
      notch: {side: 'right', columnCount: 2, lineCount: 12}
    }
  ],
  [
    'dogleg',
    {
      columnCount: 4,
      legCount: 4,
      headline: {sizeStep: -1, rowCount: 2},
      notch: {side: 'left', columnCount: 1, lineCount: 9}
    }
  ],
  ['couplet', {columnCount: 2, legCount: 2}],
  ['upright', {columnCount: 2, legCount: 1, frame: 'tint'}]
]

describe('specimen', () => {
  let open: OpenRoom

  beforeAll(async () => {
    open = await openRoom(folder)
  })

  test.for(shapes)('should set %s in %j', ([slug, shape]) => {
    const page = compose(slug, shape)
    const [module] = listModules(page)

    expect(module?.facts.oversetLineCount).toBe(0)
    expect(
      checkPages([page], {isFull: false, stories: listStories(slug)})
    ).toEqual([])
  })

  test.for(shapes)(
    'should keep body type of %s on the grid',
    ([slug, shape]) => {
      const page = compose(slug, shape)
      const phases = new Set<number>()
      for (const block of listBlocks(page, 'paragraph')) {
        const isInLeg = !/\/\d+\/\d+$/.test(block.id) && slug !== 'upright'
        for (const line of isInLeg ? findLines([block]) : []) {
          if (line.children.every(({mark}) => mark === 'ruby')) continue
          if (line.writing === 'vertical') continue
          const {leadingPt} = page.grid
          const phase = (line.yPt - page.typeArea.yPt) % leadingPt
          phases.add(Math.round(phase * 10))
        }
      }

      expect([...phases]).toHaveLength(slug === 'upright' ? 0 : 1)
    }
  )

  test('should stress with other faces, never with slanted ones', () => {
    const page = compose('styles', {columnCount: 4, legCount: 4})
    const faces = new Map<string, Set<string>>()
    for (const line of findLines(listModules(page))) {
      for (const run of line.children) {
        const {face, mark = 'plain', risePt = 0} = run
        const key = risePt > 0 ? `${mark} raised` : mark
        const known = faces.get(key) ?? new Set()
        if (line.yPt > 300 || mark !== 'plain') known.add(face)
        faces.set(key, known)
      }
    }

    expect([...(faces.get('emphasis') ?? [])]).toEqual(['kai'])
    expect([...(faces.get('strong') ?? [])]).toEqual(['heiBold'])
    expect([...(faces.get('leadIn') ?? [])]).toEqual(['heiBold'])
    expect([...(faces.get('noteRef raised') ?? [])]).toEqual(['hei'])
    expect(faces.has('ruby')).toBe(true)
    expect(faces.has('link')).toBe(true)
  })

  test('should set ruby and dots between the lines', () => {
    const page = compose('styles', {columnCount: 4, legCount: 4})
    const paragraphs = listBlocks(page, 'paragraph')
    const lines = findLines(paragraphs)
    const ruby = lines.filter((line) => line.children[0]?.mark === 'ruby')
    const body = lines.filter((line) => !ruby.includes(line))
    const dots = findMarks(paragraphs).filter((mark) => mark.type === 'rule')

    expect(ruby.length).toBe(4)
    // 要紧得很 and 一字千金，不差毫厘: marks have none.
    expect(dots.length).toBe(12)
    for (const line of ruby) {
      const topPt = line.yPt - (line.children[0]?.sizePt ?? 9) * 0.76
      const above = body.filter(
        ({xPt, yPt}) => yPt < line.yPt && Math.abs(xPt - line.xPt) < 120
      )
      const nearestPt = Math.max(0, ...above.map(({yPt}) => yPt))
      // Under the line above, which goes .12 em below its baseline.
      expect(topPt).toBeGreaterThan(nearestPt + 9 * 0.1)
    }
  })

  test('should set a wide table across legs, a narrow one in its leg', () => {
    const page = compose('blocks', {
      columnCount: 4,
      legCount: 4,
      headline: {sizeStep: 0, rowCount: 2}
    })
    const [module] = listModules(page)
    const widths = listBlocks(page, 'table').map((table) => {
      const rules = findMarks([table]).filter((mark) => mark.type === 'rule')
      return Math.round(Math.max(...rules.map((rule) => rule.widthPt)))
    })

    expect(module?.legs.map((leg) => Math.round(leg.widthPt))).toEqual([
      117, 117, 117, 117
    ])
    expect(widths).toEqual([117, 243])
  })

  test('should split a crosshead that is too long by meaning', () => {
    const page = compose('blocks', {
      columnCount: 4,
      legCount: 4,
      headline: {sizeStep: 0, rowCount: 2}
    })
    const [first] = listBlocks(page, 'crosshead')
    const rows = findLines(first ? [first] : []).map((line) =>
      line.children
        .flatMap((run) => run.glyphs)
        .map(({text}) => text)
        .join('')
    )

    expect(rows).toEqual(['窄表放在一个', '基本栏里就够了'])
  })

  test('should number notes in the order they are called, others last', () => {
    const page = compose('styles', {columnCount: 4, legCount: 4})
    const notes = listBlocks(page, 'footnote').map((block) =>
      findLines([block])
        .flatMap((line) => line.children)
        .flatMap((run) => run.glyphs)
        .map(({text}) => text)
        .join('')
        .slice(0, 4)
    )

    expect(notes).toEqual(['[1] ', '[2] '])
  })

  test('should leave out a pull quote only where it repeats the copy', () => {
    const shape = {
      columnCount: 4,
      legCount: 4,
      headline: {sizeStep: 0, rowCount: 2}
    }
    const page = compose('blocks', {...shape, setsPullQuotes: false})

    expect(listBlocks(compose('blocks', shape), 'pullQuote')).toHaveLength(1)
    expect(listBlocks(page, 'pullQuote')).toHaveLength(0)
  })

  test.for([1, -1])(
    'should hold a line more or less in a frame: %i',
    (leadingDelta) => {
      const shape: Partial<StoryShape> = {
        columnCount: 2,
        legCount: 2,
        frame: 'box'
      }
      const plain = listModules(compose('dogleg', shape))[0]
      const page = compose('dogleg', {...shape, leadingDelta})
      const [module] = listModules(page)
      const lines = findLines(listBlocks(page, 'paragraph')).filter(
        ({xPt}) => xPt < (module?.legs[1]?.xPt ?? 0) - 1
      )
      // A crosshead stands between some of them.
      const pitches = lines
        .slice(1)
        .map((line, index) =>
          Math.round((line.yPt - (lines[index]?.yPt ?? 0)) * 100)
        )
        .filter((pitch) => pitch < 1500)

      expect(module?.facts.oversetLineCount).toBe(0)
      expect(module?.area.depthPt).toBeCloseTo(
        (plain?.area.depthPt ?? 0) - leadingDelta * page.grid.leadingPt
      )
      // One pitch for all lines, not the grid's, and none below the leg.
      expect(Math.max(...pitches) - Math.min(...pitches)).toBeLessThan(2)
      expect(Math.sign(1125 - (pitches[0] ?? 0))).toBe(leadingDelta)
      const [leg] = module?.legs ?? []
      expect(lines.at(-1)?.yPt).toBeLessThan(
        (leg?.yPt ?? 0) + (leg?.depthPt ?? 0)
      )
    }
  )

  /** A story in a module as deep as it has to be. */
  function compose(slug: string, shape: Partial<StoryShape>): ComposedPage {
    const columnCount = shape.columnCount ?? 1
    const planned = place(slug, [0, columnCount, 0, 1], shape)
    const {depthLineCount} = open.room.castOff(1)({
      slug,
      part: 'whole',
      shape: planned.shape
    })
    const module: PlannedModule = {
      ...planned,
      area: {
        ...planned.area,
        lineCount: depthLineCount - (shape.leadingDelta ?? 0)
      }
    }
    return open.compose([module])
  }

  function listStories(slug: string) {
    return open
      .toJob([])
      .issue.children.flatMap((page) => page.children)
      .filter((story) => story.slug === slug)
  }
})

function listModules(page: ComposedPage): Array<ComposedModule> {
  return page.children.filter((child) => child.type === 'module')
}

function listBlocks(page: ComposedPage, role: Block['role']): Array<Block> {
  const visit = (node: Block | ComposedModule): Array<Block> =>
    node.children.flatMap((child) => {
      if (child.type !== 'block') return []
      return child.role === role ? [child] : visit(child)
    })
  return listModules(page).flatMap(visit)
}
