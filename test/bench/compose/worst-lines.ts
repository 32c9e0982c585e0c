// The worst lines as pictures, each between its neighbours, so that people can
// look at them: cut out of what was printed, and laid on one sheet.

import {execFileSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type {Plant, Sheet} from '../../../src/model/plant.ts'
import type {Rect} from '../../../src/unit/rect.ts'

/** A place of a PDF, and what is said of it. */
export interface Excerpt {
  pageIndex: number
  area: Rect
  caption: string
}

/** Excerpts of one PDF. */
export interface ExcerptGroup {
  name: string
  pdf: Uint8Array
  excerpts: ReadonlyArray<Excerpt>
}

const ppi = 200

/** Write the sheet of excerpts as a PDF (needs pdftoppm). */
export async function writeWorstLines(
  groups: ReadonlyArray<ExcerptGroup>,
  file: string,
  plant: Pick<Plant, 'printPdf'>
): Promise<void> {
  const pdf = await plant.printPdf(toExcerptSheet(groups))
  fs.mkdirSync(path.dirname(file), {recursive: true})
  fs.writeFileSync(file, pdf)
}

function toExcerptSheet(groups: ReadonlyArray<ExcerptGroup>): Sheet {
  const resources = new Map<string, {mediaType: string; value: Uint8Array}>()
  const sections = groups.map(({excerpts, name, pdf}, index) => {
    const pictures = cutOut(pdf, excerpts)
    const figures = excerpts.map(({area, caption}, at) => {
      const file = `picture/${index}-${at}.png`
      const value = pictures[at]
      if (!value) throw new TypeError('Unexpected missing picture')
      resources.set(file, {mediaType: 'image/png', value})
      return `<figure><img src="${file}" style="width:${area.widthPt}pt"><figcaption>${escape(caption)}</figcaption></figure>`
    })
    return `<section><h1>${escape(name)}</h1>${figures.join('')}</section>`
  })
  const style = `
@page{size:842pt 1191pt;margin:0}
body{margin:0;font:9pt/1.3 sans-serif}
section{break-after:page;padding:24pt;display:flex;flex-wrap:wrap;gap:9pt 18pt;align-content:start}
h1{width:100%;margin:0;font-size:12pt}
figure{margin:0;border-left:1pt solid #d40000;padding-left:4pt}
img{display:block}
figcaption{font-size:7pt;color:#555}`
  return {
    html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Worst lines</title><style>${style}</style><body>${sections.join('')}</body></html>`,
    resources,
    fontFamilies: [],
    widthPt: 842,
    depthPt: 1191,
    title: 'Worst lines'
  }
}

function cutOut(
  pdf: Uint8Array,
  excerpts: ReadonlyArray<Excerpt>
): Array<Uint8Array> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qianzi-worst-'))
  const toPixels = (pt: number): number => Math.round((pt * ppi) / 72)
  try {
    const file = path.join(folder, 'whole.pdf')
    fs.writeFileSync(file, pdf)
    return excerpts.map(({area, pageIndex}, index) => {
      const target = path.join(folder, String(index))
      const page = pageIndex + 1
      const options = `-png -singlefile -r ${ppi} -f ${page} -l ${page} -x ${toPixels(area.xPt)} -y ${toPixels(area.yPt)} -W ${toPixels(area.widthPt)} -H ${toPixels(area.depthPt)}`
      execFileSync('pdftoppm', [...options.split(' '), file, target])
      return new Uint8Array(fs.readFileSync(`${target}.png`))
    })
  } finally {
    fs.rmSync(folder, {recursive: true})
  }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
