// The run: from an issue's folder to published files, step by step.
//
// ```text
// read → parse → fonts → pictures → make-up → compose → proof
//      → screen → raster → epub, web → report → write
// ```
//
// Nothing is written until everything asked for has been made and no note
// stops the press; then the issue's folder is put in place whole.

import type {VFile} from 'vfile'
import {makeDesk, type CompleteDesk} from './desk.ts'
import type {Machines} from './machines.ts'
import {planPath, writePlanFile} from './plan-file.ts'
import {publish} from './publish.ts'
import {toReportFiles} from './report.ts'
import {openStepRunner, type ProgressEvent, type Timing} from './run-step.ts'
import {stopsThePress} from '../note/note.ts'
import {findErrorRate, type ErrorRate} from '../preflight/preflight.ts'

export type {Disk, Machines} from './machines.ts'
export type {ProgressEvent, Timing} from './run-step.ts'
export {planPath, writePlanFile} from './plan-file.ts'
export {toJob} from './publish.ts'

/** Names of what can be published. */
export const outputNames = ['press', 'screen', 'epub', 'web'] as const

/** Name of what can be published. */
export type OutputName = (typeof outputNames)[number]

/** What to build. */
export interface BuildOptions {
  /** Folder of the issue, with `issue.yaml` in it. */
  folder: string
  /** Name of the issue in paths, where `issue.yaml` gives none. */
  issueId: string
  /** Folder to publish into; the issue gets a folder of its own there. */
  outFolder: string
  to: ReadonlyArray<OutputName>
  /** Whether warnings stop the press too. */
  isStrict: boolean
  /** Encoding of the manuscripts (default: UTF-8). */
  encoding?: string
  /** Other layouts of each page that the report is to offer (default: `0`). */
  alternativeCount?: number
  /** Whether to forget where stories stood before (default: `false`). */
  isFresh?: boolean
  /** Stop before printing. */
  stopAfter?: 'check'
  /** Told of the pages before they are printed, to hold the print against. */
  onComposed?(desk: CompleteDesk): void
  onProgress(event: ProgressEvent): void
}

/** What came of it. */
export interface BuildResult {
  issueId: string
  isPublished: boolean
  /** Published paths, below `outFolder`. */
  outputs: ReadonlyArray<string>
  /** Folder of the published issue. */
  outFolder: string
  timings: ReadonlyArray<Timing>
  /** Files that carry the notes. */
  files: ReadonlyArray<VFile>
  /** How well it is edited, where its pages could be composed. */
  errorRate?: ErrorRate
}

/** Build one issue. */
export async function buildIssue(
  options: BuildOptions,
  machines: Machines
): Promise<BuildResult> {
  const runner = openStepRunner(machines, options.onProgress)
  const desk = await makeDesk(options, machines, runner)
  const {complete, issueId} = desk
  const outFolder = `${options.outFolder}/${issueId}`
  const unpublished = {
    issueId,
    isPublished: false,
    outputs: [],
    outFolder,
    timings: runner.timings,
    files: desk.files,
    ...(complete ? {errorRate: findErrorRate(complete.pages, desk.files)} : {})
  }
  const isStopped = stopsThePress(desk.files, options.isStrict)
  if (!complete || isStopped || options.stopAfter === 'check') {
    return unpublished
  }

  options.onComposed?.(complete)
  const published = await publish(complete, options, machines, runner)
  const files = [...desk.files, ...published.files]
  if (stopsThePress(files, options.isStrict)) return {...unpublished, files}

  const outputs = new Map(published.outputs)
  const report = await runner.run({
    name: 'report',
    version: 1,
    run: () => toReportFiles(complete, published, files, machines)
  })
  for (const [path, value] of report) outputs.set(path, value)
  outputs.set(
    planPath,
    writePlanFile(complete.composed.plans, complete.templates)
  )
  await runner.run({
    name: 'write',
    version: 1,
    run: () => machines.disk.writeWhole(outFolder, outputs)
  })

  return {
    ...unpublished,
    isPublished: true,
    outputs: [...outputs.keys()].sort(),
    files
  }
}
