// A small packed issue, for tests of what becomes of bags: it has all that the
// shelf and the catalogue look at, and was made in no time.

import type {PackedIssue} from '../../src/archive/archive.ts'
import type {BagRecord} from '../../src/archive/bag-record.ts'
import {hashValue, makeBag} from '../../src/archive/make-bag.ts'
import type {Copy} from '../../src/render/archive/archive.ts'

/** What the made issue is. */
export interface MadeBagOptions {
  issueId: string
  /** Text of its only story: another text, another version. */
  text: string
  /** When it was made, in seconds since 1970 (default: nobody said). */
  epoch?: number
  /** Day (default: `2026-06-02`). */
  date?: string
  /** What else the copy says of the issue. */
  facts?: Partial<Pick<Copy, 'edition' | 'imprint' | 'pages' | 'publication'>>
  /** What else the copy says of the story. */
  story?: Partial<
    Pick<Copy['stories'][number], 'kind' | 'section'> & {
      byline: string
    }
  >
  /** Other files of the payload. */
  files?: ReadonlyMap<string, Uint8Array | string>
}

/** Pack a made issue. */
export function makePacked(options: MadeBagOptions): PackedIssue {
  const {date = '2026-06-02', issueId, text} = options
  const copy: Copy = {
    version: 1,
    issueId,
    publication: '云中日报',
    date,
    lang: 'zh-CN',
    imprint: {},
    pages: [{pageNumber: 1, staff: []}],
    ...options.facts,
    stories: [
      {
        slug: 'lead',
        path: 'lead.md',
        kind: options.story?.kind ?? 'news',
        ...(options.story?.section ? {section: options.story.section} : {}),
        status: 'complete',
        lang: 'zh-CN',
        title: text.slice(0, 8),
        hasHeadline: true,
        pageNumbers: [1],
        parts: [
          ...(options.story?.byline
            ? [
                {
                  id: 'lead/byline',
                  role: 'byline' as const,
                  text: options.story.byline,
                  isExact: true
                }
              ]
            : []),
          {id: 'lead/body/0', role: 'paragraph', text, isExact: true}
        ]
      }
    ]
  }
  const inputHash = hashValue(`${issueId}\n${text}`)
  const record: BagRecord = {
    version: 2,
    issueId,
    folderName: issueId,
    engine: {name: 'qianzi', version: '0.0.0-test'},
    ...(options.epoch === undefined ? {} : {sourceDateEpoch: options.epoch}),
    inputHash,
    outputHash: hashValue(text),
    planHash: hashValue(''),
    fonts: [],
    profiles: [],
    templates: {},
    pdfs: {}
  }
  const payload = new Map<string, Uint8Array | string>([
    ['copy.json', JSON.stringify(copy)],
    ['manuscript/lead.md', text],
    ['record.json', JSON.stringify(record)],
    ...(options.files ?? [])
  ])
  return {
    issueId,
    notes: [],
    bag: {
      files: makeBag(payload, [
        ['External-Identifier', issueId],
        ['Qianzi-Input-SHA256', inputHash]
      ]),
      copy,
      record
    }
  }
}
