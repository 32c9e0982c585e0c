// Key of a build step: same key, same result, so the cached one is used.

import {createHash} from 'node:crypto'

/** What decides the result of a step. Everything the step reads must be here. */
export interface StepInputs {
  /** Name of the step, such as `screen`. */
  step: string
  /** Raised when the step starts to give other results for the same inputs. */
  version: number
  /** Keys of the steps before it, or hashes of what it reads, in order. */
  from: ReadonlyArray<string>
}

/** Make the key of a step. */
export function stepKey(inputs: StepInputs): string {
  return hashText(JSON.stringify([inputs.step, inputs.version, inputs.from]))
}

/** Hash bytes: SHA-256, in hex. */
export function hashBytes(value: Uint8Array): string {
  return createHash('sha256').update(value).digest('hex')
}

/** Hash text: SHA-256, in hex. */
export function hashText(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}

/** Hash named files, in the order of their names. */
export function hashFiles(
  files: ReadonlyMap<string, Uint8Array | string>
): string {
  const parts: Array<[string, string]> = []
  for (const [name, value] of files) {
    const hash = typeof value === 'string' ? hashText(value) : hashBytes(value)
    parts.push([name, hash])
  }
  parts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return hashText(JSON.stringify(parts))
}
