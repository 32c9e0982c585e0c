// Work that takes much memory: so many at a time, the others wait.

/** Make a queue that does so many pieces of work at a time. */
export function takeTurns(
  mostCount: number
): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const waiting: Array<() => void> = []
  let count = 0

  return async function (work) {
    if (count === mostCount) {
      // Whoever is done hands over the turn.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      count++
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else count--
    }
  }
}
