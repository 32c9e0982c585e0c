// What a story is called in contents and links: its headline, or, where the copy
// has none, an honest label of the press with how the copy begins.

import {plainText} from '../model/plain-text.ts'
import type {Story} from '../model/story.ts'
import {findWords} from './words.ts'

const openingCharacterCount = 10

/** Name a story in one line. */
export function labelStory(story: Story): string {
  const headline = story.children.find((child) => child.type === 'headline')
  const title = headline ? toLine(plainText(headline)) : ''
  if (title) return title

  const body = story.children.find((child) => child.type === 'body')
  const isChinese = story.lang.startsWith('zh')
  // In English ten characters are two words.
  const count = openingCharacterCount * (isChinese ? 1 : 3)
  const copy = body ? toLine(plainText(body)) : ''
  const opening = [...copy].slice(0, count).join('')
  if (opening === copy) return findWords(story.lang).untitled(copy)
  const cut = opening.replace(/[\p{P}\s]+$/u, '')
  return findWords(story.lang).untitled(cut + (isChinese ? '……' : '…'))
}

function toLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}
