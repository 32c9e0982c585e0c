// Check a story as a whole: something to print, a headline where one belongs,
// and what the newsroom itself says is missing.

import type {Position} from 'unist'
import {plainText} from '../model/plain-text.ts'
import {boxRunsDown, runsDown} from '../model/runs-down.ts'
import type {Story} from '../model/story.ts'
import {note, type Details} from '../note/note.ts'
import type {RulePage} from '../note/rule-page.ts'
import type {Copy} from './copy.ts'
import {
  advertisementSize,
  headlineMissing,
  storyEmpty,
  storyTruncated,
  verticalCopy
} from './story-rules.ts'

const titledKinds: ReadonlyArray<string> = ['feature', 'news', 'roundup']

/** Kinds that may say all they have to say in their headline. */
const sloganKinds: ReadonlyArray<string> = ['ad', 'filler']

/** Note what is odd about a story as a whole. */
export function checkStory(story: Story, copy: Copy): void {
  const body = story.children.find((part) => part.type === 'body')
  const isEmpty = !body || body.children.length === 0
  const hasHeadline = story.children.some(({type}) => type === 'headline')

  if (isEmpty && !(hasHeadline && sloganKinds.includes(story.kind))) {
    tell(copy, storyEmpty, 'Unexpected story without copy, expected some')
  } else if (!hasHeadline && titledKinds.includes(story.kind)) {
    const start = body?.children[0] ? plainText(body.children[0]) : ''
    tell(
      copy,
      headlineMissing,
      `Unexpected \`${story.kind}\` without headline (“${start.slice(0, 12)}…”), expected one`,
      findPlace(copy, 'kind') ?? body?.children[0]?.position
    )
  }

  if (story.status === 'truncated') {
    tell(
      copy,
      storyTruncated,
      'Unexpected story that stops in the middle, expected all of it; it is set with a mark',
      findPlace(copy, 'status')
    )
  }
  if (story.writing === 'vertical' && !runsDown(story)) {
    tell(
      copy,
      verticalCopy,
      'Unexpected `writing: vertical` for copy that is not all words, expected words only; it is set across',
      findPlace(copy, 'writing')
    )
  }
  for (const block of body?.children ?? []) {
    if (block.type !== 'box' || block.writing !== 'vertical') continue
    if (boxRunsDown(block)) continue
    tell(
      copy,
      verticalCopy,
      'Unexpected box with `writing="vertical"` that has more than paragraphs, expected paragraphs only; it is set across',
      block.position
    )
  }
  if (story.kind === 'ad' && !story.size) {
    tell(
      copy,
      advertisementSize,
      'Unexpected advertisement without `size`, expected one',
      findPlace(copy, 'kind')
    )
  }
}

function findPlace(copy: Copy, field: string): Position | undefined {
  return copy.file.data.findYamlPlace?.([field])
}

function tell(
  copy: Copy,
  rule: RulePage,
  reason: string,
  place?: Position
): void {
  const start = {line: 1, column: 1}
  const details: Details = {place: place ?? {start, end: start}, fix: rule.fix}
  note(copy.file, rule, reason, details)
}
