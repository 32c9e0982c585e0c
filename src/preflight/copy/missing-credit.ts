// Rule: a picture says who made it.

import type {Figure, Story} from '../../model/story.ts'
import type {RulePage} from '../../note/rule-page.ts'

/** The rule. */
export const missingCredit: RulePage = {
  id: 'missing-credit',
  level: 'warning',
  what: 'A picture has no credit.',
  why: 'Who made it has a right to be named (Copyright Law of China, article 10), and readers to know.',
  fix: 'Add `{credit="本报记者 陈五 摄"}` after the picture.'
}

/** List the figures of a story that say nobody made them. */
export function findUncredited(story: Story): Array<Figure> {
  // Who pays for an advertisement answers for its pictures.
  if (story.kind === 'ad') return []
  return story.children
    .flatMap((part) => (part.type === 'body' ? part.children : []))
    .filter((block) => block.type === 'figure')
    .filter((figure) => !figure.credit && !/[摄绘供]/u.test(readEnd(figure)))
}

function readEnd(figure: Figure): string {
  const last = figure.children.at(-1)
  return last?.type === 'text' ? last.value.slice(-8) : ''
}
