// Making an issue without writing it: for whoever puts the outputs somewhere
// else than into a folder, as the archive does. A door of its own: behind that of
// the run, all of the archive would be loaded for each of them.

import type {VFile} from 'vfile'
import {stopsThePress} from '../note/note.ts'
import type {BuildOptions} from './build.ts'
import {makeDesk, type CompleteDesk} from './desk.ts'
import type {Machines} from './machines.ts'
import {publish, type Published} from './publish.ts'
import {openStepRunner} from './run-step.ts'

/** What was made. */
export interface MadeIssue {
  issueId: string
  /** Files that carry the notes. */
  files: ReadonlyArray<VFile>
  /** Absent where notes stopped the press. */
  made?: {desk: CompleteDesk; published: Published}
}

/** Make the outputs of an issue. */
export async function makeIssue(
  options: BuildOptions,
  machines: Machines
): Promise<MadeIssue> {
  const runner = openStepRunner(machines, options.onProgress)
  const desk = await makeDesk(options, machines, runner)
  const {complete, issueId} = desk
  if (!complete || stopsThePress(desk.files, options.isStrict)) {
    return {issueId, files: desk.files}
  }
  const published = await publish(complete, options, machines, runner)
  const files = [...desk.files, ...published.files]
  if (stopsThePress(files, options.isStrict)) return {issueId, files}
  return {issueId, files, made: {desk: complete, published}}
}
