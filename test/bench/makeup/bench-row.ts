// A row of the make-up table: what was tried, how much of it was filled, how
// long that took, and whether that is what we hold ourselves to.

/** How long one page took. */
export interface PageTime {
  /** Processor time of the thread: what others do at the time is not in it. */
  processorMs: number
  wallMs: number
}

/** What a row has to reach. */
export interface Goal {
  /** Pages filled, as a part of all: 0–1. */
  filledRatio: number
  /** Processor time of a page in the middle. */
  medianMs?: number
  /** Processor time of any page. */
  mostMs?: number
}

/** One row. */
export interface BenchRow {
  name: string
  filledCount: number
  times: ReadonlyArray<PageTime>
  /** Pages that each of the baselines filled (default: not tried). */
  others?: ReadonlyArray<number>
  goal?: Goal
  /** What else there is to say. */
  remark?: string
  /** Whether what the remark says is as it should be (default: yes). */
  isRemarkGood?: boolean
}

const nameWidth = 34

/** Write the heads of the columns. */
export function toHeading(): string {
  return toLine(
    'pages',
    ['filled', 'p50 ms', 'p90 ms', 'max ms', 'p50 wall'],
    ['greedy', 'random cuts', '20 templates', 'goal']
  )
}

/** Write a row. */
export function formatRow(row: BenchRow): string {
  const {filledCount, name, others = ['', '', ''], remark, times} = row
  const pageCount = times.length
  const line = toLine(
    name,
    [
      `${filledCount}/${pageCount}`,
      ...[0.5, 0.9, 1].map((share) => formatMs(findTime(times, share))),
      formatMs(findTime(times, 0.5, 'wallMs'))
    ],
    [
      ...others.map((count) => (count === '' ? '' : `${count}/${pageCount}`)),
      formatGoal(row)
    ]
  )
  return remark === undefined ? line : `${line}\n  ${remark}`
}

/** Tell whether a row is what it has to be. */
export function isReached(row: BenchRow): boolean {
  const {filledCount, goal, isRemarkGood = true, times} = row
  if (!isRemarkGood) return false
  if (!goal) return true
  const {filledRatio, medianMs = Infinity, mostMs = Infinity} = goal
  return (
    filledCount >= filledRatio * times.length &&
    findTime(times, 0.5) <= medianMs &&
    findTime(times, 1) <= mostMs
  )
}

function formatGoal(row: BenchRow): string {
  if (!row.goal) return ''
  const {filledRatio, medianMs, mostMs} = row.goal
  const wanted = [
    filledRatio === 1 ? 'all' : `${filledRatio * 100} %`,
    ...(medianMs === undefined ? [] : [`p50 ${medianMs}`]),
    ...(mostMs === undefined ? [] : [`max ${mostMs}`])
  ]
  return `${wanted.join(', ')}: ${isReached(row) ? 'met' : 'MISSED'}`
}

function findTime(
  times: ReadonlyArray<PageTime>,
  share: number,
  clock: keyof PageTime = 'processorMs'
): number {
  const sorted = times.map((time) => time[clock]).sort((a, b) => a - b)
  return (
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  )
}

function formatMs(ms: number): string {
  return ms.toFixed(1)
}

function toLine(
  name: string,
  cells: ReadonlyArray<string>,
  others: ReadonlyArray<string>
): string {
  const last = others.at(-1) ?? ''
  const columns = [
    ...cells.map((cell) => cell.padStart(9)),
    ...others.slice(0, -1).map((cell) => cell.padStart(13)),
    last && `  ${last}`
  ]
  return `${name.padEnd(nameWidth)}${columns.join('')}`.trimEnd()
}
