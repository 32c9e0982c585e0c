// A setting: one way a story can be set at a width.

import type {CastOffResult, LegBreaks, StoryShape} from '../model/plan.ts'
import type {PricedHead, PricedLegs} from './shape-cost.ts'

/** A way to set a story, as deep as it has to be. */
export interface Setting {
  shape: StoryShape
  /** Cast-off that tells of the title group. */
  head: CastOffResult
  /** Cast-off that tells of the body, its pictures without depth. */
  body: CastOffResult
  /** Lines of each leg, pictures included. */
  legLineCount: number
  /** Lines of body in all, pictures not counted. */
  bodyLineCount: number
  pictureLineCount: number
  /** Blank lines at the ends of the legs. */
  slackLineCount: number
  /** Single lines at the tops and feet of its legs. */
  breaks: LegBreaks
  /** Part of the pictures that is cropped. */
  cropRatio: number
  /** Price of its pictures. */
  pictureCost: number
  /** Price of lines set less evenly. */
  squeezeCost: number
  cost: number
  headlineSizePt: number
}

/**
 * A title group over a body in legs: a setting that is not written out. There
 * are a hundred thousand of them to an issue, and few are taken.
 */
export interface Draft {
  head: HeadSetting
  legs: LegSetting
  cost: number
}

/** Ways to set a unit, by width in base columns. */
export type DraftsByWidth = ReadonlyArray<ReadonlyArray<Draft>>

/** A title group, and what it costs whatever is under it. */
export interface HeadSetting extends PricedHead {
  summary: StoryShape['summary']
  cast: CastOffResult
  cost: number
}

/** A body in legs of one measure, and what it costs whatever is over it. */
export interface LegSetting extends PricedLegs {
  cast: CastOffResult
  cropRatio: number
  legLineCount: number
  pictureLineCount: number
  cost: number
  /** List the depths at which the start of a jump can be left. */
  listJumps(): ReadonlyArray<Jump>
}

/** Legs of a depth, and the lines of copy that stay in them. */
export interface Jump {
  legLineCount: number
  stays: number
}

/** Write a setting out. */
export function toSetting({cost, head, legs}: Draft): Setting {
  return {
    shape: {...legs.shape, headline: head.headline},
    head: head.cast,
    body: legs.cast,
    legLineCount: legs.legLineCount,
    bodyLineCount: legs.bodyLineCount,
    pictureLineCount: legs.pictureLineCount,
    slackLineCount: legs.slackLineCount,
    breaks: legs.breaks,
    cropRatio: legs.cropRatio,
    pictureCost: legs.pictureCost,
    squeezeCost: legs.squeezeCost,
    cost,
    headlineSizePt: head.sizePt
  }
}
