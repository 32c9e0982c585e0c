// The text of a page, as an extractor left it, to blocks: what looks like a
// headline, a deck, a byline, a photo's cutline, a paragraph.
//
// Blank lines part blocks; text without any has one block per line.

import {findLeadIn} from './find-lead-in.ts'
import {isCjk} from './is-cjk.ts'
import {joinText} from './join-lines.ts'

/** What a block looks like. */
export type PageBlockKind =
  'byline' | 'deck' | 'leadText' | 'photo' | 'text' | 'title'

/** Some lines of a page. */
export interface PageBlock {
  kind: PageBlockKind
  text: string
  /** Who made the photo. */
  credit?: string
  /** First line in the file. */
  lineNumber: number
  /** Blank lines above it. */
  blankLineCount: number
}

/** Lines without a blank one between them. */
interface Chunk {
  lines: Array<string>
  lineNumber: number
  blankLineCount: number
}

const bullets = '[□■◎○●◇◆▲△☆★]'
const byline = new RegExp(
  `^(?:${bullets}\\s*)?(?:(?:本报|本刊|本网|本台|新华社|特约|首席|见习|实习)*\\s*(?:记者|通讯员|评论员|撰稿人)|作者[:： ]|文/图|图/文)[^。！？，；]{0,40}$|^${bullets}\\s*[^。！？，；]{1,30}$|^By [A-Z][^.!?]{1,60}$`
)
const credit =
  /^(?:[（(]?(?:(?:本报|新华社|中新社)?\s*(?:首席|见习|特约|实习)?(?:记者|通讯员)[^。！？；]{1,40}|[^。！？；，\s]{1,12}\s?)(?:摄|供图|制图)[）)]?|(?:摄影|图片?)\s*[:：/][^。！？；]{1,30}|(?:Photo|Photograph|Picture|Image)s?(?: by |: ?).{2,60})$/
const creditAtEnd =
  /^(.*[。！？”])[ \u3000]*((?:本报|新华社|中新社)?[ \u3000]*(?:首席|见习|特约|实习)?(?:记者|通讯员)[^。！？；”]{1,30}(?:摄|供图))$/
const deck = /^(?:——|—|--)[^。！？]{2,80}$/

/** Read the blocks of a page. */
export function readPageBlocks(text: string): Array<PageBlock> {
  const blocks: Array<PageBlock> = []
  for (const chunk of readChunks(text)) {
    const block = toBlock(chunk)
    const previous = blocks.at(-1)
    const isCreditAlone = block.kind === 'photo' && block.text === ''
    if (isCreditAlone && previous && isCutline(previous)) {
      previous.kind = 'photo'
      if (block.credit) previous.credit = block.credit
    } else {
      blocks.push(block)
    }
  }
  return blocks.map((block, index) => {
    const next = blocks.slice(index + 1).find(({kind}) => kind !== 'photo')
    const goesOn = next?.kind === 'text' && /^\p{Ll}/u.test(next.text)
    return block.kind === 'title' && goesOn ? {...block, kind: 'text'} : block
  })
}

/** Tell whether a text ends where a sentence does. */
export function isComplete(text: string): boolean {
  const bare = text.replace(/[（([][^（）()[\]]{0,60}[）)\]]$/, '')
  const end = /[。！？…!?.：:；;—][”’」』）)】》"'\]]*$/
  return end.test(text) || (bare !== text && end.test(bare))
}

function readChunks(text: string): Array<Chunk> {
  const lines = text.split('\n').map((line) => line.trim())
  const hasBlanks = /\S\n[ \t\u3000]*\n[\s]*\S/.test(text)
  const chunks: Array<Chunk> = []
  let blankLineCount = 0
  let isOpen = false

  for (const [index, line] of lines.entries()) {
    const last = chunks.at(-1)
    if (line === '') {
      blankLineCount++
      isOpen = false
    } else if (isOpen && last && hasBlanks && !isApart(line, last)) {
      last.lines.push(line)
    } else {
      chunks.push({lines: [line], lineNumber: index + 1, blankLineCount})
      blankLineCount = 0
      isOpen = true
    }
  }

  return chunks
}

// Title groups often have no blank lines between them.
function isApart(line: string, chunk: Chunk): boolean {
  const previous = chunk.lines.at(-1) ?? ''
  return (
    byline.test(previous) ||
    deck.test(previous) ||
    deck.test(line) ||
    (byline.test(line) && !credit.test(line)) ||
    findLeadIn(line) > 0
  )
}

function toBlock(chunk: Chunk): PageBlock {
  const {blankLineCount, lineNumber, lines} = chunk
  const last = lines.at(-1) ?? ''
  const place = {lineNumber, blankLineCount}

  if (credit.test(last) && (lines.length > 1 || !byline.test(last))) {
    const text = join(lines.slice(0, -1))
    return {kind: 'photo', text, credit: last, ...place}
  }
  if (credit.test(last))
    return {kind: 'photo', text: '', credit: last, ...place}

  const text = join(lines)
  const [, cutline, by] = creditAtEnd.exec(text.slice(0, 400)) ?? []
  if (cutline !== undefined && by !== undefined && text.length < 400) {
    return {kind: 'photo', text: cutline, credit: by, ...place}
  }
  return {kind: toKind(text), text, ...place}
}

function toKind(text: string): PageBlockKind {
  if (deck.test(text)) return 'deck'
  if (byline.test(text)) return 'byline'
  if (findLeadIn(text) > 0) return 'leadText'
  return isTitle(text) ? 'title' : 'text'
}

function isTitle(text: string): boolean {
  if (/[。；：，、…,;:]$/.test(text) || text.includes('。')) return false
  if (isCjk(text.slice(0, 40))) {
    return text.length <= 40 && !/[！？.]$/.test(text)
  }
  return (
    text.length <= 110 &&
    /^[“‘"'(\p{Lu}\p{N}]/u.test(text) &&
    !/[.!?]["”’)]*(?:$|\s+\p{Lu})/u.test(text)
  )
}

function isCutline(block: PageBlock): boolean {
  return (
    (block.kind === 'text' || block.kind === 'title') &&
    block.text.length <= 120
  )
}

// A hyphen at a line's end stays: whether it belongs to the word, nobody knows.
function join(lines: ReadonlyArray<string>): string {
  return joinText(lines.join('\n').replace(/([a-z]-)\n(?=[a-z])/g, '$1'))
}
