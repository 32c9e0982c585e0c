// The editorial tree: what the newsroom wrote. Only `parse/` makes it.
//
// ```text
// issue
// └─ page+           one 版, in the order of issue.yaml
//    └─ story*       in order of news value
// ```

import type {Parent} from 'unist'
import type {PressStandard} from './press.ts'
import type {Story} from './story.ts'

/** The paper of one day. */
export interface Issue extends Parent {
  type: 'issue'
  /** Name of the issue in paths, such as `yunzhong-2026-06-02`. */
  id: string
  /** Name of the paper, as on the flag; a placeholder where it is unknown. */
  publication: string
  /** Day of the issue: `2026-06-02`; `unknown` where nobody can tell. */
  date: string
  /** Running number of the issue since the paper began, 总期号. */
  issueNumber?: number
  /** Edition of that day, from 2; absent for the first or only one. */
  edition?: number
  /** Language, as in BCP 47: `zh-CN`. */
  lang: string
  /** One sentence about the issue, for EPUB and web. */
  description?: string
  /** Rights statement. */
  rights?: string
  /** Web address of the paper, no slash at the end. */
  url?: string
  /**
   * Who answers for the claim that the EPUB meets WCAG 2.1 AA; without a name
   * the claim is not made.
   */
  accessibilityCertifier?: string
  /** Whether the screen PDF carries manuscripts and layout inside: PDF/A-3. */
  embedsSources?: boolean
  imprint: Imprint
  /** What the printing plant asks for, where it differs from the template. */
  press?: IssuePress
  /** Stories kept for pages that lack copy 补白; on no page yet. */
  fillers?: ReadonlyArray<Story>
  children: Array<Page>
}

/** What a printing plant asks for. */
export interface IssuePress {
  standard?: PressStandard
  /** Colour profile: a path in the issue's folder, or an absolute one. */
  profile?: string
}

/** Who makes the paper; every field is optional and none is ever invented. */
export interface Imprint {
  /** National serial number: `CN 14-0001`. */
  cn?: string
  issn?: string
  /** Control number of the Library of Congress: `sn86069873`. */
  lccn?: string
  /** Who runs the paper, 主办. */
  publisher?: string
  /** Who is in charge of the one who runs it, 主管. */
  authority?: string
  address?: string
  phone?: string
  email?: string
  printer?: string
  price?: string
  postalCode?: string
  /** Anything else the imprint has to say. */
  note?: string
}

/** One side of a sheet, 版. */
export interface Page extends Parent {
  type: 'page'
  /** Number printed on the page, from 1. */
  pageNumber: number
  /**
   * Whether nobody can tell the page's number; `pageNumber` then only orders
   * the pages, and a placeholder is printed instead (default: `false`).
   */
  isNumberUnknown?: boolean
  /**
   * Number of the right-hand page that is made up with this one as a
   * double-page spread 通版, the gutter between them used (default: none).
   */
  facingPageNumber?: number
  /** Name of the section, 版别. */
  section?: string
  /** Name of the template that makes the page up. */
  template: string
  /** Who made the page, in printed order: `{role: '责编', name: '…'}`. */
  staff: Array<StaffMember>
  /** How each story is to be placed, in order of news value. */
  placements: Array<Placement>
  /** Stories that begin on this page, in order of news value. */
  children: Array<Story>
}

/** Somebody on the staff line. */
export interface StaffMember {
  role: string
  name: string
}

/** What the editor says about where a story goes. */
export interface Placement {
  slug: string
  /**
   * `start` when the rest goes to another page, `rest` on that page, else
   * `whole`.
   */
  part: StoryPart
  /** Page the rest goes to; only on a `start`. */
  jumpToPageNumber?: number
  /** Page the story began on; only on a `rest`. */
  jumpFromPageNumber?: number
  /** Other pages it may run on, the best first. */
  orPageNumbers?: ReadonlyArray<number>
  /** Page its rest may go to, where this one is too full. */
  mayJumpToPageNumber?: number
  /** Place the editor asks for; what is absent is free. */
  pin?: Pin
}

/** Which part of a story a module holds. */
export type StoryPart = 'rest' | 'start' | 'whole'

/** Place on the grid, in base columns and lines; any part of it. */
export interface Pin {
  /** First base column, counted from 1 at the left. */
  columnNumber?: number
  /** First line, counted from 1 at the top of the type area. */
  lineNumber?: number
  /** Width, in base columns. */
  columnCount?: number
  /** Depth, in lines. */
  lineCount?: number
  /** Legs the body is cut into (default: the template chooses). */
  legCount?: number
  /** Corner of the page it stands at. */
  corner?: PageCorner
  /** Whether it stands in the upper half, to be seen on a folded paper. */
  isAboveFold?: boolean
}

/** Corner of a page. */
export type PageCorner =
  'lower-left' | 'lower-right' | 'upper-left' | 'upper-right'
