// Proofreading of an issue's copy: every rule on every passage of every story,
// and names across stories. What the newsroom accepts is left alone: words in
// `:sic[…]`, and what the story's `accept` lists: a rule, or words of the copy.

import type {VFile} from 'vfile'
import type {Issue} from '../../model/issue.ts'
import type {Story} from '../../model/story.ts'
import {note, type Rule} from '../../note/note.ts'
import {copyRules} from './copy-rules.ts'
import {
  findConflicts,
  findPeople,
  inconsistentName,
  type NamedPerson
} from './inconsistent-name.ts'
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
  const people: Array<NamedPerson & {story: Story}> = []
  for (const story of issue.children.flatMap((page) => page.children)) {
    const file = manuscripts.get(story.path)
    if (!file) continue
    const passages = toPassages(story)
    for (const passage of passages) {
      for (const person of findPeople(passage)) people.push({...person, story})
    }
    recallProof(story, file, () => {
      for (const index of passages.keys()) {
        checkPassage(story, passages, index, file)
      }
      checkCredits(story, file)
      checkHead(story, file)
    })
  }
  checkNames(people, manuscripts)
}

function checkPassage(
  story: Story,
  passages: ReadonlyArray<Passage>,
  index: number,
  file: VFile
): void {
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
      tell(rule, finding, passage, story, file)
    }
  }
}

function tell(
  rule: Rule,
  finding: Finding,
  passage: Passage,
  story: Story,
  file: VFile
): void {
  const {end, fix, reason, start} = finding
  if (isMeantSo(passage, start, end)) return
  if (isAccepted(rule, passage, start, end, story)) return
  note(file, rule, reason, {
    ancestors: [story, passage.node],
    place: findPlace(passage, start, file),
    actual: passage.text.slice(start, end),
    fix
  })
}

function isAccepted(
  rule: Rule,
  {text}: Passage,
  start: number,
  end: number,
  {accept = []}: Story
): boolean {
  return accept.some((entry) => {
    if (entry === rule.id) return true
    let at = text.indexOf(entry)
    while (at >= 0) {
      if (at < Math.max(end, start + 1) && at + entry.length > start)
        return true
      at = text.indexOf(entry, at + 1)
    }
    return false
  })
}

function checkCredits(story: Story, file: VFile): void {
  if (story.accept?.includes(missingCredit.id)) return
  for (const figure of findUncredited(story)) {
    note(
      file,
      missingCredit,
      `Unexpected picture ${figure.src ? `\`${figure.src}\` ` : ''}without credit, expected who made it`,
      {ancestors: [story, figure], fix: missingCredit.fix}
    )
  }
}

function checkHead(story: Story, file: VFile): void {
  for (const rule of findMissingHead(story)) {
    if (story.accept?.includes(rule.id)) continue
    const what = rule.id === 'missing-byline' ? 'byline' : 'headline'
    note(
      file,
      rule,
      `Unexpected \`${story.kind}\` without ${what}, expected one`,
      {ancestors: [story], fix: rule.fix}
    )
  }
}

function checkNames(
  people: ReadonlyArray<NamedPerson & {story: Story}>,
  manuscripts: ReadonlyMap<string, VFile>
): void {
  for (const {first, kind, second} of findConflicts(people)) {
    const story = people.find(({passage}) => passage === second.passage)?.story
    const other = people.find(({passage}) => passage === first.passage)?.story
    const file = manuscripts.get(story?.path ?? '')
    if (!file || !story) continue
    if (isMeantSo(second.passage, second.start, second.start + 1)) continue
    const end = second.start + second.name.length
    const passage = second.passage
    if (isAccepted(inconsistentName, passage, second.start, end, story)) {
      continue
    }
    const [actual, expected] =
      kind === 'name'
        ? [second.name, first.name]
        : [second.title + second.name, first.title + first.name]
    note(
      file,
      inconsistentName,
      `Unexpected \`${actual}\`, expected \`${expected}\` as in \`${other?.slug}\``,
      {
        ancestors: [story, passage.node],
        place: findPlace(passage, second.start, file),
        actual,
        expected: [expected],
        fix: `Look up which is right, and write it alike; where both are, add \`${actual}\` to \`accept\`.`
      }
    )
  }
}
