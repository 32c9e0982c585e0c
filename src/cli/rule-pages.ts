// All rules, from all rooms: rooms don't know each other, the counter knows
// them all.

import {configRules} from '../config/config.ts'
import type {RulePage} from '../note/rule-page.ts'
import {preflightRules} from '../preflight/preflight.ts'
import {templateRules} from '../template/template.ts'
import {buildRules} from './build-rules.ts'

/** Every rule that a note can name. */
export const rulePages: ReadonlyArray<RulePage> = [
  ...buildRules,
  ...configRules,
  ...preflightRules,
  ...templateRules
]
