// The story: everything the newsroom files under one slug.

import type {
  Blockquote,
  FootnoteDefinition,
  List,
  Paragraph,
  PhrasingContent,
  Table
} from 'mdast'
import type {Data, Literal, Parent} from 'unist'

/**
 * One story.
 *
 * Shape, in this order (`?` none or one, `*` any number):
 *
 * ```text
 * story
 * ├─ kicker?    引题
 * ├─ headline?  主题; absent when the copy has none: nothing is invented
 * ├─ deck*      副题
 * ├─ summary?   提要
 * ├─ byline?    署名
 * └─ body       paragraphs, crossheads, figures, lists, tables, …
 * ```
 */
export interface Story extends Parent {
  type: 'story'
  /** Short name, unique in the issue: the file's name without `.md`. */
  slug: string
  /** Manuscript it comes from, relative to the folder. */
  path: string
  kind: StoryKind
  /** `truncated`: the source stops here; set with a mark, never completed. */
  status: 'complete' | 'truncated'
  /** Language, as in BCP 47. */
  lang: string
  /** Name of the group of stories that must touch. */
  group?: string
  /** Whether the story is set in a box. */
  isBoxed: boolean
  /** Whether its lines run down 竖排 in print (default: `horizontal`). */
  writing?: Writing
  /** Rules, or words of the copy, that the proof desk accepts here. */
  accept?: ReadonlyArray<string>
  /** Fixed size of an advertisement. */
  size?: AdvertisementSize
  /** What was put right after printing, oldest first; never on paper. */
  corrections?: Array<Correction>
  children: Array<StoryContent>
}

/** Correction 更正: what was wrong in print, and what is right. */
export interface Correction {
  /** Day it was made: `2026-06-03`. */
  date: string
  /** Sentence that says so, in plain text. */
  text: string
}

/** How lines run. */
export type Writing = 'horizontal' | 'vertical'

/** What kind of copy it is. */
export type StoryKind =
  | 'ad'
  | 'brief'
  | 'commentary'
  | 'feature'
  | 'filler'
  | 'news'
  | 'notice'
  | 'photo'
  | 'roundup'

/** Size of an advertisement: base columns by lines. */
export interface AdvertisementSize {
  columnCount: number
  lineCount: number
}

/** What can be in a story. */
export type StoryContent = Body | Byline | Deck | Headline | Kicker | Summary

/** Kicker 引题: a small line over the headline. */
export interface Kicker extends Parent {
  type: 'kicker'
  children: Array<PhrasingContent>
}

/**
 * Headline 主题: the largest line of a story.
 *
 * Where it had better be split there is a `split` node.
 */
export interface Headline extends Parent {
  type: 'headline'
  children: Array<PhrasingContent>
}

/** Deck 副题: a line under the headline that adds to it. */
export interface Deck extends Parent {
  type: 'deck'
  children: Array<PhrasingContent>
}

/** Summary 提要: what is in the story, before it. */
export interface Summary extends Parent {
  type: 'summary'
  children: Array<PhrasingContent>
}

/** Byline 署名, as it is printed: `□ 本报记者 …`. */
export interface Byline extends Parent {
  type: 'byline'
  children: Array<PhrasingContent>
}

/** Body: the running text, the only part that is cut into legs. */
export interface Body extends Parent {
  type: 'body'
  children: Array<BodyContent>
}

/** What can be in a body. */
export type BodyContent =
  | Blockquote
  | Box
  | Crosshead
  | Figure
  | FootnoteDefinition
  | List
  | Paragraph
  | PullQuote
  | Table

/** Crosshead 小标题. */
export interface Crosshead extends Parent {
  type: 'crosshead'
  children: Array<PhrasingContent>
}

/** Sentence lifted out of the copy and set large. */
export interface PullQuote extends Parent {
  type: 'pullQuote'
  children: Array<Paragraph>
}

/** Box 链接: something beside the story, in a frame. */
export interface Box extends Parent {
  type: 'box'
  title?: string
  /** Whether its lines run down in print (default: `horizontal`). */
  writing?: Writing
  children: Array<List | Paragraph | Table>
}

/** Picture with its cutline (the children) and credit. */
export interface Figure extends Parent {
  type: 'figure'
  /** Path of the picture from the folder; absent when `isMissing`. */
  src?: string
  /** Whether the copy itself says that the picture is missing. */
  isMissing: boolean
  /** What the picture shows, for those who can't see it. */
  alt?: string
  /** Who made it. */
  credit?: string
  /** Point that no crop may lose, as ratios of width and depth. */
  focus: {xRatio: number; yRatio: number}
  children: Array<PhrasingContent>
}

/** Opening of a news item: `本报讯（记者 …）`, `新华社北京6月1日电`. */
export interface LeadIn extends Parent {
  type: 'leadIn'
  children: Array<PhrasingContent>
}

/** Ruby: `{漢字|かな}`. */
export interface Ruby extends Literal {
  type: 'ruby'
  /** Base text. */
  value: string
  /** Small text over it. */
  annotation: string
}

/** Text with emphasis dots 着重号. */
export interface Dotted extends Parent {
  type: 'dotted'
  children: Array<PhrasingContent>
}

/** Name of somebody or something, not to be parted: `:name[云中]`. */
export interface Name extends Parent {
  type: 'name'
  children: Array<PhrasingContent>
}

/** Words that are meant as they stand, whatever they look like: `:sic[…]`. */
export interface Sic extends Parent {
  type: 'sic'
  children: Array<PhrasingContent>
}

/** Words in another language than the story's: `:lang[…]{en}`. */
export interface Foreign extends Parent {
  type: 'foreign'
  /** Their language, as in BCP 47. */
  lang: string
  children: Array<PhrasingContent>
}

/** Place where a headline had better be split. */
export interface Split extends Literal {
  type: 'split'
  /** What is set when both halves stand on one line: one space. */
  value: string
  data?: Data
}

// Let Markdown trees hold our nodes.
declare module 'mdast' {
  interface RootContentMap {
    box: Box
    crosshead: Crosshead
    dotted: Dotted
    figure: Figure
    foreign: Foreign
    leadIn: LeadIn
    name: Name
    pullQuote: PullQuote
    ruby: Ruby
    sic: Sic
    split: Split
  }

  interface BlockContentMap {
    box: Box
    crosshead: Crosshead
    figure: Figure
    pullQuote: PullQuote
  }

  interface PhrasingContentMap {
    dotted: Dotted
    foreign: Foreign
    leadIn: LeadIn
    name: Name
    ruby: Ruby
    sic: Sic
    split: Split
  }
}
