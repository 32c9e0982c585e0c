// A lock between processes that can't be left behind: SQLite's, on an empty
// database. The system opens it when its holder ends, however it ends.

import {setTimeout as wait} from 'node:timers/promises'
import {openDatabase} from './open-database.ts'

/** How long to wait between tries. */
const pauseMilliseconds = 20

/** Hold a lock while something runs; waits for whoever has it. */
export async function holdLock<Value>(
  file: string,
  run: () => Promise<Value>
): Promise<Value> {
  const database = openDatabase(file)
  try {
    for (;;) {
      try {
        database.exec('BEGIN EXCLUSIVE')
        break
      } catch (error) {
        if (!isBusy(error)) throw error
        await wait(pauseMilliseconds)
      }
    }
    return await run()
  } finally {
    database.close()
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message)
}
