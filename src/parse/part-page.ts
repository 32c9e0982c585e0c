// Blocks of a page to stories: title groups begin them, broken paragraphs are
// joined, photos stand by themselves, and what has no end is truncated.

import type {VFile} from 'vfile'
import type {StoryKind} from '../model/story.ts'
import {note} from '../note/note.ts'
import {importJoined, importParted} from './import-rules.ts'
import {findCommentary} from './find-commentary.ts'
import {findLeadIn} from './find-lead-in.ts'
import {joinText} from './join-lines.ts'
import {isComplete, type PageBlock} from './read-page-blocks.ts'

/** A story found on a page. */
export interface PageStory {
  kind: StoryKind
  titles: Array<string>
  decks: Array<string>
  byline?: string
  /** Who made the photo; only of a photo. */
  credit?: string
  paragraphs: Array<PageParagraph>
  lineNumber: number
  isTruncated: boolean
}

/** A paragraph or a crosshead found on a page. */
export interface PageParagraph {
  type: 'crosshead' | 'paragraph'
  text: string
  lineNumber: number
}

/** Part the blocks of a page into stories; file order is kept. */
export function partPage(
  blocks: ReadonlyArray<PageBlock>,
  file: VFile
): Array<PageStory> {
  const stories: Array<PageStory> = []
  let current: PageStory | undefined

  for (const [index, block] of blocks.entries()) {
    const next = blocks.slice(index + 1).find(({kind}) => kind !== 'photo')
    const hasText = current !== undefined && current.paragraphs.length > 0

    if (block.kind === 'photo') {
      stories.push(toPhoto(block))
    } else if (isCrosshead(block, blocks[index - 1], next, current)) {
      current?.paragraphs.push(toParagraph(block, 'crosshead'))
    } else if (current && block.kind === 'byline' && endsWith(next, current)) {
      current.byline = block.text
    } else {
      const begins =
        !current ||
        (hasText && block.kind !== 'text') ||
        (block.kind === 'leadText' && hasText)
      if (begins || !current) {
        current = toStory(block)
        stories.push(current)
      }
      add(block, current, file)
    }
  }

  return stories.flatMap((story) => finish(story, file))
}

// A byline after the last paragraph belongs to what is above it.
function endsWith(next: PageBlock | undefined, story: PageStory): boolean {
  const isBelow = story.paragraphs.length > 0 && story.byline === undefined
  return isBelow && (!next || next.kind === 'title')
}

// A short line within a story, with plain text below it. A new story would
// have a byline, a lead-in or a longer line.
function isCrosshead(
  block: PageBlock,
  previous: PageBlock | undefined,
  next: PageBlock | undefined,
  story: PageStory | undefined
): boolean {
  const maxLength = /[A-Za-z]/.test(block.text) ? 40 : 12
  const last = story?.paragraphs.at(-1)
  return (
    block.kind === 'title' &&
    block.blankLineCount < 2 &&
    block.text.length <= maxLength &&
    next?.kind === 'text' &&
    previous?.kind === 'text' &&
    last !== undefined &&
    isComplete(last.text)
  )
}

function add(block: PageBlock, story: PageStory, file: VFile): void {
  if (block.kind === 'title') {
    story.titles.push(block.text)
  } else if (block.kind === 'deck') {
    story.decks.push(block.text)
  } else if (block.kind === 'byline') {
    story.byline = joinLine(story.byline, block.text)
  } else {
    addText(block, story, file)
  }
}

function addText(block: PageBlock, story: PageStory, file: VFile): void {
  const last = story.paragraphs.at(-1)
  const isBroken = last?.type === 'paragraph' && !isComplete(last.text)
  if (!last || !isBroken || block.kind !== 'text') {
    story.paragraphs.push(toParagraph(block, 'paragraph'))
    return
  }

  const start = {line: block.lineNumber, column: 1}
  const reason = `Unexpected paragraph broken after “${last.text.slice(-8)}”, expected all of it; it is joined with “${block.text.slice(0, 8)}”`
  note(file, importJoined, reason, {place: {start, end: start}})
  const isHyphenated = /[a-z]-$/.test(last.text)
  last.text = isHyphenated
    ? last.text + block.text
    : joinText(`${last.text}\n${block.text}`)
}

// What was taken for one text can be a news item and a commentary below it.
function finish(story: PageStory, file: VFile): Array<PageStory> {
  const index = story.kind === 'photo' ? undefined : findCommentary(story)
  if (index === undefined) return [withKind(story)]

  const paragraphs = story.paragraphs.slice(index)
  const lineNumber = paragraphs[0]?.lineNumber ?? story.lineNumber
  const start = {line: lineNumber, column: 1}
  note(
    file,
    importParted,
    'Unexpected text that says “we” below a news item, expected one voice; it is filed as a commentary',
    {place: {start, end: start}, fix: importParted.fix}
  )
  const item = {...story, paragraphs: story.paragraphs.slice(0, index)}
  const commentary: PageStory = {
    kind: 'commentary',
    titles: [],
    decks: [],
    paragraphs,
    lineNumber,
    isTruncated: false
  }
  return [withKind(item), withKind(commentary)]
}

function withKind(story: PageStory): PageStory {
  if (story.kind === 'photo') return story
  const last = story.paragraphs.at(-1)
  const isTruncated = last !== undefined && !isComplete(last.text)
  return {...story, kind: toKind(story), isTruncated}
}

function toKind(story: PageStory): StoryKind {
  const {byline, decks, paragraphs, titles} = story
  const headings = [...titles, ...decks]
  if (headings.some((line) => /综述|[Rr]ound-?up/.test(line))) return 'roundup'
  if (findLeadIn(paragraphs[0]?.text ?? '') > 0) return 'news'
  if (byline !== undefined && /评论员|评论/.test(byline)) return 'commentary'
  if (byline !== undefined) return 'feature'
  return titles.length === 0 ? 'commentary' : 'news'
}

function toStory(block: PageBlock): PageStory {
  return {
    kind: 'feature',
    titles: [],
    decks: [],
    paragraphs: [],
    lineNumber: block.lineNumber,
    isTruncated: false
  }
}

function toPhoto(block: PageBlock): PageStory {
  const photo: PageStory = {...toStory(block), kind: 'photo'}
  if (block.text !== '') photo.paragraphs.push(toParagraph(block, 'paragraph'))
  if (block.credit !== undefined) photo.credit = block.credit
  return photo
}

function toParagraph(
  block: PageBlock,
  type: PageParagraph['type']
): PageParagraph {
  return {type, text: block.text, lineNumber: block.lineNumber}
}

function joinLine(before: string | undefined, line: string): string {
  return before === undefined ? line : `${before} ${line}`
}
