// What the press room has to say about a page, while it makes its file.

import type {RulePage} from '../../note/rule-page.ts'

/** A note that finds its file later. */
export interface PressNote {
  rule: RulePage
  reason: string
  fix: string
  /** Story it is about; absent where it is the page or its template. */
  slug?: string
}
