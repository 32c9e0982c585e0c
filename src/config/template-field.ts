// Fields that come again and again in `template.yaml`.

import * as v from 'valibot'
import type {RuleStyle} from '../model/template-settings.ts'
import {field} from './field.ts'

/** A length, of zero or more; the description names the unit. */
export function length(description: string): v.GenericSchema<unknown, number> {
  return field(v.pipe(v.number(), v.minValue(0)), description)
}

/** How many there are, of one or more. */
export function count(description: string): v.GenericSchema<unknown, number> {
  return field(v.pipe(v.number(), v.integer(), v.minValue(1)), description)
}

/** A part of a whole. */
export function ratio(description: string): v.GenericSchema<unknown, number> {
  return field(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), description)
}

/** The name of something defined elsewhere in the file. */
export function token(description: string): v.GenericSchema<unknown, string> {
  return field(v.pipe(v.string(), v.nonEmpty()), description)
}

/** The pattern of a rule. */
export function rulePattern(): v.GenericSchema<unknown, RuleStyle['pattern']> {
  return v.optional(
    field(
      v.picklist(['dotted', 'double', 'solid', 'thick-thin', 'wave']),
      'Line of the rule (default: `solid`).'
    ),
    'solid'
  )
}
