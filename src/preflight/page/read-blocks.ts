// Reading composed pages: the blocks of a role, the text on lines, pictures, and
// where all of them stand.

import type {
  Block,
  ComposedPage,
  Line,
  Mark,
  PaintedPicture
} from '../../model/page.ts'

type Branch = Block | ComposedPage['children'][number] | Mark

/** Find the blocks of a role, in reading order. */
export function findBlocks(
  nodes: ReadonlyArray<Branch>,
  role: Block['role']
): Array<Block> {
  return nodes.flatMap((node): Array<Block> => {
    if (node.type === 'block' && node.role === role) return [node]
    return isBranch(node) ? findBlocks(node.children, role) : []
  })
}

/** Find the lines in nodes, in reading order. */
export function findLines(nodes: ReadonlyArray<Branch>): Array<Line> {
  return nodes.flatMap((node): Array<Line> => {
    if (node.type === 'line') return [node]
    return isBranch(node) ? findLines(node.children) : []
  })
}

/** Find the pictures in nodes, in reading order. */
export function findPictures(
  nodes: ReadonlyArray<Branch>
): Array<PaintedPicture> {
  return nodes.flatMap((node): Array<PaintedPicture> => {
    if (node.type === 'picture') return [node]
    return isBranch(node) ? findPictures(node.children) : []
  })
}

/** Read the characters on lines. */
export function readLines(lines: ReadonlyArray<Line>): string {
  return lines
    .flatMap((line) => line.children)
    .flatMap((run) => run.glyphs)
    .map((glyph) => glyph.text)
    .join('')
}

function isBranch(
  node: Branch
): node is Block | ComposedPage['children'][number] {
  return (
    node.type === 'block' || node.type === 'module' || node.type === 'furniture'
  )
}
