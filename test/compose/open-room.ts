// The composing room with real faces, for an issue in a folder: pages are set
// by plans of the test's own making, without make-up.

import {
  openComposingRoom,
  type ComposingRoom
} from '../../src/compose/compose.ts'
import {inspectPictures} from '../../src/build/inspect-pictures.ts'
import {openTemplates} from '../../src/build/open-templates.ts'
import {readIssue} from '../../src/build/read-issue.ts'
import {openStepRunner} from '../../src/build/run-step.ts'
import {subsetFaces} from '../../src/build/subset-faces.ts'
import type {ComposedPage} from '../../src/model/page.ts'
import type {PlannedModule, StoryShape} from '../../src/model/plan.ts'
import {openDisk, openPlant} from '../../src/plant/plant.ts'
import type {Job} from '../../src/render/renderer.ts'
import {projectFolder} from '../end-to-end/press.ts'

/** A room, and what is needed to print what it sets. */
export interface OpenRoom {
  room: ComposingRoom
  notes(): Array<string>
  /** Set a page of the given modules. */
  compose(modules: ReadonlyArray<PlannedModule>): ComposedPage
  toJob(pages: ReadonlyArray<ComposedPage>): Job
}

/** Open the composing room for an issue. */
export async function openRoom(folder: string): Promise<OpenRoom> {
  const machines = {
    plant: openPlant(),
    disk: openDisk({packageFolder: projectFolder}),
    sourceDateEpoch: 0,
    now: () => 0
  }
  const options = {
    folder,
    issueId: 'specimen',
    outFolder: '',
    to: [],
    isStrict: false,
    onProgress: () => undefined
  }
  const read = await readIssue(options, machines.disk)
  const {issue} = read
  if (!issue) throw new Error(`No issue in ${folder}`)
  const templates = await openTemplates(issue, read, machines.disk)
  const runner = openStepRunner(machines, () => undefined)
  const fonts = await subsetFaces(issue, templates, machines, runner)
  const {pictureFiles, pictures} = await inspectPictures(
    issue,
    read,
    machines.plant
  )
  const room = openComposingRoom({
    issue,
    templates: templates.byName,
    faces: fonts.table,
    pictures,
    issueFile: read.issueFile,
    files: read.storyFiles
  })

  return {
    room,
    notes: () =>
      read.files.flatMap((file) =>
        file.messages.map((message) => String(message))
      ),
    compose: (modules) =>
      room.composePage({
        pageNumber: issue.children[0]?.pageNumber ?? 1,
        modules,
        cutoffs: [],
        costs: {}
      }),
    toJob: (pages) => ({
      issue,
      pages,
      pictures,
      pictureFiles,
      fontFiles: fonts.files,
      faces: fonts.whole,
      templateFiles: templates.templateFiles,
      modified: new Date(0),
      pageImages: new Map()
    })
  }
}

/** A module at a place: column and line count from 0. */
export function place(
  slug: string,
  [columnIndex, columnCount, lineIndex, lineCount]: readonly [
    number,
    number,
    number,
    number
  ],
  shape: Partial<StoryShape> = {}
): PlannedModule {
  return {
    slug,
    part: 'whole',
    area: {columnIndex, columnCount, lineIndex, lineCount},
    shape: {
      columnCount,
      legCount: columnCount,
      headline: {sizeStep: 0, rowCount: 1},
      pictures: [],
      frame: 'none',
      ...shape
    }
  }
}
