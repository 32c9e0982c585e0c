// What people write in `template.yaml`, checked and with its defaults: lengths
// of the sheet in millimetres, of type in points.
//
// `config/` makes it, `template/` turns it into a `Template`. What is the same
// in both is described here, once.

import type {Color} from './page.ts'
import type {PressSettings} from './press.ts'

/** A page design as people write it. */
export interface TemplateSettings {
  /** Language it is designed for, as in BCP 47. */
  lang: string
  /** What it is, in one sentence, for people who choose a template. */
  description?: string
  sheet: SheetSettings
  grid: GridSettings
  colors: Readonly<Record<string, Color>>
  faces: Readonly<Record<string, TemplateFace>>
  styles: Readonly<Record<string, TypeStyle>>
  headlines: HeadlineSettings
  spacing: Spacing
  legs: LegRules
  pictures: PictureRules
  frames: FrameRules
  cutoffs: CutoffRules
  composition: CompositionRules
  furniture: ReadonlyArray<FurnitureGroupSettings>
  words: TemplateWords
  press: PressSettings
  /** Weights of the make-up's costs, by name. */
  costs: Readonly<Record<string, number>>
  /** Limits of the make-up, by name. */
  limits: Readonly<Record<string, number>>
  /**
   * `modular`: every story is a rectangle (the default). `interlocking`
   * (咬合式): stories may run in an L around others, and cuts across the whole
   * page are avoided.
   */
  makeUp?: MakeUpStyle
  /** Whether left-hand pages are made up mirrored (default: `false`). */
  mirrorsLeftPages?: boolean
  /** Columns of a double-page spread (default: as many as two pages have). */
  spread?: {columnCount: number; measurePt: number}
  /** What page one has otherwise than the others (default: nothing). */
  frontPage?: FrontPageSettings
  /** Rungs of the copyfitting ladder; the steps of one are taken together. */
  ladder?: ReadonlyArray<ReadonlyArray<LadderStep>>
}

/** What the page that sells the paper has otherwise than those inside. */
export interface FrontPageSettings {
  /** Weights that differ, by name. */
  costs: Readonly<Record<string, number>>
  /** Limits that differ, by name. */
  limits: Readonly<Record<string, number>>
  /** Headline sizes that differ, by width in base columns, largest first. */
  headlineSizes: Readonly<Record<string, ReadonlyArray<number>>>
}

/** Ways to make up a page. */
export const makeUpStyles = ['interlocking', 'modular'] as const

/** A way to make up a page. */
export type MakeUpStyle = (typeof makeUpStyles)[number]

/** Steps of the copyfitting ladder, in the usual order. */
export const ladderSteps = [
  // Width and legs; the headline at the largest size that fits.
  'shape',
  // A headline one size smaller, one row more; white around it.
  'headline',
  // Pictures cropped as far as the template’s `maxCropRatio`.
  'picture',
  // Pull quotes left out, the summary in a leg, a tint, a hard crop.
  'options',
  // Blank lines at the ends of legs.
  'slack',
  // Fillers the newsroom has filed.
  'filler',
  // Lines won or lost by other, a little less even breaks.
  'squeeze',
  // Lines set a little closer or wider, in a frame only.
  'leading'
] as const

/** A step of the ladder. */
export type LadderStep = (typeof ladderSteps)[number]

/** The paper. */
export interface SheetSettings {
  /** Trimmed size. */
  widthMm: number
  depthMm: number
  bleedMm: number
}

/** The lattice of the type area. */
export interface GridSettings {
  /** Left of the type area on a right-hand page (default: centred). */
  xMm?: number
  /** Top of the type area. */
  yMm: number
  columnCount: number
  /** Measure of a base column. */
  measurePt: number
  gutterPt: number
  lineCount: number
  leadingPt: number
  /** Size of body type: the em of the lattice. */
  bodySizePt: number
}

/** A typeface of the template. */
export interface TemplateFace {
  /** npm path of the font file, or a path in the template's folder. */
  file: string
  /** Face of a collection (`.ttc`), counted from 0 (default: `0`). */
  index?: number
  /** Place on each axis of a variable font (default: the font's own). */
  axes?: Readonly<Record<string, number>>
  /** Faces asked for a character this one lacks, in order. */
  fallback: ReadonlyArray<string>
}

/** A way to set type. */
export interface TypeStyle {
  /** Key in `faces`. */
  face: string
  sizePt: number
  /** Baseline to baseline; a multiple of the grid's for text in legs. */
  leadingPt: number
  /** Key in `colors`. */
  color: string
  align: 'center' | 'justify' | 'left' | 'right'
  /** Indent of the first line, in em of the style. */
  indentEm: number
  /** Space added after every character, in em. */
  trackingEm: number
}

/** How headlines are sized, as people write it. */
export interface HeadlineSettings {
  /** Sizes by width in base columns (`"1"`, `"2"`, …), largest first. */
  ladder: Readonly<Record<string, ReadonlyArray<number>>>
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

/** Looks of a title group. */
export interface HeadlineTreatment {
  face: string
  color: string
  align: 'center' | 'left'
  /** Type of kicker and deck, as ratios of the headline's size, and faces. */
  kickerFace: string
  kickerRatio: number
  deckFace: string
  deckRatio: number
  /** Smallest size of kicker and deck, in points. */
  minSizePt: number
  /** Largest size of kicker and deck, in points (default: any). */
  maxSizePt?: number
}

/** White, in lines of the grid. */
export interface Spacing {
  /** Between the top of a module (or its cutoff) and its title group. */
  aboveHeadLines: number
  /** Between title group and legs. */
  belowHeadLines: number
  /** Between the end of a module and the one below it. */
  belowModuleLines: number
  /** Above a crosshead. */
  aboveCrossheadLines: number
  /** Most white lines make-up may add to fill a module. */
  maxPadLines: number
}

/** What legs are acceptable. */
export interface LegRules {
  minMeasurePt: number
  maxMeasurePt: number
  minLineCount: number
  maxLineCount: number
}

/** What pictures may be. */
export interface PictureRules {
  minColumnCount: number
  maxColumnCount: number
  /** Part of a side that may be cropped: 0–1. */
  maxCropRatio: number
  /** Shape of the box for a missing picture: width over depth. */
  missingAspectRatio: number
  /** Fill and text colour tokens of that box. */
  missingFill: string
  missingColor: string
  /** Space between picture and cutline, and under the cutline, in points. */
  captionGapPt: number
}

/** How a module is set apart. */
export interface FrameRules {
  strokePt: number
  strokeColor: string
  pattern: 'dotted' | 'double' | 'solid'
  /** White between frame and type at the sides. */
  paddingPt: number
  /** White lines above and below inside the frame. */
  paddingLines: number
  tintColor: string
}

/** Rules between modules and between legs; what is absent is not painted. */
export interface CutoffRules {
  horizontal?: RuleStyle
  vertical?: RuleStyle
  column?: RuleStyle
}

/** A rule's looks. */
export interface RuleStyle {
  thicknessPt: number
  color: string
  pattern: 'dotted' | 'double' | 'solid' | 'thick-thin' | 'wave'
}

/** How lines are composed. */
export interface CompositionRules {
  /** Which marks may not begin or end a line (CLREQ). */
  prohibition: 'basic' | 'gb' | 'none' | 'strict'
  /** Width of a mark at the end of a line (GB/T 15834, 5.1.10). */
  lineEndMarks: 'flexible' | 'full' | 'half'
  /** Space between Han and Latin or digits, in em: natural, least, most. */
  hanLatinSpaceEm: {natural: number; min: number; max: number}
  /** Most space a justified line may add at each gap, in em. */
  maxStretchEm: number
  /**
   * Whether numbers keep with their units, names and dates in one line where
   * that costs little; else lines part them wherever they end.
   */
  keepsTogether: boolean
  /**
   * Most space that a line of Latin copy may add between letters, in em, so
   * that its word spaces gape less (`0`: none).
   */
  maxLetterSpaceEm: number
  /** Whether words may be hyphenated. */
  hyphenates: boolean
  /** Whether marks may hang out of the measure at a line's end. */
  hangs: boolean
}

/** A piece of the page that belongs to no story, as people write it. */
export interface FurnitureGroupSettings {
  name: string
  /** Pages it is on; `first` is page number 1, `others` are all but that. */
  on: 'all' | 'first' | 'left' | 'others' | 'right'
  /**
   * Whether it is there only where page one has teasers 导读 to print, or only
   * where it has none (default: always).
   */
  when?: 'noTeasers' | 'teasers' | undefined
  role: 'artifact' | 'header'
  items: ReadonlyArray<FurnitureItemSettings>
}

/** Something in a piece of furniture, as people write it. */
export type FurnitureItemSettings = FurniturePlaceSettings & FurnitureLooks

/** Where it is, on a right-hand page. */
export interface FurniturePlaceSettings {
  xMm: number
  yMm: number
  widthMm: number
  depthMm: number
  /** Whether it keeps its place on left-hand pages (default: mirrored). */
  fixed: boolean
}

/** What it is. */
export type FurnitureLooks =
  | {type: 'frame'; color: string; strokePt: number}
  | {type: 'ornament'; src: string}
  | {type: 'rule'; color: string; pattern: RuleStyle['pattern']}
  | {type: 'tint'; color: string; bleeds: boolean}
  | {type: 'teasers'; style: string; numberStyle: string}
  | {type: 'text'; value: string; style: string}

/** Words the press itself prints. `{page}` is a page number. */
export interface TemplateWords {
  jumpTo: string
  jumpFrom: string
  truncated: string
  pictureMissing: string
  advertisement: string
  /** Over briefs that are gathered in one frame (default: no heading). */
  briefs?: string
  /** Between cutline and credit. */
  creditSeparator: string
}
