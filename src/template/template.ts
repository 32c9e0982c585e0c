// Templates: a page design as numbers. What people write in `template.yaml`
// becomes the `Template` that make-up and composition read, in points.
//
// Everything painted on paper is decided here or in the copy, never in CSS.

import type {Color} from '../model/page.ts'
import type {PressSettings} from '../model/press.ts'
import type {
  LadderStep,
  CompositionRules,
  CutoffRules,
  FrameRules,
  FrontPageSettings,
  FurnitureLooks,
  HeadlineTreatment,
  LegRules,
  MakeUpStyle,
  PictureRules,
  Spacing,
  TemplateFace,
  TemplateWords,
  TypeStyle
} from '../model/template-settings.ts'
import type {Rect} from '../unit/rect.ts'

export type {
  CompositionRules,
  CutoffRules,
  FrameRules,
  HeadlineTreatment,
  LegRules,
  PictureRules,
  RuleStyle,
  Spacing,
  TemplateFace,
  TemplateSettings,
  TemplateWords,
  TypeStyle
} from '../model/template-settings.ts'
export {styleNames, type StyleName} from './style-names.ts'
export {templateRules} from './rules.ts'
export {findHeadlineSizes} from './find-headline-sizes.ts'
export {findPageTemplate} from './find-page-template.ts'
export {toTemplate} from './to-template.ts'

/** A page design. */
export interface Template {
  /** Name of its folder. */
  name: string
  /** Language it is designed for. */
  lang: string
  sheet: TemplateSheet
  grid: TemplateGrid
  colors: Readonly<Record<string, Color>>
  faces: Readonly<Record<string, TemplateFace>>
  /** Has every name of `styleNames`, and what the furniture asks for. */
  styles: Readonly<Record<string, TypeStyle>>
  headlines: HeadlineRules
  spacing: Spacing
  legs: LegRules
  pictures: PictureRules
  frames: FrameRules
  cutoffs: CutoffRules
  composition: CompositionRules
  furniture: ReadonlyArray<FurnitureGroup>
  words: TemplateWords
  press: PressSettings
  /** Weights of the make-up's costs, by name. */
  costs: Readonly<Record<string, number>>
  /** Limits of the make-up, by name. */
  limits: Readonly<Record<string, number>>
  /** Whether stories may run in an L around others (default: `modular`). */
  makeUp?: MakeUpStyle
  /** Whether left-hand pages are made up mirrored (default: `false`). */
  mirrorsLeftPages?: boolean
  /** Columns of a double-page spread, where they are not the page's. */
  spread?: {columnCount: number; measurePt: number}
  /** What page one has otherwise than the others (default: nothing). */
  frontPage?: FrontPageSettings
  /** Where the fold is; only on a spread. */
  foldPt?: number
  /** Rungs of the copyfitting ladder (default: as in `makeup/ladder.ts`). */
  ladder?: ReadonlyArray<ReadonlyArray<LadderStep>>
}

/** The paper. */
export interface TemplateSheet {
  /** Trimmed size. */
  widthPt: number
  depthPt: number
  bleedPt: number
}

/** The lattice of the type area. */
export interface TemplateGrid {
  /** Top left of the type area on a right-hand (odd) page. */
  xPt: number
  yPt: number
  columnCount: number
  /** Measure of a base column. */
  measurePt: number
  gutterPt: number
  lineCount: number
  leadingPt: number
  /** Size of body type: the em of the lattice. */
  bodySizePt: number
}

/** How headlines are sized. */
export interface HeadlineRules {
  /** Sizes by width in base columns, largest first, in points. */
  ladder: ReadonlyMap<number, ReadonlyArray<number>>
  /** Treatment by kind of copy; `default` for the others, `lead` for rank 0. */
  treatments: Readonly<Record<string, HeadlineTreatment>>
  /** Face that a headline takes beside one of its own face, by that face. */
  contrasts?: Readonly<Record<string, string>>
  /** Rows a headline may take at most. */
  maxRowCount: number
  /** Baseline to baseline over size. */
  leadingRatio: number
  /** Sizes of vertical headlines beside the legs, largest first, in points. */
  besideSizes: ReadonlyArray<number>
  /** How far characters may be set closer (negative) or wider, in em. */
  trackingEm: {min: number; max: number}
}

/** A piece of the page that belongs to no story. */
export interface FurnitureGroup {
  name: string
  /** Pages it is on; `first` is page number 1, `others` are all but that. */
  on: 'all' | 'first' | 'left' | 'others' | 'right'
  /** Whether it depends on teasers (default: no). */
  when?: 'noTeasers' | 'teasers'
  role: 'artifact' | 'header'
  items: ReadonlyArray<FurnitureItem>
}

/**
 * Something in a piece of furniture, at a place on a right-hand page; on a
 * left-hand page x is mirrored, and left-aligned text is right-aligned and the
 * other way round, unless it is `fixed`.
 *
 * A text is one line; its depth is the leading of its style, and the em box of
 * its type stands in the middle of that. Its value has places to fill:
 * `{publication} {section} {date} {weekday} {lunar} {pageNumber}
 * {pageNumber2} {issueNumber} {staff} {imprint}`. An item all of whose places
 * are empty is not printed. Teasers are lines, each with a page
 * inside and a headline on it.
 */
export type FurnitureItem = FurnitureLooks & FurniturePlace

/** Where a furniture item is. */
export interface FurniturePlace extends Rect {
  fixed: boolean
}
