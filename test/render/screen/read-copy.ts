// What readers' programs get out of a PDF, and whether all copy is in it.

import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import type {Node} from 'unist'
import {VFile} from 'vfile'
import {plainText} from '../../../src/model/plain-text.ts'
import {parseStory} from '../../../src/parse/parse-story.ts'
import {readPdfText, squeeze} from '../../end-to-end/read-text.ts'

const run = promisify(execFile)
const options = {maxBuffer: 1 << 26}

/** Programs that read the text of a PDF, in the order it is filed. */
export const readers: Readonly<
  Record<string, (file: string, value: Uint8Array) => Promise<string>>
> = {
  poppler: async (file) =>
    (await run('pdftotext', ['-raw', file, '-'], options)).stdout,
  mutool: async (file) =>
    (await run('mutool', ['draw', '-q', '-F', 'txt', file], options)).stdout,
  'pdf.js': async (_, value) => (await readPdfText(value)).join('')
}

/** A story as the newsroom filed it. */
export interface FiledStory {
  slug: string
  paragraphs: ReadonlyArray<string>
  /** Whether its rest is on another page. */
  jumps: boolean
}

/** Read the paragraphs of a manuscript; ruby and notes stand between lines. */
export function readParagraphs(
  slug: string,
  value: string
): Omit<FiledStory, 'jumps'> {
  const story = parseStory(new VFile({path: `${slug}.md`, value}), {
    path: `${slug}.md`,
    slug,
    lang: /\p{Script=Han}/u.test(value) ? 'zh-CN' : 'en',
    pictures: new Set()
  })
  const body = story.children.find((part) => part.type === 'body')
  const paragraphs = (body?.children ?? []).filter(
    (block) =>
      block.type === 'paragraph' && !holds(block, 'ruby', 'footnoteReference')
  )
  return {slug, paragraphs: paragraphs.map((one) => toBare(plainText(one)))}
}

/**
 * List paragraphs that are not in a text, whole and in order. One that a jump
 * parts is there when both of its parts are.
 */
export function findLost(text: string, story: FiledStory): Array<string> {
  const bare = toBare(text)
  const lost: Array<string> = []
  let at = 0
  let partsLeft = story.jumps ? 1 : 0
  for (const paragraph of story.paragraphs) {
    const found = bare.indexOf(paragraph, at)
    if (found >= 0) {
      at = found + paragraph.length
    } else if (partsLeft > 0 && isParted(bare, paragraph, at)) {
      partsLeft--
    } else {
      lost.push(`${story.slug}: ${paragraph.slice(0, 20)}`)
    }
  }
  return lost
}

function isParted(text: string, paragraph: string, from: number): boolean {
  let end = paragraph.length
  while (end > 0 && text.indexOf(paragraph.slice(0, end), from) < 0) end--
  const rest = paragraph.slice(end)
  return end > 0 && rest.length < paragraph.length && text.includes(rest, from)
}

/** Without white space, and without hyphens: lines add them. */
function toBare(text: string): string {
  return squeeze(text).replaceAll(/[-\u00ad\u2010]/g, '')
}

function holds(node: Node, ...types: ReadonlyArray<string>): boolean {
  if (types.includes(node.type)) return true
  return (
    'children' in node &&
    Array.isArray(node.children) &&
    node.children.some((child) => holds(child, ...types))
  )
}
