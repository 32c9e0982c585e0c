// One story in the composing room: its parts, its page's template and the
// faces, as every setting of it reads them.

import type {PhrasingContent} from 'mdast'
import type {Story} from '../model/story.ts'
import type {PictureTable} from '../model/picture.ts'
import type {
  HeadlineTreatment,
  Template,
  TypeStyle
} from '../template/template.ts'
import type {FaceTable} from '../type/type.ts'
import {flattenInline, type StyledText} from './inline.ts'
import type {Row} from './row.ts'
import type {BodyLineCounts} from './body-line-counts.ts'
import type {LineCountOption} from './break-lines.ts'
import {prepareText} from './prepare-text.ts'
import type {PreparedCache, ReadyCopy} from './prepared-cache.ts'
import {
  breakPrepared,
  countLines,
  listMissing,
  type BrokenText,
  type TextRequest
} from './set-text.ts'

/** A story with what it is set with. */
export interface StoryRoom {
  story: Story
  template: Template
  faces: FaceTable
  pictures: PictureTable
  /** Whether it leads its page. */
  isLead: boolean
  /** Numbers of its footnotes, by identifier. */
  notes: ReadonlyMap<string, number>
  /** Rows of its body that were set before, by measure and what is left out. */
  rows: Map<string, ReadonlyArray<Row>>
  /** Write the number of a page that a story jumps to or from. */
  formatPage(pageNumber: number): string
  /** Copy made ready for breaking. */
  prepared: PreparedCache
  /** Line counts its body can be set in, by measure and range. */
  lineCounts: Map<string, BodyLineCounts>
  /** Called for characters no face has. */
  onMissing(characters: ReadonlyArray<string>, blockId: string): void
}

/** How to set inline copy. */
export interface CopyOptions {
  style: TypeStyle
  measurePt: number
  blockId: string
  align?: TypeStyle['align']
  firstIndentPt?: number
  indentPt?: number
  fromOffset?: number
  /** Lines to set it in, one of `countCopyLines` (default: the best). */
  lineCount?: number
  /** Whether lines run down (default: `horizontal`). */
  writing?: 'horizontal' | 'vertical'
  /** Text set before the copy, such as the mark of a list item. */
  before?: ReadonlyArray<StyledText>
  /** Text set after the copy. */
  after?: ReadonlyArray<StyledText>
}

/** Find a type style every template has. */
export function findStyle(room: StoryRoom, name: string): TypeStyle {
  const style = room.template.styles[name]
  if (style) return style
  throw new TypeError(
    `Unexpected template \`${room.template.name}\` without the style \`${name}\``
  )
}

/** Choose the looks of a headline by the kind of copy. */
export function findTreatment(room: StoryRoom): HeadlineTreatment {
  const {treatments} = room.template.headlines
  const found =
    (room.isLead && room.story.kind !== 'ad'
      ? treatments['lead']
      : undefined) ??
    treatments[room.story.kind] ??
    treatments['default']
  if (found) return found
  throw new TypeError(
    `Unexpected template \`${room.template.name}\` without a \`default\` treatment`
  )
}

/** Break inline copy into lines. */
export function breakCopy(
  room: StoryRoom,
  nodes: ReadonlyArray<PhrasingContent>,
  options: CopyOptions
): BrokenText {
  const {broken, prepared, request} = readyCopy(room, nodes, options)
  const key = toRoomKey(request)
  const known = broken.get(key)
  if (known) return known
  const text = breakPrepared(prepared, request)
  broken.set(key, text)
  return text
}

/** Name what decides the lines of copy that is ready. */
function toRoomKey(request: TextRequest): string {
  const {align, firstIndentPt, fromOffset, indentPt, lineCount, measurePt} =
    request
  return `${measurePt} ${align} ${firstIndentPt} ${indentPt} ${fromOffset} ${lineCount}`
}

/** Find the numbers of lines inline copy can be set in, the best first. */
export function countCopyLines(
  room: StoryRoom,
  nodes: ReadonlyArray<PhrasingContent>,
  options: CopyOptions
): ReadonlyArray<LineCountOption> {
  const {prepared, request} = readyCopy(room, nodes, options)
  return countLines(prepared, request)
}

/** Make copy ready once; it is broken at many measures. */
function readyCopy(
  room: StoryRoom,
  nodes: ReadonlyArray<PhrasingContent>,
  options: CopyOptions
): Omit<ReadyCopy, 'texts'> & {request: TextRequest} {
  const {lang} = room.story
  const {after = [], before = [], style} = options
  const rules = room.template.composition
  const writing = options.writing ?? 'horizontal'
  const key = [
    room.template.name,
    room.story.slug,
    options.blockId,
    writing,
    JSON.stringify([style, before, after])
  ].join('\n')
  const {broken, prepared, texts} = room.prepared.find(key, nodes, () => {
    const {notes, template} = room
    const inline = flattenInline(nodes, {template, style, lang, notes})
    const made = [...before, ...inline, ...after]
    const {faces} = room
    const ready = prepareText(made, {faces, lang, rules, writing})
    const missing = listMissing(ready.atoms)
    if (missing.length > 0) room.onMissing(missing, options.blockId)
    return {texts: made, prepared: ready, broken: new Map()}
  })
  const firstIndentPt = options.firstIndentPt ?? style.indentEm * style.sizePt
  const request: TextRequest = {
    texts,
    lang,
    measurePt: options.measurePt,
    align: options.align ?? style.align,
    firstIndentPt,
    indentPt: options.indentPt ?? (isVerse(nodes) ? firstIndentPt : 0),
    rules,
    faces: room.faces,
    ...(options.writing ? {writing: options.writing} : {}),
    ...(options.fromOffset ? {fromOffset: options.fromOffset} : {}),
    ...(options.lineCount ? {lineCount: options.lineCount} : {})
  }
  return {broken, prepared, request}
}

/** Verses and addresses, whose lines are broken by hand, begin in one line. */
function isVerse(nodes: ReadonlyArray<PhrasingContent>): boolean {
  return nodes.some(({type}) => type === 'break')
}

/** Break a plain string into lines. */
export function breakWords(
  room: StoryRoom,
  words: string,
  options: CopyOptions
): BrokenText {
  return breakCopy(room, [{type: 'text', value: words}], options)
}
