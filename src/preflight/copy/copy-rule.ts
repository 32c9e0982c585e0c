// What a rule about the copy is: its page, and a function that looks at one
// passage and the ones around it.

import type {RulePage} from '../../note/rule-page.ts'
import type {Finding, Passage} from './passage.ts'

/** A rule about the copy of one story. */
export interface CopyRule extends RulePage {
  /** Language it is about (default: any). */
  lang?: 'en' | 'zh'
  /** Weight of one finding in the error rate, as the annex counts them. */
  errorCount: number
  /** Look at one passage; `others` are all of the story, `index` is its place. */
  find(
    passage: Passage,
    others: ReadonlyArray<Passage>,
    index: number
  ): Array<Finding>
}
