// What there is to say about a rule, on the page that explains it.

import type {Rule} from './note.ts'

/** A rule, explained to the people whose copy it is about. */
export interface RulePage extends Rule {
  /** What it says, in one sentence. */
  what: string
  /** Why that matters to the paper or its readers. */
  why: string
  /** What to do, in the imperative. */
  fix: string
}
