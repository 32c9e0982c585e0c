// From painted rows back to blocks: the lines of a paragraph are one block
// again, wherever its legs stand, and items are in their list.

import type {Block, Mark} from '../model/page.ts'
import type {BlockStep, Row} from './row.ts'

/** A row with its marks. */
export interface PaintedRow {
  row: Row
  marks: ReadonlyArray<Block | Mark>
}

/** Gather rows into blocks, in order. */
export function gatherBlocks(
  rows: ReadonlyArray<PaintedRow>
): Array<Block | Mark> {
  const root: Array<Block | Mark> = []
  for (const {marks, row} of rows) {
    let children = root
    for (const step of row.path) children = enter(children, step).children
    children.push(...marks)
  }
  return root
}

/** Go on with the last block, if it is the one, or begin it. */
function enter(children: Array<Block | Mark>, step: BlockStep): Block {
  const last = children.at(-1)
  if (
    last?.type === 'block' &&
    last.id === step.id &&
    last.role === step.role
  ) {
    return last
  }
  const block: Block = {
    type: 'block',
    role: step.role,
    id: step.id,
    children: []
  }
  if (step.alt !== undefined) block.alt = step.alt
  if (step.target) block.target = step.target
  children.push(block)
  return block
}
