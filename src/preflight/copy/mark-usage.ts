// Rule: marks as GB/T 15834-2011 uses them, as far as form alone tells.

import type {CopyRule} from './copy-rule.ts'
import {findForms} from './form.ts'
import {markForms} from './mark-forms.ts'

/** The rule. */
export const markUsage: CopyRule = {
  id: 'mark-usage',
  level: 'warning',
  lang: 'zh',
  errorCount: 1,
  what: 'A punctuation mark is not used as GB/T 15834 has it.',
  why: 'Marks that are doubled, halved or out of place stop readers, and count as errors.',
  fix: 'Write the mark as the note says.',
  find: (passage) => findForms(passage, markForms)
}
