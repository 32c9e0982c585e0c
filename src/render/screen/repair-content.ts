// Repair: pages at their place, with everything on them said to be part of the
// structure or decoration; and the structure itself.
//
// Chromium takes paper in whole pixels and puts what it paints at its top left,
// while a PDF counts from the bottom left: so all of it moves down by what was
// too much.

import {
  PDFName,
  PDFRawStream,
  type PDFDocument,
  type PDFPage
} from '@cantoo/pdf-lib'
import type {ComposedPage} from '../../model/page.ts'
import {findMarks} from '../find-marks.ts'
import {unpackStream} from '../unpack-stream.ts'
import {markContent, type MarkedContent, type Painted} from './mark-content.ts'
import type {PrintedFacts} from './repair.ts'
import {isElement, type StructureElement} from './structure.ts'
import {toStructure} from './to-structure.ts'
import {writeStructure} from './write-structure.ts'

// First operators of every page: pixels of 300 to the inch, y down.
const pageMatrix = /^(\S+ 0 0 \S+ 0 )(\S+)( cm)/

type Owners = ReadonlyMap<object, StructureElement>

/** Set the content of all pages right, and write their structure. */
export function repairContent(
  document: PDFDocument,
  facts: PrintedFacts
): void {
  const root = toStructure(facts.pages, facts.lang)
  const owners = findOwners(root, new Map<object, StructureElement>())
  const marked = document.getPages().flatMap((page, index) => {
    const composed = facts.pages[index]
    return composed ? [repairPage(page, composed, owners)] : []
  })
  writeStructure(document, facts, root, marked)
}

function findOwners(
  element: StructureElement,
  owners: Map<object, StructureElement>
): Owners {
  for (const child of element.children) {
    if (isElement(child)) findOwners(child, owners)
    else owners.set(child.mark, element)
  }
  return owners
}

function repairPage(
  page: PDFPage,
  composed: ComposedPage,
  owners: Owners
): MarkedContent<StructureElement> {
  const depthPt = Math.round(composed.depthPt * 1000) / 1000
  const {context} = page.doc
  const key = PDFName.of('Contents')
  const stream = context.lookup(page.node.get(key))
  if (!(stream instanceof PDFRawStream)) {
    throw new TypeError('Unexpected page without one stream, expected one')
  }

  const bytes = unpackStream(stream)
  const marked = markContent({
    content: moveDown(Buffer.from(bytes).toString('latin1'), depthPt),
    painted: toPainted(composed, owners),
    depthPt
  })
  const value = Buffer.from(marked.content, 'latin1')
  page.node.set(key, context.register(context.flateStream(value)))
  const oldRef = context.getObjectRef(stream)
  if (oldRef) context.delete(oldRef)
  return marked
}

function moveDown(content: string, depthPt: number): string {
  if (!pageMatrix.test(content)) {
    throw new TypeError(
      `Unexpected start of page \`${content.slice(0, 40)}\`, expected a matrix`
    )
  }
  return content.replace(pageMatrix, `$1${depthPt}$3`)
}

function toPainted(
  page: ComposedPage,
  owners: Owners
): Array<Painted<StructureElement>> {
  return findMarks(page.children).flatMap((mark) => {
    if (mark.type === 'picture') return [own({mark})]
    if (mark.type !== 'line') return []
    return mark.children
      .filter((run) => run.glyphs.length > 0)
      .map((run) => own({mark: run, line: mark}))
  })

  function own(painted: Painted<StructureElement>): Painted<StructureElement> {
    const owner = owners.get(painted.mark)
    return owner ? {...painted, owner} : painted
  }
}
