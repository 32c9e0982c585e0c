// A search that keeps its best finds, and looks for better ones only once it
// has plenty.

/**
 * Add a find; with four times as many as wanted, only the `count` cheapest are
 * kept. Gives the most that further ones may cost.
 */
export function keepCheapest<One extends {excess: number}>(
  found: Array<One>,
  one: One,
  count: number,
  limit: number
): number {
  found.push(one)
  if (found.length < 4 * count) return limit
  found.sort((a, b) => a.excess - b.excess)
  found.length = count
  return Math.min(limit, found.at(-1)?.excess ?? limit)
}
