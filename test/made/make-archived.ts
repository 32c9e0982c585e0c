// Packed issues, light: two pages of ten stories as the archive keeps them, made
// without the press. The copy, manuscripts, record and bag are real; files named
// like the press's own are bytes of a seed, about as many as a screen edition in
// small pictures has; there is no METS, ALTO, PREMIS or IIIF.

import {createCipheriv} from 'node:crypto'
import type {PackedIssue} from '../../src/archive/archive.ts'
import type {Copy, CopyStory} from '../../src/render/archive/archive.ts'
import {makePacked} from '../archive/made-bag.ts'
import {makeStories} from './make-stories.ts'

const storiesPerPage = 10
const pageNumbers = [1, 2] as const

/** Bytes of the files that stand for what the press makes. */
const fillers: ReadonlyArray<readonly [path: string, byteCount: number]> = [
  ['issue/press/p01.pdf', 300_000],
  ['issue/press/p02.pdf', 300_000],
  ['issue/screen/paper.pdf', 300_000],
  ['issue/epub/paper.epub', 200_000],
  ['image/page-01.jpg', 250_000],
  ['image/page-02.jpg', 250_000]
]

/** Pack the issue of a day, counted from the first of 2024. */
export function makeArchived(dayNumber: number): PackedIssue {
  const date = new Date(Date.UTC(2024, 0, 1 + dayNumber))
    .toISOString()
    .slice(0, 10)
  const made = makeStories(storiesPerPage * pageNumbers.length, dayNumber + 1)
  const stories = made.map(({authors, blocks, kind, section}, index) => {
    const slug = `s${index + 1}`
    const [title = '', ...paragraphs] = blocks
    const story: CopyStory = {
      slug,
      path: `${slug}.md`,
      kind,
      status: 'complete',
      lang: 'zh-CN',
      title,
      hasHeadline: true,
      ...(section ? {section} : {}),
      pageNumbers: [1 + Math.floor(index / storiesPerPage)],
      parts: [
        toPart('headline', title),
        toPart('byline', `本报记者 ${authors[0] ?? ''}`),
        ...paragraphs.map((text, at) => toPart(`body/${at}`, text))
      ]
    }
    return story

    function toPart(id: string, text: string): CopyStory['parts'][number] {
      const role = id.startsWith('body') ? 'paragraph' : id
      return {id: `${slug}/${id}`, role, text, isExact: true}
    }
  })
  const copy: Copy = {
    version: 1,
    issueId: `paper-${date}`,
    publication: '云中日报',
    date,
    issueNumber: 1000 + dayNumber,
    lang: 'zh-CN',
    imprint: {publisher: '云中日报社'},
    pages: pageNumbers.map((pageNumber) => ({pageNumber, staff: []})),
    stories
  }
  const files = new Map<string, Uint8Array | string>([
    ['copy.json', JSON.stringify(copy)]
  ])
  for (const {parts, path} of stories) {
    files.set(
      `manuscript/${path}`,
      parts.map(({text}) => `${text}\n`).join('\n')
    )
  }
  for (const [index, [path, byteCount]] of fillers.entries()) {
    files.set(path, makeBytes(byteCount, dayNumber * fillers.length + index))
  }
  return makePacked({issueId: copy.issueId, text: date, date, files})
}

/** Bytes that look like chance, the same for the same seed. */
function makeBytes(byteCount: number, seed: number): Uint8Array {
  const start = Buffer.alloc(16)
  start.writeUInt32LE(seed)
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16), start)
  return cipher.update(Buffer.alloc(byteCount))
}
