// Proofreading of an issue's copy: every rule on every passage of every story,
// and names and titles across stories. What the newsroom accepts is left alone:
// words in `:sic[…]`, and what the story's `accept` lists.

import type {VFile} from 'vfile'
import type {Issue} from '../../model/issue.ts'
import type {Story} from '../../model/story.ts'
import {note, type Rule} from '../../note/note.ts'
import {
  acceptUnused,
  findEntryPlace,
  openAccepted,
  type Accepted
} from './accepted.ts'
import {copyRules} from './copy-rules.ts'
import {
  findConflicts,
  findPeople,
  inconsistentName,
  type NamedPerson
} from './inconsistent-name.ts'
import {
  findTitleConflicts,
  findWorks,
  inconsistentTitle,
  type NamedWork
} from './inconsistent-title.ts'
import {findMissingHead} from './missing-head.ts'
import {findUncredited, missingCredit} from './missing-credit.ts'
import {
  findPlace,
  isMeantSo,
  toPassages,
  type Finding,
  type Passage
} from './passage.ts'
import {isChinese} from './words.ts'

/** Proofread a story, unless that is known to be in vain. */
export type RecallProof = (
  story: Story,
  file: VFile,
  proofread: () => void
) => void

/** Proofread an issue; notes go on the manuscripts, given by path. */
export function checkCopy(
  issue: Issue,
  manuscripts: ReadonlyMap<string, VFile>,
  recallProof: RecallProof = (_story, _file, proofread) => proofread()
): void {
  const people: Array<NamedPerson & Told> = []
  const works: Array<NamedWork & Told> = []
  const all: Array<Told> = []
  for (const story of issue.children.flatMap((page) => page.children)) {
    const file = manuscripts.get(story.path)
    if (!file) continue
    const told: Told = {story, file, accepted: openAccepted(story)}
    all.push(told)
    const passages = toPassages(story)
    for (const passage of passages) {
      for (const one of findPeople(passage)) people.push({...one, ...told})
      for (const one of findWorks(passage)) works.push({...one, ...told})
    }
    const proofread = (): void => {
      for (const index of passages.keys()) {
        checkPassage(told, passages, index)
      }
      checkCredits(told)
      checkHead(told)
    }
    // What is accepted must be come upon, or it would seem to be in vain.
    if (story.accept && story.accept.length > 0) proofread()
    else recallProof(story, file, proofread)
  }
  checkNames(people)
  checkTitles(works)
  for (const told of all) checkAccepts(told)
}

/** A story, where notes about it go, and what it accepts. */
interface Told {
  story: Story
  file: VFile
  accepted: Accepted
}

function checkPassage(
  told: Told,
  passages: ReadonlyArray<Passage>,
  index: number
): void {
  const {story} = told
  const passage = passages[index]
  if (!passage) return
  const lang = isChinese(passage.lang) ? 'zh' : 'en'
  // What is sold or announced is laid out, not told.
  const isTold = !['ad', 'filler', 'notice'].includes(story.kind)
  const isLast = index === passages.length - 1
  for (const rule of copyRules) {
    if (rule.lang !== undefined && rule.lang !== lang) continue
    if (rule.id === 'broken-paragraph' && !isTold) continue
    if (isLast && story.status === 'truncated') {
      // What is cut off ends and closes nothing.
      if (['broken-paragraph', 'unpaired-mark'].includes(rule.id)) continue
    }
    for (const finding of rule.find(passage, passages, index)) {
      tell(rule, finding, passage, told)
    }
  }
}

function tell(
  rule: Rule,
  finding: Finding,
  passage: Passage,
  {accepted, file, story}: Told
): void {
  const {end, fix, reason, start} = finding
  if (isMeantSo(passage, start, end)) return
  if (accepted.hasWords(rule.id, passage.text, start, end)) return
  note(file, rule, reason, {
    ancestors: [story, passage.node],
    place: findPlace(passage, start, file),
    actual: passage.text.slice(start, end),
    fix
  })
}

function checkCredits({accepted, file, story}: Told): void {
  for (const figure of findUncredited(story)) {
    if (accepted.hasRule(missingCredit.id)) return
    note(
      file,
      missingCredit,
      `Unexpected picture ${figure.src ? `\`${figure.src}\` ` : ''}without credit, expected who made it`,
      {ancestors: [story, figure], fix: missingCredit.fix}
    )
  }
}

function checkHead({accepted, file, story}: Told): void {
  for (const rule of findMissingHead(story)) {
    if (accepted.hasRule(rule.id)) continue
    const what = rule.id === 'missing-byline' ? 'byline' : 'headline'
    note(
      file,
      rule,
      `Unexpected \`${story.kind}\` without ${what}, expected one`,
      {ancestors: [story], fix: rule.fix}
    )
  }
}

function checkNames(people: ReadonlyArray<NamedPerson & Told>): void {
  for (const {first, kind, second} of findConflicts(people)) {
    const [actual, expected] =
      kind === 'name'
        ? [second.name, first.name]
        : [second.title + second.name, first.title + first.name]
    tellConflict(inconsistentName, {first, second, actual, expected})
  }
}

function checkTitles(works: ReadonlyArray<NamedWork & Told>): void {
  for (const {first, second} of findTitleConflicts(works)) {
    const names = {actual: second.title, expected: first.title}
    tellConflict(inconsistentTitle, {first, second, ...names})
  }
}

interface Conflict {
  first: Told
  second: Told & {passage: Passage; start: number}
  actual: string
  expected: string
}

function tellConflict(rule: Rule, conflict: Conflict): void {
  const {actual, expected, first, second} = conflict
  const {accepted, file, passage, start, story} = second
  const end = start + actual.length
  if (isMeantSo(passage, start, start + 1)) return
  if (accepted.hasWords(rule.id, passage.text, start, end)) return
  note(
    file,
    rule,
    `Unexpected \`${actual}\`, expected \`${expected}\` as in \`${first.story.slug}\``,
    {
      ancestors: [story, passage.node],
      place: findPlace(passage, start, file),
      actual,
      expected: [expected],
      fix: `Look up which is right, and write it alike; where both are, add \`${actual}\` to \`accept\`.`
    }
  )
}

function checkAccepts({accepted, file, story}: Told): void {
  for (const entry of accepted.listUnused()) {
    note(
      file,
      acceptUnused,
      `Unexpected \`${entry}\` in \`accept\`, expected what some note is about`,
      {
        ancestors: [story],
        place: findEntryPlace(entry, file),
        actual: entry,
        fix: acceptUnused.fix
      }
    )
  }
}
