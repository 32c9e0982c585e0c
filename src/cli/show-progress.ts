// Progress: on a terminal one line per step that is rewritten while it runs,
// elsewhere a plain line when it is done.

import type {ProgressEvent} from '../build/build.ts'
import type {World} from './world.ts'

/** Where steps are shown. */
export interface ProgressBoard {
  show(event: ProgressEvent): void
  /** Take away what is unfinished. */
  close(): void
}

const eraseLine = '\r\u001b[2K'

/** Open a board for an issue. */
export function openProgressBoard(title: string, world: World): ProgressBoard {
  let stopTimer: (() => void) | undefined

  return {show, close}

  function show(event: ProgressEvent): void {
    if (event.state === 'start') {
      if (world.isTerminal) start(event.step)
      return
    }
    close()
    const time =
      event.state === 'cached'
        ? 'cached'
        : formatSeconds(event.milliseconds ?? 0)
    world.writeError(`${title}  ${event.step.padEnd(10)}${time.padStart(8)}\n`)
  }

  function start(step: string): void {
    const startedAt = world.now()
    const paint = (): void => {
      const time = formatSeconds(world.now() - startedAt)
      const line = `${title}  ${step.padEnd(10)}${time.padStart(8)} …`
      world.writeError(eraseLine + line)
    }
    close()
    paint()
    stopTimer = world.startTimer(paint)
  }

  function close(): void {
    if (!stopTimer) return
    stopTimer()
    stopTimer = undefined
    world.writeError(eraseLine)
  }
}

/** Write a duration for people. */
export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 9950 ? 2 : 1)} s`
}
