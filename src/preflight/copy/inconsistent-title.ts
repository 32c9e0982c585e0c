// Rule: a work is called alike in all of an issue.
//
// Two titles that differ in one hanzi of five or more are most often one work;
// those that differ in a number, or in first and second, are not.

import type {RulePage} from '../../note/rule-page.ts'
import type {Passage} from './passage.ts'

/** The rule. */
export const inconsistentTitle: RulePage = {
  id: 'inconsistent-title',
  level: 'warning',
  what: 'A book, a document or a film has two titles in one issue that differ in one character.',
  why: 'One of them is a slip, most likely: names of works count double in the error rate.',
  fix: 'Look it up, and write it alike everywhere; where both are right, accept it: `accept: [inconsistent-title]`.'
}

/** A title as a passage names it. */
export interface NamedWork {
  title: string
  passage: Passage
  start: number
}

const leastLength = 5
// What tells parts of one work, or works of one kind, apart.
const serial =
  /[\d一二三四五六七八九十百上中下前后新旧东南西北春夏秋冬甲乙丙丁]/u

/** List the works a passage names. */
export function findWorks(passage: Passage): Array<NamedWork> {
  return [...passage.text.matchAll(/《([^《》]+)》/g)].map((match) => ({
    title: match[1] ?? '',
    passage,
    start: match.index + 1
  }))
}

/** Find works that are named in two ways; each pair once. */
export function findTitleConflicts<Work extends NamedWork>(
  works: ReadonlyArray<Work>
): Array<{first: Work; second: Work}> {
  const seen = new Map<string, Work>()
  const conflicts: Array<{first: Work; second: Work}> = []
  for (const second of works) {
    if (seen.has(second.title)) continue
    for (const first of seen.values()) {
      if (isAlike(first.title, second.title)) conflicts.push({first, second})
    }
    seen.set(second.title, second)
  }
  return conflicts
}

function isAlike(a: string, b: string): boolean {
  const [one, other] = [[...a], [...b]]
  if (one.length !== other.length || one.length < leastLength) return false
  const differences = one.flatMap((character, index) => {
    const second = other[index] ?? ''
    return character === second ? [] : [character + second]
  })
  const [only] = differences
  return differences.length === 1 && only !== undefined && !serial.test(only)
}
