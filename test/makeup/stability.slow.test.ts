// Stability of pages in type: where a story changes by 3 %, nine times in ten
// one module changes at most.

import {expect, test} from 'vitest'
import {measureStability} from '../bench/measure-stability.ts'
import {openMadeDesk} from '../made/open-made-desk.ts'

test('should leave pages as they were when stories change a little', async () => {
  const counts: Array<number> = []
  for (const [seed, storiesPerPage] of [
    [300, 6],
    [301, 8],
    [305, 17]
  ] as const) {
    const desk = await openMadeDesk({
      seed,
      storiesPerPage,
      pageCount: 1,
      withJumps: false
    })
    counts.push(...measureStability(desk, 1).counts)
  }

  const stableCount = counts.filter((count) => count <= 1).length
  expect(counts.length).toBeGreaterThan(50)
  expect(stableCount / counts.length).toBeGreaterThanOrEqual(0.9)
})
