// Memory that is no longer used, given back: between two kinds of work V8 keeps
// what the first took, as it might be needed again. It won't be.

import process from 'node:process'
import v8 from 'node:v8'
import vm from 'node:vm'

/** Less is not worth the pause. */
const leastBytes = 300_000_000

/** A heap this large holds much that is spare; finding all of it takes long. */
const largeHeapBytes = 75_000_000

let collect: unknown

/** Give unused memory back, where there is much of it. */
export function relieveMemory(): void {
  // All of the figures take long to find.
  if (process.memoryUsage.rss() < leastBytes) return
  const {heapTotal} = process.memoryUsage()
  const flavor = heapTotal > largeHeapBytes ? 'last-resort' : 'regular'
  run({type: 'major', execution: 'sync', flavor})
}

/** Give back what was only used for a moment: pixels of a picture. */
export function relieveMoment(): void {
  if (process.memoryUsage.rss() < leastBytes) return
  run({type: 'minor', execution: 'sync'})
}

function run(options: Readonly<Record<string, string>>): void {
  if (!collect) {
    v8.setFlagsFromString('--expose-gc')
    collect = vm.runInNewContext('gc')
  }
  if (typeof collect === 'function') collect(options)
}
