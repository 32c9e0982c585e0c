// Where blocks stand, and what there is around them to lead to.

import type {LinkTarget} from '../../model/page.ts'
import type {FoundNotes} from './find-notes.ts'
import type {StructureElement, StructureTarget} from './structure.ts'
import {toSafeHref} from './to-safe-href.ts'

/** Where blocks stand. */
export interface Place {
  pageIndex: number
  /** Language of what is around. */
  lang: string
  /** Rank of a story's headline: `2` on a page that has a heading, else `1`. */
  headlineRank: 1 | 2
  /** Whether headlines here only repeat one: they are no headings. */
  isSign?: boolean
  /** Story they are of (default: none). */
  slug?: string
  /** What that story is called. */
  title?: string
  /** Parts of stories that are in the issue, by `toPartId`. */
  partIds: ReadonlySet<string>
  notes: FoundNotes
  /** Calls of notes that were named already; grows. */
  callIds: Set<string>
  /** Whether a list is around. */
  isInList?: boolean
  /** Where all of it leads. */
  target?: StructureTarget
  /** What stands before it in the story, to be gone on with after a jump. */
  before?: ReadonlyArray<StructureElement>
}

/** Find where a link leads; nowhere, or nowhere safe, makes it plain text. */
export function findTarget(
  target: LinkTarget | undefined,
  place: Place
): LinkTarget | undefined {
  const leads =
    target?.type === 'part'
      ? place.partIds.has(toPartId(target.slug, target.part))
      : target && toSafeHref(target.url) !== undefined
  return leads ? target : undefined
}

/** Name a part of a story. */
export function toPartId(slug: string, part: string): string {
  return `${slug} ${part}`
}
