// Schema of `template.yaml`: one description, unit and default per field.
//
// Places on the sheet are in millimetres, type is in points: that is how pages
// are drawn. What names something else in the file (a face, a colour) is
// checked by `toTemplate`.

import * as v from 'valibot'
import {
  ladderSteps,
  makeUpStyles,
  type TemplateSettings
} from '../model/template-settings.ts'
import {field} from './field.ts'
import {furnitureSchema} from './template-furniture-schema.ts'
import {pressProfile, pressStandard} from './press-field.ts'
import {count, length, ratio, rulePattern, token} from './template-field.ts'
import {
  facesSchema,
  headlineSizesSchema,
  headlinesSchema,
  stylesSchema
} from './template-type-schema.ts'

const colorSchema = v.strictObject({
  cmyk: field(
    v.strictTuple([percent(), percent(), percent(), percent()]),
    'Process colour: per cent of cyan, magenta, yellow and black.'
  ),
  spot: v.exactOptional(
    field(v.string(), 'Name of the spot ink; `cmyk` is then its alternate.')
  ),
  rgb: field(
    v.pipe(v.string(), v.regex(/^#[\da-f]{6}$/)),
    'Colour on screens: `#rrggbb`, in lower case.'
  )
})

const sheetSchema = v.strictObject({
  widthMm: length('Width of the trimmed page, in mm.'),
  depthMm: length('Depth of the trimmed page, in mm.'),
  bleedMm: v.optional(
    length('How far colour runs over the trim, in mm (default: 3).'),
    3
  )
})

const gridSchema = v.strictObject({
  xMm: v.exactOptional(
    length('Left of the type area, in mm (default: centred).')
  ),
  yMm: length('Top of the type area, in mm.'),
  columnCount: count('Base columns.'),
  measurePt: length('Measure of a base column, in pt.'),
  gutterPt: length('White between two columns, in pt.'),
  lineCount: count('Lines of the type area.'),
  leadingPt: length('Baseline to baseline, in pt.'),
  bodySizePt: length('Size of body type, in pt.')
})

const spacingSchema = v.strictObject({
  aboveHeadLines: v.optional(
    length('White over a title group, in lines (default: 1).'),
    1
  ),
  belowHeadLines: v.optional(
    length('White between title group and legs, in lines (default: 1).'),
    1
  ),
  belowModuleLines: v.optional(
    length('White between two stories, in lines (default: 1).'),
    1
  ),
  aboveCrossheadLines: v.optional(
    length('White over a crosshead, in lines (default: 1).'),
    1
  ),
  maxPadLines: v.optional(
    length('Most white added to fill a module, in lines (default: 2).'),
    2
  )
})

const legsSchema = v.strictObject({
  minMeasurePt: length('Least measure of a leg, in pt.'),
  maxMeasurePt: length('Largest measure of a leg, in pt.'),
  minLineCount: v.optional(count('Least lines in a leg (default: 6).'), 6),
  maxLineCount: v.optional(count('Most lines in a leg (default: 60).'), 60)
})

const picturesSchema = v.strictObject({
  minColumnCount: v.optional(
    count('Least width of a picture, in base columns (default: 1).'),
    1
  ),
  maxColumnCount: count('Largest width of a picture, in base columns.'),
  maxCropRatio: v.optional(
    ratio('Part of a side that may be cropped, 0–1 (default: 0.1).'),
    0.1
  ),
  missingAspectRatio: v.optional(
    length('Width over depth of a missing picture’s box (default: 1.5).'),
    1.5
  ),
  missingFill: token('Colour of a missing picture’s box.'),
  missingColor: token('Colour of the words in that box.'),
  captionGapPt: v.optional(
    length('White between picture and cutline, in pt (default: 3).'),
    3
  )
})

const framesSchema = v.strictObject({
  strokePt: v.optional(
    length('Thickness of a box’s frame, in pt (default: 0.5).'),
    0.5
  ),
  strokeColor: token('Colour of a box’s frame.'),
  pattern: v.optional(
    field(
      v.picklist(['dotted', 'double', 'solid']),
      'Line of a box’s frame (default: `solid`).'
    ),
    'solid'
  ),
  paddingPt: length('White between frame and type at the sides, in pt.'),
  paddingLines: v.optional(
    length('White above and below inside a frame, in lines (default: 1).'),
    1
  ),
  tintColor: token('Colour of a tint under a story.')
})

const ruleStyleSchema = v.strictObject({
  thicknessPt: length('Thickness, in pt.'),
  color: token('Colour.'),
  pattern: rulePattern()
})

const cutoffsSchema = v.strictObject({
  horizontal: v.exactOptional(
    field(ruleStyleSchema, 'Rule between a story and the one below it.')
  ),
  vertical: v.exactOptional(
    field(ruleStyleSchema, 'Rule between two stories side by side.')
  ),
  column: v.exactOptional(
    field(ruleStyleSchema, 'Rule between the legs of a story.')
  )
})

const compositionSchema = v.strictObject({
  prohibition: v.optional(
    field(
      v.picklist(['basic', 'gb', 'none', 'strict']),
      'Which marks may not begin or end a line, as in CLREQ (default: `gb`).'
    ),
    'gb'
  ),
  lineEndMarks: v.optional(
    field(
      v.picklist(['flexible', 'full', 'half']),
      'Width of a mark at a line’s end (default: `flexible`).'
    ),
    'flexible'
  ),
  hanLatinSpaceEm: v.optional(
    field(
      v.strictObject({
        natural: length('What it is where nothing presses, in em.'),
        min: length('Least, in em.'),
        max: length('Most, in em.')
      }),
      'Space between Han and Latin or digits (default: 0.1875, 0.125 to 0.25 em).'
    ),
    {natural: 0.1875, min: 0.125, max: 0.25}
  ),
  maxStretchEm: v.optional(
    length('Most space a line may add at each gap, in em (default: 0.1).'),
    0.1
  ),
  keepsTogether: v.optional(
    field(
      v.boolean(),
      'Whether numbers and units, names and dates keep in one line where that costs little (default: yes).'
    ),
    true
  ),
  maxLetterSpaceEm: v.optional(
    length(
      'Most space a line of Latin copy may add between letters, in em (default: 0.03).'
    ),
    0.03
  ),
  hyphenates: v.optional(
    field(v.boolean(), 'Whether words may be hyphenated (default: no).'),
    false
  ),
  hangs: v.optional(
    field(v.boolean(), 'Whether marks may hang at a line’s end (default: no).'),
    false
  )
})

const wordsSchema = v.strictObject({
  jumpTo: field(v.string(), 'At the end of a story’s first part; `{page}`.'),
  jumpFrom: field(v.string(), 'At the head of its rest; `{page}`.'),
  truncated: field(v.string(), 'Where the source breaks off.'),
  pictureMissing: field(v.string(), 'In the box of a missing picture.'),
  advertisement: field(v.string(), 'Over an advertisement.'),
  briefs: v.exactOptional(
    field(
      v.string(),
      'Over the briefs of a page, gathered in one frame 集纳 (default: no heading).'
    )
  ),
  creditSeparator: v.optional(
    field(v.string(), 'Between cutline and credit (default: an em space).'),
    '\u2003'
  )
})

const pressSchema = v.strictObject({
  standard: v.optional(pressStandard(), 'x-4'),
  inkLimitPercent: v.optional(
    field(
      v.pipe(v.number(), v.minValue(100), v.maxValue(400)),
      'Ink on ink at most, as the sum of the plates, in per cent (default: 240).'
    ),
    240
  ),
  profile: v.exactOptional(pressProfile())
})

/** Schema of a page design. */
export const templateSchema: v.GenericSchema<unknown, TemplateSettings> =
  v.pipe(
    v.strictObject({
      lang: field(
        v.pipe(v.string(), v.nonEmpty()),
        'Language it is designed for, as in BCP 47: `zh-CN`.'
      ),
      description: v.exactOptional(
        field(v.string(), 'What it is, in one sentence.')
      ),
      sheet: field(sheetSchema, 'The paper.'),
      grid: field(gridSchema, 'Columns and lines of the type area.'),
      colors: field(v.record(v.string(), colorSchema), 'Colours, by token.'),
      faces: facesSchema,
      styles: stylesSchema,
      headlines: headlinesSchema,
      spacing: v.optional(field(spacingSchema, 'White, in lines.'), {}),
      legs: field(legsSchema, 'What legs are acceptable.'),
      pictures: field(picturesSchema, 'What pictures may be.'),
      frames: field(framesSchema, 'How a story is set apart.'),
      cutoffs: v.optional(
        field(cutoffsSchema, 'Rules between stories; absent is none.'),
        {}
      ),
      composition: v.optional(
        field(compositionSchema, 'How lines are composed.'),
        {}
      ),
      furniture: v.optional(furnitureSchema, []),
      words: field(wordsSchema, 'Words the press itself prints.'),
      press: v.optional(
        field(pressSchema, 'How pages are made for the printing plant.'),
        {}
      ),
      costs: v.optional(
        field(numbersSchema(), 'Weights of the make-up’s costs, by name.'),
        {}
      ),
      limits: v.optional(
        field(numbersSchema(), 'Limits of the make-up, by name.'),
        {}
      ),
      makeUp: v.exactOptional(
        field(
          v.picklist(makeUpStyles),
          'Whether every story is a rectangle (`modular`, the default) or may run in an L around others, so that no cut runs across the page (`interlocking`, 咬合式).'
        )
      ),
      mirrorsLeftPages: v.exactOptional(
        field(
          v.boolean(),
          'Whether left-hand pages are made up as the mirror of right-hand ones, the lead at the upper right (default: `false`).'
        )
      ),
      spread: v.exactOptional(
        field(
          v.strictObject({
            columnCount: field(
              v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(30)),
              'Base columns of both pages together; an even number leaves the fold in a gutter.'
            ),
            measurePt: field(
              v.pipe(v.number(), v.minValue(20)),
              'Measure of a base column, in points; the gutters share what is left.'
            )
          }),
          'Columns of a double-page spread 通版, which uses the gutter between its pages (default: as many columns as two pages have, of the same measure).'
        )
      ),
      frontPage: v.exactOptional(
        field(
          v.strictObject({
            costs: v.optional(
              field(numbersSchema(), 'Weights that differ, by name.'),
              {}
            ),
            limits: v.optional(
              field(numbersSchema(), 'Limits that differ, by name.'),
              {}
            ),
            headlineSizes: v.optional(
              field(
                headlineSizesSchema(),
                'Headline sizes that differ, by width in base columns, largest first, in points.'
              ),
              {}
            )
          }),
          'What page one has otherwise than the others (default: nothing).'
        )
      ),
      ladder: v.exactOptional(
        field(
          v.array(v.array(v.picklist(ladderSteps))),
          'Rungs of the copyfitting ladder, tried in this order; the steps of one rung are weighed against each other.'
        )
      )
    }),
    v.title('Template'),
    v.description('A newspaper page design: `template.yaml`.')
  )

function percent(): v.GenericSchema<unknown, number> {
  return v.pipe(v.number(), v.minValue(0), v.maxValue(100))
}

function numbersSchema(): v.GenericSchema<unknown, Record<string, number>> {
  return v.record(v.string(), v.pipe(v.number(), v.minValue(0)))
}
