// What the parts of an article have to know of it.

import type {Words} from './words.ts'

/** A picture file of the output. */
export interface ArticlePicture {
  href: string
  widthPx: number
  depthPx: number
}

/** What the parts of an article have to know. */
export interface ArticleState {
  crossheadName: 'h2' | 'h3'
  figure(src: string): ArticlePicture | undefined
  idPrefix: string
  /** Numbers of footnotes, by identifier. */
  noteNumbers: ReadonlyMap<string, number>
  notes: 'aside' | 'list'
  /** Calls of each footnote met so far; the first one gets the way back. */
  referenceCounts: Map<string, number>
  /** Headline, or what stands for it. */
  title: string
  /** Words of the story's language. */
  words: Words
}
