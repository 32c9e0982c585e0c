// Steps: named pieces of the run, timed, and skipped where the cache holds
// what they would make.

import {serialize} from 'node:v8'
import type {Machines} from './machines.ts'
import {readPacked} from './read-packed.ts'
import {stepKey} from './step-key.ts'

/** A step that makes a value out of what its key names. */
export interface Step<Value> {
  /** Name, shown to people: `screen`. */
  name: string
  /** Raised when the step starts to give other results for the same inputs. */
  version: number
  /**
   * Hashes of everything it reads; without them it always runs. Where nothing is
   * cached they are not asked for.
   */
  from?(): Promise<ReadonlyArray<string>> | ReadonlyArray<string>
  /** Make the value. */
  run(): Promise<Value> | Value
}

/** What people are told while it runs. */
export interface ProgressEvent {
  step: string
  state: 'cached' | 'done' | 'start'
  milliseconds?: number
}

/** How long a step took. */
export interface Timing {
  step: string
  milliseconds: number
  isCached: boolean
}

/** Runs steps and remembers how long they took. */
export interface StepRunner {
  timings: ReadonlyArray<Timing>
  run<Value>(step: Step<Value>): Promise<Value>
}

/** Open a runner. */
export function openStepRunner(
  machines: Machines,
  onProgress: (event: ProgressEvent) => void
): StepRunner {
  const timings: Array<Timing> = []

  return {timings, run}

  async function run<Value>(step: Step<Value>): Promise<Value> {
    const start = machines.now()
    onProgress({step: step.name, state: 'start'})
    const from = machines.disk.hasCache ? await step.from?.() : undefined
    const key = from && stepKey({step: step.name, version: step.version, from})

    const cached = key
      ? await readPacked<{value: Value}>(machines.disk, key)
      : undefined
    const value = cached ? cached.value : await step.run()
    if (key && !cached) {
      await machines.disk.writeCache(key, serialize({value}))
    }

    const milliseconds = machines.now() - start
    const isCached = cached !== undefined
    timings.push({step: step.name, milliseconds, isCached})
    onProgress({
      step: step.name,
      state: isCached ? 'cached' : 'done',
      milliseconds
    })
    return value
  }
}
