// Links as PDF has them: one annotation for each line of a link, and what it
// says to somebody who does not see where it stands.

import {
  PDFHexString,
  PDFName,
  PDFString,
  type PDFDict,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib'
import type {Line, Run} from '../../model/page.ts'
import {boundRects, type Rect} from '../../unit/rect.ts'
import {findModules} from '../sheet.ts'
import type {PrintedFacts} from './repair.ts'
import {
  findFirstLeaf,
  findLeaves,
  type StructureElement,
  type StructureTarget
} from './structure.ts'
import {toDestination} from './to-destination.ts'
import {toSafeHref} from './to-safe-href.ts'

/** An annotation, and the page it is for. */
export interface Link {
  annotation: PDFDict
  pageIndex: number
}

/** Make the annotations of a link; none where it leads nowhere safe. */
export function toLinks(
  document: PDFDocument,
  facts: PrintedFacts,
  element: StructureElement,
  named: ReadonlyMap<string, StructureElement>
): Array<Link> {
  const action = toAction(document, facts, element.target, named)
  if (!action) return []
  const leaves = findLeaves(element)
  const text = leaves
    .flatMap(({mark}) => (mark.type === 'run' ? mark.glyphs : []))
    .map((glyph) => glyph.text)
    .join('')
  const url = element.target?.type === 'url' ? element.target.url : undefined
  const contents =
    element.says ?? (url && !text.includes(url) ? `${text} ${url}` : text)
  const lines = Map.groupBy(leaves, (leaf) => leaf.line)

  return [...lines].flatMap(([line, inside]) => {
    const pageIndex = inside.at(0)?.pageIndex ?? 0
    const page = facts.pages[pageIndex]
    const rects = inside.flatMap(({mark}) =>
      line && mark.type === 'run' ? [toRunArea(mark, line)] : []
    )
    const rect = boundRects(rects)
    if (!page || !rect) return []
    const {depthPt, widthPt, xPt, yPt} = rect
    const bottom = page.depthPt - yPt - depthPt
    const corners = [xPt, bottom, xPt + widthPt, bottom + depthPt]
    const annotation = document.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: corners.map((value) => Math.round(value * 100) / 100),
      Border: [0, 0, 0],
      // Printed: PDF/A asks for it, and there is nothing to see.
      F: 4,
      Contents: PDFHexString.fromText(contents)
    })
    annotation.set(PDFName.of(action.key), action.value)
    return [{annotation, pageIndex}]
  })
}

function toAction(
  document: PDFDocument,
  facts: PrintedFacts,
  target: StructureTarget | undefined,
  named: ReadonlyMap<string, StructureElement>
): {key: 'A' | 'Dest'; value: PDFObject} | undefined {
  if (target?.type === 'url') {
    const href = toSafeHref(target.url)
    if (href === undefined) return undefined
    const uri = PDFString.of(href)
    const value = document.context.obj({Type: 'Action', S: 'URI', URI: uri})
    return {key: 'A', value}
  }
  if (!target) return undefined
  if (target.type === 'element') {
    const found = named.get(target.id)
    const leaf = found && findFirstLeaf(found)
    const page = leaf && facts.pages[leaf.pageIndex]
    if (!page || leaf.mark.type !== 'run' || !leaf.line) return undefined
    const area = toRunArea(leaf.mark, leaf.line)
    const value = toDestination(document, page, leaf.pageIndex, area)
    return {key: 'Dest', value}
  }
  for (const [index, page] of facts.pages.entries()) {
    const module = findModules(page).find(
      ({part, slug}) => slug === target.slug && part === target.part
    )
    if (!module) continue
    const value = toDestination(document, page, index, module.area)
    return {key: 'Dest', value}
  }
  return undefined
}

/** Find what a reader clicks. */
function toRunArea(run: Run, line: Line): Rect {
  const first = run.glyphs.at(0)
  const last = run.glyphs.at(-1)
  const {ascentPt, descentPt} = line
  const acrossPt = ascentPt + descentPt

  if (line.writing === 'vertical') {
    const yPt = first?.yPt ?? line.yPt
    const depthPt = (last?.yPt ?? yPt) + (last?.advancePt ?? 0) - yPt
    const xPt = (first?.xPt ?? line.xPt) - acrossPt / 2
    return {xPt, yPt, widthPt: acrossPt, depthPt}
  }
  const xPt = first?.xPt ?? line.xPt
  const widthPt = (last?.xPt ?? xPt) + (last?.advancePt ?? 0) - xPt
  return {xPt, yPt: line.yPt - ascentPt, widthPt, depthPt: acrossPt}
}
