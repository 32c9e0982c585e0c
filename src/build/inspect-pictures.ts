// Pictures of an issue: read, and looked at before anything is made up. One
// that can't be decoded is an error here, not a hole on the page.

import type {Figure} from '../model/story.ts'
import type {Issue, Page} from '../model/issue.ts'
import type {PictureFacts, PictureTable} from '../model/picture.ts'
import type {Plant} from '../model/plant.ts'
import {RefusedPicture} from '../model/refused-picture.ts'
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

/** Look at every picture the copy names. */
export async function inspectPictures(
  issue: Issue,
  read: ReadIssue,
  plant: Plant
): Promise<InspectedPictures> {
  const pictures = new Map<string, PictureFacts>()
  const pictureFiles = new Map<string, Uint8Array>()

  const pages: ReadonlyArray<Issue | Page> = [...issue.children, issue]
  for (const page of pages) {
    const stories = page.type === 'page' ? page.children : (page.fillers ?? [])
    for (const story of stories) {
      const body = story.children.find((part) => part.type === 'body')
      for (const block of body?.children ?? []) {
        if (block.type !== 'figure' || !block.src) continue
        const value = read.folderFiles.get(block.src)
        if (!value || pictures.has(block.src)) continue
        const facts = await inspect(block, value)
        if (!facts) continue
        pictures.set(facts.src, facts)
        pictureFiles.set(facts.src, value)
      }

      async function inspect(
        figure: Figure,
        value: Uint8Array
      ): Promise<PictureFacts | undefined> {
        const src = figure.src ?? ''
        const file = read.storyFiles.get(story.path) ?? read.issueFile
        const ancestors = [
          issue,
          ...(page.type === 'page' ? [page] : []),
          story,
          figure
        ]
        try {
          const {doubt, ...found} = await plant.inspectPicture(value)
          if (doubt !== undefined) {
            note(
              file,
              pictureDoubtful,
              `Unexpected data in picture \`${src}\` (${doubt}), expected a file without faults; it is shown as far as it can be read`,
              {
                ancestors,
                fix: `Look at \`${src}\` closely, or copy it again from its source.`
              }
            )
          }
          return {src, ...found, hash: hashBytes(value)}
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error)
          note(
            file,
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
          return undefined
        }
      }
    }
  }

  return {pictures, pictureFiles}
}
