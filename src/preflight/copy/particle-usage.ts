// Rule: 的, 地 and 得 each in its place, as far as form alone tells.

import type {CopyRule} from './copy-rule.ts'
import {findForms} from './form.ts'
import {particleForms} from './particle-forms.ts'

/** The rule. */
export const particleUsage: CopyRule = {
  id: 'particle-usage',
  level: 'warning',
  lang: 'zh',
  errorCount: 1,
  what: 'One of 的, 地 and 得 stands where another belongs: 好的很, 值的一提, 悄悄得走.',
  why: 'They sound the same and are typed for each other; in print each has its place, and the wrong one counts as a wrong hanzi.',
  fix: 'Write the hanzi that the note names; where it is meant, write `:sic[…]` around it.',
  find: (passage) => findForms(passage, particleForms)
}
