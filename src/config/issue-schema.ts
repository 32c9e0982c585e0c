// Schema of `issue.yaml`: what is in today's paper.
//
// What is not known about a paper is stated as `unknown` and printed as a
// placeholder; it is never left to the press to make up.

import * as v from 'valibot'
import type {Imprint, IssuePress, PageCorner} from '../model/issue.ts'
import {field} from './field.ts'
import {pressProfile, pressStandard} from './press-field.ts'

/** A checked `issue.yaml`, with its defaults. */
export interface IssueSettings {
  id?: string
  /** Name of the paper, or `unknown`. */
  publication: string
  /** Day of the issue, or `unknown`. */
  date: string
  /** Edition of that day: `2` for the second. */
  edition?: number
  issueNumber?: number
  lang: string
  description?: string
  rights?: string
  url?: string
  accessibilityCertifier?: string
  embedSources?: boolean
  imprint: Imprint
  press?: IssuePress
  pages: Array<PageSettings>
  /** Manuscripts kept for pages that lack copy (default: none). */
  fillers?: Array<string>
}

/** A page of a checked `issue.yaml`. */
export interface PageSettings {
  number: number | 'unknown'
  section?: string
  /** Whether it is made up with the page after it as one spread 通版. */
  spread?: boolean
  template: string
  /** Names by role, in printed order. */
  staff: Record<string, string>
  stories: Array<StoryEntry>
  /** Places of all stories, as `--alternatives` writes them. */
  layout?: string
}

/** A story of a page: a manuscript, or the rest of one. */
export type StoryEntry = ContinuedEntry | FiledEntry | string

/** A manuscript, with a place or a jump. */
export interface FiledEntry {
  file: string
  at?: PinSettings
  /** Number of the page the rest goes to. */
  jumpTo?: number
  /** Number of the page the rest may go to, where this one is too full. */
  mayJumpTo?: number
  /** Numbers of the pages it may run on, if not on this one. */
  pages?: Array<number>
}

/** The rest of a story that began on another page. */
export interface ContinuedEntry {
  /** Manuscript or slug. */
  continues: string
  at?: PinSettings
}

/** A place on the grid, in base columns and lines, counted from 1. */
export interface PinSettings {
  column?: number
  line?: number
  width?: number
  depth?: number
  legs?: number
  corner?: PageCorner
  aboveFold?: boolean
}

const datePattern = /^(?:unknown|\d{4}-\d{2}-\d{2})$/
const idPattern = /^[^\s./\\:*?"<>|][^\s/\\:*?"<>|]*$/
const templatePattern = /^[A-Za-z0-9][\w-]*$/

const layoutPattern = /^\s*(?:[^\s@]+@\d+,\d+\+\d+x\d+\/\d+\s*)+$/

/** Languages, as in BCP 47. */
export const langPattern: RegExp = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/

const corners = [
  'lower-left',
  'lower-right',
  'upper-left',
  'upper-right'
] as const satisfies ReadonlyArray<PageCorner>

const pinSchema = v.strictObject({
  column: count('First base column, counted from 1 at the left.'),
  line: count('First line, counted from 1 at the top of the type area.'),
  width: count('Width, in base columns.'),
  depth: count('Depth, in lines.'),
  legs: count('Columns of type the body is cut into.'),
  corner: v.exactOptional(
    field(v.picklist(corners), 'Corner of the page it stands at.')
  ),
  aboveFold: v.exactOptional(
    field(v.boolean(), 'Whether it stands in the upper half of the page.')
  )
})

const pin = v.exactOptional(
  field(pinSchema, 'Place on the grid; what is left out, make-up chooses.')
)

const filedSchema = v.strictObject({
  file: text('Manuscript, as a path in the folder of the issue.'),
  at: pin,
  jumpTo: count('Number of the page the rest of the story goes to.'),
  mayJumpTo: count(
    'Number of the page the rest may go to, where this one is too full for it.'
  ),
  pages: v.exactOptional(
    field(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
      'Numbers of the pages the story may run on, the best first; it is moved only where this page is too full, or another too empty.'
    )
  )
})

const continuedSchema = v.strictObject({
  continues: text('Manuscript or slug of the story whose rest goes here.'),
  at: pin
})

const imprintSchema = v.strictObject({
  cn: optionalText('National serial number: `CN 14-0001`.'),
  issn: optionalText('International serial number, ISSN.'),
  lccn: optionalText(
    'Control number of the Library of Congress, for batches of newspapers (NDNP): `sn86069873`; not printed.'
  ),
  publisher: optionalText('Who runs the paper, 主办.'),
  authority: optionalText('Who is in charge of the one who runs it, 主管.'),
  address: optionalText('Address of the newsroom.'),
  phone: optionalText('Telephone number.'),
  email: optionalText('E-mail address.'),
  printer: optionalText('Who prints the paper, 印刷.'),
  price: optionalText('Price, with its currency.'),
  postalCode: optionalText('Postal code; in quotation marks.'),
  note: optionalText('Anything else the imprint has to say.')
})

const pageSchema = v.strictObject({
  number: field(
    v.union([
      v.literal('unknown'),
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))
    ]),
    'Number printed on the page, 版次; `unknown` where nobody can tell.'
  ),
  section: optionalText('Name of the section, 版别.'),
  spread: v.exactOptional(
    field(
      v.boolean(),
      'Whether this left-hand page is made up with the right-hand page after it as one double-page spread 通版, across the gutter between them; the page after it is then not listed (default: `false`).'
    )
  ),
  template: v.optional(
    field(
      v.pipe(
        v.string(),
        v.regex(templatePattern, 'the name of a template: letters, digits, `-`')
      ),
      'Name of the template (default: `broadsheet`).'
    ),
    'broadsheet'
  ),
  staff: v.optional(
    field(
      v.record(v.string(), v.string()),
      'Who made the page, in printed order: `{责编: …, 版式: …}`.'
    ),
    {}
  ),
  stories: field(
    v.array(
      v.union([
        field(v.pipe(v.string(), v.nonEmpty()), 'Manuscript.'),
        filedSchema,
        continuedSchema
      ])
    ),
    'Stories of the page, in order of news value.'
  ),
  layout: v.exactOptional(
    field(
      v.pipe(
        v.string(),
        v.regex(
          layoutPattern,
          'places as in `lead@1,1+5x60/5 other@6,1+3x40/3`'
        )
      ),
      'Places of all stories, to keep a layout that `--alternatives` offered: `slug@column,line+WIDTHxDEPTH/LEGS`, separated by spaces.'
    )
  )
})

/** Schema of `issue.yaml`. */
export const issueSchema: v.GenericSchema<unknown, IssueSettings> =
  v.strictObject({
    id: v.exactOptional(
      field(
        v.pipe(
          v.string(),
          v.maxLength(100),
          v.regex(idPattern, 'a name that can be a folder: no spaces, no `/`')
        ),
        'Name of the issue in paths (default: the name of its folder).'
      )
    ),
    publication: text('Name of the paper; `unknown` where nobody can tell.'),
    date: field(
      v.pipe(
        v.string(),
        v.regex(datePattern, 'a day, as in `2026-06-02`, or `unknown`')
      ),
      'Day of the issue, `2026-06-02`; `unknown` where nobody can tell.'
    ),
    edition: count(
      'Edition of that day: `2` for the second (default: `1`); part of its web address.'
    ),
    issueNumber: count('Running number since the paper began, 总期号.'),
    lang: v.optional(
      field(
        v.pipe(v.string(), v.regex(langPattern, 'a language, as in `zh-CN`')),
        'Language, as in BCP 47 (default: `zh-CN`).'
      ),
      'zh-CN'
    ),
    description: optionalText('One sentence about the issue.'),
    rights: optionalText('Rights statement.'),
    url: v.exactOptional(
      field(
        v.pipe(
          v.string(),
          v.regex(
            /^https?:\/\/\S*[^\s/]$/,
            'an address that begins with `https://` and ends without `/`'
          )
        ),
        'Web address of the paper, no slash at the end.'
      )
    ),
    embedSources: v.exactOptional(
      field(
        v.boolean(),
        'Whether the screen PDF carries the manuscripts and `layout.json` inside, as PDF/A-3 for archives (default: `false`).'
      )
    ),
    accessibilityCertifier: optionalText(
      'Who answers for the claim that the EPUB meets WCAG 2.1 AA; without a name the claim is not made.'
    ),
    imprint: v.optional(
      field(imprintSchema, 'Who makes the paper; what is left out is noted.'),
      {}
    ),
    press: v.exactOptional(
      field(
        v.strictObject({
          standard: v.exactOptional(pressStandard()),
          profile: v.exactOptional(pressProfile())
        }),
        'What this day’s printing plant asks for; comes before the template’s.'
      )
    ),
    pages: field(
      v.pipe(v.array(pageSchema), v.nonEmpty()),
      'Pages of the issue, in printed order.'
    ),
    fillers: v.exactOptional(
      field(
        v.array(field(v.pipe(v.string(), v.nonEmpty()), 'Manuscript.')),
        'Manuscripts kept for pages that lack copy 补白; those not needed are not printed.'
      )
    )
  })

function count(description: string) {
  return v.exactOptional(
    field(v.pipe(v.number(), v.integer(), v.minValue(1)), description)
  )
}

function text(description: string) {
  return field(v.pipe(v.string(), v.nonEmpty()), description)
}

function optionalText(description: string) {
  return v.exactOptional(field(v.string(), description))
}
