// Cutoffs: the rules between modules. A module brings a rule on its left and
// on its top, where another plain module is beyond that edge; boxes have a
// frame of their own.

import type {Cutoff, LatticeRect, PlannedModule} from '../model/plan.ts'
import {toRectangles} from './board.ts'

/** List the rules between the modules of a page. */
export function listCutoffs(
  modules: ReadonlyArray<PlannedModule>
): Array<Cutoff> {
  const cutoffs: Array<Cutoff> = []
  for (const module of modules) {
    if (!isPlain(module)) continue
    for (const other of modules) {
      if (other === module || !isPlain(other)) continue
      for (const area of toRectangles(module.area, module.shape.notch)) {
        for (const beyond of toRectangles(other.area, other.shape.notch)) {
          const vertical = findVertical(beyond, area)
          const horizontal = findHorizontal(beyond, area)
          if (vertical) cutoffs.push(vertical)
          if (horizontal) cutoffs.push(horizontal)
        }
      }
    }
  }
  return mergeCutoffs(cutoffs)
}

function isPlain({shape}: PlannedModule): boolean {
  return shape.frame === 'none' && !shape.block
}

function findVertical(
  left: LatticeRect,
  right: LatticeRect
): Cutoff | undefined {
  if (left.columnIndex + left.columnCount !== right.columnIndex)
    return undefined
  const lineIndex = Math.max(left.lineIndex, right.lineIndex)
  const foot = Math.min(
    left.lineIndex + left.lineCount,
    right.lineIndex + right.lineCount
  )
  if (foot <= lineIndex) return undefined
  return {
    direction: 'vertical',
    columnIndex: right.columnIndex,
    lineIndex,
    count: foot - lineIndex
  }
}

function findHorizontal(
  upper: LatticeRect,
  lower: LatticeRect
): Cutoff | undefined {
  if (upper.lineIndex + upper.lineCount !== lower.lineIndex) return undefined
  const columnIndex = Math.max(upper.columnIndex, lower.columnIndex)
  const end = Math.min(
    upper.columnIndex + upper.columnCount,
    lower.columnIndex + lower.columnCount
  )
  if (end <= columnIndex) return undefined
  return {
    direction: 'horizontal',
    columnIndex,
    lineIndex: lower.lineIndex,
    count: end - columnIndex
  }
}

/** Join rules that continue each other, so that none shows a seam. */
function mergeCutoffs(cutoffs: ReadonlyArray<Cutoff>): Array<Cutoff> {
  const sorted = [...cutoffs].sort(
    (a, b) =>
      a.direction.length - b.direction.length ||
      across(a) - across(b) ||
      along(a) - along(b)
  )
  const merged: Array<Cutoff> = []
  for (const cutoff of sorted) {
    const last = merged.at(-1)
    const continues =
      last?.direction === cutoff.direction &&
      across(last) === across(cutoff) &&
      along(last) + last.count === along(cutoff)
    if (last && continues) {
      merged[merged.length - 1] = {...last, count: last.count + cutoff.count}
    } else {
      merged.push(cutoff)
    }
  }
  return merged
}

function along(cutoff: Cutoff): number {
  return cutoff.direction === 'vertical' ? cutoff.lineIndex : cutoff.columnIndex
}

function across(cutoff: Cutoff): number {
  return cutoff.direction === 'vertical' ? cutoff.columnIndex : cutoff.lineIndex
}
