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
import type {IssueRequest} from '../../src/makeup/makeup.ts'
import type {PageRequest, Unit} from '../../src/makeup/unit.ts'
import type {Issue, Page} from '../../src/model/issue.ts'
import type {StoryFacts} from '../../src/model/plan.ts'
import {openDisk, openPlant} from '../../src/plant/plant.ts'
import {findPageTemplate, type Template} from '../../src/template/template.ts'
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
  /** Open it anew with copy in characters the issue has, or other templates. */
  reopen(issue: Issue, byName?: OpenTemplates['byName']): ComposingRoom
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
  const reopen: MadeDesk['reopen'] = (changed, byName = templates.byName) =>
    openComposingRoom({
      issue: changed,
      templates: byName,
      faces: fonts.table,
      pictures,
      issueFile: read.issueFile,
      files: read.storyFiles
    })
  return {issue, read, templates, room: reopen(issue), reopen}
}

/** Ask for all its pages together. */
export function toMadeIssueRequest({
  issue,
  room,
  templates
}: MadeDesk): IssueRequest {
  const pages = issue.children
  const facts = new Map<string, StoryFacts>()
  for (const {pageNumber} of pages) {
    for (const one of room.facts(pageNumber)) facts.set(one.slug, one)
  }
  return {
    pages,
    templates: new Map(
      pages.map((page) => [page.pageNumber, designOf(templates, page)])
    ),
    facts,
    castOff: (pageNumber) => room.castOff(pageNumber)
  }
}

/** Ask for a page of it by itself, without the rests of jumps. */
export function toPageRequest(
  {issue, room, templates}: Pick<MadeDesk, 'issue' | 'room' | 'templates'>,
  pageNumber: number
): PageRequest {
  const page = issue.children.find((one) => one.pageNumber === pageNumber)
  if (!page) throw new TypeError(`Unexpected page \`${pageNumber}\``)
  const units = room.facts(pageNumber).map((facts, rank): Unit => {
    const {slug} = facts
    const placement = page.placements.find((one) => one.slug === slug)
    const pin = placement?.pin ? {pin: placement.pin} : {}
    return {slug, part: 'whole', rank, facts, ...pin}
  })
  const template = designOf(templates, page)
  return {pageNumber, units, template, castOff: room.castOff(pageNumber)}
}

/** The design of a page, as the press finds it. */
function designOf({byName}: OpenTemplates, page: Page): Template {
  const template = findPageTemplate(byName, page)
  if (template) return template
  throw new TypeError(`Unexpected missing \`${page.template}\``)
}
