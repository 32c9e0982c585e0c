// Rules: a story that speaks for somebody says for whom, and has a name.

import type {Story} from '../../model/story.ts'
import type {RulePage} from '../../note/rule-page.ts'

/** Rule: who wrote it. */
export const missingByline: RulePage = {
  id: 'missing-byline',
  level: 'warning',
  what: 'A feature, a roundup or a commentary does not say who wrote it.',
  why: 'Readers ask who speaks; a piece without a name is taken for the paper’s own opinion.',
  fix: 'Add `byline`, as in `byline: 本报评论员`, or accept it: `accept: [missing-byline]`.'
}

/** Rule: a commentary has a headline. */
export const untitledCommentary: RulePage = {
  id: 'untitled-commentary',
  level: 'warning',
  what: 'A commentary has no headline.',
  why: 'It may be meant so, but more often the headline was lost on the way; none is ever made up.',
  fix: 'Write one, as `# …`, or accept it: `accept: [untitled-commentary]`.'
}

const signedKinds: ReadonlyArray<string> = ['commentary', 'feature', 'roundup']

/** List what the head of a story lacks. */
export function findMissingHead(story: Story): Array<RulePage> {
  const has = (type: string): boolean =>
    story.children.some((part) => part.type === type)
  const isSigned = has('byline') || (has('body') && startsWithLeadIn(story))
  const missing: Array<RulePage> = []
  if (story.kind === 'commentary' && !has('headline')) {
    missing.push(untitledCommentary)
  }
  if (signedKinds.includes(story.kind) && !isSigned) missing.push(missingByline)
  return missing
}

function startsWithLeadIn(story: Story): boolean {
  const body = story.children.find((part) => part.type === 'body')
  const first = body?.children.find((block) => block.type === 'paragraph')
  return first?.children[0]?.type === 'leadIn'
}
