// Check the facts of `issue.yaml`: a day that exists, pages with numbers of
// their own, what is declared unknown, what the imprint lacks.

import type {VFile} from 'vfile'
import type {IssueSettings} from '../config/config.ts'
import type {Imprint} from '../model/issue.ts'
import {note} from '../note/note.ts'
import {findFacingNumber} from './find-facing-number.ts'
import {
  factUnknown,
  imprintIncomplete,
  issueDate,
  pageTwice,
  spreadPages
} from './issue-rules.ts'

const printed = [
  'cn',
  'publisher',
  'address',
  'phone',
  'postalCode',
  'printer',
  'price'
] as const satisfies ReadonlyArray<keyof Imprint>

/** Note what is odd about an issue as a whole. */
export function checkIssue(settings: IssueSettings, file: VFile): void {
  checkDate(settings, file)
  checkPages(settings, file)
  checkSpreads(settings, file)
  if (settings.publication === 'unknown') {
    noteUnknown(file, ['publication'], 'name of the paper')
  }

  const missing = printed.filter((name) => !settings.imprint[name])
  if (missing.length === 0) return
  const names = missing.map((name) => `\`${name}\``).join(', ')
  note(
    file,
    imprintIncomplete,
    `Unexpected imprint without ${names}, expected what papers print`,
    {
      place: file.data.findYamlPlace?.(['imprint']),
      expected: missing,
      fix: `Add ${names} to \`imprint\`.`
    }
  )
}

/** Give the date of an issue; what is no day of the calendar is `unknown`. */
export function toDate(value: string): string {
  return isDay(value) ? value : 'unknown'
}

function isDay(value: string): boolean {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || month < 1 || month > 12) {
    return false
  }
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const february = isLeap ? 29 : 28
  const lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (lengths[month - 1] ?? 0)
}

function checkDate(settings: IssueSettings, file: VFile): void {
  const {date} = settings
  if (date === 'unknown') {
    noteUnknown(file, ['date'], 'date')
  } else if (!isDay(date)) {
    note(
      file,
      issueDate,
      `Unexpected date \`${date}\`, expected a day of the calendar`,
      {
        place: file.data.findYamlPlace?.(['date']),
        actual: date,
        fix: issueDate.fix
      }
    )
  }
}

function checkPages(settings: IssueSettings, file: VFile): void {
  const seen = new Set<number>()

  for (const [index, {number}] of settings.pages.entries()) {
    const path = ['pages', index, 'number']
    if (number === 'unknown') {
      noteUnknown(file, path, 'number of a page')
    } else if (seen.has(number)) {
      note(
        file,
        pageTwice,
        `Unexpected second page \`${number}\`, expected pages with numbers of their own`,
        {
          place: file.data.findYamlPlace?.(path),
          actual: String(number),
          fix: pageTwice.fix
        }
      )
    } else {
      seen.add(number)
    }
  }
}

function checkSpreads(settings: IssueSettings, file: VFile): void {
  for (const [index, {number, spread}] of settings.pages.entries()) {
    if (!spread || findFacingNumber(settings, index) !== undefined) continue
    const isLeft = number !== 'unknown' && number % 2 === 0
    const next = isLeft ? number + 1 : 0
    note(
      file,
      spreadPages,
      isLeft
        ? `Unexpected page \`${next}\` beside the spread that it is the right half of, expected one of the two`
        : `Unexpected spread at page \`${number}\`, expected a left-hand page, whose number is even`,
      {
        place: file.data.findYamlPlace?.(['pages', index, 'spread']),
        actual: String(number),
        fix: isLeft
          ? `List the stories of page \`${next}\` with page \`${number}\` and delete page \`${next}\`, or delete \`spread\`.`
          : spreadPages.fix
      }
    )
  }
}

function noteUnknown(
  file: VFile,
  path: ReadonlyArray<number | string>,
  what: string
): void {
  note(
    file,
    factUnknown,
    `Unexpected unknown ${what}, expected it to be known; a placeholder is printed`,
    {place: file.data.findYamlPlace?.(path), fix: factUnknown.fix}
  )
}
