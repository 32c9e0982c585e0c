// Pictures of an issue: read, and looked at before anything is made up. One
// that can't be decoded is an error here, not a hole on the page.

import type {Node} from 'unist'
import type {Issue, Page} from '../model/issue.ts'
import type {PictureFacts, PictureTable} from '../model/picture.ts'
import type {Plant} from '../model/plant.ts'
import {RefusedPicture} from '../model/refused-picture.ts'
import type {Story} from '../model/story.ts'
import {note, type Rule} from '../note/note.ts'
import type {ReadIssue} from './read-issue.ts'
import {hashBytes} from './step-key.ts'

/** Pictures with their bytes. */
export interface InspectedPictures {
  pictures: PictureTable
  pictureFiles: ReadonlyMap<string, Uint8Array>
}

/** Rule: every picture file can be decoded. */
export const pictureBroken: Rule = {id: 'picture-broken', level: 'error'}

/** Rule: no picture file is odd. */
export const pictureDoubtful: Rule = {id: 'picture-doubtful', level: 'warning'}

/** A picture the copy names, and the first figure that does. */
interface NamedPicture {
  src: string
  value: Uint8Array
  story: Story
  /** From the issue down to the figure. */
  ancestors: ReadonlyArray<Node>
}

/** Look at every picture the copy names. */
export async function inspectPictures(
  issue: Issue,
  read: ReadIssue,
  plant: Plant
): Promise<InspectedPictures> {
  const pictures = new Map<string, PictureFacts>()
  const pictureFiles = new Map<string, Uint8Array>()
  const named = listPictures(issue, read)
  // All at once: the machine has its own queue for pictures.
  const looks = await Promise.allSettled(
    named.map(({value}) => plant.inspectPicture(value))
  )

  for (const [index, picture] of named.entries()) {
    const {src, value} = picture
    const look = looks[index]
    if (look?.status !== 'fulfilled') {
      noteBroken(picture, look?.reason, read)
      continue
    }
    const {doubt, ...found} = look.value
    if (doubt !== undefined) noteDoubtful(picture, doubt, read)
    pictures.set(src, {src, ...found, hash: hashBytes(value)})
    pictureFiles.set(src, value)
  }

  return {pictures, pictureFiles}
}

function listPictures(issue: Issue, read: ReadIssue): Array<NamedPicture> {
  const named = new Map<string, NamedPicture>()
  const pages: ReadonlyArray<Issue | Page> = [...issue.children, issue]
  for (const page of pages) {
    const stories = page.type === 'page' ? page.children : (page.fillers ?? [])
    const above = page.type === 'page' ? [issue, page] : [issue]
    for (const story of stories) {
      const body = story.children.find((part) => part.type === 'body')
      for (const figure of body?.children ?? []) {
        if (figure.type !== 'figure' || !figure.src) continue
        const {src} = figure
        const value = read.folderFiles.get(src)
        if (!value || named.has(src)) continue
        const ancestors = [...above, story, figure]
        named.set(src, {src, value, story, ancestors})
      }
    }
  }
  return [...named.values()]
}

function noteDoubtful(
  {ancestors, src, story}: NamedPicture,
  doubt: string,
  read: ReadIssue
): void {
  note(
    read.storyFiles.get(story.path) ?? read.issueFile,
    pictureDoubtful,
    `Unexpected data in picture \`${src}\` (${doubt}), expected a file without faults; it is shown as far as it can be read`,
    {
      ancestors,
      fix: `Look at \`${src}\` closely, or copy it again from its source.`
    }
  )
}

function noteBroken(
  {ancestors, src, story}: NamedPicture,
  error: unknown,
  read: ReadIssue
): void {
  const reason = error instanceof Error ? error.message : String(error)
  note(
    read.storyFiles.get(story.path) ?? read.issueFile,
    pictureBroken,
    `Unexpected picture \`${src}\` that can't be printed (${reason}), expected a JPEG, PNG or WebP`,
    {
      ancestors,
      fix:
        error instanceof RefusedPicture
          ? error.fix
          : 'Export the picture again as JPEG, or mark it `{missing}`.'
    }
  )
}
