// The page plan: which story goes in which module, in which shape. Only
// `makeup/` makes it; `compose/` carries it out to the letter.
//
// Places are on the *lattice* of the type area: x in base columns from the
// left, y in lines of the baseline grid from the top, both counted from 0.

import type {StoryPart} from './issue.ts'

/** What goes where on one page. */
export interface PagePlan {
  pageNumber: number
  modules: ReadonlyArray<PlannedModule>
  /** Rules between modules, on the lattice; painted in the gutters. */
  cutoffs: ReadonlyArray<Cutoff>
  /** Frames that several stories share, each with a heading (default: none). */
  blocks?: ReadonlyArray<PlannedBlock>
  /** What the chosen layout costs, item by item, for the report. */
  costs: Readonly<Record<string, number>>
}

/** Rectangle on the lattice. */
export interface LatticeRect {
  columnIndex: number
  columnCount: number
  lineIndex: number
  lineCount: number
}

/** The rectangle one story fills, and how. */
export interface PlannedModule {
  slug: string
  part: StoryPart
  area: LatticeRect
  shape: StoryShape
  /** Where the copy of this part begins (default: at its beginning). */
  from?: BodyPoint
  /** Where the copy of this part ends (default: at its end). */
  to?: BodyPoint
  /** Other page of a jump. */
  jumpPageNumber?: number
  /** How it was made to fit, and what that costs; for the report. */
  fit?: ModuleFit
}

/** Briefs gathered 集纳: their modules together are its area. */
export interface PlannedBlock {
  area: LatticeRect
  slugs: ReadonlyArray<string>
}

/** How a module was made to fit. */
export interface ModuleFit {
  /** White lines added around the title group. */
  padLineCount: number
  /** Blank lines at the ends of the legs, over all of them. */
  slackLineCount: number
  /** Part of its pictures that is cropped. */
  cropRatio: number
  /** What its shape costs, item by item. */
  costs: Readonly<Record<string, number>>
}

/** A straight rule between modules. */
export interface Cutoff {
  direction: 'horizontal' | 'vertical'
  /**
   * Start on the lattice. A vertical cutoff stands in the gutter before
   * `columnIndex`; a horizontal one in the white at the top of line
   * `lineIndex`.
   */
  columnIndex: number
  lineIndex: number
  /** Length: base columns if horizontal, lines if vertical. */
  count: number
}

/** A change of the copy that would fill a page. */
export type PageFix =
  | {
      /** Write a last paragraph of so many characters. */
      action: 'add'
      slug: string
      lineCount: number
      leastCharacterCount: number
      mostCharacterCount: number
    }
  | {
      /** Cut so many characters from the end. */
      action: 'cut'
      slug: string
      lineCount: number
      leastCharacterCount: number
      mostCharacterCount: number
    }
  | {
      /** File fillers of these sizes. */
      action: 'fill'
      fillers: ReadonlyArray<{columnCount: number; lineCount: number}>
    }
  | {
      /** Take stories to other pages. */
      action: 'move'
      slugs: ReadonlyArray<string>
    }
  | {
      /** Crop the picture to this width over depth. */
      action: 'recrop'
      slug: string
      aspectRatio: number
      isDeeper: boolean
    }

/** Everything about a story's setting but its place. */
export interface StoryShape {
  /** Width, in base columns. */
  columnCount: number
  /** Legs of equal measure that the body is cut into. */
  legCount: number
  /** Setting of the title group. */
  headline: HeadlineShape
  /** Pictures at the top of legs; in the order of the figures in the body. */
  pictures: ReadonlyArray<PictureShape>
  /** How the module is set apart; one with a notch has no frame. */
  frame: 'box' | 'none' | 'tint'
  /**
   * Lines of body fewer (negative) or more than the best setting has; one of
   * the cast-off's `lineDeltas` (default: `0`).
   */
  lineDelta?: number
  /**
   * Lines that each leg holds more than its depth has on the grid (negative:
   * fewer), set a little closer or wider; only in a frame, where nothing on
   * the grid stands beside it (default: `0`).
   */
  leadingDelta?: number
  /** Lower corner of the module that belongs to others (default: none). */
  notch?: Notch
  /**
   * Lines of the module, above and below it, that belong to the frame it
   * shares with others; it keeps off its sides, too (default: no such frame).
   */
  block?: {aboveLineCount: number; belowLineCount: number}
  /** Where a summary 提要 stands (default: `over`). */
  summary?: SummarySetting
  /**
   * Whether pull quotes are set (default: `true`). They repeat the copy, so
   * nothing is lost without them.
   */
  setsPullQuotes?: boolean
}

/**
 * What an L-shaped module (a dogleg) leaves to its neighbours. The legs over
 * it end so many lines earlier; a leg that is over it in part does, too.
 *
 * ```text
 * ┌───────────────┐
 * │ head          │
 * │ leg  leg  leg │
 * │ leg ┌─────────┤
 * │ leg │ notch   │   side: right
 * └─────┴─────────┘
 * ```
 */
export interface Notch {
  /** The lower corner that is cut out. */
  side: 'left' | 'right'
  /** Width, in base columns: fewer than the module's. */
  columnCount: number
  /** Depth, in lines from the foot of the module. */
  lineCount: number
}

/** `leg`: at the top of the first leg; `over`: across all legs. */
export type SummarySetting = 'leg' | 'over'

/** Setting of the title group. */
export interface HeadlineShape {
  /**
   * Steps on the template's ladder for this width: `0` as written, `-1`
   * smaller. A headline `beside` the legs takes `headlines.besideSizes`.
   */
  sizeStep: number
  /** Lines of the headline itself; `0` where the story has none. */
  rowCount: number
  /**
   * `over` the legs (the default), or `beside` them: a vertical headline 竖题
   * at the left, as deep as the legs, with a blank character above and below.
   * Kicker and deck stand right and left of it; byline and summary stay over
   * the legs, which share the width that is left.
   */
  setting?: 'beside' | 'over'
  /** Face, to look different from a head beside it (default: the template's). */
  face?: string
}

/** Place of a picture in its module. */
export interface PictureShape {
  /** Index among the figures of the story's body. */
  figureIndex: number
  /** First leg it stands over. */
  legIndex: number
  /** Legs it spans. */
  legCount: number
  /** Depth with cutline and white below, in lines. */
  lineCount: number
}

/** Place in a story's body, between two characters. */
export interface BodyPoint {
  /** Index of the block in `Body.children`. */
  blockIndex: number
  /** Characters (UTF-16 units of the block's plain text) before the place. */
  offset: number
}

/** Find how deep a story runs in a shape; composed, never estimated. */
export type CastOff = (request: CastOffRequest) => CastOffResult

/** What to cast off. */
export interface CastOffRequest {
  slug: string
  part: StoryPart
  shape: StoryShape
  from?: BodyPoint
  to?: BodyPoint
  /** Other page of a jump. */
  jumpPageNumber?: number
}

/** How deep it runs. */
export interface CastOffResult {
  /**
   * Lines of the module above the legs: rule and white, kicker, headline,
   * deck, byline, summary.
   */
  headLineCount: number
  /** Lines of the module below the legs: frame, white. */
  footLineCount: number
  /** Lines of body in all, over all legs, pictures not counted. */
  bodyLineCount: number
  /** Line counts that the body can be set to instead, fewest lines first. */
  lineDeltas: ReadonlyArray<LineDelta>
  /** Lines the pictures take out of the legs, over all legs. */
  pictureLineCount: number
  /** Least depth of the module, in lines. */
  depthLineCount: number
  /** Blank lines at the end of the last leg (or legs) at that depth. */
  slackLineCount: number
  /** Whether the headline fits its width at this step and row count. */
  headlineFits: boolean
  /** Part of the width the longest headline row takes: 0–1. */
  headlineFillRatio: number
  /**
   * Find how deep legs have to be for the body when so many lines are taken
   * from each of them, by a picture or a notch.
   */
  legLineCountWith(takenLineCounts: ReadonlyArray<number>): number
  /**
   * Count the single lines that legs of a depth leave when so many lines are
   * taken from each of them, where they end as well as they can.
   */
  breaksWith(
    legLineCount: number,
    takenLineCounts: ReadonlyArray<number>
  ): LegBreaks
  /**
   * Find how far the copy comes in legs of a depth when so many lines are taken
   * from each of them: the last good place to jump from.
   */
  jumpWithin(
    legLineCount: number,
    takenLineCounts: ReadonlyArray<number>
  ): JumpPlace
  /** Find what is beyond so many lines of body, to say what to cut. */
  cutAfter(lineCount: number): CopyCut
}

/** Where legs part paragraphs badly. */
export interface LegBreaks {
  /** Last lines of a paragraph alone at the top of a leg. */
  widowCount: number
  /** First lines of a paragraph alone at the foot of a leg. */
  orphanCount: number
  /** Those of them that stand under a crosshead. */
  orphanUnderHeadCount: number
}

/** A place to jump from. */
export interface JumpPlace {
  to: BodyPoint
  /** Lines of body before it. */
  lineCount: number
}

/** The end of a story's copy, from a place on. */
export interface CopyCut {
  /** Where it begins. */
  from: BodyPoint
  /** Characters in it. */
  characterCount: number
}

/** A line count other than the best, and its price. */
export interface LineDelta {
  /** Lines fewer (negative) or more than the best setting; `0` is the best. */
  delta: number
  /**
   * Price of the evenness lost, `0` or more: about `1` for a line stretched by
   * .03 em at each gap.
   */
  cost: number
}

/** What make-up has to know of a story besides its depth. */
export interface StoryFacts {
  slug: string
  kind: string
  /** Rank by news value on the page, `0` leads. */
  rank: number
  hasHeadline: boolean
  /** Characters of the headline, for the ladder. */
  headlineCharacterCount: number
  /** Characters of body copy. */
  characterCount: number
  /** Figures of the body, in order. */
  figures: ReadonlyArray<FigureFacts>
  isBoxed: boolean
  /** Whether it has a summary 提要 (default: `false`). */
  hasSummary?: boolean
  /** Whether it has pull quotes, which can be left out (default: `false`). */
  hasPullQuotes?: boolean
  /** Whether it has tables, which stay on the grid (default: `false`). */
  hasTables?: boolean
  /** Language, as in BCP 47 (default: the template's). */
  lang?: string
  group?: string
  size?: {columnCount: number; lineCount: number}
}

/** What make-up has to know of a figure. */
export interface FigureFacts {
  /** Width over depth of the picture; of a missing one, the template's. */
  aspectRatio: number
  isMissing: boolean
  /** Width of the file in pixels; `undefined` when missing. */
  widthPx?: number
  /**
   * Characters of cutline and credit, to leave room for them; two letters count
   * as one.
   */
  captionCharacterCount: number
}
