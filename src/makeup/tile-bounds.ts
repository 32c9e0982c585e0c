// Bounds: the least that a set of stories costs when it has to fill so many
// cells, whatever its layout.
//
// Choosing one shape for each story so that their cells add up is a knapsack.
// Its Lagrangian relaxation is a sum over the stories for each price of a cell,
// so it can be tabled for every set; the best of a few prices is the bound
// (Geoffrion 1974, "Lagrangean relaxation for integer programming"). Shapes
// wider than the rectangle are left out.

import type {Candidate} from './shape-table.ts'

/** Costs by width in base columns, then by depth in lines. */
export type CostTable = ReadonlyArray<
  ReadonlyMap<number, {readonly cost: number}>
>

/** An L-shaped rectangle for one story, whose notch is filled by others. */
export interface DoglegShape {
  /** Outer width, in base columns, and depth, in lines. */
  columnCount: number
  lineCount: number
  /** The lower corner that is left to others. */
  notch: {
    side: 'left' | 'right'
    columnCount: number
    lineCount: number
  }
  cost: number
  /** How the story is set in it; the search itself does not care. */
  candidate?: Candidate
}

/** Lower bounds on excess cost, for every set of stories. */
export interface Bounds {
  /** Prices of a cell. */
  prices: Float64Array
  /**
   * Least sum of excess and priced cells, at
   * `(set * (columnCount + 1) + width) * prices.length + price`, where no
   * shape is wider than `width`.
   */
  sums: Float64Array
  /** Least cells of a set with shapes no wider than the page. */
  leastCells: Int32Array
  /** Most cells of a set. */
  mostCells: Int32Array
}

const positivePrices = [0.02, 0.06, 0.15, 0.4, 1, 4]

/** Table the bounds; `floors` are the least costs of the stories. */
export function toBounds(
  tables: ReadonlyArray<CostTable>,
  doglegs: ReadonlyArray<ReadonlyArray<DoglegShape>>,
  columnCount: number,
  lineCount: number,
  floors: ReadonlyArray<number>
): Bounds {
  const prices = Float64Array.from([
    ...positivePrices.map((price) => -price),
    0,
    ...positivePrices
  ])
  const stride = (columnCount + 1) * prices.length
  const setCount = 1 << tables.length
  const sums = new Float64Array(setCount * stride)
  const leastCells = new Int32Array(setCount)
  const mostCells = new Int32Array(setCount)

  for (const [index, table] of tables.entries()) {
    const own = (1 << index) * stride
    sums.fill(Infinity, own, own + stride)
    let least = 1e6
    let most = 0
    for (let width = 1; width <= columnCount; width++) {
      const at = own + width * prices.length
      sums.copyWithin(at, at - prices.length, at)
      for (const [depth, {cost}] of table[width] ?? []) {
        if (depth <= lineCount) add(at, width * depth, cost)
      }
      for (const {cost, lineCount: depth, notch, ...outer} of doglegs[index] ??
        []) {
        if (outer.columnCount !== width || depth > lineCount) continue
        add(at, width * depth - notch.columnCount * notch.lineCount, cost)
      }
    }
    leastCells[1 << index] = least
    mostCells[1 << index] = most

    function add(at: number, cells: number, cost: number): void {
      least = Math.min(least, cells)
      most = Math.max(most, cells)
      const excess = cost - (floors[index] ?? 0)
      for (let price = 0; price < prices.length; price++) {
        const sum = excess + (prices[price] ?? 0) * cells
        if (sum < (sums[at + price] ?? 0)) sums[at + price] = sum
      }
    }
  }

  for (let set = 1; set < setCount; set++) {
    const lowest = set & -set
    const rest = set ^ lowest
    if (rest === 0) continue
    leastCells[set] = (leastCells[rest] ?? 0) + (leastCells[lowest] ?? 0)
    mostCells[set] = (mostCells[rest] ?? 0) + (mostCells[lowest] ?? 0)
    const at = set * stride
    for (let offset = prices.length; offset < stride; offset++) {
      sums[at + offset] =
        (sums[rest * stride + offset] ?? 0) +
        (sums[lowest * stride + offset] ?? 0)
    }
  }

  return {prices, sums, leastCells, mostCells}
}
