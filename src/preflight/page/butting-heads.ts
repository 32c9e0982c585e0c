// Rule: no two headlines of one size stand side by side, 碰题.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'
import {findBlocks, findLines} from './read-blocks.ts'

/** The rule. */
export const buttingHeads: RulePage = {
  id: 'butting-heads',
  level: 'warning',
  what: 'Two headlines of one size and face stand side by side, 碰题.',
  why: 'Readers run from one into the other: printers’ rules forbid it.',
  fix: 'Move one of the two stories with `at`, box one, or set one `writing: vertical`.'
}

interface Head {
  left: number
  right: number
  top: number
  baseline: number
  sizePt: number
  face: string
}

/** Note a headline that stands right of another, on the later story. */
export function checkButtingHeads(
  first: ComposedModule,
  second: ComposedModule,
  page: ComposedPage,
  file: VFile
): void {
  if (isFramed(first) !== isFramed(second)) return
  const [a, b] = [findHead(first), findHead(second)]
  if (!a || !b) return
  const {gutterPt} = page.grid
  const gapPt = Math.max(a.left, b.left) - Math.min(a.right, b.right)
  const isBeside = gapPt >= 0 && gapPt <= gutterPt * 2
  const isLevel = Math.abs(a.baseline - b.baseline) < page.grid.leadingPt / 2
  const isAlike = Math.abs(a.sizePt - b.sizePt) < 1 && a.face === b.face
  if (!isBeside || !isLevel || !isAlike) return

  note(
    file,
    buttingHeads,
    `Unexpected headlines of \`${first.slug}\` and \`${second.slug}\` side by side on page \`${page.pageNumber}\`, expected them apart`,
    {
      ancestors: [page, second],
      fix: `Move \`${second.slug}\` or \`${first.slug}\` with \`at\`, or box one of them.`
    }
  )
}

/** Where the words of a headline are, row by row together. */
function findHead(module: ComposedModule): Head | undefined {
  const lines = findLines(findBlocks(module.children, 'headline'))
  const [first] = lines
  const run = first?.children[0]
  if (!first || !run || first.writing === 'vertical') return undefined
  const glyphs = lines.flatMap((line) =>
    line.children.flatMap((one) => one.glyphs)
  )
  return {
    left: Math.min(...glyphs.map((glyph) => glyph.xPt)),
    right: Math.max(...glyphs.map((glyph) => glyph.xPt + glyph.advancePt)),
    top: first.yPt - first.ascentPt,
    baseline: first.yPt,
    sizePt: run.sizePt,
    face: run.face
  }
}

function isFramed(module: ComposedModule): boolean {
  return module.children.some(
    (child) => child.type === 'frame' || child.type === 'tint'
  )
}
