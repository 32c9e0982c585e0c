// Schema of the furniture in `template.yaml`: flag, folio, staff line, and
// whatever else stands on the page and belongs to no story.

import * as v from 'valibot'
import type {FurnitureGroupSettings} from '../model/template-settings.ts'
import {field} from './field.ts'
import {length, rulePattern, token} from './template-field.ts'

const place = {
  xMm: field(v.number(), 'Left, on a right-hand page, in mm.'),
  yMm: field(v.number(), 'Top, in mm.'),
  widthMm: length('Width, in mm.'),
  depthMm: length('Depth, in mm; of a text: its leading.'),
  fixed: v.optional(
    field(
      v.boolean(),
      'Whether it keeps its place on left-hand pages (default: no, mirrored).'
    ),
    false
  )
}

const itemSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('frame'),
    ...place,
    color: token('Colour of the stroke.'),
    strokePt: length('Thickness, in pt.')
  }),
  v.strictObject({
    type: v.literal('ornament'),
    ...place,
    src: token('SVG file in the template’s folder.')
  }),
  v.strictObject({
    type: v.literal('rule'),
    ...place,
    color: token('Colour.'),
    pattern: rulePattern()
  }),
  v.strictObject({
    type: v.literal('tint'),
    ...place,
    color: token('Colour.'),
    bleeds: v.optional(
      field(v.boolean(), 'Whether it runs over the trim (default: no).'),
      false
    )
  }),
  v.strictObject({
    type: v.literal('teasers'),
    ...place,
    style: token('Type style of the headlines, from `styles`.'),
    numberStyle: token('Type style of the page numbers, from `styles`.')
  }),
  v.strictObject({
    type: v.literal('text'),
    ...place,
    value: field(
      v.string(),
      'Text; `{publication} {section} {date} {weekday} {lunar} {pageNumber} {pageNumber2} {issueNumber} {staff} {imprint}` are filled in, and an item all of whose places are empty is not printed.'
    ),
    style: token('Type style, from `styles`.')
  })
])

/** Schema of the furniture. */
export const furnitureSchema: v.GenericSchema<
  unknown,
  Array<FurnitureGroupSettings>
> = field(
  v.array(
    v.strictObject({
      name: token('Name of the group: `folio`.'),
      on: v.optional(
        field(
          v.picklist(['all', 'first', 'left', 'others', 'right']),
          'Pages it is on; `first` is page number 1 (default: `all`).'
        ),
        'all'
      ),
      when: v.optional(
        field(
          v.picklist(['noTeasers', 'teasers']),
          'Whether it is there only where page one has teasers 导读, the headlines of pages inside, and room for them; or only where it has none (default: always).'
        )
      ),
      role: v.optional(
        field(
          v.picklist(['artifact', 'header']),
          'Whether it is read aloud (default: `artifact`, it is not).'
        ),
        'artifact'
      ),
      items: field(v.array(itemSchema), 'What it is made of, bottom up.')
    })
  ),
  'What stands on the page and belongs to no story.'
)
