// A bar for long walks: how far, how many, how long still. Where there is no
// terminal, a plain line now and then says the same, for logs.

import type {World} from './world.ts'

/** A bar that is drawn until it is closed. */
export interface ProgressBar {
  /** Say what is done and what there is, in bytes or in things. */
  show(done: number, total: number, label: string): void
  close(): void
}

const eraseLine = '\r\u001b[2K'
const barWidth = 24
const pauseMilliseconds = 100
const linePauseMilliseconds = 10_000

/** Open a bar; its name begins plain lines. */
export function openProgressBar(world: World, name: string): ProgressBar {
  const startedAt = world.now()
  let saidAt = startedAt
  let paintedAt = -pauseMilliseconds
  let firstDone: number | undefined

  return {show, close}

  function show(done: number, total: number, label: string): void {
    firstDone ??= done
    const now = world.now()
    if (!world.isTerminal) {
      if (now - saidAt < linePauseMilliseconds) return
      saidAt = now
    } else if (now - paintedAt < pauseMilliseconds && done < total) return
    const ratio = total > 0 ? Math.min(1, done / total) : 1
    const filled = Math.round(barWidth * ratio)
    const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
    const percent = `${Math.floor(ratio * 100)} %`.padStart(5)
    const left = sayTimeLeft(done - firstDone, total - done, now - startedAt)
    if (!world.isTerminal) {
      world.writeError(`${name}: ${percent.trim()}, ${label}${left}\n`)
      return
    }
    paintedAt = now
    world.writeError(`${eraseLine}${bar} ${percent}  ${label}${left}`)
  }

  function close(): void {
    if (paintedAt >= 0) world.writeError(eraseLine)
  }
}

/** Say how long it will take, from how long it took. */
function sayTimeLeft(done: number, left: number, milliseconds: number): string {
  if (done <= 0 || milliseconds < 1000) return ''
  const seconds = Math.round((milliseconds / done) * (Math.max(0, left) / 1000))
  if (seconds < 60) return `, ${seconds} s left`
  if (seconds < 3600) return `, ${Math.round(seconds / 60)} min left`
  return `, ${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min left`
}
