// Layouts: the cheapest slicing trees of a tiling, one after the other.
//
// A rectangle's k-th best layout comes from the k-th bests of its parts; they
// are found lazily (Huang & Chiang 2005, "Better k-best parsing", algorithm 3).

import {conflicts} from './corner.ts'
import type {DoglegShape} from './tile-bounds.ts'
import {costEpsilon} from './tile.ts'
import type {Tiling} from './tiling.ts'

/** A slicing layout. */
export type SlicingTree =
  | {
      type: 'cut'
      /** `stack`: one over the other; `row`: side by side. */
      direction: 'row' | 'stack'
      first: SlicingTree
      second: SlicingTree
      /** Whether the first part has to be the upper or left one. */
      isOrdered?: boolean
    }
  | {type: 'leaf'; index: number; columnCount: number; lineCount: number}
  /** One story in an L, the others in its notch. */
  | {
      type: 'dogleg'
      index: number
      shape: DoglegShape
      columnCount: number
      lineCount: number
      inner: SlicingTree
    }
  /** What stands there already. */
  | {type: 'gap'; columnCount: number; lineCount: number}

/** A layout with what it costs above the least. */
export interface Layout {
  tree: SlicingTree
  excess: number
}

/** A way to part a rectangle. */
interface Parting {
  direction: 'dogleg' | 'row' | 'stack'
  /** The story in the L, where there is one. */
  shape?: DoglegShape
  first: Rectangle
  second: Rectangle
  /** Cost of the cut itself. */
  cutCost: number
}

/** The n-th of the first and of the second part's layouts, joined. */
interface Choice {
  parting: Parting
  firstIndex: number
  secondIndex: number
  excess: number
}

/** All we know of a rectangle and the stories in it. */
interface Rectangle {
  set: number
  columnCount: number
  lineCount: number
  /** Direction its first cut may not have: that is the same chain. */
  exceptCut: 'none' | 'row' | 'stack'
  found: Array<Layout>
  /** Choices to come, as a heap; `undefined` before the first is asked for. */
  choices?: Array<Choice>
}

/**
 * List layouts of a rectangle, cheapest first; none is dearer than the first
 * by more than `slack`.
 */
export function* listLayouts(
  tiling: Tiling,
  set: number,
  columnCount: number,
  lineCount: number,
  slack: number = Infinity
): Iterable<Layout> {
  const {request} = tiling
  const rectangles = new Map<number, Rectangle>()
  const root = toRectangle(set, columnCount, lineCount, 'none')

  for (let index = 0; ; index++) {
    const layout = findLayout(root, index)
    const least = tiling.excessOf(set, columnCount, lineCount)
    if (!layout || layout.excess > least + slack + costEpsilon) return
    yield layout
  }

  function toRectangle(
    partSet: number,
    width: number,
    depth: number,
    exceptCut: Rectangle['exceptCut']
  ): Rectangle {
    const key = ((partSet * 32 + width) * 512 + depth) * 8 + exceptCut.length
    const known = rectangles.get(key)
    if (known) return known
    const rectangle: Rectangle = {
      set: partSet,
      columnCount: width,
      lineCount: depth,
      exceptCut,
      found: []
    }
    rectangles.set(key, rectangle)
    return rectangle
  }

  function findLayout(rectangle: Rectangle, index: number): Layout | undefined {
    const {found} = rectangle
    if (isSingle(rectangle.set))
      return index === 0 ? toLeaf(rectangle) : undefined
    const choices = (rectangle.choices ??= listChoices(rectangle))
    while (found.length <= index) {
      const choice = pop(choices)
      if (!choice) return undefined
      found.push(toLayout(choice))
      const {firstIndex, parting, secondIndex} = choice
      if (secondIndex === 0) pushChoice(choices, parting, firstIndex + 1, 0)
      pushChoice(choices, parting, firstIndex, secondIndex + 1)
    }
    return found[index]
  }

  function toLeaf({
    columnCount: width,
    lineCount: depth,
    set: one
  }: Rectangle): Layout {
    const index = 31 - Math.clz32(one)
    return {
      tree: {type: 'leaf', index, columnCount: width, lineCount: depth},
      excess: tiling.excessOf(one, width, depth)
    }
  }

  function toLayout(choice: Choice): Layout {
    const {direction, first, second} = choice.parting
    if (direction === 'dogleg') return toDogleg(choice)
    const firstLayout = findLayout(first, choice.firstIndex)
    const secondLayout = findLayout(second, choice.secondIndex)
    if (!firstLayout || !secondLayout) {
      throw new TypeError('Unexpected choice of a layout that is not there')
    }
    return {
      tree: {
        type: 'cut',
        direction,
        first: firstLayout.tree,
        second: secondLayout.tree
      },
      excess: choice.excess
    }
  }

  function toDogleg({excess, parting, secondIndex}: Choice): Layout {
    const {first, second, shape} = parting
    const inner = findLayout(second, secondIndex)
    if (!inner || !shape) {
      throw new TypeError('Unexpected L around a layout that is not there')
    }
    const {columnCount: width, lineCount: depth} = shape
    const index = 31 - Math.clz32(first.set)
    return {
      tree: {
        type: 'dogleg',
        index,
        shape,
        columnCount: width,
        lineCount: depth,
        inner: inner.tree
      },
      excess
    }
  }

  function pushChoice(
    choices: Array<Choice>,
    parting: Parting,
    firstIndex: number,
    secondIndex: number
  ): void {
    if (parting.shape && firstIndex > 0) return
    const first = parting.shape
      ? {excess: 0}
      : findLayout(parting.first, firstIndex)
    const second = first && findLayout(parting.second, secondIndex)
    if (!first || !second) return
    const excess = first.excess + second.excess + parting.cutCost
    push(choices, {parting, firstIndex, secondIndex, excess})
  }

  /** List the best layout of every parting of a rectangle. */
  function listChoices(rectangle: Rectangle): Array<Choice> {
    const {columnCount: width, exceptCut, lineCount: depth} = rectangle
    const whole = rectangle.set
    const lowest = whole & -whole
    const others = whole ^ lowest
    const choices: Array<Choice> = []
    const most = tiling.excessOf(whole, width, depth) + slack + costEpsilon
    let part = (others - 1) & others
    for (;;) {
      const first = part | lowest
      const second = whole ^ first
      if (exceptCut !== 'stack') listStacks(first, second)
      if (exceptCut !== 'row') listRows(first, second)
      if (part === 0) break
      part = (part - 1) & others
    }
    for (const [index, shapes] of tiling.doglegs.entries()) {
      const one = 1 << index
      if ((whole & one) !== 0) listDoglegs(one, shapes)
    }
    return choices

    function listDoglegs(
      one: number,
      shapes: ReadonlyArray<DoglegShape>
    ): void {
      for (const shape of shapes) {
        if (shape.columnCount !== width || shape.lineCount !== depth) continue
        const {columnCount: notchWidth, lineCount: notchDepth} = shape.notch
        const others = whole ^ one
        const inner = tiling.excessOf(others, notchWidth, notchDepth)
        const cutCost = shape.cost - tiling.floorOf(one)
        if (inner === Infinity || inner + cutCost > most) continue
        const parting: Parting = {
          direction: 'dogleg',
          shape,
          first: toRectangle(one, width, depth, 'none'),
          second: toRectangle(others, notchWidth, notchDepth, 'none'),
          cutCost
        }
        const excess = inner + cutCost
        push(choices, {parting, firstIndex: 0, secondIndex: 0, excess})
      }
    }

    function listStacks(first: number, second: number): void {
      if (!tiling.hasWidth(first, width) || !tiling.hasWidth(second, width))
        return
      if (conflicts('stack', tiling.cornersOf(first), tiling.cornersOf(second)))
        return
      const low = Math.max(
        tiling.lowOf(first, width),
        depth - tiling.highOf(second, width)
      )
      const high = Math.min(
        tiling.highOf(first, width),
        depth - tiling.lowOf(second, width)
      )
      for (let firstDepth = low; firstDepth <= high; firstDepth++) {
        const secondDepth = depth - firstDepth
        add('stack', first, width, firstDepth, second, width, secondDepth)
      }
    }

    function listRows(first: number, second: number): void {
      if (conflicts('row', tiling.cornersOf(first), tiling.cornersOf(second)))
        return
      for (let firstWidth = 1; firstWidth < width; firstWidth++) {
        if (!tiling.hasWidth(first, firstWidth)) continue
        add('row', first, firstWidth, depth, second, width - firstWidth, depth)
      }
    }

    function add(
      direction: 'row' | 'stack',
      first: number,
      firstWidth: number,
      firstDepth: number,
      second: number,
      secondWidth: number,
      secondDepth: number
    ): void {
      const least =
        tiling.excessOf(first, firstWidth, firstDepth) +
        tiling.excessOf(second, secondWidth, secondDepth)
      if (least === Infinity || least > most) return
      if (tiling.cutOf(first, firstWidth, firstDepth) === direction) return
      const isFull =
        direction === 'stack'
          ? width === request.columnCount
          : depth === request.lineCount
      const parting: Parting = {
        direction,
        first: toRectangle(
          first,
          firstWidth,
          firstDepth,
          tiling.isGroup(first) ? 'none' : direction
        ),
        second: toRectangle(second, secondWidth, secondDepth, 'none'),
        cutCost: isFull
          ? ((direction === 'stack'
              ? request.fullCuts?.width
              : request.fullCuts?.depth) ?? 0)
          : 0
      }
      push(choices, {
        parting,
        firstIndex: 0,
        secondIndex: 0,
        excess: least + parting.cutCost
      })
    }
  }
}

function isSingle(set: number): boolean {
  return (set & (set - 1)) === 0
}

/** Order by cost; equal costs by what is cut off, so that no order is chance. */
function isBefore(a: Choice, b: Choice): boolean {
  if (Math.abs(a.excess - b.excess) > costEpsilon) return a.excess < b.excess
  const {first, direction} = a.parting
  const other = b.parting
  return (
    (first.set - other.first.set ||
      first.columnCount - other.first.columnCount ||
      first.lineCount - other.first.lineCount ||
      direction.length - other.direction.length ||
      a.firstIndex - b.firstIndex ||
      a.secondIndex - b.secondIndex) < 0
  )
}

function push(heap: Array<Choice>, choice: Choice): void {
  let at = heap.length
  heap.push(choice)
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent]
    if (!above || !isBefore(choice, above)) break
    heap[at] = above
    at = parent
  }
  heap[at] = choice
}

function pop(heap: Array<Choice>): Choice | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (!last || heap.length === 0) return top
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    const left = heap[child]
    const right = heap[child + 1]
    if (!left) break
    if (right && isBefore(right, left)) child++
    const least = child === 2 * at + 1 ? left : right
    if (!least || !isBefore(least, last)) break
    heap[at] = least
    at = child
  }
  heap[at] = last
  return top
}
