// The site as a plan: which pages and stories there are, where each one's
// document is, and what comes before and after it.
//
// ```text
// web/index.html           the issue
// web/p5/index.html        a page
// web/p5/a1/index.html     its first story, counted as in issue.yaml
// ```
//
// Addresses depend on what the newsroom filed, never on how it was made up: a
// page made up anew keeps them. Reading order is that of the composed pages.

import type {Issue, Page, StoryPart} from '../../model/issue.ts'
import type {Story} from '../../model/story.ts'
import type {LayoutPage} from '../layout-json.ts'

/** An issue and where everything in it is. */
export interface IssuePlan {
  issue: Issue
  pages: ReadonlyArray<PlannedPage>
  /** Every story once, as a reader meets them. */
  stories: ReadonlyArray<PlannedStory>
}

/** A page of the paper. */
export interface PlannedPage {
  page: Page
  /** The printed page; absent when it was not made up. */
  layout?: LayoutPage
  /** Folder of its documents: `p5`. */
  folder: string
  /** Parts of stories that stand on it, in reading order. */
  entries: ReadonlyArray<PlannedEntry>
}

/** A part of a story on a page. */
export interface PlannedEntry {
  site: PlannedStory
  part: StoryPart
  /** Other page of a jump. */
  jumpPageNumber?: number
}

/** A story. */
export interface PlannedStory {
  story: Story
  /** Page it begins on. */
  page: Page
  /** Folder of its document: `p5/a1`. */
  folder: string
  /**
   * Printed pages that hold a part of it, in the order of its parts; none when
   * it was not made up.
   */
  pageNumbers: ReadonlyArray<number>
}

/**
 * Plan the documents of an issue.
 *
 * `folders` has the folder of stories, by slug, that must keep the one they
 * have had.
 */
export function planIssue(
  issue: Issue,
  layoutPages: ReadonlyArray<LayoutPage>,
  folders: ReadonlyMap<string, string> = new Map()
): IssuePlan {
  const stories = issue.children.flatMap((page) =>
    page.children.map((story, index) => ({
      story,
      page,
      folder: folders.get(story.slug) ?? `${toPageFolder(page)}/a${index + 1}`,
      pageNumbers: findPageNumbers(story, layoutPages)
    }))
  )
  const pages = issue.children.map((page) => {
    const layout = layoutPages.find(
      ({pageNumber}) => pageNumber === page.pageNumber
    )
    const folder = toPageFolder(page)
    const entries = findEntries(page, layout, stories)
    return {page, folder, entries, ...(layout && {layout})}
  })

  return {issue, pages, stories: sortStories(pages, stories)}
}

/** Name what is lit when a reader comes to a part of a story on its page. */
export function toZoneId({folder, story}: PlannedStory): string {
  // Names that need escaping in a link give way to the story's number.
  const isPlain = /^[A-Za-z0-9][\w-]*$/.test(story.slug)
  return isPlain ? `zone-${story.slug}` : `zone--${folder.replace('/', '-')}`
}

function toPageFolder(page: Page): string {
  return `p${page.pageNumber}`
}

function findPageNumbers(
  story: Story,
  layoutPages: ReadonlyArray<LayoutPage>
): Array<number> {
  const found: Array<number> = []
  for (const part of ['whole', 'start', 'rest'] as const) {
    for (const {modules, pageNumber} of layoutPages) {
      const isThere = modules.some(
        (module) => module.story === story.slug && module.part === part
      )
      if (isThere && !found.includes(pageNumber)) found.push(pageNumber)
    }
  }
  return found
}

function findEntries(
  page: Page,
  layout: LayoutPage | undefined,
  stories: ReadonlyArray<PlannedStory>
): Array<PlannedEntry> {
  const entries: Array<PlannedEntry> = []
  for (const module of layout?.modules ?? []) {
    const site = stories.find(({story}) => story.slug === module.story)
    const {jumpPageNumber, part} = module
    if (!site) continue
    entries.push({
      site,
      part,
      ...(jumpPageNumber !== undefined && {jumpPageNumber})
    })
  }

  // What was not made up can still be read.
  const placed = new Set(entries.map(({site}) => site))
  for (const site of stories) {
    if (site.page === page && !placed.has(site)) {
      entries.push({site, part: 'whole'})
    }
  }
  return entries
}

function sortStories(
  pages: ReadonlyArray<PlannedPage>,
  stories: ReadonlyArray<PlannedStory>
): Array<PlannedStory> {
  const sorted = new Set<PlannedStory>()
  for (const {entries} of pages) {
    for (const {part, site} of entries) if (part !== 'rest') sorted.add(site)
  }
  for (const site of stories) sorted.add(site)
  return [...sorted]
}
