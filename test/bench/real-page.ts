// The real page with its composing room, at any depth: read in place, set in
// the broadsheet template.

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type {BuildOptions} from '../../src/build/build.ts'
import {inspectPictures} from '../../src/build/inspect-pictures.ts'
import {openTemplates} from '../../src/build/open-templates.ts'
import {readIssue} from '../../src/build/read-issue.ts'
import {openStepRunner} from '../../src/build/run-step.ts'
import {subsetFaces} from '../../src/build/subset-faces.ts'
import {openComposingRoom} from '../../src/compose/compose.ts'
import type {PageRequest, Unit} from '../../src/makeup/unit.ts'
import {importPage} from '../../src/parse/parse.ts'
import {openDisk, openPlant} from '../../src/plant/plant.ts'
import {findPageTemplate} from '../../src/template/template.ts'
import {projectFolder, seedPage} from '../end-to-end/press.ts'

/** Whether the real page is here. */
export const hasRealPage: boolean = fs.existsSync(seedPage)

/** Open the real page; the result makes its request at a depth in lines. */
export async function openRealPage(): Promise<
  (lineCount: number) => PageRequest
> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qianzi-real-'))
  try {
    const {files} = importPage(fs.readFileSync(seedPage), {name: 'page.txt'})
    for (const {path: name, value} of files) {
      fs.writeFileSync(path.join(folder, name), value)
    }
    return await openFolder(folder)
  } finally {
    fs.rmSync(folder, {recursive: true, force: true})
  }
}

async function openFolder(
  folder: string
): Promise<(lineCount: number) => PageRequest> {
  const machines = {
    plant: openPlant(),
    disk: openDisk({packageFolder: projectFolder}),
    sourceDateEpoch: undefined,
    now: () => 0
  }
  const runner = openStepRunner(machines, () => undefined)
  const options: BuildOptions = {
    folder,
    issueId: 'real',
    outFolder: folder,
    to: [],
    isStrict: false,
    onProgress: () => undefined
  }
  const read = await readIssue(options, machines.disk)
  const {issue} = read
  if (!issue) throw new Error('Unexpected real page without an issue')
  const templates = await openTemplates(issue, read, machines.disk)
  const {table} = await subsetFaces(issue, templates, machines, runner)
  const {pictures} = await inspectPictures(issue, read, machines.plant)
  await machines.plant.close()

  return (lineCount) => {
    const [page] = issue.children
    const usual = page && templates.byName.get(page.template)
    if (!usual) throw new Error('Unexpected real page without a template')
    const changed = new Map([
      [usual.name, {...usual, grid: {...usual.grid, lineCount}}]
    ])
    const template = findPageTemplate(changed, page)
    if (!template) throw new Error('Unexpected real page without a design')
    const room = openComposingRoom({
      issue,
      templates: changed,
      faces: table,
      pictures,
      issueFile: read.issueFile,
      files: read.storyFiles
    })
    const facts = room.facts(page.pageNumber)
    const units = page.placements.flatMap(({part, slug}): Array<Unit> => {
      const found = facts.find((one) => one.slug === slug)
      return found ? [{slug, part, rank: found.rank, facts: found}] : []
    })
    return {
      pageNumber: page.pageNumber,
      units,
      template,
      castOff: room.castOff(page.pageNumber)
    }
  }
}
