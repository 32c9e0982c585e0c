// A process that puts a made issue away, and is killed at a call of the system.
//
// `node put-away-child.ts FOLDER ISSUE TEXT [N]`: at the Nth call that touches
// the disk (files, folders, SQLite) the process kills itself, before the call
// for an odd N, after it for an even one. Without N it prints what came of it
// and how many calls there were.

import {createRequire} from 'node:module'
import process from 'node:process'

const [, , folder = '', issueId = '', text = '', killAt] = process.argv
const lastCall = killAt === undefined ? Infinity : Number(killAt)
let callCount = 0

await watchCalls()
const {putAway} = await import('../../src/archive/put-away.ts')
const {openShelf} = await import('../../src/plant/shelf.ts')
const {makePacked} = await import('./made-bag.ts')

const shelf = await openShelf({folder, isNew: true})
const added = await putAway(makePacked({issueId, text}), shelf)
shelf.close()
process.stdout.write(
  JSON.stringify({
    outcome: added.outcome,
    version: added.bag?.version,
    callCount
  })
)

/** Count calls: each may be the last. */
async function watchCalls(): Promise<void> {
  const require = createRequire(import.meta.url)
  const fs: Record<string, unknown> = require('node:fs/promises')
  const handle = await (await import('node:fs/promises')).open('/dev/null')
  const sqlite: typeof import('node:sqlite') = require('node:sqlite')
  const database = new sqlite.DatabaseSync(':memory:')
  const statement = database.prepare('SELECT 1')

  watch(fs, ['open', 'mkdir', 'mkdtemp', 'rename', 'rm', 'writeFile'])
  watch(Object.getPrototypeOf(handle), ['writeFile', 'sync'])
  watch(Object.getPrototypeOf(database), ['exec', 'close'])
  watch(Object.getPrototypeOf(statement), ['run'])
  database.close()
  await handle.close()
  callCount = 0
}

function watch(
  target: Record<string, unknown>,
  names: ReadonlyArray<string>
): void {
  for (const name of names) {
    const real = target[name]
    if (typeof real !== 'function') {
      throw new TypeError(`Unexpected missing \`${name}\``)
    }
    target[name] = function (this: unknown, ...values: Array<unknown>) {
      const number = ++callCount
      if (number === lastCall && number % 2 === 1) die()
      const result: unknown = Reflect.apply(real, this, values)
      if (number !== lastCall) return result
      if (!(result instanceof Promise)) die()
      return Promise.resolve(result).then(die, die)
    }
  }
}

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  // The signal may take a moment; nothing is done meanwhile.
  for (;;);
}
