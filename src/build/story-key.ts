// What decides how a story is set: its copy, its page's design, its pictures,
// the fonts. Whatever the composing room reads has to be here.

import type {Issue} from '../model/issue.ts'
import type {PictureTable} from '../model/picture.ts'
import type {Story} from '../model/story.ts'
import type {OpenTemplates} from './open-templates.ts'
import {hashFiles, hashText} from './step-key.ts'

/** What stories are set with. */
export interface StoryKeyInput {
  issue: Issue
  templates: OpenTemplates
  pictures: PictureTable
  /** Hash of the file each face came from, by key. */
  fontHashes: ReadonlyMap<string, string>
}

/** Make what names all that decides how a story is set on a page. */
export function openStoryKeys(
  input: StoryKeyInput
): (slug: string, pageNumber: number) => string {
  const {fontHashes, issue, pictures, templates} = input
  const fonts = JSON.stringify([...fontHashes])
  const designs = new Map(
    [...templates.templateFiles].map(([name, files]) => [
      name,
      hashFiles(files)
    ])
  )
  const stories = new Map<string, string>()
  for (const owner of [...issue.children, undefined]) {
    const ofOwner = owner ? owner.children : (issue.fillers ?? [])
    for (const [rank, story] of ofOwner.entries()) {
      const isLead = owner !== undefined && rank === 0
      if (!stories.has(story.slug))
        stories.set(story.slug, describe(story, isLead))
    }
  }
  // Stories name the pages they jump to as those are printed.
  const pages = issue.children.map(
    ({facingPageNumber, pageNumber, template}) => [
      pageNumber,
      facingPageNumber,
      template,
      designs.get(template)
    ]
  )
  const room = hashText(JSON.stringify([pages, fonts]))
  const keys = new Map<string, string>()

  return function (slug, pageNumber) {
    const ask = `${slug}\n${pageNumber}`
    const known = keys.get(ask)
    if (known) return known
    const key = hashText(JSON.stringify([room, pageNumber, stories.get(slug)]))
    keys.set(ask, key)
    return key
  }

  function describe(story: Story, isLead: boolean): string {
    const facts = [...pictures].filter(([src]) => names(story, src))
    return JSON.stringify([story, isLead, facts])
  }
}

function names(story: Story, src: string): boolean {
  return story.children.some(
    (part) =>
      part.type === 'body' &&
      part.children.some(
        (block) => block.type === 'figure' && block.src === src
      )
  )
}
