// The IIIF manifest against ALTO: same proportions, same places, same words.

import type {AltoBox, AltoPage} from './check-alto.ts'
import {
  isObject,
  listOf,
  openJson,
  squeeze,
  stringOf,
  type DescribedBag,
  type Sheet
} from './described-bag.ts'
import {descriptionReference, descriptionViewer} from './rules.ts'

/** Places may differ by the rounding to pixels. */
const tolerancePx = 1

/** Size of a canvas, in pixels. */
interface Canvas {
  id: string
  widthPx: number
  depthPx: number
}

/** Check the manifest and its annotations; gives the sheets with notes. */
export function checkViewer(
  bag: DescribedBag,
  pages: ReadonlyMap<string, AltoPage>
): Array<Sheet> {
  const sheet = openJson(bag, 'iiif/manifest.json')
  const sheets: Array<Sheet> = [sheet]
  if (!isObject(sheet.value)) return sheets
  const canvases = new Map<string, {canvas: Canvas; page: AltoPage}>()
  for (const item of listOf(sheet.value, 'items')) {
    const canvas = {
      id: stringOf(item, 'id'),
      widthPx: Number(item['width']),
      depthPx: Number(item['height'])
    }
    const number = /(\d+)$/.exec(canvas.id)?.[1] ?? ''
    const path = `alto/page-${number.padStart(2, '0')}.xml`
    const page = pages.get(path)
    if (!page) {
      sheet.fault(
        descriptionReference,
        `Unexpected canvas \`${canvas.id}\`, expected one for a page`
      )
      continue
    }
    canvases.set(canvas.id, {canvas, page})
    const depthPx = (canvas.widthPx * page.depthUm) / page.widthUm
    if (Math.abs(depthPx - canvas.depthPx) > tolerancePx) {
      sheet.fault(
        descriptionViewer,
        `Unexpected canvas of \`${canvas.widthPx}\` by \`${canvas.depthPx}\`, expected the proportions of \`${path}\``
      )
    }
    sheets.push(checkLines(bag, canvas, page))
  }
  if (canvases.size !== pages.size) {
    sheet.fault(
      descriptionViewer,
      `Unexpected \`${canvases.size}\` canvases, expected \`${pages.size}\``
    )
  }
  checkRanges(sheet.value, canvases, sheet)
  return sheets
}

function checkRanges(
  manifest: unknown,
  canvases: ReadonlyMap<string, {canvas: Canvas; page: AltoPage}>,
  sheet: Sheet
): void {
  const ranges = listOf(manifest, 'structures').flatMap((range) =>
    listOf(range, 'items')
  )
  for (const range of ranges) {
    for (const item of listOf(range, 'items')) {
      const id = stringOf(item['source'], 'id')
      const found = canvases.get(id)
      if (!found) {
        sheet.fault(
          descriptionReference,
          `Unexpected story on \`${id}\`, expected a canvas that is there`
        )
        continue
      }
      const value = stringOf(item['selector'], 'value').replace('xywh=', '')
      const boxes = [...found.page.regions.values()].map(({box}) => box)
      const isThere = boxes.some((box) =>
        isAt(value, box, found.canvas, found.page)
      )
      if (!isThere) {
        sheet.fault(
          descriptionViewer,
          `Unexpected story at \`${value}\` of \`${id}\`, expected the place of one in ALTO`
        )
      }
    }
  }
}

function checkLines(bag: DescribedBag, canvas: Canvas, page: AltoPage): Sheet {
  const name = /page-\d+/.exec(page.path)?.[0] ?? ''
  const sheet = openJson(bag, `iiif/${name}-lines.json`)
  if (!isObject(sheet.value)) return sheet
  const annotations = new Map(
    listOf(sheet.value, 'items').map((one) => [
      stringOf(one, 'id').replace(/^.*#/, ''),
      one
    ])
  )
  for (const block of page.blocks) {
    if (block.kind === 'artifact') continue
    for (const line of block.lines) {
      const annotation = annotations.get(line.id)
      annotations.delete(line.id)
      if (!annotation) {
        sheet.fault(
          descriptionViewer,
          `Unexpected missing line \`${line.id}\`, expected it as in ALTO`
        )
        continue
      }
      const text = squeeze(stringOf(annotation['body'], 'value'))
      if (text !== squeeze(line.text + line.hyphen)) {
        sheet.fault(
          descriptionViewer,
          `Unexpected words \`${text}\` in \`${line.id}\`, expected \`${line.text}\` as in ALTO`
        )
      }
      const [target = '', xywh = ''] = stringOf(annotation, 'target').split(
        '#xywh='
      )
      if (target !== canvas.id || !isAt(xywh, line.box, canvas, page)) {
        sheet.fault(
          descriptionViewer,
          `Unexpected place \`${xywh}\` of \`${line.id}\`, expected the one in ALTO`
        )
      }
    }
  }
  for (const id of annotations.keys()) {
    sheet.fault(
      descriptionViewer,
      `Unexpected line \`${id}\`, expected only those of ALTO`
    )
  }
  return sheet
}

function isAt(
  xywh: string,
  box: AltoBox,
  canvas: Canvas,
  page: AltoPage
): boolean {
  const [x = NaN, y = NaN, width = NaN, depth = NaN] = xywh
    .split(',')
    .map(Number)
  const perX = canvas.widthPx / page.widthUm
  const perY = canvas.depthPx / page.depthUm
  const pairs = [
    [x, box.leftUm * perX],
    [y, box.topUm * perY],
    [x + width, box.rightUm * perX],
    [y + depth, box.bottomUm * perY]
  ]
  return pairs.every(([a = NaN, b = NaN]) => Math.abs(a - b) <= tolerancePx)
}
