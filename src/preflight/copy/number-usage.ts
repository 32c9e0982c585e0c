// Rule: numbers and dates as GB/T 15835-2011 writes them, as far as form alone
// tells.

import type {CopyRule} from './copy-rule.ts'
import {dateForms} from './date-forms.ts'
import {findForms} from './form.ts'
import {numberForms} from './number-forms.ts'

const forms = [...dateForms, ...numberForms]

/** The rule. */
export const numberUsage: CopyRule = {
  id: 'number-usage',
  level: 'warning',
  lang: 'zh',
  errorCount: 0.1,
  what: 'A number or a date is not written as GB/T 15835 has it.',
  why: 'Hanzi and digits have each their place: vague numbers in hanzi (十几, 三四天), counted ones in digits, one kind in a date, and nothing said twice (近20多).',
  fix: 'Write the number as the note says.',
  find: (passage) => findForms(passage, forms)
}
