// What the run needs from the outside: machines and disks, handed in by the
// counter so that the run itself can be tested without either.

import type {Disk} from '../model/disk.ts'
import type {Plant} from '../model/plant.ts'

/** Everything with side effects. */
export interface Machines {
  plant: Plant
  disk: Disk
  /** Moment to write into metadata (SOURCE_DATE_EPOCH), in seconds. */
  sourceDateEpoch: number | undefined
  /** Give memory back that earlier steps used (default: it is kept). */
  relieve?(): void
  /** Milliseconds of a clock that only runs forward, for timings. */
  now(): number
}

export type {Disk} from '../model/disk.ts'
