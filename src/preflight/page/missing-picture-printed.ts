// Rule: a figure is printed with its picture.
//
// A picture that the copy itself declares missing prints as an empty box with
// its cutline. That is honest, and still wants eyes before the press runs.

import type {VFile} from 'vfile'
import type {
  Block,
  ComposedModule,
  ComposedPage,
  Mark
} from '../../model/page.ts'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'

/** The rule. */
export const missingPicturePrinted: RulePage = {
  id: 'missing-picture-printed',
  level: 'warning',
  what: 'The page has an empty box where the copy says a picture is missing.',
  why: 'The box keeps the place and tells readers the truth, but a page with a hole is rarely what the desk wants in print.',
  fix: 'Put the picture into the issue’s folder and name it in the story, or take the figure out.'
}

/** Note every figure of a module that has no picture. */
export function checkMissingPicturePrinted(
  module: ComposedModule,
  page: ComposedPage,
  file: VFile
): void {
  for (const figure of module.children.flatMap(findFigures)) {
    if (hasPicture(figure)) continue
    note(
      file,
      missingPicturePrinted,
      `Unexpected empty box for a picture in \`${module.slug}\` on page \`${page.pageNumber}\`, expected the picture`,
      {
        ancestors: [page, module, figure],
        place: figure.position ?? module.position,
        fix: `File the picture of \`${module.slug}\`, or take the figure out.`
      }
    )
  }
}

function findFigures(node: Block | Mark): Array<Block> {
  if (node.type !== 'block') return []
  return node.role === 'figure' ? [node] : node.children.flatMap(findFigures)
}

function hasPicture(node: Block | Mark): boolean {
  return node.type === 'block'
    ? node.children.some(hasPicture)
    : node.type === 'picture'
}
