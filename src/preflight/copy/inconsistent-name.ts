// Rule: a person has one name and one title in an issue.
//
// Only what stands right after a title is taken for a name (农田建设中心主任裴怀谷说),
// and only names that begin with a common surname.

import type {RulePage} from '../../note/rule-page.ts'
import type {Passage} from './passage.ts'
import {surnames} from './surnames.ts'
import {isChinese} from './words.ts'

/** The rule. */
export const inconsistentName: RulePage = {
  id: 'inconsistent-name',
  level: 'warning',
  what: 'Somebody has two names or two titles in one issue.',
  why: 'One of them is wrong, or readers think of two people. Names count double in the error rate.',
  fix: 'Look it up, and write it alike everywhere; where both are right, accept it: `accept: [inconsistent-name]`.'
}

/** A person as a passage names one. */
export interface NamedPerson {
  name: string
  title: string
  passage: Passage
  start: number
}

/** Two ways one person is named. */
export interface NameConflict<Person extends NamedPerson = NamedPerson> {
  first: Person
  second: Person
  kind: 'name' | 'title'
}

const titles =
  '党支部书记|党委书记|总书记|副书记|书记|副主任|主任|副局长|局长|副市长|市长|副县长|县长|副区长|区长|副镇长|镇长|副乡长|乡长|副院长|院长|副校长|校长|副馆长|馆长|副站长|站长|副社长|社长|理事长|董事长|副经理|总经理|经理|秘书长|会长|副厂长|厂长|教授|工程师|农艺师|队长|所长|村长|部长|处长|科长|台长|总编辑'
const mention = new RegExp(
  `(${titles})([${surnames}]\\p{Script=Han}{1,2}?)(?=说|表示|介绍|告诉|认为|指出|强调|坦言|解释|回忆|算|[，、。：；“（])`,
  'gu'
)
// Hanzi after a title that begin a word, not a name.
const notNames = /[的了在是和与及对向为将等说就也都会要]/u

/** List the people a passage names after a title. */
export function findPeople(passage: Passage): Array<NamedPerson> {
  if (!isChinese(passage.lang)) return []
  return [...passage.text.matchAll(mention)].flatMap((match) => {
    const [all, title = '', name = ''] = match
    if (notNames.test(name)) return []
    const start = match.index + all.length - name.length
    return [{name, title, passage, start}]
  })
}

/** Find people who are named in two ways; each conflict once. */
export function findConflicts<Person extends NamedPerson>(
  people: ReadonlyArray<Person>
): Array<NameConflict<Person>> {
  const conflicts: Array<NameConflict<Person>> = []
  const seen = new Set<string>()
  for (const [index, second] of people.entries()) {
    for (const first of people.slice(0, index)) {
      const kind = compare(first, second)
      const key = [first.name, second.name, first.title, second.title].join()
      if (!kind || seen.has(key)) continue
      seen.add(key)
      conflicts.push({first, second, kind})
    }
  }
  return conflicts
}

function compare(
  first: NamedPerson,
  second: NamedPerson
): NameConflict['kind'] | undefined {
  if (first.name === second.name) {
    return rank(first.title) === rank(second.title) ? undefined : 'title'
  }
  // 裴怀谷 and 裴怀古: one hanzi of three, under one title.
  const isAlike =
    first.name.length === 3 &&
    second.name.length === 3 &&
    first.title === second.title &&
    countDifferences(first.name, second.name) === 1 &&
    first.name[0] === second.name[0]
  return isAlike ? 'name' : undefined
}

/** 党支部书记 and 书记 are one title, told at more or less length. */
function rank(title: string): string {
  return title.replace(/^(?:党支部|党委|总)(?=书记|经理|编辑)/u, '')
}

function countDifferences(a: string, b: string): number {
  return [...a].filter((hanzi, index) => hanzi !== b[index]).length
}
