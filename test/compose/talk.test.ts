// Copy that is spoken or sung: questions stay with their answers, and all lines
// of a verse begin at one indent.

import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import type {ComposedModule, Line} from '../../src/model/page.ts'
import {findLines} from '../../src/render/find-marks.ts'
import {openRoom, place} from './open-room.ts'

const folder = fileURLToPath(new URL('specimen', import.meta.url))
const {compose} = await openRoom(folder)

test('should leave no question at the foot of a leg', () => {
  let partedCount = 0
  for (let depth = 9; depth <= 14; depth++) {
    const module = set(depth)
    const lefts = module.legs.map((leg) => leg.xPt)
    const byLeg = lefts.map((leftPt, index) =>
      listLines(module).filter(
        ({xPt}) => xPt >= leftPt - 1 && xPt < (lefts[index + 1] ?? Infinity) - 1
      )
    )
    const feet = byLeg.map((lines) => read(lines.at(-1)))
    if (byLeg.every((lines) => lines.length > 0)) partedCount++
    expect(feet.filter((text) => text.startsWith('问'))).toEqual([])
  }
  expect(partedCount).toBeGreaterThan(2)
})

test('should begin all lines of a verse at one indent', () => {
  const lines = listLines(set(30))
  const verse = lines.slice(
    lines.findIndex((line) => read(line).startsWith('水往'))
  )
  const lefts = verse.map((line) => line.children[0]?.glyphs[0]?.xPt)
  expect(verse.map(read)).toEqual([
    '水往东边去，',
    '人往西边来，',
    '桥在中间站着。'
  ])
  expect(new Set(lefts).size).toBe(1)
})

test('should set a crosshead that nothing follows yet', () => {
  const module = set(30, 'stub')
  expect(module.facts.oversetLineCount).toBe(0)
  expect(
    module.children.some(
      (child) => child.type === 'block' && child.role === 'crosshead'
    )
  ).toBe(true)
})

function set(depth: number, slug = 'talk'): ComposedModule {
  const module = compose([place(slug, [0, 2, 0, depth])]).children.find(
    (child) => child.type === 'module'
  )
  if (!module) throw new TypeError('Unexpected page without a module')
  return module
}

function listLines(module: ComposedModule): Array<Line> {
  return module.children.flatMap((child) =>
    child.type === 'block' && child.role === 'paragraph'
      ? findLines([child])
      : []
  )
}

function read(line: Line | undefined): string {
  return (line?.children ?? [])
    .flatMap((run) => run.glyphs)
    .map((glyph) => glyph.text)
    .join('')
}
