// What lists issues and stories: years, days of the calendar, sections and
// authors. Years are taken one by one, so that never more than one is held.

import type {SiteDisk} from '../model/site-disk.ts'
import type {OutputFile} from '../render/renderer.ts'
import {
  toDayFiles,
  toListFolder,
  toNameFiles,
  toYearFiles,
  type CatalogIssue,
  type Entry,
  type ListName,
  type SiteFacts
} from '../render/web/web.ts'
import {
  toAuthorPeriod,
  toSectionPeriod,
  toYear,
  type SiteState
} from './site-state.ts'

/** Where lists come from and go to. */
export interface ListRun {
  outFolder: string
  facts: SiteFacts
  state: SiteState
  disk: SiteDisk
  write(files: ReadonlyArray<OutputFile>): Promise<void>
}

const lists = ['sections', 'authors'] as const

/**
 * Write the lists that issues are in, and take away those they were the last
 * in; all lists where no issues are named.
 */
export async function renderLists(
  issues: ReadonlyArray<CatalogIssue> | undefined,
  run: ListRun
): Promise<void> {
  const {facts, state, write} = run
  const wishes = issues && (await findWishes(issues, run))
  const years = new Set((issues ?? state.issues).map(({date}) => toYear(date)))
  for (const year of years) {
    await write(toYearFiles(year, await state.readYear(year), facts))
  }
  for (const {period} of wishes?.values() ?? []) years.add(toYear(period))
  const known = new Map(
    lists.flatMap((list) =>
      facts[list].map((one) => [toKey({list, name: one.name}), one] as const)
    )
  )
  for (const year of years) {
    for (const group of groupEntries(await state.readYear(year))) {
      const listed = known.get(toKey({...group, period: ''}))
      if (!listed || (wishes && !wishes.has(toKey(group)))) continue
      await write(toNameFiles(group.list, listed, group, facts))
    }
  }
  const days = (issues ?? state.issues)
    .filter(({date}) => /^\d/.test(date))
    .map(({date}) => date.slice(5))
  for (const day of new Set(days)) {
    await write(toDayFiles(day, await state.readDay(day), facts))
  }
}

/** A period of a section or an author. */
interface Wish {
  list: ListName
  name: string
  period: string
}

interface Group extends Wish {
  entries: Array<Entry>
}

// Newest first.
function groupEntries(issues: ReadonlyArray<CatalogIssue>): Array<Group> {
  const groups = new Map<string, Group>()
  for (const issue of issues.toReversed()) {
    for (const story of issue.stories) {
      for (const wish of toWishes(issue.date, story)) {
        const key = toKey(wish)
        const group = groups.get(key) ?? {...wish, entries: []}
        group.entries.push({issue, story})
        groups.set(key, group)
      }
    }
  }
  return [...groups.values()]
}

// Names and periods that list issues. Where a period has nothing left, it goes,
// and the newest that is left comes first.
async function findWishes(
  issues: ReadonlyArray<CatalogIssue>,
  {disk, facts, outFolder}: ListRun
): Promise<Map<string, Wish>> {
  const asked = new Map<string, Wish>()
  for (const {date, stories} of issues) {
    for (const wish of stories.flatMap((story) => toWishes(date, story))) {
      asked.set(toKey(wish), wish)
    }
  }
  const wishes = new Map<string, Wish>()
  for (const [key, wish] of asked) {
    const {list, name, period} = wish
    const listed = facts[list].find((one) => one.name === name)
    if (listed?.counts.some(([counted]) => counted === period)) {
      wishes.set(key, wish)
      continue
    }
    const folder = `${outFolder}/${toListFolder(list, name)}`
    const newest = listed?.counts.at(-1)?.[0]
    if (newest === undefined) await disk.remove(folder.slice(0, -1))
    else {
      await disk.remove(folder + period)
      const instead = {list, name, period: newest}
      wishes.set(toKey(instead), instead)
    }
  }
  return wishes
}

function toWishes(
  date: string,
  {authors, section}: CatalogIssue['stories'][number]
): Array<Wish> {
  return [
    ...(section === undefined
      ? []
      : [
          {
            list: 'sections',
            name: section,
            period: toSectionPeriod(date)
          } as const
        ]),
    ...[...new Set(authors)].map(
      (name) => ({list: 'authors', name, period: toAuthorPeriod(date)}) as const
    )
  ]
}

function toKey({
  list,
  name,
  period = ''
}: {
  list: ListName
  name: string
  period?: string
}): string {
  return `${list}\0${name}\0${period}`
}
