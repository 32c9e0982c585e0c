// The press PDF of a made-up page: what it is, what is on it, on which plate.
// Independent programs look at it where they are installed.

import {execFileSync} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import {PDFArray, PDFDocument, PDFName, PDFNumber} from '@cantoo/pdf-lib'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {mmToPt} from '../../src/unit/length.ts'
import {writeMadeIssue} from '../made/make-issue.ts'
import {hasProgram} from './has-program.ts'
import {build, makeTemporaryFolder, openPlant} from './press.ts'
import {findMostInk, readPlates} from './read-plates.ts'
import {readPdfText, squeeze} from './read-text.ts'

let folder = ''
let file = ''
let value: Uint8Array = new Uint8Array()
let notes: Array<string> = []

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  const manuscript = await writeMadeIssue(path.join(folder, 'paper'), {
    seed: 5,
    pageCount: 1,
    storiesPerPage: 3,
    template: 'tabloid'
  })
  // A plant that may print and rasterize nothing: no browser has a hand in it.
  const plant = {
    ...openPlant(),
    printPdf: () => Promise.reject(new Error('Unexpected browser')),
    rasterizePdf: () => Promise.reject(new Error('Unexpected raster'))
  }
  const result = await build(manuscript, path.join(folder, 'out'), plant, [
    'press'
  ])
  notes = result.files.flatMap(({messages}) =>
    messages.filter(({fatal}) => fatal === true).map(String)
  )
  file = path.join(result.outFolder, 'press/paper-p01.pdf')
  value = new Uint8Array(await fs.readFile(file))
})

afterAll(() => fs.rm(folder, {recursive: true, force: true}))

describe('press PDF', () => {
  test('should be PDF/X-4 without a fault of its own', async () => {
    expect(notes).toEqual([])
    const document = await PDFDocument.load(value, {updateMetadata: false})
    const {context} = document
    const info = String(context.lookup(context.trailerInfo.Info))
    expect(info).toContain('/GTS_PDFXVersion (PDF/X-4)')
    expect(info).toContain('/Trapped /False')
    expect(String.fromCharCode(...value.subarray(0, 8))).toBe('%PDF-1.6')
  })

  test('should have boxes exact to a hundredth of a point', async () => {
    const document = await PDFDocument.load(value, {updateMetadata: false})
    const {node} = document.getPage(0)
    const read = (name: string) =>
      node
        .lookup(PDFName.of(name), PDFArray)
        .asArray()
        .map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN))
    const [left = 0, bottom = 0, right = 0, top = 0] = read('TrimBox')

    expect(right - left).toBeCloseTo(mmToPt(270), 3)
    expect(top - bottom).toBeCloseTo(mmToPt(390), 3)
    const bleed = mmToPt(3)
    const wanted = [left - bleed, bottom - bleed, right + bleed, top + bleed]
    for (const [index, edge] of read('BleedBox').entries()) {
      expect(edge).toBeCloseTo(wanted[index] ?? 0, 3)
    }
    expect(read('MediaBox').slice(0, 2)).toEqual([0, 0])
  })

  test('should be read as it was written, by pdf.js', async () => {
    const [text = ''] = await readPdfText(value)
    const layout = JSON.parse(
      await fs.readFile(path.join(folder, 'out/paper/layout.json'), 'utf8')
    )
    expect(layout).toBeDefined()
    const names = await fs.readdir(path.join(folder, 'paper'))
    let count = 0
    for (const name of names.filter((one) => one.endsWith('.md'))) {
      const copy = await fs.readFile(path.join(folder, 'paper', name), 'utf8')
      for (const paragraph of findParagraphs(copy)) {
        expect(text).toContain(squeeze(paragraph))
        count++
      }
    }
    expect(count).toBeGreaterThan(5)
    // No look-alike of a hanzi, and nothing unknown.
    expect(text).not.toMatch(/[\u2E80-\u2FDF\uF900-\uFAFF\uFFFD]/)
  })

  test.skipIf(!hasProgram('qpdf'))('should be sound (needs qpdf)', () => {
    const said = execFileSync('qpdf', ['--check', file], {encoding: 'utf8'})

    expect(said).toContain('No syntax or stream encoding errors')
  })

  test.skipIf(!hasProgram('qpdf'))(
    'should be unsound when a byte of it is lost (needs qpdf)',
    async () => {
      const lost = path.join(folder, 'lost.pdf')
      const at = value.length / 2
      const bytes = [value.subarray(0, at), value.subarray(at + 1)]
      await fs.writeFile(lost, Buffer.concat(bytes))

      expect(() =>
        execFileSync('qpdf', ['--check', lost], {stdio: 'pipe'})
      ).toThrow(/.*/)
    }
  )

  test.skipIf(!hasProgram('gs'))(
    'should put everything on its plate (needs Ghostscript)',
    async () => {
      const plates = await readPlates(file, 50, folder)
      const [cyan, magenta, yellow, black] = [
        plates.get('Cyan'),
        plates.get('Magenta'),
        plates.get('Yellow'),
        plates.get('Black')
      ]
      if (!cyan || !magenta || !yellow || !black) throw new Error('No plates')
      const {depthPx, widthPx} = cyan
      const at = (xMm: number, yMm: number) => {
        const toPx = (mm: number): number => Math.round((mm / 25.4) * 50)
        const index = toPx(yMm + 15) * widthPx + toPx(xMm + 15)
        return [cyan, magenta, yellow, black].map(({value: tones}) =>
          Math.round((255 - (tones[index] ?? 0)) / 2.55)
        )
      }

      expect(depthPx).toBeGreaterThan(widthPx)
      // The blue head runs out to the bleed, and not to the marks.
      expect(at(20, -2)).toEqual([95, 55, 5, 0])
      expect(at(-2, 10)).toEqual([95, 55, 5, 0])
      expect(at(60, -4.5)).toEqual([0, 0, 0, 0])
      // A total never above the limit, over all of the bleed.
      const most = findMostInk(plates, mmToPt(12))
      expect(most).toBeLessThanOrEqual(240)
      expect(most).toBeGreaterThan(150)
      // The marks around it are on every plate, as much as can be.
      expect(findMostInk(plates, 0)).toBe(400)
    }
  )
})

/** Plain paragraphs of a manuscript, without mark-up. */
function findParagraphs(copy: string): Array<string> {
  const body = copy.replace(/^---[^]*?\n---\n/, '')
  return body
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => /^[^#!>|:*\-[{]/.test(one) && !/[[\]*_{}|`]/.test(one))
}
