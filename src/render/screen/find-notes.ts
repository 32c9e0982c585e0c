// Notes of an issue: which numbers in the text have a note, and which notes are
// called, so that links lead both ways and never nowhere.

import type {Block, ComposedPage, Line, Run} from '../../model/page.ts'
import {findLines} from '../find-marks.ts'
import {findModules} from '../sheet.ts'

/** Notes and their calls, by `toNoteKey`. */
export interface FoundNotes {
  called: ReadonlySet<string>
  given: ReadonlySet<string>
}

/** Find the notes of all stories, and what calls them. */
export function findNotes(pages: ReadonlyArray<ComposedPage>): FoundNotes {
  const called = new Set<string>()
  const given = new Set<string>()
  for (const module of pages.flatMap((page) => findModules(page))) {
    for (const line of findLines(module.children)) {
      for (const run of line.children) {
        if (run.mark !== 'noteRef') continue
        called.add(toNoteKey(module.slug, readNumber(run)))
      }
    }
    for (const note of findFootnotes(module.children)) {
      const number = readNoteNumber(note)
      if (number !== undefined) given.add(toNoteKey(module.slug, number))
    }
  }
  return {called, given}
}

/** Name a note of a story. */
export function toNoteKey(slug: string, number: number): string {
  return `${slug}-${number}`
}

/** Read the number that a run of a note's call, or its sign, shows. */
export function readNumber(run: Run): number {
  const text = run.glyphs.map((glyph) => glyph.text).join('')
  return Number(text.replaceAll(/\D/g, ''))
}

/** Read the number of a note; a part that goes on from a page has none. */
export function readNoteNumber(note: Block): number | undefined {
  const [first] = findLines([note])
  const sign = first && findSign(first)
  return sign && readNumber(sign)
}

function findSign(line: Line): Run | undefined {
  const [first] = line.children
  return first?.mark === 'sign' ? first : undefined
}

function findFootnotes(nodes: ReadonlyArray<Block | object>): Array<Block> {
  return nodes.flatMap((node) => {
    if (!isBlock(node)) return []
    return node.role === 'footnote' ? [node] : findFootnotes(node.children)
  })
}

function isBlock(node: Block | object): node is Block {
  return 'type' in node && node.type === 'block'
}
