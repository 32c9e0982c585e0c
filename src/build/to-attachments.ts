// What an issue's PDF carries inside, where the paper wants that: the
// manuscripts it was made of, and where everything stands on its pages.

import type {Attachment} from '../render/renderer.ts'
import type {CompleteDesk} from './desk.ts'

/** List the files to carry; none where the paper does not ask for it. */
export function toAttachments(
  desk: CompleteDesk,
  layout: Uint8Array
): Array<Attachment> {
  if (!desk.issue.embedsSources) return []
  const manuscripts = [...desk.storyFiles].map(
    ([path, {value}]): Attachment => ({
      path: `manuscript/${path}`,
      mediaType: 'text/markdown',
      relationship: 'Source',
      description: 'Manuscript of a story',
      value: typeof value === 'string' ? new TextEncoder().encode(value) : value
    })
  )
  return [
    ...manuscripts,
    {
      path: 'layout.json',
      mediaType: 'application/json',
      relationship: 'Data',
      description: 'Where every story, line and picture stands',
      value: layout
    }
  ]
}
