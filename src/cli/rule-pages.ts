// All rules, from all rooms: rooms don't know each other, the counter knows
// them all.

import {composeRules} from '../compose/compose.ts'
import {configRules} from '../config/config.ts'
import type {RulePage} from '../note/rule-page.ts'
import {parseRules} from '../parse/parse.ts'
import {preflightRules} from '../preflight/preflight.ts'
import {pressRules} from '../render/press/press.ts'
import {templateRules} from '../template/template.ts'
import {buildRules} from './build-rules.ts'

/** Every rule that a note can name. */
export const rulePages: ReadonlyArray<RulePage> = [
  ...buildRules,
  ...composeRules,
  ...configRules,
  ...parseRules,
  ...preflightRules,
  ...pressRules,
  ...templateRules
]
