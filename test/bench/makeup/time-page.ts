// How long a page takes: by the clock, and of the processor.

import process from 'node:process'
import type {PageTime} from './bench-row.ts'

/** Make up a page and measure that. */
export function timePage<Result>(makeUp: () => Result): {
  result: Result
  time: PageTime
} {
  const startMs = performance.now()
  const before = process.threadCpuUsage()
  const result = makeUp()
  const {system, user} = process.threadCpuUsage(before)
  const wallMs = performance.now() - startMs
  return {result, time: {processorMs: (system + user) / 1000, wallMs}}
}
