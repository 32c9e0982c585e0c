// The report as a page: what each page holds, how well it is filled, and every
// note with its fix; the page itself as a picture with its modules drawn in.

import type {ComposedPage, ModuleFacts} from '../model/page.ts'
import type {ModuleFit, StoryShape} from '../model/plan.ts'
import {toLineColors, type Evenness, type LineReport} from './line-report.ts'
import {toPageSketch} from './page-sketch.ts'
import {
  toAlternatives,
  toCosts,
  toFits,
  type AlternativeReport
} from './report-layouts.ts'
import {toTable} from './report-table.ts'
import {
  documentEnd,
  openDocument,
  toHtml,
  writeHtml,
  type HtmlElement
} from './write-html.ts'

export type {AlternativeReport} from './report-layouts.ts'

/** What the report says of the issue as a whole. */
export interface IssueReport {
  issueId: string
  publication: string
  date: string
  lang: string
  outputs: ReadonlyArray<{
    path: string
    byteCount: number
    /** For press files: the most ink on a point, in per cent. */
    inkPercent?: number
  }>
  notes: ReadonlyArray<ReportNote>
}

/** One page of it. */
export interface PageReport {
  pageNumber: number
  /** Number of its right half, where it is a double-page spread. */
  facingPageNumber?: number
  section?: string
  widthMm: number
  depthMm: number
  /** Part of the lattice that modules cover. */
  fillRatio: number
  oversetLineCount: number
  shortLineCount: number
  /** What the layout costs, item by item. */
  costs: Readonly<Record<string, number>>
  /** The layout as a line for `issue.yaml`. */
  layout: string
  stories: ReadonlyArray<StoryReport>
  /** Other layouts, the best first. */
  alternatives: ReadonlyArray<AlternativeReport>
}

/** One module of it. */
export interface StoryReport {
  slug: string
  part: string
  kind: string
  /** Place on the lattice, counted from 0. */
  area?: {
    columnIndex: number
    columnCount: number
    lineIndex: number
    lineCount: number
  }
  /** Legs, headline, pictures, frame; \`lineDelta\` are lines won or lost. */
  shape?: StoryShape
  /** Steps of the copyfitting ladder that it took. */
  steps?: ReadonlyArray<string>
  /** White, slack, crop, and what the shape costs, item by item. */
  fit?: ModuleFit
  facts: ModuleFacts
  /** How even its lines are, in a few numbers. */
  evenness: Evenness
  /** Every line, in reading order. */
  lines: ReadonlyArray<LineReport>
}

/** A note, flattened. */
export interface ReportNote {
  path: string
  line?: number
  column?: number
  level: 'error' | 'info' | 'warning'
  rule: string
  reason: string
  fix?: string
}

const style = `
body{font:16px/1.6 system-ui,sans-serif;margin:2rem auto;max-width:96rem;padding:0 1rem;color:#1a1a1a;background:#fff}
h1,h2{line-height:1.25}
table{border-collapse:collapse;width:100%;font-size:.875rem}
th,td{border-bottom:1px solid #ccc;padding:.25rem .5rem;text-align:left;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums}
.page{display:grid;grid-template-columns:minmax(0,40rem) minmax(0,1fr);gap:1.5rem;margin-block:2rem}
.page>div{min-width:0;overflow-x:auto}
.sheet{position:relative;align-self:start}
.sheet img{display:block;box-sizing:border-box;width:100%;height:auto;border:1px solid #999}
.sketches{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:1.5rem}
.sketches figure{margin:0}
.sketch svg{display:block;width:100%;height:auto;border:1px solid #999;background:#fff;font-family:serif}
.sketches textarea{width:100%;font:12px/1.4 monospace}
.sheet>svg{position:absolute;inset:0;width:100%;height:100%}
.legend span{display:inline-block;padding:0 .4rem;margin-inline-end:.5rem}
.error{color:#a40000}.warning{color:#7a4d00}.info{color:#335}
@media (max-width:48rem){.page{grid-template-columns:1fr}}
`

/**
 * Write the report as one HTML file that needs no other; `sections` are those of
 * its pages.
 */
export function writeReport(
  report: IssueReport,
  sections: ReadonlyArray<Uint8Array>
): Uint8Array {
  const title = `Report: ${report.publication} ${report.date}`
  const head = toHtml('head', {}, [
    toHtml('meta', {charset: 'utf-8'}),
    toHtml('meta', {name: 'viewport', content: 'width=device-width'}),
    toHtml('title', {}, title),
    toHtml('style', {}, style)
  ])
  const before = [toHtml('h1', {}, title), ...toNotes(report.notes)]
  const after = [
    toHtml('h2', {}, 'Outputs'),
    toTable(
      ['File', 'Bytes'],
      report.outputs.map(({byteCount, path}) => [path, byteCount])
    )
  ]
  const write = (nodes: ReadonlyArray<HtmlElement>): string =>
    nodes.map(writeHtml).join('')
  return Buffer.concat([
    Buffer.from(openDocument('en', head) + write(before)),
    ...sections,
    Buffer.from(write(after) + documentEnd)
  ])
}

/** Write the section of a page; others are its other layouts. */
export function writeReportPage(
  page: PageReport,
  composed: ComposedPage,
  picture: Uint8Array | undefined,
  others: ReadonlyArray<ComposedPage>
): Uint8Array {
  const sketches = others.map((other, index) =>
    toPageSketch(other, `Page ${page.pageNumber}, layout ${index + 1}`)
  )
  return Buffer.from(writeHtml(toPage(page, composed, picture, sketches)))
}

function toNotes(notes: ReadonlyArray<ReportNote>): Array<HtmlElement> {
  if (notes.length === 0) return [toHtml('p', {}, 'No notes.')]
  return [
    toHtml('h2', {}, 'Notes'),
    toHtml(
      'ul',
      {},
      notes.map((note) =>
        toHtml('li', {class: note.level}, [
          toHtml('strong', {}, note.level),
          ` ${toPlace(note)}: ${note.reason} `,
          toHtml('code', {}, note.rule),
          note.fix ? toHtml('div', {}, note.fix) : ''
        ])
      )
    )
  ]
}

function toPlace({column, line, path}: ReportNote): string {
  return line ? `${path}:${line}:${column ?? 1}` : path
}

function toPage(
  page: PageReport,
  composed: ComposedPage,
  picture: Uint8Array | undefined,
  sketches: ReadonlyArray<HtmlElement>
): HtmlElement {
  const section = page.section ? ` ${page.section}` : ''
  const name =
    page.facingPageNumber === undefined
      ? `Page ${page.pageNumber}`
      : `Pages ${page.pageNumber}–${page.facingPageNumber}`
  return toHtml('section', {}, [
    toHtml('h2', {}, `${name}${section}`),
    toHtml('p', {}, [
      `${page.widthMm} × ${page.depthMm} mm, ${Math.round(page.fillRatio * 100)} % filled, `,
      `${page.oversetLineCount} lines overset, ${page.shortLineCount} lines short.`
    ]),
    toLegend(page),
    toHtml('div', {class: 'page'}, [
      toHtml('div', {class: 'sheet'}, [
        picture ? toPicture(picture, page) : toStandIn(composed),
        toOverlay(composed)
      ]),
      toHtml('div', {}, [
        toTable(
          [
            'Story',
            'Column',
            'Line',
            'Width',
            'Depth',
            'Legs',
            'Head pt',
            'Body lines',
            'Pad',
            'Short',
            'Overset'
          ],
          page.stories.map(toRow)
        ),
        toHtml('h3', {}, 'Lines'),
        toTable(
          ['Story', 'Lines', 'Squeezed', 'Loose', 'Mean stretch em', 'Most em'],
          page.stories.map(toEvenness)
        ),
        ...toLoosest(page),
        toHtml('h3', {}, 'Costs'),
        toCosts(page.costs),
        ...toFits(page.stories)
      ])
    ]),
    ...toAlternatives(page, sketches)
  ])
}

function toRow(story: StoryReport): Array<number | string> {
  const {area, facts} = story
  return [
    nameStory(story),
    area ? area.columnIndex + 1 : '',
    area ? area.lineIndex + 1 : '',
    area?.columnCount ?? '',
    area?.lineCount ?? '',
    facts.legCount,
    facts.headlineSizePt,
    facts.bodyLineCount,
    facts.padLineCount,
    facts.shortLineCount,
    facts.oversetLineCount
  ]
}

function toEvenness({evenness, ...story}: StoryReport): Array<number | string> {
  return [
    nameStory(story),
    evenness.lineCount,
    evenness.squeezedLineCount,
    evenness.looseLineCount,
    evenness.meanStretchEm,
    evenness.greatestStretchEm
  ]
}

/** Lines that are listed, the most stretched of a page. */
const loosestCount = 8

function toLoosest({stories}: PageReport): Array<HtmlElement> {
  const lines = stories
    .flatMap((story) => story.lines.map((line) => ({...line, story})))
    .filter(({stretchEm}) => stretchEm > 0)
    .toSorted((a, b) => b.stretchEm - a.stretchEm)
    .slice(0, loosestCount)
  if (lines.length === 0) return []
  const rows = lines.map(({begins, story, stretchEm}) => [
    nameStory(story),
    `${begins}…`,
    stretchEm
  ])
  return [
    toHtml('h3', {}, 'Loosest lines'),
    toTable(['Story', 'Begins', 'Stretch em'], rows)
  ]
}

function nameStory({part, slug}: Pick<StoryReport, 'part' | 'slug'>): string {
  return part === 'whole' ? slug : `${slug} (${part})`
}

function toPicture(value: Uint8Array, page: PageReport): HtmlElement {
  const data = Buffer.from(value).toString('base64')
  return toHtml('img', {
    src: `data:image/jpeg;base64,${data}`,
    alt: `Page ${page.pageNumber}`
  })
}

// What is not drawn for any other output is not drawn for the report: a sketch
// shows where things stand.
function toStandIn(page: ComposedPage): HtmlElement {
  return toPageSketch(page, `Page ${page.pageNumber}`)
}

// Lines are coloured from the start: what is loose is not to be looked for.
function toLegend(page: PageReport): HtmlElement {
  let loose = 0
  let squeezed = 0
  let all = 0
  for (const {evenness} of page.stories) {
    loose += evenness.looseLineCount
    squeezed += evenness.squeezedLineCount
    all += evenness.lineCount
  }
  return toHtml('p', {class: 'legend'}, [
    toHtml('span', {style: 'background:rgb(212 0 0 / .35)'}, 'stretched'),
    toHtml('span', {style: 'background:rgb(0 80 212 / .35)'}, 'squeezed'),
    `${all} lines, ${loose} of them so loose that it shows, ${squeezed} squeezed. The deeper the colour the more; point at a line to read how far.`
  ])
}

function toOverlay(page: ComposedPage): HtmlElement {
  const outlines = page.children.flatMap((module) =>
    module.type === 'module'
      ? [
          toHtml('polygon', {
            points: module.zone.map(({xPt, yPt}) => `${xPt},${yPt}`).join(' '),
            fill: module.facts.oversetLineCount > 0 ? '#d00' : 'none',
            'fill-opacity': '0.08',
            stroke: '#06c',
            'stroke-width': '1.5'
          })
        ]
      : []
  )
  return toHtml(
    'svg',
    {viewBox: `0 0 ${page.widthPt} ${page.depthPt}`, 'aria-hidden': 'true'},
    [...outlines, toHtml('g', {class: 'lines'}, toLineColors(page))]
  )
}
