// The composed page: what will be printed, every glyph at a fixed place. Only
// `compose/` makes it. It is complete: painters add nothing of their own.
//
// ```text
// composedPage
// ├─ furniture*           flag, folio, staff line, rules between modules
// │  └─ mark*
// └─ module*              in reading order
//    └─ block*            kicker, headline, paragraph, figure, …
//       ├─ block*         (a list holds items, a table rows and cells)
//       └─ mark*          lines, rules, tints, frames, pictures, ornaments
// ```
//
// Tree order is reading order and painting order at once: a tint comes before
// the text on it. A paragraph that runs over several legs is one block. All
// places are absolute on the page, in points from the top left of the *trim*.

import type {Node, Parent} from 'unist'
import type {StoryKind} from './story.ts'
import type {StoryPart} from './issue.ts'
import type {Point, Rect} from '../unit/rect.ts'

/** One finished page. */
export interface ComposedPage extends Parent {
  type: 'composedPage'
  pageNumber: number
  /** Number of its right half, where it is a double-page spread. */
  facingPageNumber?: number
  section?: string
  publication: string
  date: string
  lang: string
  /** Trimmed size. */
  widthPt: number
  depthPt: number
  /** How far bleeding marks run over the trim on each side. */
  bleedPt: number
  typeArea: Rect
  /** The lattice the page stands on. */
  grid: PageGrid
  /** Colours by token; marks name the token. */
  colors: Readonly<Record<string, Color>>
  /** Faces by id; runs name the id, glyph ids are of the face's file. */
  faces: Readonly<Record<string, PageFace>>
  children: Array<ComposedModule | Furniture>
}

/** Base columns and lines of the type area. */
export interface PageGrid {
  columnCount: number
  lineCount: number
  /** Measure of a base column. */
  measurePt: number
  gutterPt: number
  leadingPt: number
}

/** A colour: what reaches the plate, and what a screen shows. */
export interface Color {
  /** Process colour, per cent of C, M, Y, K. */
  cmyk: readonly [number, number, number, number]
  /** Name of the spot ink, where it is one; `cmyk` is then its alternate. */
  spot?: string
  /** Screen colour: `#rrggbb`. */
  rgb: string
}

/** A face used on the page. */
export interface PageFace {
  /** Family name painters use: `qianzi-song`. */
  family: string
  /** Key of the font file in the run's font table. */
  fileKey: string
  /** Ascent and descent of the face over its size, both positive. */
  ascentRatio: number
  descentRatio: number
}

/** What belongs to the page and to no story. */
export interface Furniture extends Parent {
  type: 'furniture'
  /** Name in the template: `folio`, `staff`, `cutoffs`. */
  name: string
  /** Whether it is read aloud, or passed over as decoration. */
  role: 'artifact' | 'header'
  children: Array<Block | Mark>
}

/** One story's place on the page. */
export interface ComposedModule extends Parent {
  type: 'module'
  slug: string
  kind: StoryKind
  part: StoryPart
  lang: string
  /** Outline on the page: what a reader clicks. */
  zone: Array<Point>
  area: Rect
  legs: Array<Leg>
  facts: ModuleFacts
  /** Other page of a jump. */
  jumpPageNumber?: number
  children: Array<Block | Mark>
}

/** One column of a story's body. */
export interface Leg extends Rect {
  /** Lines of type set in it. */
  lineCount: number
}

/** How a module came out, for the proof desk and the report. */
export interface ModuleFacts {
  /** Body lines that did not fit; `0` when the story fits. */
  oversetLineCount: number
  /** Characters in those lines. */
  oversetCharacterCount: number
  /** Blank lines below the body, over all legs. */
  shortLineCount: number
  /** Characters that would fill those lines. */
  shortCharacterCount: number
  /** Lines of body set. */
  bodyLineCount: number
  /** White lines added to fill the module: over the title group and under it. */
  padLineCount: number
  legCount: number
  measurePt: number
  headlineSizePt: number
}

/** What a block is; decides headings, bookmarks and reading order. */
export type BlockRole =
  | 'blockquote'
  | 'box'
  | 'byline'
  | 'caption'
  | 'credit'
  | 'crosshead'
  | 'deck'
  | 'figure'
  | 'footnote'
  | 'headline'
  | 'jumpLine'
  | 'kicker'
  | 'label'
  | 'list'
  | 'listItem'
  | 'paragraph'
  | 'pullQuote'
  | 'statusMark'
  | 'summary'
  | 'table'
  | 'tableCell'
  | 'tableHeaderCell'
  | 'tableRow'

/** Part of the reading structure. */
export interface Block extends Parent {
  type: 'block'
  role: BlockRole
  /**
   * Name of the copy it sets: `lead/body/3`; blocks of one story on two pages
   * can share it when the paragraph itself is parted by the jump.
   */
  id: string
  lang?: string
  /** What a figure shows, for those who can't see it. */
  alt?: string
  /** Where a jump line or the head of a jump's rest leads. */
  target?: LinkTarget
  children: Array<Block | Mark>
}

/** Where a link leads: out, or to a story's part on some page. */
export type LinkTarget =
  {type: 'part'; slug: string; part: StoryPart} | {type: 'url'; url: string}

/** Something painted. */
export type Mark = Frame | Line | Ornament | PaintedPicture | Rule | Tint

/** A line of type. */
export interface Line extends Node {
  type: 'line'
  /** Left end of the measure; the first glyph may hang out of it. */
  xPt: number
  /** Baseline. */
  yPt: number
  /** Measure: the room the line had. */
  widthPt: number
  /** Extent above and below the baseline, for zones and word boxes. */
  ascentPt: number
  descentPt: number
  /**
   * What stands in the copy between this line and the next of its block: a
   * space, nothing (Chinese), or `-` for nothing where a hyphen was added.
   */
  join: '' | ' ' | '-'
  /**
   * Space added at each gap between two hanzi, or in Latin copy at each word
   * space, in em; `0` or more.
   */
  stretchEm: number
  /**
   * Part of the blank that could be taken out of the line which was: 0–1
   * (default: `0`). A line is never squeezed and stretched at once.
   */
  squeezeRatio?: number
  /** `vertical`: top to bottom; glyphs then advance along y. */
  writing: 'horizontal' | 'vertical'
  children: Array<Run>
}

/** Characters of one line in one face, size and colour. */
export interface Run extends Node {
  type: 'run'
  /** Key in `ComposedPage.faces`. */
  face: string
  sizePt: number
  /** Token in `ComposedPage.colors`. */
  color: string
  /** Rise over the baseline; notes are superior. */
  risePt?: number
  /**
   * Turned a quarter clockwise: Latin in vertical lines. The glyphs' places are
   * then their horizontal origins, on a baseline that runs down the page.
   */
  isTurned?: boolean
  /** What the copy marked here. */
  mark?: RunMark
  /** How it is read, where that stands over it: the next line of ruby. */
  ruby?: string
  link?: LinkTarget
  lang?: string
  glyphs: Array<Glyph>
}

/** What the copy marked; a `sign` is what a list or a note counts with. */
export type RunMark =
  | 'dots'
  | 'emphasis'
  | 'leadIn'
  | 'link'
  | 'noteRef'
  | 'ruby'
  | 'sign'
  | 'strong'

/** One painted glyph. */
export interface Glyph {
  /** Glyph in the face's file. */
  id: number
  /** Characters of the copy it stands for; `''` when an earlier one has them. */
  text: string
  /** Origin: on the line's baseline, from the left of the page. */
  xPt: number
  /** Advance the face gives it, before squeezing or stretching. */
  advancePt: number
  /**
   * Origin below the top of the page; only in vertical lines, where the origin
   * of an upright glyph is the middle of its upper edge.
   */
  yPt?: number
}

/** A straight rule, filled. */
export interface Rule extends Node, Rect {
  type: 'rule'
  color: string
  /** Line pattern; `dot` is one round dot (default: `solid`). */
  pattern?: 'dot' | 'dotted' | 'double' | 'solid' | 'thick-thin' | 'wave'
}

/** A filled area under type. */
export interface Tint extends Node, Rect {
  type: 'tint'
  color: string
  /** Whether it runs over the trim into the bleed. */
  bleeds?: boolean
}

/** The outline of an area; the stroke lies inside. */
export interface Frame extends Node, Rect {
  type: 'frame'
  color: string
  strokePt: number
  pattern?: 'dotted' | 'double' | 'solid'
}

/** A picture, cropped. */
export interface PaintedPicture extends Node, Rect {
  type: 'picture'
  /** Path from the folder. */
  src: string
  /** What of the file is shown, as ratios of its width and depth. */
  crop: {xRatio: number; yRatio: number; widthRatio: number; depthRatio: number}
}

/** A drawing of the template: SVG fitted to the rectangle. */
export interface Ornament extends Node, Rect {
  type: 'ornament'
  /** Path in the template's folder. */
  src: string
}
