// The table of what a reader sees, beside what we set out to reach.

import type {Judgement} from './judge-lines.ts'

/** A row: its name, and the goals with numbers kept together and free. */
export interface Goal {
  name: string
  kept: string
  free: string
}

/** Rows, in the order of `toCells`. */
export const lineGoals: ReadonlyArray<Goal> = [
  {name: 'mean stretch, em per gap', kept: '.0030', free: '.0022'},
  {name: 'p95', kept: '.020', free: '.014'},
  {name: 'max', kept: '.12', free: '.12'},
  {name: 'stretched more than .05 em, %', kept: '1.5', free: '1.0'},
  {name: 'neighbours .06 em apart, %', kept: '1.6', free: '1.0'},
  {name: 'number and unit parted', kept: '5', free: '–'},
  {name: 'last line of 1 character', kept: '0', free: '0'},
  {name: 'last line of 2 or fewer', kept: '5', free: '5'},
  {name: 'prohibitions, dashes split', kept: '0', free: '0'},
  {name: 'lines', kept: '3455', free: '3448'}
]

/** Write a judgement as the cells of a column. */
export function toCells(one: Judgement): Array<string> {
  return [
    one.meanEm.toFixed(4),
    one.p95Em.toFixed(3),
    one.maxEm.toFixed(3),
    one.stretchedPercent.toFixed(2),
    one.unevenPercent.toFixed(2),
    String(one.partedCount),
    String(one.runt1Count),
    String(one.runt2Count),
    String(one.violationCount),
    String(one.lineCount)
  ]
}

/** Print columns side by side. */
export function printTable(
  goals: ReadonlyArray<Goal>,
  columns: ReadonlyMap<string, ReadonlyArray<string>>
): void {
  const names = [...columns.keys()]
  const widths = names.map((name) => name.length + 3)
  const row = (title: string, cells: ReadonlyArray<string>): string =>
    title.padEnd(30) +
    cells.map((cell, at) => cell.padStart(widths[at] ?? 10)).join('')
  console.log(row('', names) + '   goals: kept, free')
  for (const [index, goal] of goals.entries()) {
    const cells = names.map((name) => columns.get(name)?.[index] ?? '')
    console.log(`${row(goal.name, cells)}   ${goal.kept}, ${goal.free}`)
  }
}
