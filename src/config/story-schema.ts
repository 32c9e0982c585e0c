// Schema of the front matter of a manuscript: what a story is, and the lines
// around its headline. No field has to be there.

import * as v from 'valibot'
import type {StoryKind, Writing} from '../model/story.ts'
import {field} from './field.ts'
import {langPattern} from './issue-schema.ts'

/** Checked front matter, with its defaults. */
export interface StorySettings {
  kind: StoryKind
  /** Inline Markdown, as are deck, byline and summary. */
  kicker?: string
  deck?: Array<string> | string
  byline?: string
  summary?: string
  status: 'complete' | 'truncated'
  group?: string
  box: boolean
  writing?: Writing
  lang?: string
  size?: {columns: number; lines: number}
  accept?: Array<string>
  corrections?: Array<{date: string; text: string}>
}

const storyKinds = [
  'ad',
  'brief',
  'commentary',
  'feature',
  'filler',
  'news',
  'notice',
  'photo',
  'roundup'
] as const satisfies ReadonlyArray<StoryKind>

/** Schema of front matter. */
export const storySchema: v.GenericSchema<unknown, StorySettings> =
  v.strictObject({
    kind: v.optional(
      field(
        v.picklist(storyKinds),
        'What kind of copy it is: news 消息, feature 通讯, roundup 综述, commentary 评论, photo 图片新闻, brief 短讯, notice 启事, ad 广告, filler 补白 (default: `news`).'
      ),
      'news'
    ),
    kicker: line('Small line over the headline, 引题.'),
    deck: v.exactOptional(
      field(
        v.union([v.string(), v.array(v.string())]),
        'Line under the headline, 副题; or several.'
      )
    ),
    byline: line('Who wrote it, as printed, 署名: `□ 本报记者 林一`.'),
    summary: line('What is in the story, 提要.'),
    status: v.optional(
      field(
        v.picklist(['complete', 'truncated']),
        'Whether the source stops in the middle: `truncated` prints a mark (default: `complete`).'
      ),
      'complete'
    ),
    group: line('Name of the group of stories that must touch.'),
    box: v.optional(
      field(v.boolean(), 'Whether it is set in a box (default: `false`).'),
      false
    ),
    writing: v.exactOptional(
      field(
        v.picklist(['horizontal', 'vertical']),
        'Whether its lines run down in print, 竖排: `vertical` (default: `horizontal`).'
      )
    ),
    lang: v.exactOptional(
      field(
        v.pipe(v.string(), v.regex(langPattern, 'a language, as in `zh-CN`')),
        'Language, as in BCP 47 (default: that of the issue).'
      )
    ),
    size: v.exactOptional(
      field(
        v.strictObject({
          columns: count('Width, in base columns.'),
          lines: count('Depth, in lines.')
        }),
        'Fixed size of an advertisement.'
      )
    ),
    accept: v.exactOptional(
      field(
        v.array(v.pipe(v.string(), v.nonEmpty())),
        'What the proof desk is to accept in this story: names of rules, or words of the copy that are meant as they stand: `[number-usage, 乐乐]`.'
      )
    ),
    corrections: v.exactOptional(
      field(
        v.array(
          v.strictObject({
            date: field(
              v.pipe(
                v.string(),
                v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, as in `2026-06-02`')
              ),
              'Day the correction was made: `2026-06-03`.'
            ),
            text: field(
              v.pipe(v.string(), v.nonEmpty()),
              'Sentence that says what was wrong and what is right.'
            )
          })
        ),
        'Corrections 更正 made after printing; shown over the story on screens, never silent.'
      )
    )
  })

function line(description: string) {
  return v.exactOptional(field(v.string(), description))
}

function count(description: string) {
  return field(v.pipe(v.number(), v.integer(), v.minValue(1)), description)
}
