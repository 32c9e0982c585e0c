// The report: what was made of an issue, for people (`report.html`) and for
// programs (`report.json`).
//
// Timings are left out of both, so that the same issue gives the same files;
// the counter prints them.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage} from '../model/page.ts'
import type {Plant} from '../model/plant.ts'
import {listLineReports, sumEvenness} from '../render/line-report.ts'
import type {PagePlan, PlannedModule} from '../model/plan.ts'
import {joinJson, toJsonItem} from '../render/join-json.ts'
import {
  writeReport,
  writeReportPage,
  type PageReport,
  type ReportNote,
  type StoryReport
} from '../render/report.ts'
import {ptToMm} from '../unit/length.ts'
import type {ComposedAlternative} from './compose-pages.ts'
import type {CompleteDesk} from './desk.ts'
import {listSteps} from './list-steps.ts'
import type {Disk, Machines} from './machines.ts'
import {pageKey} from './page-key.ts'
import type {Published} from './publish.ts'
import {recallPage} from './recall-page.ts'
import {hashBytes} from './step-key.ts'
import {toLayoutLine} from './to-layout-line.ts'

/** A page's picture in the report, made of a larger one. */
const smallPicture = {widthPx: 900, format: 'jpeg', quality: 80} as const

/** Make the report's files, page by page: there is much to say of each line. */
export async function toReportFiles(
  desk: CompleteDesk,
  published: Published,
  files: ReadonlyArray<VFile>,
  {disk, plant}: Machines
): Promise<Map<string, Uint8Array>> {
  const {date, id, lang, publication} = desk.issue
  const outputs = [...published.outputs]
    .map(([path, value]) => {
      const inkPercent = published.inkPercents.get(path)
      const output = {path, byteCount: countBytes(value)}
      return inkPercent === undefined ? output : {...output, inkPercent}
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const notes = files.flatMap(toReportNotes)
  const pictures = await shrinkPictures(published, plant)

  const facts = {issueId: id, publication, date, lang, outputs}
  const items: Array<Uint8Array> = []
  const sections: Array<Uint8Array> = []
  for (const page of desk.pages) {
    const picture = pictures.get(page.pageNumber)
    const [item, section] = await writePage(page, picture, desk, disk)
    if (item) items.push(item)
    if (section) sections.push(section)
  }
  const json = joinJson({
    value: {...facts, pages: [], notes},
    name: 'pages',
    indentCount,
    items
  })
  return new Map([
    ['report.json', json],
    ['report.html', writeReport({...facts, notes}, sections)]
  ])
}

/** Spaces that a level of the report is indented by. */
const indentCount = 2

// What both reports say of a page.
async function writePage(
  page: ComposedPage,
  picture: Uint8Array | undefined,
  desk: CompleteDesk,
  disk: Disk
): Promise<ReadonlyArray<Uint8Array>> {
  const {pageNumber} = page
  const others = desk.composed.alternatives.get(pageNumber) ?? []
  const write = (): Array<Uint8Array> => {
    const report = toPageReport(page, others, desk)
    const pages = others.map((other) => other.page)
    return [
      toJsonItem(JSON.stringify(report, undefined, indentCount), indentCount),
      writeReportPage(report, page, picture, pages)
    ]
  }
  // Other layouts are asked for now and then.
  if (others.length > 0) return write()
  const from = (): Array<string> => [
    pageKey(page, desk),
    JSON.stringify(findPlan(page, desk)),
    picture ? hashBytes(picture) : ''
  ]
  return recallPage(
    {name: `${desk.name} report ${pageNumber}`, from, disk},
    write
  )
}

function findPlan(
  {pageNumber}: ComposedPage,
  desk: CompleteDesk
): PagePlan | undefined {
  return desk.composed.plans.find((one) => one.pageNumber === pageNumber)
}

async function shrinkPictures(
  {pageImages}: Published,
  plant: Plant
): Promise<Map<number, Uint8Array>> {
  const pictures = await Promise.all(
    [...pageImages].map(async ([pageNumber, image]) => {
      const small = await plant.convertPicture(image.value, smallPicture)
      return [pageNumber, small] as const
    })
  )
  return new Map(pictures)
}

function toPageReport(
  page: ComposedPage,
  others: ReadonlyArray<ComposedAlternative>,
  desk: CompleteDesk
): PageReport {
  const plan = findPlan(page, desk)
  const stories: Array<StoryReport> = []
  let filledCells = 0
  let shortLineCount = 0
  let oversetLineCount = 0

  for (const module of page.children) {
    if (module.type !== 'module') continue
    const planned = plan?.modules.find(
      (one) => one.slug === module.slug && one.part === module.part
    )
    shortLineCount += module.facts.shortLineCount
    oversetLineCount += module.facts.oversetLineCount
    if (planned)
      filledCells += planned.area.columnCount * planned.area.lineCount
    stories.push(toStoryReport(module, planned))
  }

  return {
    pageNumber: page.pageNumber,
    ...(page.facingPageNumber === undefined
      ? {}
      : {facingPageNumber: page.facingPageNumber}),
    ...(page.section ? {section: page.section} : {}),
    widthMm: round(ptToMm(page.widthPt)),
    depthMm: round(ptToMm(page.depthPt)),
    fillRatio: round(
      filledCells / (page.grid.columnCount * page.grid.lineCount)
    ),
    oversetLineCount,
    shortLineCount,
    costs: plan?.costs ?? {},
    layout: plan ? toLayoutLine(plan) : '',
    stories,
    alternatives: others.map((other) => ({
      costs: other.plan.costs,
      layout: toLayoutLine(other.plan)
    }))
  }
}

function toStoryReport(
  module: ComposedModule,
  planned: PlannedModule | undefined
): StoryReport {
  const lines = listLineReports(module)
  return {
    slug: module.slug,
    part: module.part,
    kind: module.kind,
    ...(planned ? {area: planned.area, shape: planned.shape} : {}),
    ...(planned ? {steps: listSteps(planned, module.kind)} : {}),
    ...(planned?.fit ? {fit: planned.fit} : {}),
    facts: module.facts,
    evenness: sumEvenness(lines, module.lang),
    lines
  }
}

function toReportNotes(file: VFile): Array<ReportNote> {
  return file.messages.map((message) => ({
    path: file.path,
    ...(message.line ? {line: message.line} : {}),
    ...(message.column ? {column: message.column} : {}),
    level:
      message.fatal === true
        ? 'error'
        : message.fatal === false
          ? 'warning'
          : 'info',
    rule: message.ruleId ?? '',
    reason: message.reason,
    ...(typeof message.note === 'string' ? {fix: message.note} : {})
  }))
}

function countBytes(value: Uint8Array | string): number {
  return typeof value === 'string' ? Buffer.byteLength(value) : value.byteLength
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
