import {expect, test} from 'vitest'
import {takeTurns} from '../../src/plant/take-turns.ts'

test('should do so many at a time, and all of them', async () => {
  const turn = takeTurns(2)
  let running = 0
  let most = 0
  const results = await Promise.all(
    Array.from({length: 7}, (_, index) =>
      turn(async () => {
        running++
        most = Math.max(most, running)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running--
        return index
      })
    )
  )

  expect(results).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(most).toBe(2)
})

test('should go on after one that failed', async () => {
  const turn = takeTurns(1)
  const failed = turn(() => Promise.reject(new Error('no')))
  const next = turn(() => Promise.resolve('yes'))

  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
