// Repair: bookmarks as a reader of newspapers thinks of them: page, then story.

import {PDFHexString, PDFName, PDFRef, type PDFDocument} from '@cantoo/pdf-lib'
import type {ComposedModule} from '../../model/page.ts'
import type {Point} from '../../unit/rect.ts'
import {findLines} from '../find-marks.ts'
import {findModules} from '../sheet.ts'
import {findBlocks} from './find-blocks.ts'
import {findTitle} from './find-title.ts'
import {formatPageName} from './format-page.ts'
import type {PrintedFacts} from './repair.ts'
import {toDestination} from './to-destination.ts'

interface Bookmark {
  title: string
  pageIndex: number
  place: Point
  children: ReadonlyArray<Bookmark>
}

/** Write bookmarks: pages, and their stories. */
export function repairOutline(
  document: PDFDocument,
  facts: PrintedFacts
): void {
  const key = PDFName.of('Outlines')
  const bookmarks = facts.pages.map((page, pageIndex) => ({
    title: formatPageName(page),
    pageIndex,
    place: {xPt: 0, yPt: 0},
    children: findModules(page).map((module) => ({
      title: findTitle(module, facts.pages),
      pageIndex,
      place: findPlace(module),
      children: []
    }))
  }))

  const root = document.context.nextRef()
  const ends = addItems(document, facts, bookmarks, root)
  const count = bookmarks.length + bookmarks.flatMap((b) => b.children).length
  const type = PDFName.of('Outlines')
  document.context.assign(
    root,
    document.context.obj({Type: type, Count: count, ...ends})
  )
  document.catalog.set(key, root)
}

// The headline, where there is one here: above it may be white or a picture.
function findPlace(module: ComposedModule): Point {
  const headlines = findBlocks(module.children).filter(
    (block) => block.role === 'headline'
  )
  const [line] = findLines(headlines)
  return line ? {xPt: line.xPt, yPt: line.yPt - line.ascentPt} : module.area
}

function addItems(
  document: PDFDocument,
  facts: PrintedFacts,
  bookmarks: ReadonlyArray<Bookmark>,
  parent: PDFRef
): {First: PDFRef; Last: PDFRef} | undefined {
  const {context} = document
  const refs = bookmarks.map(() => context.nextRef())
  const [first] = refs
  const last = refs.at(-1)
  if (!first || !last) return undefined

  for (const [index, bookmark] of bookmarks.entries()) {
    const {children, pageIndex, place, title} = bookmark
    const page = facts.pages[pageIndex]
    const ref = refs[index]
    if (!page || !ref) continue
    const item = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: parent,
      Dest: toDestination(document, page, pageIndex, place)
    })
    const siblings = {Prev: refs[index - 1], Next: refs[index + 1]}
    const ends = addItems(document, facts, children, ref)
    const links = Object.entries({...siblings, ...ends})
    for (const [name, link] of links) {
      if (link) item.set(PDFName.of(name), link)
    }
    if (ends) item.set(PDFName.of('Count'), context.obj(children.length))
    context.assign(ref, item)
  }

  return {First: first, Last: last}
}
