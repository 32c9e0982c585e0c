// The catalog: what a site has to know of an issue to link to it, list it and
// count it, without reading its copy again.

import {toString} from 'mdast-util-to-string'
import type {Imprint} from '../../model/issue.ts'
import type {Correction, StoryKind} from '../../model/story.ts'
import {labelStory} from '../story-label.ts'
import type {Edition, EditionFormat} from './edition.ts'
import {findAuthors} from './find-authors.ts'
import type {IssuePlan} from './issue-plan.ts'
import type {SizedPicture} from './sized-pictures.ts'
import {describeStory} from './story-document.ts'

/** An issue in the catalog. */
export interface CatalogIssue {
  id: string
  /** Its folder from the root of the site: `2026/06/02/`. */
  folder: string
  publication: string
  date: string
  edition?: number
  issueNumber?: number
  lang: string
  description?: string
  rights?: string
  imprint: Imprint
  /** Moment of the issue: `2026-06-02T00:00:00.000Z`. */
  modified: string
  formats: Array<EditionFormat>
  /** First page as JPEG; its path is from the issue's folder. */
  cover?: SizedPicture
  pages: Array<CatalogPage>
  stories: Array<CatalogStory>
  /** Folders of stories that were withdrawn. */
  withdrawn: Array<string>
}

/** A page in the catalog. */
export interface CatalogPage {
  pageNumber: number
  isNumberUnknown?: boolean
  section?: string
  /** Smallest picture; its path is from the issue's folder. */
  thumbnail?: SizedPicture
}

/** A story in the catalog. */
export interface CatalogStory {
  slug: string
  /** Its folder from the issue's: `p5/a1`. */
  folder: string
  title: string
  kind: StoryKind
  lang: string
  pageNumber: number
  section?: string
  authors: Array<string>
  /** Byline, as printed. */
  byline?: string
  description: string
  /** Card to share it with; its path is from the issue's folder. */
  card?: string
  corrections?: Array<Correction>
  /** Hash of the copy as it is, and as it first was on this site. */
  hash: string
  firstHash: string
}

/** Enter an issue; `toHash` makes a hash of copy. */
export function toCatalogIssue(
  edition: Edition,
  plan: IssuePlan,
  options: {
    folder: string
    formats: ReadonlyArray<EditionFormat>
    before?: CatalogIssue
    toHash: (text: string) => string
  }
): CatalogIssue {
  const {issue} = edition
  const {before, folder, formats, toHash} = options
  return {
    id: issue.id,
    folder,
    publication: issue.publication,
    date: issue.date,
    ...(issue.edition !== undefined && {edition: issue.edition}),
    ...(issue.issueNumber !== undefined && {issueNumber: issue.issueNumber}),
    lang: issue.lang,
    ...(issue.description !== undefined && {description: issue.description}),
    ...(issue.rights !== undefined && {rights: issue.rights}),
    imprint: issue.imprint,
    modified: edition.modified,
    formats: [...formats],
    ...(edition.cover && {cover: edition.cover}),
    pages: plan.pages.map(({page}) => {
      const [thumbnail] =
        edition.pages.find(({pageNumber}) => pageNumber === page.pageNumber)
          ?.pictures ?? []
      return {
        pageNumber: page.pageNumber,
        ...(page.isNumberUnknown && {isNumberUnknown: true}),
        ...(page.section !== undefined && {section: page.section}),
        ...(thumbnail && {thumbnail})
      }
    }),
    stories: plan.stories.map(({folder: storyFolder, page, story}) => {
      const byline = story.children.find(({type}) => type === 'byline')
      const card = edition.stories.find(({slug}) => slug === story.slug)?.card
      const hash = toHash(
        JSON.stringify(story.children.map((child) => toString(child)))
      )
      const first = before?.stories.find(({slug}) => slug === story.slug)
      return {
        slug: story.slug,
        folder: storyFolder,
        title: labelStory(story),
        kind: story.kind,
        lang: story.lang,
        pageNumber: page.pageNumber,
        ...(page.section !== undefined && {section: page.section}),
        authors: findAuthors(story),
        ...(byline && {byline: toString(byline)}),
        description: describeStory(story),
        ...(card && {card: card.path}),
        ...(story.corrections && {corrections: story.corrections}),
        hash,
        firstHash: first?.firstHash ?? hash
      }
    }),
    withdrawn: findWithdrawn(before, plan)
  }
}

function findWithdrawn(
  before: CatalogIssue | undefined,
  plan: IssuePlan
): Array<string> {
  const folders = new Set(plan.stories.map(({folder}) => folder))
  const had = [
    ...(before?.withdrawn ?? []),
    ...(before?.stories ?? []).map(({folder}) => folder)
  ]
  return had.filter((folder) => !folders.has(folder))
}

/** Whether a story changed after it first appeared, and nothing says so. */
export function isChangedUnsaid({
  corrections = [],
  firstHash,
  hash
}: CatalogStory): boolean {
  return hash !== firstHash && corrections.length === 0
}

/** Give the folder of an issue from the root of its site; it stays for ever. */
export function toIssueFolder({
  date,
  edition = 1,
  id
}: {
  date: string
  edition?: number
  id: string
}): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  if (!day) return `undated/${encodeName(id)}/`
  const [, year = '', month = '', number = ''] = day
  const folder = `${year}/${month}/${number}/`
  return edition > 1 ? `${folder}ed-${edition}/` : folder
}

/** Turn a name into one step of an address; readable, never a way out. */
export function encodeName(name: string): string {
  const plain = name
    .replaceAll(/[\s/\\?#%:*"<>|.&'`$^{}[\]~;@=+,()]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain === '' ? '-' : plain
}

/** Compare issues: older first, then by edition, then by name. */
export function compareIssues(a: CatalogIssue, b: CatalogIssue): number {
  const [first, second] = [toOrder(a), toOrder(b)]
  return first < second ? -1 : first > second ? 1 : 0
}

function toOrder({date, edition = 1, id}: CatalogIssue): string {
  const day = /^\d/.test(date) ? date : '0000-00-00'
  return `${day} ${String(edition).padStart(3, '0')} ${id}`
}
