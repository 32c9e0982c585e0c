// Whatever tests publish is held against what was composed: no page they print
// escapes.

import fs from 'node:fs/promises'
import path from 'node:path'
import {
  buildIssue,
  type BuildOptions,
  type BuildResult
} from '../src/build/build.ts'
import type {CompleteDesk} from '../src/build/desk.ts'
import type {Machines} from '../src/build/machines.ts'
import {checkPages, checkPrint} from './check-page.ts'

/** Notes after which pages have room that belongs to nobody, or lack copy. */
const excuses = ['page-overfull', 'page-underfull', 'story-unplaced']

/** List the notes by which pages of a build need not be full. */
export function listExcuses({files}: BuildResult): Array<string> {
  return files.flatMap(({messages}) =>
    messages
      .filter(({ruleId}) => ruleId !== undefined && excuses.includes(ruleId))
      .map(String)
  )
}

/** Build an issue and check its pages, and the screen PDF where it has one. */
export async function buildChecked(
  options: BuildOptions,
  machines: Machines
): Promise<BuildResult> {
  const desks: Array<CompleteDesk> = []
  const result = await buildIssue(
    {...options, onComposed: (desk) => desks.push(desk)},
    machines
  )
  const [desk] = desks
  if (!desk || !result.isPublished) return result
  const faults = await findFaults(desk, result)
  if (faults.length === 0) return result
  throw new Error(`${options.folder} is not as planned:\n${faults.join('\n')}`)
}

async function findFaults(
  {fontFiles, issue, pages}: CompleteDesk,
  result: BuildResult
): Promise<Array<string>> {
  const faults = checkPages(pages, {
    stories: issue.children.flatMap((page) => page.children),
    isFull: listExcuses(result).length === 0
  })
  const printed = result.outputs.find((name) => /^screen\/.*\.pdf$/.test(name))
  if (!printed) return faults
  const pdf = await fs.readFile(path.join(result.outFolder, printed))
  return [...faults, ...(await checkPrint({pages, pdf, fontFiles}))]
}
