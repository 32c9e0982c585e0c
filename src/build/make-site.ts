// A site out of published issues.
//
// ```text
// FOLDER/edition.json, layout.json, web/…      a published issue
//        │ relocate, copy
//        ▼
// DIR/2026/06/02/edition.json, layout.json, …  the issue on the site
//        │ render
//        ▼
// DIR/2026/06/02/…, then what belongs to its year, its day, its sections and
// authors, then what belongs to all
// ```
//
// The site holds all it is made of: issues that are there stay, and any of them
// can be rendered anew. Only what an issue touches is written. What leads to
// other files is written after them, so that nobody meets a link to nothing.

import {createHash} from 'node:crypto'
import type {SiteDisk} from '../model/site-disk.ts'
import type {Layout} from '../render/layout-json.ts'
import {
  planEdition,
  relocate,
  toCatalogIssue,
  toEditionText,
  toIssueFolder,
  toSearchedIssue,
  type Edition
} from '../render/web/web.ts'
import {renderSite, type ChangedIssue} from './render-site.ts'
import {openSiteState, type SiteState} from './site-state.ts'

/** What to make. */
export interface SiteOptions {
  /** Folders of published issues. */
  folders: ReadonlyArray<string>
  /** Folder of the site. */
  outFolder: string
  /** Address of the site, no slash at the end; else as its issues say. */
  url?: string
  /** Whether traditional and simplified characters count as the same. */
  foldsScript: boolean
  /** Whether the skeleton of digital papers is written, too. */
  isCompatible: boolean
  /** Whether everything is rendered anew. */
  isAnew: boolean
  /** Version of the press; another one renders everything anew. */
  version: string
  /** Told of each issue as it is put in place. */
  onIssue?(folder: string): void
}

/** What came of it. */
export interface SiteResult {
  /** Issues that were added or changed, by their folder on the site. */
  changed: ReadonlyArray<string>
  issueCount: number
  storyCount: number
  /** Files written. */
  writtenCount: number
  /** What people should know, as sentences. */
  notes: ReadonlyArray<string>
  /** What kept it from being made. */
  problems: ReadonlyArray<string>
}

/** Make a site, or add to it. */
export async function makeSite(
  options: SiteOptions,
  disk: SiteDisk
): Promise<SiteResult> {
  const state = await openSiteState(options, disk)
  const changed: Array<ChangedIssue> = []
  const notes: Array<string> = []
  const problems: Array<string> = []

  const published = await findChanged(options, state, disk, problems)
  if (problems.length > 0) return fail(problems)
  for (const one of published) {
    const issue = await placeIssue(one, options, state, disk)
    changed.push(issue)
    notes.push(...findNotes(issue))
    options.onIssue?.(issue.catalog.folder)
  }
  const writtenCount = await renderSite(options, state, changed, disk)
  await state.save()
  return {
    changed: changed.map(({catalog}) => catalog.folder),
    issueCount: state.issues.length,
    storyCount: state.issues.reduce((sum, one) => sum + one.storyCount, 0),
    writtenCount,
    notes,
    problems
  }
}

function fail(problems: ReadonlyArray<string>): SiteResult {
  return {
    changed: [],
    issueCount: 0,
    storyCount: 0,
    writtenCount: 0,
    notes: [],
    problems
  }
}

interface PublishedIssue {
  source: string
  stamp: string
  folder: string
}

// Nothing is written before all that was asked for can be read. What was read
// is read again in its turn: all at once it would fill the memory.
async function findChanged(
  options: SiteOptions,
  state: SiteState,
  disk: SiteDisk,
  problems: Array<string>
): Promise<Array<PublishedIssue>> {
  const found: Array<PublishedIssue> = []
  const claims = new Map<string, string>()
  for (const source of options.folders) {
    const stamp = await toStamp(source, disk)
    const known = state.sources[source]
    if (known && stamp === known.stamp && !options.isAnew) {
      claim(known.folder, source)
      continue
    }
    const edition = await readJson<Edition>(`${source}/edition.json`, disk)
    const layout = await disk.stamp(`${source}/layout.json`)
    if (!edition || layout === undefined || edition.version !== 1) {
      problems.push(
        `Unexpected folder \`${source}\` without \`edition.json\` and \`layout.json\`, expected a published issue; publish it with \`qianzi build\`, \`web\` among its outputs`
      )
      continue
    }
    const folder = toIssueFolder(edition.issue)
    claim(folder, source)
    const there = await state.findIssue(folder)
    if (there && there.id !== edition.issue.id) {
      problems.push(
        `Unexpected issue \`${edition.issue.id}\` at \`/${folder}\`, where \`${there.id}\` is, expected one issue; set \`edition: 2\` in its \`issue.yaml\` or give it a site of its own`
      )
      continue
    }
    found.push({source, stamp, folder})
  }
  return found

  function claim(folder: string, source: string): void {
    const other = claims.get(folder)
    if (other !== undefined) {
      problems.push(
        `Unexpected issues \`${other}\` and \`${source}\` at one address \`/${folder}\`, expected one; set \`edition: 2\` in the \`issue.yaml\` of one, or give each paper a site of its own`
      )
    }
    claims.set(folder, source)
  }
}

async function toStamp(source: string, disk: SiteDisk): Promise<string> {
  const edition = await disk.stamp(`${source}/edition.json`)
  const layout = await disk.stamp(`${source}/layout.json`)
  return `${edition} ${layout}`
}

// Files first, then what names them.
async function placeIssue(
  {folder, source, stamp}: PublishedIssue,
  options: SiteOptions,
  state: SiteState,
  disk: SiteDisk
): Promise<ChangedIssue> {
  const published = await readJson<Edition>(`${source}/edition.json`, disk)
  const layoutText = await readText(`${source}/layout.json`, disk)
  if (!published || layoutText === undefined) {
    throw new Error(`Could not read \`${source}\`, which was there just now`)
  }
  const before = await state.findIssue(folder)
  const folders = new Map(
    (before?.stories ?? []).map((story) => [story.slug, story.folder])
  )
  for (const gone of before?.withdrawn ?? []) folders.set(`\0${gone}`, gone)
  const {copies, edition} = relocate(published, folders)
  const place = `${options.outFolder}/${folder}`
  for (const {from, to} of copies) {
    await disk.copy(`${source}/${from}`, place + to)
  }
  await disk.write(`${place}edition.json`, toEditionText(edition))
  await disk.write(`${place}layout.json`, layoutText)

  const layout: Layout = JSON.parse(layoutText)
  const catalog = toCatalogIssue(edition, planEdition(edition, layout), {
    folder,
    formats: edition.formats,
    ...(before && {before}),
    toHash: (text) =>
      createHash('sha256').update(text).digest('hex').slice(0, 16)
  })
  const searched = toSearchedIssue({edition, layout}, folder)
  await state.putIssue(catalog, searched)
  state.sources[source] = {stamp, folder}
  return {catalog, ...(before && {before})}
}

function findNotes({before, catalog}: ChangedIssue): Array<string> {
  if (!before) return []
  return catalog.stories
    .filter(({corrections = [], hash, slug}) => {
      const had = before.stories.find((story) => story.slug === slug)
      return had !== undefined && had.hash !== hash && corrections.length === 0
    })
    .map(
      ({folder, slug}) =>
        `Unexpected change of \`${slug}\` at \`/${catalog.folder}${folder}/\` after it was published, expected a correction; readers are told that it changed. Say why in \`corrections\` of its front matter.`
    )
}

async function readJson<Value>(
  path: string,
  disk: SiteDisk
): Promise<Value | undefined> {
  const text = await readText(path, disk)
  if (text === undefined) return undefined
  try {
    const value: Value = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

async function readText(
  path: string,
  disk: SiteDisk
): Promise<string | undefined> {
  const bytes = await disk.read(path)
  return bytes && new TextDecoder().decode(bytes)
}
