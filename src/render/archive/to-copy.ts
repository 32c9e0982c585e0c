// The copy as plain data (`copy.json`): what every story says, part by part, in
// words and not in places. It is what the words on the pages are checked
// against, what the catalogue is filled from, and what a catalogue of the year
// 2100 can still read.

import type {BodyContent, Story} from '../../model/story.ts'
import type {Issue} from '../../model/issue.ts'
import {plainText} from '../../model/plain-text.ts'
import {labelStory} from '../story-label.ts'
import type {ArchiveJob} from './archive-job.ts'

/** The copy of an issue. */
export interface Copy {
  /** Raised when fields change their meaning. */
  version: 1
  issueId: string
  publication: string
  date: string
  issueNumber?: number
  /** Edition of that day, from 2. */
  edition?: number
  lang: string
  description?: string
  rights?: string
  url?: string
  imprint: Issue['imprint']
  pages: Array<{
    pageNumber: number
    /** Number of its right half, where it is a double-page spread. */
    facingPageNumber?: number
    section?: string
    staff: Array<{role: string; name: string}>
  }>
  stories: Array<CopyStory>
}

/** One story. */
export interface CopyStory {
  slug: string
  /** Manuscript in the issue's folder. */
  path: string
  kind: string
  status: string
  lang: string
  /** Headline, or what the press calls a story without one. */
  title: string
  hasHeadline: boolean
  section?: string
  /** Pages it stands on, in reading order. */
  pageNumbers: Array<number>
  parts: Array<CopyPart>
  /** What was put right after printing. */
  corrections?: Array<{date: string; text: string}>
}

/** A part of a story. */
export interface CopyPart {
  /** `lead/body/3`, as blocks on the pages name it. */
  id: string
  role: string
  text: string
  /**
   * Whether the page has these characters and no others; else it has them and,
   * among them, marks of lists, credits, titles of boxes.
   */
  isExact: boolean
}

/** Write down the copy. */
export function toCopy(job: ArchiveJob): Copy {
  const {issue} = job
  const {description, edition, imprint, issueNumber, rights, url} = issue
  return {
    version: 1,
    issueId: issue.id,
    publication: issue.publication,
    date: issue.date,
    ...(issueNumber === undefined ? {} : {issueNumber}),
    ...(edition === undefined ? {} : {edition}),
    lang: issue.lang,
    ...(description === undefined ? {} : {description}),
    ...(rights === undefined ? {} : {rights}),
    ...(url === undefined ? {} : {url}),
    imprint: {...imprint},
    pages: issue.children.map(
      ({facingPageNumber, pageNumber, section, staff}) => ({
        pageNumber,
        ...(facingPageNumber === undefined ? {} : {facingPageNumber}),
        ...(section === undefined ? {} : {section}),
        staff: staff.map(({name, role}) => ({role, name}))
      })
    ),
    stories: issue.children.flatMap((page) =>
      page.children.map((story) => toCopyStory(story, page.section, job))
    )
  }
}

function toCopyStory(
  story: Story,
  section: string | undefined,
  {pages}: ArchiveJob
): CopyStory {
  const pageNumbers = pages.flatMap(({children, pageNumber}) =>
    children.some((one) => one.type === 'module' && one.slug === story.slug)
      ? [pageNumber]
      : []
  )
  return {
    slug: story.slug,
    path: story.path,
    kind: story.kind,
    status: story.status,
    lang: story.lang,
    title: labelStory(story),
    hasHeadline: story.children.some(({type}) => type === 'headline'),
    ...(section === undefined ? {} : {section}),
    pageNumbers,
    parts: toParts(story),
    ...(story.corrections
      ? {corrections: story.corrections.map(({date, text}) => ({date, text}))}
      : {})
  }
}

function toParts(story: Story): Array<CopyPart> {
  // An advertisement is a drawing more than a text; its parts are set anyhow.
  const isExact = story.size === undefined
  const parts: Array<CopyPart> = []
  let deckCount = 0
  for (const child of story.children) {
    if (child.type === 'body') {
      for (const [index, block] of child.children.entries()) {
        parts.push(toBodyPart(block, `${story.slug}/body/${index}`, isExact))
      }
      continue
    }
    const name =
      child.type === 'deck' ? `deck/${deckCount++}` : String(child.type)
    parts.push({
      id: `${story.slug}/${name}`,
      role: child.type,
      text: plainText(child),
      isExact
    })
  }
  return parts.filter(({text}) => text.trim() !== '')
}

function toBodyPart(
  block: BodyContent,
  id: string,
  isStory: boolean
): CopyPart {
  const isExact =
    isStory && (block.type === 'paragraph' || block.type === 'crosshead')
  const around = [
    block.type === 'box' ? block.title : undefined,
    plainText(block),
    block.type === 'figure' ? block.credit : undefined
  ]
  return {
    id,
    role: block.type,
    text: around.filter((text) => text !== undefined).join('\n'),
    isExact
  }
}
