// A made-up issue on the desk: read, in type, ready for make-up. Nothing is
// printed and no browser is started.

import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {inspectPictures} from '../../src/build/inspect-pictures.ts'
import {
  openTemplates,
  type OpenTemplates
} from '../../src/build/open-templates.ts'
import {readIssue, type ReadIssue} from '../../src/build/read-issue.ts'
import {openStepRunner} from '../../src/build/run-step.ts'
import {subsetFaces} from '../../src/build/subset-faces.ts'
import {
  openComposingRoom,
  type ComposingRoom
} from '../../src/compose/compose.ts'
import type {PageRequest, Unit} from '../../src/makeup/unit.ts'
import type {Issue} from '../../src/model/issue.ts'
import {openDisk, openPlant} from '../../src/plant/plant.ts'
import {
  makeIssue,
  writeFiles,
  type MadeFiles,
  type MadeIssueOptions
} from './make-issue.ts'

/** An issue on the desk. */
export interface MadeDesk {
  issue: Issue
  read: ReadIssue
  templates: OpenTemplates
  room: ComposingRoom
  /** Open the room anew with other copy, in characters the issue has. */
  reopen(issue: Issue): ComposingRoom
}

const packageFolder = fileURLToPath(new URL('../../', import.meta.url))

/** Open the desk with an issue made of these options. */
export async function openMadeDesk(
  options: MadeIssueOptions
): Promise<MadeDesk> {
  return openFiles(await makeIssue(options))
}

/** Open the desk with the files of an issue. */
export async function openFiles(files: MadeFiles): Promise<MadeDesk> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-made-'))
  try {
    await writeFiles(folder, files)
    return await openFolder(folder)
  } finally {
    await fs.rm(folder, {recursive: true, force: true})
  }
}

/** Open the desk with an issue in a folder. */
export async function openFolder(folder: string): Promise<MadeDesk> {
  const plant = openPlant()
  const disk = openDisk({packageFolder})
  const machines = {plant, disk, sourceDateEpoch: 0, now: () => 0}
  const read = await readIssue(
    {
      folder,
      issueId: 'made',
      outFolder: '',
      to: [],
      isStrict: false,
      onProgress: () => undefined
    },
    disk
  )
  const {issue} = read
  if (!issue) throw new Error(read.issueFile.messages.join('\n'))
  const templates = await openTemplates(issue, read, disk)
  const runner = openStepRunner(machines, () => undefined)
  const fonts = await subsetFaces(issue, templates, machines, runner)
  const {pictures} = await inspectPictures(issue, read, plant)
  const reopen = (changed: Issue): ComposingRoom =>
    openComposingRoom({
      issue: changed,
      templates: templates.byName,
      faces: fonts.table,
      pictures,
      issueFile: read.issueFile,
      files: read.storyFiles
    })
  return {issue, read, templates, room: reopen(issue), reopen}
}

/** Ask for a page of it by itself, without the rests of jumps. */
export function toPageRequest(
  desk: Pick<MadeDesk, 'issue' | 'room' | 'templates'>,
  pageNumber: number
): PageRequest {
  const page = desk.issue.children.find((one) => one.pageNumber === pageNumber)
  const template = page && desk.templates.byName.get(page.template)
  if (!template) throw new TypeError(`Unexpected page \`${pageNumber}\``)
  const units = desk.room.facts(pageNumber).map((facts, rank): Unit => {
    const {slug} = facts
    const placement = page.placements.find((one) => one.slug === slug)
    const pin = placement?.pin ? {pin: placement.pin} : {}
    return {slug, part: 'whole', rank, facts, ...pin}
  })
  return {pageNumber, units, template, castOff: desk.room.castOff(pageNumber)}
}
