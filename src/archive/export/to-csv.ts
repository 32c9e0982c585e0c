// Tables for spreadsheets: `issues.csv` and `stories.csv` (RFC 4180), in UTF-8
// with a mark at the beginning, without which Chinese is garbled in Excel.

import type {OutputFile} from '../../render/renderer.ts'
import type {CopiedBag} from './export-archive.ts'
import {toListing} from './to-listing.ts'

/** A cell; what is not there is empty. */
type Cell = number | string | undefined

const mark = '\uFEFF'

/** Write the tables. */
export function toCsvFiles(bags: ReadonlyArray<CopiedBag>): Array<OutputFile> {
  const {issues} = toListing(bags)
  return [
    {
      path: 'issues.csv',
      value: toCsv([
        [
          'issue',
          'version',
          'publication',
          'date',
          'issueNumber',
          'edition',
          'lang',
          'pages',
          'storyCount'
        ],
        ...issues.map((issue) => [
          issue.id,
          issue.version,
          issue.publication,
          issue.date,
          issue.issueNumber,
          issue.edition,
          issue.lang,
          issue.pages.join(' '),
          issue.stories.length
        ])
      ])
    },
    {
      path: 'stories.csv',
      value: toCsv([
        [
          'issue',
          'version',
          'date',
          'slug',
          'title',
          'kind',
          'status',
          'section',
          'kicker',
          'byline',
          'lang',
          'pages',
          'characterCount'
        ],
        ...issues.flatMap((issue) =>
          issue.stories.map((story) => [
            issue.id,
            issue.version,
            issue.date,
            story.slug,
            story.title,
            story.kind,
            story.status,
            story.section,
            story.kicker,
            story.byline,
            story.lang,
            story.pages.join(' '),
            story.characterCount
          ])
        )
      ])
    }
  ]
}

function toCsv(rows: ReadonlyArray<ReadonlyArray<Cell>>): string {
  return mark + rows.map((row) => row.map(toCell).join(',') + '\r\n').join('')
}

function toCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = (cell ?? '').replaceAll(/\s+/g, ' ').trim()
  // A spreadsheet would work out what begins like this; copy is no formula.
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
