// All marks of a page, in painting order, whatever blocks they are in.

import type {Block, ComposedPage, Line, Mark} from '../model/page.ts'

/** What marks can stand in. */
export type Branch = Block | ComposedPage['children'][number]

/** Find the marks among nodes and in them. */
export function findMarks(nodes: ReadonlyArray<Branch | Mark>): Array<Mark> {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case 'block':
      case 'furniture':
      case 'module':
        return findMarks(node.children)
      default:
        return [node]
    }
  })
}

/** Find the lines among nodes and in them. */
export function findLines(nodes: ReadonlyArray<Branch | Mark>): Array<Line> {
  return findMarks(nodes).filter((mark) => mark.type === 'line')
}
