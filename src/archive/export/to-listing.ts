// What is in an archive, as data: issues, and the stories of each.

import type {CopiedBag} from './export-archive.ts'

/** What is in an archive. */
export interface Listing {
  version: 1
  issues: Array<ListedIssue>
}

/** An issue. */
export interface ListedIssue {
  id: string
  /** Version of the bag; corrected issues have more than one. */
  version: number
  publication: string
  date: string
  issueNumber?: number
  edition?: number
  lang: string
  /** Numbers of its pages. */
  pages: Array<number>
  stories: Array<ListedStory>
}

/** A story. */
export interface ListedStory {
  slug: string
  title: string
  kind: string
  status: string
  section?: string
  kicker?: string
  byline?: string
  lang: string
  pages: Array<number>
  /** Characters of its text, white space left out. */
  characterCount: number
}

/** List issues and stories. */
export function toListing(bags: ReadonlyArray<CopiedBag>): Listing {
  return {
    version: 1,
    issues: bags.map(({bag, copy}) => ({
      id: bag.issueId,
      version: bag.version,
      publication: copy.publication,
      date: copy.date,
      ...(copy.issueNumber === undefined
        ? {}
        : {issueNumber: copy.issueNumber}),
      ...(copy.edition === undefined ? {} : {edition: copy.edition}),
      lang: copy.lang,
      pages: copy.pages.map(({pageNumber}) => pageNumber),
      stories: copy.stories.map((story) => {
        const find = (role: string): string | undefined =>
          story.parts.find((part) => part.role === role)?.text
        const kicker = find('kicker')
        const byline = find('byline')
        return {
          slug: story.slug,
          title: story.title,
          kind: story.kind,
          status: story.status,
          ...(story.section === undefined ? {} : {section: story.section}),
          ...(kicker === undefined ? {} : {kicker}),
          ...(byline === undefined ? {} : {byline}),
          lang: story.lang,
          pages: story.pageNumbers,
          characterCount: [
            ...story.parts
              .map(({text}) => text)
              .join('')
              .replaceAll(/\s/g, '')
          ].length
        }
      })
    }))
  }
}
