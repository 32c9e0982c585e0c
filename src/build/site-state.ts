// What a site remembers between runs, in `.qianzi/` of its folder: its catalogue
// and the copy that is searched, issue by issue, and which published folder was
// taken in which state. It can be made anew of the site itself.

import type {SiteDisk} from '../model/site-disk.ts'
import type {Layout} from '../render/layout-json.ts'
import {
  planEdition,
  toCatalogIssue,
  toSearchedIssue,
  type CatalogIssue,
  type Edition,
  type SearchedIssue
} from '../render/web/web.ts'
import {createHash} from 'node:crypto'
import {readAhead} from './read-ahead.ts'

/** An issue, as much as the order of issues needs. */
export interface IssueEntry {
  folder: string
  id: string
  date: string
  edition?: number
  storyCount: number
}

/** Counts of a list by name, then by period. */
export type NameCounts = Record<string, Record<string, number>>

/** What a site remembers. */
export interface SiteState {
  /** Issues, oldest first. */
  issues: Array<IssueEntry>
  /** Published folders that were taken. */
  sources: Record<string, {stamp: string; folder: string}>
  sections: NameCounts
  authors: NameCounts
  kinds: Record<string, number>
  /** Indexes of years, by year. */
  search: Record<string, {hash: string; storyCount: number}>
  /** The directory of years that have words. */
  wordsHash?: string
  /** What everything was rendered with; another one renders all anew. */
  engine: string
  /** Whether everything has to be rendered. */
  isNew: boolean
  findIssue(folder: string): Promise<CatalogIssue | undefined>
  /** Issues of a year, oldest first. */
  readYear(year: string): Promise<Array<CatalogIssue>>
  /** Issues of a day of the calendar, `06-02`, newest first. */
  readDay(day: string): Promise<Array<CatalogIssue>>
  /** Folders of the issues of a year, oldest first. */
  listFolders(year: string): ReadonlyArray<string>
  /** Put an issue in its place. */
  putIssue(issue: CatalogIssue, searched: SearchedIssue): Promise<void>
  /** Copy of an issue. */
  readSearched(folder: string): Promise<SearchedIssue | undefined>
  save(): Promise<void>
}

const savedVersion = 3

interface Saved {
  version: number
  engine: string
  issues: Array<IssueEntry>
  sources: SiteState['sources']
  sections: NameCounts
  authors: NameCounts
  kinds: Record<string, number>
  search: SiteState['search']
  wordsHash?: string
}

/** Open what a site remembers. */
export async function openSiteState(
  {outFolder}: {outFolder: string},
  disk: SiteDisk
): Promise<SiteState> {
  const folder = `${outFolder}/.qianzi`
  const saved = await read<Saved>(`${folder}/state.json`)
  const changed = new Map<string, CatalogIssue>()
  // The year asked for last: it is asked for several times.
  let lastYear: {year: string; issues: Array<CatalogIssue>} | undefined
  const state: SiteState = {
    issues: saved?.issues ?? [],
    sources: saved?.sources ?? {},
    sections: saved?.sections ?? {},
    authors: saved?.authors ?? {},
    kinds: saved?.kinds ?? {},
    search: saved?.search ?? {},
    ...(saved?.wordsHash !== undefined && {wordsHash: saved.wordsHash}),
    engine: saved?.engine ?? '',
    isNew: saved?.version !== savedVersion,
    async findIssue(place) {
      const isKnown = state.issues.some((one) => one.folder === place)
      return isKnown ? readIssue(place) : undefined
    },
    readYear,
    readDay: (day) =>
      readIssues(
        state.issues.filter(({date}) => date.slice(5) === day).toReversed()
      ),
    listFolders: (year) => listYear(year).map((entry) => entry.folder),
    putIssue,
    readSearched: (place) => read<SearchedIssue>(toSearchedPath(place)),
    save
  }
  if (state.isNew) {
    Object.assign(state, {issues: [], sections: {}, authors: {}, kinds: {}})
    await recall()
  }
  return state

  async function readYear(year: string): Promise<Array<CatalogIssue>> {
    if (lastYear?.year !== year) {
      lastYear = {year, issues: await readIssues(listYear(year))}
    }
    return lastYear.issues
  }

  function listYear(year: string): Array<IssueEntry> {
    return state.issues.filter(({date}) => toYear(date) === year)
  }

  async function readIssues(
    entries: ReadonlyArray<IssueEntry>
  ): Promise<Array<CatalogIssue>> {
    const issues: Array<CatalogIssue> = []
    const all = readAhead(entries, ({folder: place}) => readIssue(place))
    for await (const issue of all) if (issue) issues.push(issue)
    return issues
  }

  async function readIssue(place: string): Promise<CatalogIssue | undefined> {
    return changed.get(place) ?? read<CatalogIssue>(toCatalogPath(place))
  }

  async function putIssue(
    issue: CatalogIssue,
    searched: SearchedIssue
  ): Promise<void> {
    const {date, edition, folder: place, id, stories} = issue
    const before = await state.findIssue(place)
    if (before) count(before, -1)
    count(issue, 1)
    changed.set(place, issue)
    lastYear = undefined

    const entry: IssueEntry = {
      folder: place,
      id,
      date,
      ...(edition !== undefined && {edition}),
      storyCount: stories.length
    }
    if (before) {
      state.issues = state.issues.filter((one) => one.folder !== place)
    }
    const after = state.issues.findLastIndex(
      (one) => compareEntries(one, entry) < 0
    )
    state.issues.splice(after + 1, 0, entry)
    await disk.write(toSearchedPath(place), JSON.stringify(searched))
  }

  function count(issue: CatalogIssue, by: number): void {
    for (const story of issue.stories) {
      const {authors, kind, section} = story
      if (section !== undefined) {
        add(state.sections, section, toSectionPeriod(issue.date), by)
      }
      for (const author of authors) {
        add(state.authors, author, toAuthorPeriod(issue.date), by)
      }
      state.kinds[kind] = (state.kinds[kind] ?? 0) + by
    }
  }

  function toCatalogPath(place: string): string {
    return `${folder}/catalog/${place.replace(/\/$/, '')}.json`
  }

  function toSearchedPath(place: string): string {
    return `${folder}/copy/${place.replace(/\/$/, '')}.json`
  }

  async function save(): Promise<void> {
    for (const [place, issue] of changed) {
      await disk.write(toCatalogPath(place), JSON.stringify(issue))
    }
    const {authors, engine, issues, kinds, search, sections} = state
    const {sources, wordsHash} = state
    const value: Saved = {
      version: savedVersion,
      engine,
      issues,
      sources,
      sections,
      authors,
      kinds,
      search,
      ...(wordsHash !== undefined && {wordsHash})
    }
    await disk.write(`${folder}/state.json`, JSON.stringify(value))
  }

  // The site holds every issue it was made of.
  async function recall(): Promise<void> {
    for (const place of await findPlaces(outFolder, disk)) {
      const edition = await read<Edition>(`${outFolder}/${place}edition.json`)
      const layout = await read<Layout>(`${outFolder}/${place}layout.json`)
      if (!edition || !layout) continue
      const issue = toCatalogIssue(edition, planEdition(edition, layout), {
        folder: place,
        formats: edition.formats,
        toHash: (text) =>
          createHash('sha256').update(text).digest('hex').slice(0, 16)
      })
      await putIssue(issue, toSearchedIssue({edition, layout}, place))
    }
  }

  async function read<Value>(path: string): Promise<Value | undefined> {
    const bytes = await disk.read(path)
    if (!bytes) return undefined
    const value: Value = JSON.parse(new TextDecoder().decode(bytes))
    return value
  }
}

/** Give the year of a date; days nobody knows have one of their own. */
export function toYear(date: string): string {
  return /^\d{4}/.test(date) ? date.slice(0, 4) : 'undated'
}

/** Sections are listed month by month. */
export function toSectionPeriod(date: string): string {
  return /^\d{4}/.test(date) ? date.slice(0, 7) : 'undated'
}

/** Authors are listed year by year. */
export function toAuthorPeriod(date: string): string {
  return toYear(date)
}

function add(
  counts: NameCounts,
  name: string,
  period: string,
  by: number
): void {
  const ofName = (counts[name] ??= {})
  const sum = (ofName[period] ?? 0) + by
  if (sum > 0) ofName[period] = sum
  else delete ofName[period]
  if (Object.keys(ofName).length === 0) delete counts[name]
}

function compareEntries(a: IssueEntry, b: IssueEntry): number {
  const [first, second] = [a, b].map(
    ({date, edition = 1, id}) =>
      `${/^\d/.test(date) ? date : '0000-00-00'} ${String(edition).padStart(3, '0')} ${id}`
  )
  return (first ?? '') < (second ?? '') ? -1 : 1
}

async function findPlaces(
  outFolder: string,
  disk: SiteDisk
): Promise<Array<string>> {
  const places: Array<string> = []
  await walk('', 0)
  return places

  async function walk(place: string, depth: number): Promise<void> {
    const names = await disk.list(`${outFolder}/${place}`)
    if (names.includes('edition.json')) places.push(place)
    if (depth > 3) return
    for (const name of names) {
      const isStep =
        depth === 0
          ? /^(?:\d{4}|undated)$/.test(name)
          : /^(?:\d\d|ed-\d+)$/.test(name) || place === 'undated/'
      if (isStep) await walk(`${place}${name}/`, depth + 1)
    }
  }
}
