// What make-up places: a story, or the part of one that belongs on this page.

import type {Pin, StoryPart} from '../model/issue.ts'
import type {
  BodyPoint,
  CastOff,
  CastOffRequest,
  LatticeRect,
  StoryFacts,
  StoryShape
} from '../model/plan.ts'
import type {Template} from '../template/template.ts'

/** Something to place on a page. */
export interface Unit {
  slug: string
  part: StoryPart
  /** Rank by news value on this page; `0` leads. */
  rank: number
  facts: StoryFacts
  pin?: Pin
  /** Where its copy begins, for the rest of a jump. */
  from?: BodyPoint
  /** Other page of a jump. */
  jumpPageNumber?: number
  /** Briefs that it is made of; it then stands for all of them. */
  members?: ReadonlyArray<Unit>
  /** Whether it stands in a frame that it shares (default: `false`). */
  isInBlock?: boolean
}

/** A page to make up. */
export interface PageRequest {
  pageNumber: number
  /** In order of news value. */
  units: ReadonlyArray<Unit>
  template: Template
  castOff: CastOff
  /** Where units stood before, by `unitKey`: to stay there costs less. */
  previous?: ReadonlyMap<string, LatticeRect>
  /** Whether places are turned round when they become a plan (default: no). */
  isMirrored?: boolean
  /** Other layouts wanted (default: `0`). */
  alternativeCount?: number
}

/** Say what to cast off: a unit in a shape. */
export function toAsk(unit: Unit, shape: StoryShape): CastOffRequest {
  const {from, jumpPageNumber, part, slug} = unit
  return {
    slug,
    part,
    shape,
    ...(from ? {from} : {}),
    ...(jumpPageNumber === undefined ? {} : {jumpPageNumber})
  }
}

/** Name a unit, to find it in the plan of an earlier run. */
export function unitKey(unit: Pick<Unit, 'part' | 'slug'>): string {
  return `${unit.slug} ${unit.part}`
}
