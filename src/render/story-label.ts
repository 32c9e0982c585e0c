// What a story is called in contents and links: its headline, or, where the copy
// has none, an honest label of the press with how the copy begins.

import {toString} from 'mdast-util-to-string'
import type {Story} from '../model/story.ts'
import {findWords} from './words.ts'

const openingCharacterCount = 10

/** Name a story in one line. */
export function labelStory(story: Story): string {
  const headline = story.children.find((child) => child.type === 'headline')
  const title = toLine(toString(headline))
  if (title) return title

  const body = story.children.find((child) => child.type === 'body')
  // In English ten characters are two words.
  const factor = story.lang.startsWith('zh') ? 1 : 3
  const characters = [...toLine(toString(body))]
  const count = openingCharacterCount * factor
  const opening = characters.slice(0, count).join('').trim()
  const dots = opening && characters.length > count ? '……' : ''
  return findWords(story.lang).untitled(
    opening + (story.lang.startsWith('zh') ? dots : dots.slice(1))
  )
}

function toLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}
