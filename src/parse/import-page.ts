// Import a page: extracted text of a newspaper page becomes the manuscript of
// an issue.
//
// What the desk does: parts the text into stories by their title groups; joins
// paragraphs that a column's end broke; tells decks (`——…`), kickers, bylines,
// lead-ins, run-in leads, cutlines and credits; keeps the order of the file as
// news value. What it never does: change a word, or make one up. A picture is
// filed as missing, a story without end as truncated, one without headline as
// that; the paper's name, date and page number are `unknown` unless told.
//
// Where the text does not say (is a short line a crosshead or a headline?), it
// goes by the rules told beside each function, and a note says so.

import {VFile} from 'vfile'
import {note} from '../note/note.ts'
import type {RulePage} from '../note/rule-page.ts'
import {cleanCopy} from './clean-copy.ts'
import {decodeCopy} from './decode-copy.ts'
import {
  importEmpty,
  importPicture,
  importTruncated,
  importUntitled
} from './import-rules.ts'
import {partPage, type PageStory} from './part-page.ts'
import {readPageBlocks} from './read-page-blocks.ts'
import {writeManuscript, type ManuscriptFile} from './write-manuscript.ts'

/** What is known about a page besides its text. */
export interface ImportOptions {
  /** Path of the text, for notes. */
  name: string
  /** Encoding of bytes that are not UTF-8. */
  encoding?: string
  /** Language, as in BCP 47 (default: told from the text). */
  lang?: string
  /** Template (default: `broadsheet`, or `broadsheet-en`). */
  template?: string
  /** Name of the paper (default: `unknown`). */
  publication?: string
  /** Day of the issue (default: `unknown`). */
  date?: string
  /** Number of the page (default: `unknown`). */
  pageNumber?: number
  section?: string
}

/** What was made of a page. */
export interface ImportedPage {
  /** `issue.yaml`, then manuscripts in order of news value. */
  files: Array<ManuscriptFile>
  /** The text, with the notes on it. */
  file: VFile
}

/** Make the manuscript of an issue from the text of a page, or its bytes. */
export function importPage(
  value: string | Uint8Array,
  options: ImportOptions
): ImportedPage {
  const file = new VFile({path: options.name, value})
  const text = cleanCopy(decodeCopy(file, options.encoding), file)
  const stories = partPage(readPageBlocks(text), file)
  for (const story of stories) noteStory(story, file)
  if (stories.length === 0) {
    note(file, importEmpty, 'Unexpected page without text, expected some', {
      fix: importEmpty.fix
    })
  }

  const lang = options.lang ?? findLang(text)
  const isChinese = lang.toLowerCase().startsWith('zh')
  const template =
    options.template ?? (isChinese ? 'broadsheet' : 'broadsheet-en')
  return {files: writeManuscript(stories, {...options, lang, template}), file}
}

function findLang(text: string): string {
  const hanCount = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const wordCount = text.match(/[A-Za-z]+/g)?.length ?? 0
  return wordCount > hanCount ? 'en' : 'zh-CN'
}

function noteStory(story: PageStory, file: VFile): void {
  const lastLine = story.paragraphs.at(-1)?.text.slice(-8) ?? ''

  if (story.kind === 'photo') {
    tell(importPicture, 'Unexpected cutline without picture, expected one')
    return
  }
  if (story.titles.length === 0) {
    tell(importUntitled, 'Unexpected story without headline, expected one')
  }
  if (story.isTruncated) {
    tell(
      importTruncated,
      `Unexpected end of a story in “${lastLine}”, expected the end of a sentence`
    )
  }

  function tell(rule: RulePage, reason: string): void {
    const start = {line: story.lineNumber, column: 1}
    note(file, rule, reason, {place: {start, end: start}, fix: rule.fix})
  }
}
