// Runs of a line to structure: links, calls of notes, ruby over its base, other
// languages; plain text is left as it is.

import type {Line, Run} from '../../model/page.ts'
import {findWords} from '../words.ts'
import {readNumber, toNoteKey} from './find-notes.ts'
import {findTarget, type Place} from './structure-place.ts'
import {isElement, type StructureElement} from './structure.ts'

/**
 * Add the runs of a line, with elements around what needs one; `ruby` are the
 * lines of ruby over it, in order.
 */
export function addRuns(
  parent: StructureElement,
  line: Line,
  ruby: ReadonlyArray<Line>,
  place: Place
): void {
  let rubyIndex = -1
  let base: StructureElement | undefined
  let last: Run | undefined
  for (const run of line.children) {
    if (run.glyphs.length === 0) continue
    let element = enterLink(parent, run, place)
    const lang = run.lang ?? place.lang
    if (lang !== place.lang) {
      element = enter(element, {kind: 'Span', lang, children: []})
    }
    if (run.ruby === undefined) {
      base = undefined
    } else {
      // A base in two faces is two runs; two bases in a row have one face.
      if (!base || last?.ruby !== run.ruby || last.face === run.face) {
        rubyIndex++
        base = addRuby(element, ruby[rubyIndex], place)
      }
      element = base
    }
    element.children.push({pageIndex: place.pageIndex, mark: run, line})
    last = run
  }
  // Ruby without a base is text as any other.
  for (const other of ruby.slice(rubyIndex + 1)) {
    addRuns(parent, other, [], place)
  }
}

function enterLink(
  parent: StructureElement,
  run: Run,
  place: Place
): StructureElement {
  const target = place.target ?? findTarget(run.link, place)
  if (target) return enter(parent, {kind: 'Link', target, children: []})
  if (run.mark === 'noteRef') return enterCall(parent, run, place)
  if (run.mark === 'sign') return enterSign(parent, run, place)
  return parent
}

/** A call leads to its note, and is where the note leads back to. */
function enterCall(
  parent: StructureElement,
  run: Run,
  place: Place
): StructureElement {
  const key = toNoteKey(place.slug ?? '', readNumber(run))
  const reference: StructureElement = {
    kind: 'Reference',
    children: [],
    ...(place.callIds.has(key) ? {} : {id: `call-${key}`})
  }
  place.callIds.add(key)
  parent.children.push(reference)
  if (!place.notes.given.has(key)) return reference
  return enter(reference, {
    kind: 'Link',
    target: {type: 'element', id: `note-${key}`},
    says: findWords(place.lang).note(readNumber(run)),
    children: []
  })
}

function enterSign(
  parent: StructureElement,
  run: Run,
  place: Place
): StructureElement {
  const label = enter(parent, {kind: 'Lbl', children: []})
  const number = readNumber(run)
  const key = toNoteKey(place.slug ?? '', number)
  if (parent.kind !== 'Note' || !place.notes.called.has(key)) return label
  return enter(label, {
    kind: 'Link',
    target: {type: 'element', id: `call-${key}`},
    says: `${findWords(place.lang).backToText} ${number}`,
    children: []
  })
}

/** Add a base with its ruby; gives the base, to be filled. */
function addRuby(
  parent: StructureElement,
  line: Line | undefined,
  {pageIndex}: Place
): StructureElement {
  const base: StructureElement = {kind: 'RB', children: []}
  const reading: StructureElement = {
    kind: 'RT',
    children: line ? line.children.map((mark) => ({pageIndex, mark, line})) : []
  }
  parent.children.push({kind: 'Ruby', children: [base, reading]})
  return base
}

/** Go on with the last element, if it is alike, or begin one. */
function enter(
  parent: StructureElement,
  made: StructureElement
): StructureElement {
  const last = parent.children.at(-1)
  const isAlike =
    last !== undefined &&
    isElement(last) &&
    last.kind === made.kind &&
    last.lang === made.lang &&
    JSON.stringify(last.target) === JSON.stringify(made.target)
  if (isAlike) return last
  parent.children.push(made)
  return made
}
