// Pages of the issue: which stories begin on them, what is placed where, what
// jumps.

import type {Position} from 'unist'
import type {VFile} from 'vfile'
import type {IssueSettings, PinSettings, StoryEntry} from '../config/config.ts'
import type {Page, Pin, Placement} from '../model/issue.ts'
import {note} from '../note/note.ts'
import {findFacingNumber} from './find-facing-number.ts'
import {continuesNothing, jumpTarget, pageChoice} from './issue-rules.ts'
import {toSlug, type ListedStory} from './list-stories.ts'
import {pinLayout} from './pin-layout.ts'

/** What pages are made of. */
export interface PageOptions {
  settings: IssueSettings
  issueFile: VFile
}

/** Stories that jump to a page, by slug, while no rest is placed for them. */
type Jumps = Map<string, {from: number; to: number}>

/** Make the pages of an issue; `listed` has the stories by path. */
export function toPages(
  options: PageOptions,
  listed: ReadonlyMap<string, ListedStory>
): Array<Page> {
  const numbers = numberPages(options.settings)
  const jumps: Jumps = new Map()

  const pages = options.settings.pages.map((settings, index): Page => {
    const page: Page = {
      type: 'page',
      pageNumber: numbers[index] ?? index + 1,
      template: settings.template,
      staff: Object.entries(settings.staff).map(([role, name]) => ({
        role,
        name
      })),
      placements: [],
      children: [...listed.values()]
        .filter(({pageIndex}) => pageIndex === index)
        .map(({story}) => story)
    }
    const place = options.issueFile.data.findYamlPlace?.(['pages', index])
    if (place) page.position = place
    if (settings.number === 'unknown') page.isNumberUnknown = true
    if (settings.section !== undefined) page.section = settings.section
    const facing = findFacingNumber(options.settings, index)
    if (facing !== undefined) page.facingPageNumber = facing
    return page
  })

  placeStories(options, listed, pages, jumps)
  placeRests(options, pages, jumps)
  for (const [index, page] of pages.entries()) {
    pinLayout(page, options, index)
  }
  return pages
}

// A page of unknown number takes the first free one from 2: page one has a
// flag, and that it is page one is not for us to say.
function numberPages(settings: IssueSettings): Array<number> {
  const taken = new Set(settings.pages.map(({number}) => number))
  let next = 2
  return settings.pages.map(({number}) => {
    if (number !== 'unknown') return number
    while (taken.has(next)) next++
    taken.add(next)
    return next
  })
}

function placeStories(
  options: PageOptions,
  listed: ReadonlyMap<string, ListedStory>,
  pages: ReadonlyArray<Page>,
  jumps: Jumps
): void {
  for (const {entryIndex, pageIndex, story} of listed.values()) {
    const page = pages[pageIndex]
    const entry = options.settings.pages[pageIndex]?.stories[entryIndex]
    if (!page || entry === undefined) continue

    const placement: Placement = {slug: story.slug, part: 'whole'}
    const at = {entry, entryIndex, pageIndex}
    const to = findJump(options, at, 'jumpTo', pages)
    if (to !== undefined) {
      placement.part = 'start'
      placement.jumpToPageNumber = to
      jumps.set(story.slug, {from: page.pageNumber, to})
    } else {
      const orPageNumbers = findOtherPages(options, at, pages)
      if (orPageNumbers.length > 0) placement.orPageNumbers = orPageNumbers
      const mayJumpTo = findJump(options, at, 'mayJumpTo', pages)
      if (mayJumpTo !== undefined) placement.mayJumpToPageNumber = mayJumpTo
    }
    page.placements.push(withPin(placement, entry))
  }
}

/** An entry of `stories`, and where it is. */
interface EntryPlace {
  entry: StoryEntry
  pageIndex: number
  entryIndex: number
}

function findJump(
  options: PageOptions,
  at: EntryPlace,
  field: 'jumpTo' | 'mayJumpTo',
  pages: ReadonlyArray<Page>
): number | undefined {
  const {entry} = at
  if (typeof entry === 'string' || 'continues' in entry) return undefined
  const number = entry[field]
  if (number === undefined) return undefined
  const target = findPage(number, pages)
  if (target && target !== pages[at.pageIndex]) return target.pageNumber
  const what = target ? 'its own page' : 'a page that is not in the issue'
  note(
    options.issueFile,
    jumpTarget,
    `Unexpected jump of \`${entry.file}\` to \`${number}\`, ${what}, expected another page of the issue`,
    {
      place: findPlace(options, at.pageIndex, at.entryIndex, field),
      actual: String(number),
      fix: jumpTarget.fix
    }
  )
  return undefined
}

/** Pages a story may run on besides the one it is listed for. */
function findOtherPages(
  options: PageOptions,
  at: EntryPlace,
  pages: ReadonlyArray<Page>
): Array<number> {
  const {entry} = at
  if (typeof entry === 'string' || 'continues' in entry) return []
  const found: Array<number> = []
  for (const number of entry.pages ?? []) {
    const page = findPage(number, pages)
    if (page && page !== pages[at.pageIndex]) found.push(page.pageNumber)
    if (page) continue
    note(
      options.issueFile,
      pageChoice,
      `Unexpected page \`${number}\` for \`${entry.file}\`, expected pages of the issue`,
      {
        place: findPlace(options, at.pageIndex, at.entryIndex, 'pages'),
        actual: String(number),
        fix: pageChoice.fix
      }
    )
  }
  return found
}

/** Find a page by its number; a spread has the numbers of both its halves. */
function findPage(
  number: number,
  pages: ReadonlyArray<Page>
): Page | undefined {
  return pages.find(
    ({facingPageNumber, isNumberUnknown, pageNumber}) =>
      (pageNumber === number || facingPageNumber === number) && !isNumberUnknown
  )
}

// The rest of a story stands where a `continues:` asks for it, else last.
function placeRests(
  options: PageOptions,
  pages: ReadonlyArray<Page>,
  jumps: Jumps
): void {
  for (const [pageIndex, page] of pages.entries()) {
    const entries = options.settings.pages[pageIndex]?.stories ?? []
    let index = 0

    for (const [entryIndex, entry] of entries.entries()) {
      if (typeof entry === 'string' || 'file' in entry) {
        const slug = toSlug(typeof entry === 'string' ? entry : entry.file)
        if (page.placements[index]?.slug === slug) index++
        continue
      }
      const slug = toSlug(entry.continues)
      const jump = jumps.get(slug)
      if (jump?.to !== page.pageNumber) {
        note(
          options.issueFile,
          continuesNothing,
          `Unexpected \`continues: ${entry.continues}\`, expected a story that jumps to page \`${page.pageNumber}\``,
          {
            place: findPlace(options, pageIndex, entryIndex, 'continues'),
            actual: entry.continues,
            fix: continuesNothing.fix
          }
        )
        continue
      }
      jumps.delete(slug)
      page.placements.splice(index++, 0, toRest(slug, jump.from, entry))
    }

    for (const [slug, {from, to}] of jumps) {
      if (to !== page.pageNumber) continue
      jumps.delete(slug)
      page.placements.push(toRest(slug, from))
    }
  }
}

function toRest(slug: string, from: number, entry?: StoryEntry): Placement {
  const rest: Placement = {slug, part: 'rest', jumpFromPageNumber: from}
  return entry === undefined ? rest : withPin(rest, entry)
}

function withPin(placement: Placement, entry: StoryEntry): Placement {
  if (typeof entry === 'string' || !entry.at) return placement
  return {...placement, pin: toPin(entry.at)}
}

function toPin(settings: PinSettings): Pin {
  const {aboveFold, column, corner, depth, legs, line, width} = settings
  const pin: Pin = {}
  if (column !== undefined) pin.columnNumber = column
  if (line !== undefined) pin.lineNumber = line
  if (width !== undefined) pin.columnCount = width
  if (depth !== undefined) pin.lineCount = depth
  if (legs !== undefined) pin.legCount = legs
  if (corner !== undefined) pin.corner = corner
  if (aboveFold) pin.isAboveFold = true
  return pin
}

function findPlace(
  options: PageOptions,
  pageIndex: number,
  entryIndex: number,
  field: string
): Position | undefined {
  const path = ['pages', pageIndex, 'stories', entryIndex, field]
  return options.issueFile.data.findYamlPlace?.(path)
}
