// Copyfitting: paragraphs set a line shorter or longer than best, so that a
// story fills its place. Of all ways to share out the lines the one that costs
// least evenness is taken.

import type {LineCountOption} from './break-lines.ts'

/** Line counts that several paragraphs can be set in together. */
export interface LineCounts {
  /** What is reachable, fewest lines first. */
  options: ReadonlyArray<LineCountOption>
  /** The line count of the best setting. */
  bestLineCount: number
  /** Lines of each paragraph for one of the options. */
  shareOut(lineCount: number): Array<number>
}

/** Lines fewer or more than best that are looked at. */
const mostDelta = 16

/**
 * Add up the line counts of paragraphs; each has its options, the best first.
 *
 * Costs are those over the best setting of all.
 */
export function addLineCounts(
  paragraphs: ReadonlyArray<ReadonlyArray<LineCountOption>>
): LineCounts {
  const span = 2 * mostDelta + 1
  // For each paragraph and each difference so far, the option taken.
  const taken: Array<Array<LineCountOption | undefined>> = []
  let bestLineCount = 0
  let costs = Array.from({length: span}, () => Infinity)
  costs[mostDelta] = 0

  for (const options of paragraphs) {
    const best = options[0] ?? {lineCount: 0, cost: 0}
    const next = costs.map(() => Infinity)
    const choice: Array<LineCountOption | undefined> = []
    bestLineCount += best.lineCount
    for (const option of options.length > 0 ? options : [best]) {
      const delta = option.lineCount - best.lineCount
      for (let from = 0; from < span; from++) {
        const to = from + delta
        if (to < 0 || to >= span) continue
        const cost = (costs[from] ?? Infinity) + option.cost - best.cost
        if (cost >= (next[to] ?? Infinity)) continue
        next[to] = cost
        choice[to] = option
      }
    }
    costs = next
    taken.push(choice)
  }

  const options: Array<LineCountOption> = []
  for (const [index, cost] of costs.entries()) {
    const lineCount = bestLineCount + index - mostDelta
    if (cost < Infinity) options.push({lineCount, cost})
  }
  return {options, bestLineCount, shareOut}

  function shareOut(lineCount: number): Array<number> {
    const counts: Array<number> = []
    let at = lineCount - bestLineCount + mostDelta
    if (!((costs[at] ?? Infinity) < Infinity)) {
      throw new TypeError(
        `Unexpected line count \`${lineCount}\`, expected one of the options`
      )
    }
    for (let index = paragraphs.length - 1; index >= 0; index--) {
      const option = taken[index]?.[at]
      const best = paragraphs[index]?.[0]
      counts.push(option?.lineCount ?? 0)
      at -= (option?.lineCount ?? 0) - (best?.lineCount ?? 0)
    }
    return counts.toReversed()
  }
}
