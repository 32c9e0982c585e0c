// The desk: from files in a folder to composed pages, before any printing.

import {VFile} from 'vfile'
import {composeRules} from '../compose/compose.ts'
import {
  openCompositionMemory,
  type CompositionMemory
} from './composition-memory.ts'
import {openStoryKeys} from './story-key.ts'
import {composePages, type ComposedIssue} from './compose-pages.ts'
import {readIssue} from './read-issue.ts'
import type {Issue} from '../model/issue.ts'
import type {ComposedPage} from '../model/page.ts'
import type {PictureTable} from '../model/picture.ts'
import type {CutGlyphs, PagePress} from '../model/press.ts'
import {checkCopy, checkFolios, checkPages} from '../preflight/preflight.ts'
import type {JobFace} from '../render/renderer.ts'
import type {BuildOptions} from './build.ts'
import {inspectPictures} from './inspect-pictures.ts'
import {keepCopy, type CopyKeeper} from './keep-copy.ts'
import type {Machines} from './machines.ts'
import {openPress} from './open-press.ts'
import {openTemplates, type OpenTemplates} from './open-templates.ts'
import {planPath, readPlanFile} from './plan-file.ts'
import {refuseLongStories} from './refuse-long-stories.ts'
import type {StepRunner} from './run-step.ts'
import type {FaceTable} from '../type/type.ts'
import {findPageTemplate, type Template} from '../template/template.ts'
import {subsetFaces} from './subset-faces.ts'

/** What the desk made; without `complete` the copy did not get that far. */
export interface DeskResult {
  /** Name of the issue, as far as it could be read. */
  issueId: string
  /** Files that carry notes: `issue.yaml` first. */
  files: ReadonlyArray<VFile>
  complete?: CompleteDesk
}

/** An issue that is ready to be printed. */
export interface CompleteDesk {
  /** Name that memories of the issue go by. */
  name: string
  issue: Issue
  pages: ReadonlyArray<ComposedPage>
  /** Template of each page, by page number. */
  templates: ReadonlyMap<number, Template>
  /** What each page's make-up costs, item by item. */
  composed: ComposedIssue
  pictures: PictureTable
  pictureFiles: ReadonlyMap<string, Uint8Array>
  /** Subset font files, by key. */
  fontFiles: ReadonlyMap<string, Uint8Array>
  /** The same, open for measuring. */
  faceTable: FaceTable
  /** The same with the outlines they came with. */
  pressFontFiles: ReadonlyMap<string, Uint8Array>
  /** Hash of the file each face came from, by key. */
  fontHashes: ReadonlyMap<string, string>
  /** Names what decides how a module looks; only where there is a cache. */
  looksOf: CompositionMemory['looksOf'] | undefined
  /** Names the numbers that glyphs have in the font files. */
  glyphKey: string
  /** Cuts press font files down to glyphs. */
  cutGlyphs: CutGlyphs
  /** What each page is printed with, by page number; for the press. */
  press: ReadonlyMap<number, PagePress>
  /**
   * Profile that pictures are shown by whose inks don't say for which press:
   * that of the first page; only where there are such pictures.
   */
  inkProfile: Uint8Array | undefined
  /** Manuscripts by path, for notes. */
  storyFiles: ReadonlyMap<string, VFile>
  /** Whole faces for outputs that reflow. */
  faces: ReadonlyMap<string, JobFace>
  templateFiles: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>
  /** Moment of the issue. */
  modified: Date
  /** Knows whether this copy was printed before. */
  copy: CopyKeeper
}

/** Take an issue from its folder to composed pages. */
export async function makeDesk(
  options: BuildOptions,
  machines: Machines,
  runner: StepRunner
): Promise<DeskResult> {
  const read = await runner.run({
    name: 'read',
    version: 1,
    run: () => readIssue(options, machines.disk)
  })
  const {issue} = read
  if (!issue) return {issueId: options.issueId, files: read.files}
  if (refuseLongStories(read)) return {issueId: issue.id, files: read.files}
  const copy = keepCopy(read.folderFiles, machines)
  const prints = options.to.some((name) => name !== 'press')
  if (prints && options.stopAfter !== 'check') await copy.expect()

  const templates = await runner.run({
    name: 'template',
    version: 1,
    run: () => openTemplates(issue, read, machines.disk)
  })
  const files = [...read.files, ...templates.files]
  if (!templates.isComplete) return {issueId: issue.id, files}

  const openInks = (): Promise<Map<number, PagePress>> =>
    openPress(issue, read, templates, machines)
  const asked = options.to.includes('press') ? await openInks() : undefined
  // Pictures are looked at by other threads while faces are cut here.
  const [{pictureFiles, pictures}, fonts] = await Promise.all([
    runner.run({
      name: 'pictures',
      version: 1,
      run: () => inspectPictures(issue, read, machines.plant)
    }),
    subsetFaces(issue, templates, machines, runner)
  ])
  // Screens show inks that don't say for which press as ours prints them.
  const hasInks = [...pictures.values()].some((one) => one.isUntaggedCmyk)
  const press = asked ?? (hasInks ? await openInks() : new Map())
  const [first] = press.values()
  const inkProfile = hasInks ? first?.profile.value : undefined
  const byPage = toTemplates(issue, templates)
  const plan = options.isFresh
    ? undefined
    : await machines.disk.readPublished(
        `${options.outFolder}/${issue.id}`,
        planPath
      )
  const {alternativeCount} = options
  const name = `${options.folder} ${issue.id}`
  const memory = machines.disk.hasCache
    ? await openCompositionMemory({
        name,
        pageNumbers: issue.children.map(({pageNumber}) => pageNumber),
        storyKey: openStoryKeys({
          issue,
          templates,
          pictures,
          fontHashes: fonts.hashes
        }),
        glyphKey: fonts.glyphKey,
        disk: machines.disk
      })
    : undefined
  const composed = await runner.run({
    name: 'compose',
    version: 1,
    run: () =>
      composePages({
        issue,
        read,
        templates,
        fonts,
        pictures,
        previous: readPlanFile(plan, byPage),
        ...(memory ? {memory} : {}),
        ...(machines.relieve ? {relieve: machines.relieve} : {}),
        ...(alternativeCount ? {alternativeCount} : {})
      })
  })
  machines.relieve?.()
  // What is remembered is not noted again: only what needs no note is kept.
  if (!read.files.some(hasComposeNotes)) await memory?.keep()
  checkCopy(issue, read.storyFiles, read.memory?.recallProof)
  await read.memory?.keep()
  const [issueFile] = read.files
  if (issueFile) checkFolios(issue, composed.pages, issueFile)
  // The press asks for more pixels, and says so itself.
  const shown = options.to.includes('press') ? new Map() : pictures
  const limits = toLimits(issue, templates)
  const {refused} = composed
  checkPages(composed.pages, read.storyFiles, {
    limits,
    pictures: shown,
    refused
  })

  return {
    issueId: issue.id,
    files,
    complete: {
      name,
      issue: composed.issue,
      pages: composed.pages,
      templates: byPage,
      composed,
      pictures,
      pictureFiles,
      fontFiles: fonts.files,
      faceTable: fonts.table,
      pressFontFiles: fonts.pressFiles,
      fontHashes: fonts.hashes,
      looksOf: memory?.looksOf,
      glyphKey: fonts.glyphKey,
      cutGlyphs: fonts.cutGlyphs,
      press,
      inkProfile,
      storyFiles: read.storyFiles,
      faces: fonts.whole,
      templateFiles: templates.templateFiles,
      modified: toMoment(issue, machines),
      copy
    }
  }
}

const composeRuleIds = new Set(composeRules.map(({id}) => id))

function hasComposeNotes({messages}: VFile): boolean {
  return messages.some(({ruleId}) => composeRuleIds.has(ruleId ?? ''))
}

/** Template of each page, by page number. */
function toTemplates(
  issue: Issue,
  templates: OpenTemplates
): Map<number, Template> {
  const byPage = new Map<number, Template>()
  for (const page of issue.children) {
    const template = findPageTemplate(templates.byName, page)
    if (template) byPage.set(page.pageNumber, template)
  }
  return byPage
}

/** Limits of each page's template, by page number. */
function toLimits(
  issue: Issue,
  templates: OpenTemplates
): Map<number, Readonly<Record<string, number>>> {
  const limits = new Map<number, Readonly<Record<string, number>>>()
  for (const page of issue.children) {
    const template = templates.byName.get(page.template)
    if (template) limits.set(page.pageNumber, template.limits)
  }
  return limits
}

/** SOURCE_DATE_EPOCH, else six in the morning of the issue's day in UTC. */
function toMoment(issue: Issue, machines: Machines): Date {
  if (machines.sourceDateEpoch !== undefined) {
    return new Date(machines.sourceDateEpoch * 1000)
  }
  const moment = new Date(`${issue.date}T00:00:00Z`)
  // A page whose date nobody knows gets the earliest date files can carry.
  return Number.isNaN(moment.getTime())
    ? new Date('1980-01-02T00:00:00Z')
    : moment
}
