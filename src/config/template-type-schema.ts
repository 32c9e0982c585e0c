// Schema of the type in `template.yaml`: faces, styles, headlines.

import * as v from 'valibot'
import type {
  HeadlineSettings,
  TemplateFace,
  TypeStyle
} from '../model/template-settings.ts'
import {field} from './field.ts'
import {count, length, token} from './template-field.ts'

const faceSchema = v.strictObject({
  file: token(
    'Font file: a path in an npm package, or in the template’s folder.'
  ),
  index: v.exactOptional(
    field(
      v.pipe(v.number(), v.integer(), v.minValue(0)),
      'Face of a collection (`.ttc`), counted from 0 (default: 0).'
    )
  ),
  axes: v.exactOptional(
    field(
      v.record(
        v.pipe(v.string(), v.regex(/^[ -~]{4}$/, 'a tag of four letters')),
        v.number()
      ),
      'Place on each axis of a variable font: `{wght: 600}` (default: the font’s).'
    )
  ),
  fallback: v.optional(
    field(
      v.array(v.string()),
      'Faces asked for a character that this one lacks, in order.'
    ),
    []
  )
})

const styleSchema = v.strictObject({
  face: token('Face, from `faces`.'),
  sizePt: length('Size, in pt.'),
  leadingPt: length(
    'Baseline to baseline, in pt; in legs a multiple of the grid’s.'
  ),
  color: v.optional(
    token('Colour, from `colors` (default: `black`).'),
    'black'
  ),
  align: v.optional(
    field(
      v.picklist(['center', 'justify', 'left', 'right']),
      'How lines stand in the measure (default: `left`).'
    ),
    'left'
  ),
  indentEm: v.optional(
    length('Indent of the first line, in em (default: 0).'),
    0
  ),
  trackingEm: v.optional(
    field(
      v.pipe(v.number(), v.minValue(-0.1), v.maxValue(2)),
      'Space added after every character, in em (default: 0).'
    ),
    0
  )
})

const treatmentSchema = v.strictObject({
  face: token('Face of the headline.'),
  color: v.optional(token('Colour (default: `black`).'), 'black'),
  align: v.optional(
    field(
      v.picklist(['center', 'left']),
      'How the title group stands (default: `center`).'
    ),
    'center'
  ),
  kickerFace: token('Face of the kicker.'),
  kickerRatio: v.optional(
    length('Size of the kicker over that of the headline (default: 0.5).'),
    0.5
  ),
  deckFace: token('Face of the deck.'),
  deckRatio: v.optional(
    length('Size of the deck over that of the headline (default: 0.5).'),
    0.5
  ),
  minSizePt: v.optional(
    length('Smallest size of kicker and deck, in pt (default: 10.5).'),
    10.5
  ),
  maxSizePt: v.exactOptional(
    length('Largest size of kicker and deck, in pt (default: any).')
  )
})

/** Schema of the typefaces. */
export const facesSchema: v.GenericSchema<
  unknown,
  Record<string, TemplateFace>
> = field(v.record(v.string(), faceSchema), 'Typefaces, by name.')

/** Schema of the type styles. */
export const stylesSchema: v.GenericSchema<
  unknown,
  Record<string, TypeStyle>
> = field(v.record(v.string(), styleSchema), 'Type styles, by name.')

/** Schema of the headlines. */
export const headlinesSchema: v.GenericSchema<unknown, HeadlineSettings> =
  field(
    v.strictObject({
      ladder: field(
        headlineSizesSchema(),
        'Sizes by width in base columns, largest first, in pt.'
      ),
      treatments: field(
        v.record(v.string(), treatmentSchema),
        'Looks by kind of copy; `lead` for the first story, `default` for the rest.'
      ),
      contrasts: v.exactOptional(
        field(
          v.record(v.string(), token('Face it takes there.')),
          'Face that a headline takes where it stands beside one of its own face 碰题, by that face; without one it stays.'
        )
      ),
      maxRowCount: v.optional(
        count('Rows a headline may take at most (default: 2).'),
        2
      ),
      leadingRatio: v.optional(
        length('Baseline to baseline over size (default: 1.2).'),
        1.2
      ),
      besideSizes: v.optional(
        field(
          v.pipe(v.array(length('A size, in pt.')), v.minLength(1)),
          'Sizes of vertical headlines beside the legs, largest first, in pt (default: 30 to 18).'
        ),
        [30, 26, 24, 22, 20, 18]
      ),
      trackingEm: v.optional(
        field(
          v.strictObject({
            min: field(
              v.pipe(v.number(), v.minValue(-0.1), v.maxValue(0)),
              'Least, to fit a measure, in em (default: -0.03).'
            ),
            max: field(
              v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
              'Most, to make rows of one length, in em (default: 0.1).'
            )
          }),
          'How far the characters of a headline may be set closer or wider.'
        ),
        {min: -0.03, max: 0.1}
      )
    }),
    'How headlines are sized and set.'
  )

/** Schema of headline sizes by width in base columns. */
export function headlineSizesSchema(): v.GenericSchema<
  unknown,
  Record<string, Array<number>>
> {
  return v.record(
    v.pipe(v.string(), v.regex(/^[1-9]\d*$/)),
    v.pipe(v.array(length('A size, in pt.')), v.minLength(1))
  )
}
