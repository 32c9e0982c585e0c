// One story in the composing room: its parts, its page's template and the
// faces, as every setting of it reads them.

import type {PhrasingContent} from 'mdast'
import type {Story} from '../model/story.ts'
import type {PictureTable} from '../model/picture.ts'
import type {Template, TypeStyle} from '../template/template.ts'
import type {FaceTable} from '../type/type.ts'
import {flattenInline, type StyledText} from './inline.ts'
import type {Row} from './row.ts'
import {breakText, listMissing, type BrokenText} from './set-text.ts'

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

/** Break inline copy into lines. */
export function breakCopy(
  room: StoryRoom,
  nodes: ReadonlyArray<PhrasingContent>,
  options: CopyOptions
): BrokenText {
  const {lang} = room.story
  const {style} = options
  const texts = flattenInline(nodes, {
    template: room.template,
    style,
    lang,
    notes: room.notes
  })
  const text = breakText({
    texts: [...(options.before ?? []), ...texts, ...(options.after ?? [])],
    lang,
    measurePt: options.measurePt,
    align: options.align ?? style.align,
    firstIndentPt: options.firstIndentPt ?? style.indentEm * style.sizePt,
    indentPt: options.indentPt ?? 0,
    rules: room.template.composition,
    faces: room.faces,
    ...(options.fromOffset ? {fromOffset: options.fromOffset} : {})
  })
  const missing = listMissing(text)
  if (missing.length > 0) room.onMissing(missing, options.blockId)
  return text
}

/** Break a plain string into lines. */
export function breakWords(
  room: StoryRoom,
  words: string,
  options: CopyOptions
): BrokenText {
  return breakCopy(room, [{type: 'text', value: words}], options)
}
