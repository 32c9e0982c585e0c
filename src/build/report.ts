// The report: what was made of an issue, for people (`report.html`) and for
// programs (`report.json`).
//
// Timings are left out of both, so that the same issue gives the same files;
// the counter prints them.

import type {VFile} from 'vfile'
import type {ComposedModule, ComposedPage} from '../model/page.ts'
import {listLineReports, sumEvenness} from '../render/line-report.ts'
import type {PlannedModule} from '../model/plan.ts'
import {toReportHtml} from '../render/report.ts'
import type {
  IssueReport,
  PageReport,
  ReportNote,
  StoryReport
} from '../render/report.ts'
import {ptToMm} from '../unit/length.ts'
import type {CompleteDesk} from './desk.ts'
import {listSteps} from './list-steps.ts'
import {toLayoutLine} from './to-layout-line.ts'
import type {Published} from './publish.ts'
import {reportPicture} from './report-picture.ts'
import type {Plant} from '../model/plant.ts'

/** Make the report's files. */
export async function toReportFiles(
  desk: CompleteDesk,
  published: Published,
  files: ReadonlyArray<VFile>,
  plant: Plant
): Promise<Map<string, string>> {
  const report: IssueReport = {
    issueId: desk.issue.id,
    publication: desk.issue.publication,
    date: desk.issue.date,
    lang: desk.issue.lang,
    outputs: [...published.outputs]
      .map(([path, value]) => {
        const inkPercent = published.inkPercents.get(path)
        const output = {path, byteCount: countBytes(value)}
        return inkPercent === undefined ? output : {...output, inkPercent}
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    pages: desk.pages.map((page) => toPageReport(page, desk)),
    notes: files.flatMap(toReportNotes)
  }

  const pictures = new Map(
    await Promise.all(
      [...published.pageImages].map(async ([pageNumber, image]) => {
        const isSmall = image.widthPx <= reportPicture.widthPx
        const small = isSmall
          ? image.value
          : await plant.convertPicture(image.value, reportPicture)
        return [pageNumber, small] as const
      })
    )
  )

  const others = new Map(
    [...desk.composed.alternatives].map(([pageNumber, alternatives]) => [
      pageNumber,
      alternatives.map(({page}) => page)
    ])
  )

  return new Map([
    ['report.json', JSON.stringify(report, undefined, 2) + '\n'],
    ['report.html', toReportHtml(report, desk.pages, pictures, others)]
  ])
}

function toPageReport(page: ComposedPage, desk: CompleteDesk): PageReport {
  const plan = desk.composed.plans.find(
    (one) => one.pageNumber === page.pageNumber
  )
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
    alternatives: (desk.composed.alternatives.get(page.pageNumber) ?? []).map(
      (other) => ({costs: other.plan.costs, layout: toLayoutLine(other.plan)})
    )
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
