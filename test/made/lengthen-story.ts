// A story made a little longer or shorter at the end of its longest paragraph,
// in characters it has already.

import type {Paragraph, Text} from 'mdast'
import type {Issue} from '../../src/model/issue.ts'
import type {Story} from '../../src/model/story.ts'

/**
 * Change the length of a story by a ratio of its paragraphs; `undefined` where
 * it has no paragraph of plain words.
 */
export function lengthenStory(
  issue: Issue,
  slug: string,
  ratio: number
): Issue | undefined {
  let isFound = false
  const children = issue.children.map((page) => ({
    ...page,
    children: page.children.map((story) => {
      const changed = story.slug === slug ? lengthen(story, ratio) : undefined
      if (changed) isFound = true
      return changed ?? story
    })
  }))
  return isFound ? {...issue, children} : undefined
}

function lengthen(story: Story, ratio: number): Story | undefined {
  const body = story.children.find((part) => part.type === 'body')
  let longest: Text | undefined
  let owner: Paragraph | undefined
  let total = 0
  for (const block of body?.children ?? []) {
    if (block.type !== 'paragraph') continue
    for (const node of block.children) {
      if (node.type !== 'text') continue
      total += node.value.length
      if (node.value.length <= (longest?.value.length ?? 0)) continue
      longest = node
      owner = block
    }
  }
  if (!body || !longest || !owner) return undefined
  const text = longest
  const paragraph = owner
  const change = Math.round(total * (ratio - 1))
  if (change === 0 || -change > text.value.length / 2) return undefined
  const value = change > 0 ? add(text.value, change) : cut(text.value, -change)
  const changed: Paragraph = {
    ...paragraph,
    children: paragraph.children.map((node) =>
      node === text ? {...text, value} : node
    )
  }
  return {
    ...story,
    children: story.children.map((part) =>
      part === body
        ? {
            ...body,
            children: body.children.map((block) =>
              block === paragraph ? changed : block
            )
          }
        : part
    )
  }
}

/** Say the beginning again, before the end mark. */
function add(value: string, count: number): string {
  const words = value.repeat(Math.ceil(count / value.length)).slice(0, count)
  return `${value.slice(0, -1)}${words}${value.slice(-1)}`
}

function cut(value: string, count: number): string {
  return `${value.slice(0, -1 - count)}${value.slice(-1)}`
}
