// Memory that is no longer used, given back: between two kinds of work V8 keeps
// what the first took, as it might be needed again. It won't be.

import process from 'node:process'
import v8 from 'node:v8'
import vm from 'node:vm'

/** Less is not worth the pause. */
const leastBytes = 280_000_000

/** Give unused memory back, where there is much of it. */
export function relieveMemory(): void {
  if (process.memoryUsage.rss() < leastBytes) return
  v8.setFlagsFromString('--expose-gc')
  const collect: unknown = vm.runInNewContext('gc')
  if (typeof collect !== 'function') return
  collect({type: 'major', execution: 'sync', flavor: 'last-resort'})
}
