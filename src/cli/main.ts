// The program: the real world, handed to the counter.

import {run} from './cli.ts'
import {openWorld} from './open-world.ts'

// Whoever reads our output may stop reading, as `head` does.
process.stdout.on('error', () => process.exit(0))

try {
  process.exitCode = await run(process.argv.slice(2), await openWorld())
} catch (error) {
  process.stderr.write(`${describe(error)}\n`)
  process.exitCode = 1
}

/** Say what failed, and why, as far down as is known. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause ? `\n  because: ${describe(error.cause)}` : ''
  const where = process.env['QIANZI_DEBUG'] ? `\n${error.stack}` : ''
  return `${error.message}${cause}${where}`
}
