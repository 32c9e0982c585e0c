// Documents and feeds of a site that belong to no single issue: those of a year,
// of a day of the calendar, of a section or an author, and of the whole.

import type {OutputFile} from '../renderer.ts'
import {toAboutDocument} from './about-document.ts'
import type {Paper} from './bar.ts'
import {
  toCalendarDocument,
  toYearDocument,
  type YearCount
} from './calendar-document.ts'
import type {CatalogIssue} from './catalog.ts'
import {toDayDocument} from './day-document.ts'
import type {Entry} from './entry-list.ts'
import {toFeeds} from './feeds.ts'
import {
  toListDocument,
  toNameDocument,
  type ListedName,
  type ListName
} from './list-document.ts'
import {toMissingDocument} from './missing-document.ts'
import {toOfflineDocument} from './offline-document.ts'
import {toOpdsRoot, toOpdsYear} from './opds.ts'
import {toSearchDocument} from './search-document.ts'
import type {Shell, ShellSite} from './shell.ts'
import {toRootMaps, toYearMaps} from './sitemap.ts'

/** What there is to know of the whole site. */
export interface SiteFacts {
  site: ShellSite
  partials: Readonly<Record<string, string>>
  /** The paper as its latest issue names it. */
  paper: Paper
  description?: string
  /** Years that have issues, oldest first. */
  years: ReadonlyArray<YearCount>
  sections: ReadonlyArray<ListedName>
  authors: ReadonlyArray<ListedName>
  kinds: ReadonlyArray<string>
}

/** Choices the search page offers at most. */
const mostAuthors = 300

/** Write what belongs to the whole site; `latest` has newest issues first. */
export function toRootFiles(
  facts: SiteFacts,
  latest: ReadonlyArray<CatalogIssue>,
  latestYear: ReadonlyArray<CatalogIssue>
): Array<OutputFile> {
  const {authors, kinds, paper, sections, site, years} = facts
  const shell = toShell(facts)
  const names = years.map(({year}) => year)
  const options = {paper, years: names, ...toUrl(site)}
  return [
    toCalendarDocument(latestYear, {paper, years, shell}),
    toListDocument('sections', sections, {paper, shell}),
    toListDocument('authors', authors, {paper, shell}),
    toAboutDocument(paper, facts.description, shell),
    toMissingDocument(paper, shell),
    toOfflineDocument(paper, shell),
    toSearchDocument(
      paper,
      {
        sections: sections.map(({name}) => name),
        authors: authors.slice(0, mostAuthors).map(({name}) => name),
        kinds,
        years: names
      },
      shell
    ),
    ...toFeeds({paper, issues: latest, ...toUrl(site)}),
    ...toOpdsRoot(latest, options),
    ...(site.url === undefined
      ? []
      : toRootMaps(
          names.map((year) => `sitemaps/${year}.xml`),
          latest,
          site.url
        ))
  ]
}

/** Write what belongs to a year; issues come oldest first. */
export function toYearFiles(
  year: string,
  issues: ReadonlyArray<CatalogIssue>,
  facts: SiteFacts
): Array<OutputFile> {
  const {paper, site, years} = facts
  const names = years.map((count) => count.year)
  return [
    toYearDocument(year, issues, {paper, years, shell: toShell(facts)}),
    ...toOpdsYear(year, issues.toReversed(), {
      paper,
      years: names,
      ...toUrl(site)
    }),
    ...(site.url === undefined ? [] : toYearMaps(year, issues, site.url))
  ]
}

/** Write what belongs to a day of the calendar. */
export function toDayFiles(
  day: string,
  issues: ReadonlyArray<CatalogIssue>,
  facts: SiteFacts
): Array<OutputFile> {
  const shell = toShell(facts)
  return [toDayDocument({day, issues, paper: facts.paper, shell})]
}

/** Write one period of a section or an author; entries come newest first. */
export function toNameFiles(
  list: ListName,
  listed: ListedName,
  shown: {period: string; entries: ReadonlyArray<Entry>},
  facts: SiteFacts
): Array<OutputFile> {
  const options = {paper: facts.paper, shell: toShell(facts)}
  const isLatest = listed.counts.at(-1)?.[0] === shown.period
  return [
    toNameDocument(list, listed, {...shown, isRoot: false}, options),
    ...(isLatest
      ? [toNameDocument(list, listed, {...shown, isRoot: true}, options)]
      : [])
  ]
}

function toShell({partials, site}: SiteFacts): Shell {
  return {toRoot: '', toIssue: '', site, partials}
}

function toUrl({url}: ShellSite): {url?: string} {
  return url === undefined ? {} : {url}
}
