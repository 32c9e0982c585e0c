// The site rendered: issues that changed, those beside them, and everything that
// lists them; what leads to other files last.

import {createHash} from 'node:crypto'
import type {SiteDisk} from '../model/site-disk.ts'
import type {Layout} from '../render/layout-json.ts'
import type {OutputFile} from '../render/renderer.ts'
import {
  toHomeFiles,
  toRootFiles,
  toSiteAssets,
  toSiteIssueDocument,
  toSiteIssueFiles,
  type CatalogIssue,
  type Edition,
  type SiteAssets,
  type SiteFacts,
  type SiteIssue
} from '../render/web/web.ts'
import type {SiteOptions} from './make-site.ts'
import {renderLists} from './render-lists.ts'
import {renderSearch} from './render-search.ts'
import {
  toYear,
  type IssueEntry,
  type NameCounts,
  type SiteState
} from './site-state.ts'

/** An issue that was added or changed; what it holds is on the disk. */
export interface ChangedIssue {
  catalog: CatalogIssue
  /** As it was on the site. */
  before?: CatalogIssue
}

/** An issue as it is read to be rendered: one at a time, they are large. */
interface ReadIssue {
  catalog: CatalogIssue
  edition: Edition
  layout: Layout
}

/** Issues whose stories are in the feeds. */
const latestCount = 7

/** Write all documents that have to be; says how many were. */
export async function renderSite(
  options: SiteOptions,
  state: SiteState,
  changed: ReadonlyArray<ChangedIssue>,
  disk: SiteDisk
): Promise<number> {
  let writtenCount = 0
  const latest = state.issues.at(-1)
  if (!latest) return 0
  const newest = await readIssue(latest.folder)
  const scripts = await disk.readScripts()
  // Other languages have nothing to fold.
  const isChinese = newest.edition.issue.lang.startsWith('zh')
  const scriptPairs = isChinese ? disk.listScriptPairs() : ''
  const url = options.url ?? newest.edition.issue.url
  const assets = toSiteAssets({
    paper: newest.edition.issue,
    theme: newest.edition.theme,
    scripts,
    scriptPairs,
    foldsScript: options.foldsScript,
    ...(url !== undefined && {url})
  })
  const engine = toEngine(options, assets)
  const isAll = options.isAnew || state.isNew || state.engine !== engine
  state.engine = engine

  await write(assets.files)
  const folders = new Set(changed.map(({catalog}) => catalog.folder))
  for (const {folder} of isAll ? state.issues : []) folders.add(folder)
  for (const folder of folders) {
    const issue = await readIssue(folder)
    await write(toSiteIssueFiles(toSiteIssue(issue), options.isCompatible))
  }
  for (const folder of findBeside(folders)) {
    await write([toSiteIssueDocument(toSiteIssue(await readIssue(folder)))])
  }

  const years = groupYears(state.issues)
  const facts = toFacts(assets, newest.edition, state, years)
  await renderLists(
    isAll
      ? undefined
      : changed.flatMap(({before, catalog}) =>
          before ? [before, catalog] : [catalog]
        ),
    {outFolder: options.outFolder, facts, state, disk, write}
  )
  await renderSearch(
    {
      outFolder: options.outFolder,
      years: years.map(({year}) => year),
      changed: toChangedYears(folders, state),
      isAnew: isAll,
      folding: {script: scriptPairs},
      write
    },
    state,
    disk
  )
  const latestIssues = await readLatest()
  const lastYear = await state.readYear(toYear(latest.date))
  await write(toRootFiles(facts, latestIssues, lastYear))
  await write(toHomeFiles(toSiteIssue(newest), options.isCompatible))
  return writtenCount

  async function write(files: ReadonlyArray<OutputFile>): Promise<void> {
    for (const {path, value} of files) {
      if (await disk.write(`${options.outFolder}/${path}`, value)) {
        writtenCount++
      }
    }
  }

  async function readIssue(folder: string): Promise<ReadIssue> {
    const place = `${options.outFolder}/${folder}`
    const catalog = await state.findIssue(folder)
    const edition = await disk.read(`${place}edition.json`)
    const layout = await disk.read(`${place}layout.json`)
    if (!catalog || !edition || !layout) {
      throw new Error(
        `Could not read \`${place}edition.json\` and \`layout.json\`, which the site needs to be rendered`
      )
    }
    const decoder = new TextDecoder()
    return {
      catalog,
      edition: JSON.parse(decoder.decode(edition)),
      layout: JSON.parse(decoder.decode(layout))
    }
  }

  function toSiteIssue({catalog, edition, layout}: ReadIssue): SiteIssue {
    const {folder} = catalog
    const index = state.issues.findIndex((one) => one.folder === folder)
    const previous = state.issues[index - 1]
    const next = state.issues[index + 1]
    return {
      catalog,
      edition,
      layout,
      site: assets.site,
      ...(previous && {previous}),
      ...(next && {next}),
      siblings: state.issues.filter(
        (one) =>
          one.date === catalog.date &&
          one.folder !== folder &&
          one !== previous &&
          one !== next
      )
    }
  }

  // Issues that link to those that changed.
  function findBeside(changedFolders: ReadonlySet<string>): Set<string> {
    const beside = new Set<string>()
    for (const [index, {date, folder}] of state.issues.entries()) {
      if (!changedFolders.has(folder)) continue
      const around = [
        state.issues[index - 1],
        state.issues[index + 1],
        ...state.issues.filter((one) => one.date === date)
      ]
      for (const one of around) {
        if (one && !changedFolders.has(one.folder)) beside.add(one.folder)
      }
    }
    return beside
  }

  async function readLatest(): Promise<Array<CatalogIssue>> {
    const found: Array<CatalogIssue> = []
    for (const {folder} of state.issues.slice(-latestCount).toReversed()) {
      const issue = await state.findIssue(folder)
      if (issue) found.push(issue)
    }
    return found
  }
}

function toEngine(
  {foldsScript, isCompatible, version}: SiteOptions,
  {site}: SiteAssets
): string {
  return createHash('sha256')
    .update(JSON.stringify([version, foldsScript, isCompatible, site]))
    .digest('hex')
    .slice(0, 16)
}

function toChangedYears(
  folders: ReadonlySet<string>,
  {issues}: SiteState
): Map<string, Set<string>> {
  const years = new Map<string, Set<string>>()
  for (const {date, folder} of issues) {
    if (!folders.has(folder)) continue
    const year = toYear(date)
    const inside = years.get(year) ?? new Set()
    years.set(year, inside.add(folder))
  }
  return years
}

interface YearCount {
  year: string
  issueCount: number
  storyCount: number
}

function groupYears(issues: ReadonlyArray<IssueEntry>): Array<YearCount> {
  const groups = Map.groupBy(issues, ({date}) => toYear(date))
  return [...groups]
    .map(([year, inside]) => ({
      year,
      issueCount: inside.length,
      storyCount: inside.reduce((sum, one) => sum + one.storyCount, 0)
    }))
    .sort((a, b) => (a.year < b.year ? -1 : 1))
}

function toFacts(
  {site}: SiteAssets,
  {issue, theme}: Edition,
  state: SiteState,
  years: ReadonlyArray<YearCount>
): SiteFacts {
  return {
    site,
    partials: theme.partials,
    paper: issue,
    ...(issue.description !== undefined && {description: issue.description}),
    years,
    sections: toListed(state.sections),
    authors: toListed(state.authors),
    kinds: Object.entries(state.kinds)
      .filter(([, count]) => count > 0)
      .map(([kind]) => kind)
      .sort()
  }
}

// Those with most stories first; among equals by code point, as lists in no
// particular language have to be.
function toListed(counts: NameCounts): SiteFacts['sections'] {
  const toSum = (periods: Record<string, number>) =>
    Object.values(periods).reduce((sum, count) => sum + count, 0)
  return Object.entries(counts)
    .map(([name, periods]) => ({
      name,
      total: toSum(periods),
      counts: Object.entries(periods).sort(([a], [b]) => (a < b ? -1 : 1))
    }))
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1))
}
