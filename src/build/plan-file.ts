// `plan.json`: where every story stands, written with the issue and read at
// the next run, so that a page stays as it is unless the change forces more.
//
// A plan counts only for the page design it was made for; when a template's
// numbers change, its pages are made up as if for the first time.

import type {LatticeRect, PagePlan} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import {hashText} from './step-key.ts'

/** Path of the file in the folder. */
export const planPath = 'plan.json'

/** Where stories stand, by slug and part, by page number. */
export type PreviousPlan = ReadonlyMap<number, ReadonlyMap<string, LatticeRect>>

interface PlanFile {
  version: 1
  pages: ReadonlyArray<PlanFilePage>
}

interface PlanFilePage {
  pageNumber: number
  /** Hash of what the plan depends on besides the copy. */
  design: string
  modules: ReadonlyArray<PlanFileModule>
}

interface PlanFileModule extends LatticeRect {
  slug: string
  part: string
}

/** Write the plans of an issue's pages. */
export function writePlanFile(
  plans: ReadonlyArray<PagePlan>,
  templates: ReadonlyMap<number, Template>
): string {
  const file: PlanFile = {
    version: 1,
    pages: plans.map(({modules, pageNumber}) => ({
      pageNumber,
      design: hashDesign(templates.get(pageNumber)),
      modules: modules.map(({area, part, slug}) => ({slug, part, ...area}))
    }))
  }
  return JSON.stringify(file, undefined, 2) + '\n'
}

/** Read the plans of an earlier run; what can't be used is left out. */
export function readPlanFile(
  value: Uint8Array | undefined,
  templates: ReadonlyMap<number, Template>
): PreviousPlan {
  const previous = new Map<number, ReadonlyMap<string, LatticeRect>>()
  for (const page of parse(value)?.pages ?? []) {
    const template = templates.get(page.pageNumber)
    if (!template || page.design !== hashDesign(template)) continue
    previous.set(
      page.pageNumber,
      new Map(
        page.modules.map(({part, slug, ...area}) => [`${slug} ${part}`, area])
      )
    )
  }
  return previous
}

function parse(value: Uint8Array | undefined): PlanFile | undefined {
  if (!value) return undefined
  try {
    const file: unknown = JSON.parse(new TextDecoder().decode(value))
    return isPlanFile(file) ? file : undefined
  } catch {
    // Whatever it is, it is no plan: the pages are made up anew.
    return undefined
  }
}

function isPlanFile(value: unknown): value is PlanFile {
  if (!isRecord(value) || value['version'] !== 1) return false
  const {pages} = value
  return (
    Array.isArray(pages) &&
    pages.every(
      (page: unknown) =>
        isRecord(page) &&
        typeof page['pageNumber'] === 'number' &&
        typeof page['design'] === 'string' &&
        Array.isArray(page['modules']) &&
        page['modules'].every(isModule)
    )
  )
}

function isModule(value: unknown): value is PlanFileModule {
  if (!isRecord(value)) return false
  const numbers = ['columnIndex', 'columnCount', 'lineIndex', 'lineCount']
  return (
    typeof value['slug'] === 'string' &&
    typeof value['part'] === 'string' &&
    numbers.every((name) => Number.isInteger(value[name]))
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** What a layout depends on in a template: all but looks and words. */
function hashDesign(template: Template | undefined): string {
  if (!template) return ''
  const {costs, grid, headlines, ladder, legs, limits} = template
  const {makeUp, mirrorsLeftPages} = template
  const {frames, pictures, spacing, styles} = template
  return hashText(
    JSON.stringify([
      costs,
      grid,
      headlines.maxRowCount,
      [...headlines.ladder],
      ladder,
      legs,
      limits,
      makeUp,
      mirrorsLeftPages,
      frames,
      pictures,
      spacing,
      styles
    ])
  )
}
