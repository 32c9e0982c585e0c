// Fields about the printing plant, which a template has and an issue may have.

import * as v from 'valibot'
import type {PressStandard} from '../model/press.ts'
import {field} from './field.ts'

/** Which PDF/X the plant takes. */
export function pressStandard(): v.GenericSchema<unknown, PressStandard> {
  return field(
    v.picklist(['x-1a', 'x-4']),
    'PDF/X of the press PDF: `x-4`, or `x-1a` for old plants (default: `x-4`).'
  )
}

/** The plant's colour profile. */
export function pressProfile(): v.GenericSchema<unknown, string> {
  return field(
    v.pipe(v.string(), v.nonEmpty()),
    'ICC profile of the press: a path in this folder, or an absolute one (default: newsprint).'
  )
}
