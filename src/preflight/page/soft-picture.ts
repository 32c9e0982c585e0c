// Rule: pictures have the pixels that a screen shows of them.
//
// The press asks for more, and says so itself (`press-resolution`).

import type {VFile} from 'vfile'
import type {
  ComposedModule,
  ComposedPage,
  PaintedPicture
} from '../../model/page.ts'
import type {PictureTable} from '../../model/picture.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'
import {findPictures} from './read-blocks.ts'

/** The rule. */
export const softPicture: RulePage = {
  id: 'soft-picture',
  level: 'warning',
  what: 'A picture has fewer than 100 pixels an inch at the size it stands on the page.',
  why: 'It looks soft, and its edges show steps, on every screen and even more so in print.',
  fix: 'File a larger picture, or give it less room.'
}

const leastPpi = 100

/** Note every picture of a story that is too small for its place. */
export function checkSoftPicture(
  module: ComposedModule,
  page: ComposedPage,
  pictures: PictureTable,
  file: VFile
): void {
  for (const picture of findPictures(module.children)) {
    const ppi = measurePpi(picture, pictures)
    if (ppi === undefined || Math.round(ppi) >= leastPpi) continue
    const widthPx = Math.ceil((picture.widthPt / 72) * leastPpi)
    note(
      file,
      softPicture,
      `Unexpected \`${Math.round(ppi)} ppi\` in \`${picture.src}\` on page \`${page.pageNumber}\`, expected \`${leastPpi} ppi\` at least`,
      {
        ancestors: [page, module],
        actual: `${Math.round(ppi)} ppi`,
        expected: [`${leastPpi} ppi`],
        fix: `File \`${picture.src}\` with \`${widthPx}\` pixels across what is shown of it, or give it less room.`
      }
    )
  }
}

function measurePpi(
  {crop, depthPt, src, widthPt}: PaintedPicture,
  pictures: PictureTable
): number | undefined {
  const facts = pictures.get(src)
  if (!facts) return undefined
  return Math.min(
    ((facts.widthPx * crop.widthRatio) / widthPt) * 72,
    ((facts.depthPx * crop.depthRatio) / depthPt) * 72
  )
}
