// Lines against other composers, on paper: Typst, an independent total-fit
// composer; pretext, for line counts; Chromium, for whether what we planned is
// what it paints. Everything is printed and read back glyph by glyph.

import {execFileSync} from 'node:child_process'
import process from 'node:process'
import {PDFDocument} from '@cantoo/pdf-lib'
import {afterAll, describe, expect, test} from 'vitest'
import {prepareText} from '../../src/compose/prepare-text.ts'
import {openPlant} from '../../src/plant/plant.ts'
import type {CompositionRules} from '../../src/template/template.ts'
import {loadFont, type BenchCopy} from '../bench/compose/copy.ts'
import {readEnglishParagraphs} from '../bench/compose/english-paragraphs.ts'
import {judgeLines} from '../bench/compose/judge-lines.ts'
import {judgeWords} from '../bench/compose/judge-words.ts'
import {measureMemory} from '../bench/compose/memory.ts'
import {
  openBenchFaces,
  setPages,
  toBenchSheet,
  toTextRequest
} from '../bench/compose/our-pages.ts'
import {openPretext} from '../bench/compose/pretext.ts'
import {readLines, readPrinted} from '../bench/compose/read-lines.ts'
import {readSampleParagraphs} from '../bench/compose/sample-paragraphs.ts'
import {readSeedParagraphs} from '../bench/compose/seed-paragraphs.ts'
import {openTypst} from '../bench/compose/typst-pages.ts'
import {comparePainted} from '../render/screen/compare-painted.ts'
import {readPaintedGlyphs} from '../render/screen/painted-glyphs.ts'
import {latinRules, madeRules} from './made-rules.ts'

const plant = openPlant()
const hasMutool = canRun('mutool', ['-v'])
if (!hasMutool && process.env['CI']) {
  throw new Error('mutool is missing: install mupdf-tools')
}
const seed = readSeedParagraphs()
const measuresEm = [13, 14, 15, 16, 17, 18, 19, 20, 21, 22]

afterAll(() => plant.close())

describe.skipIf(!hasMutool)('lines on paper (needs mutool)', () => {
  test.skipIf(!seed)(
    'should reach our goals on the real page (needs ../shared/seed-page)',
    async () => {
      const copy = await toChinese(seed ?? [])
      const kept = judgeLines(await print(copy, madeRules), copy.sizePt)
      const free = judgeLines(
        await print(copy, {...madeRules, keepsTogether: false}),
        copy.sizePt
      )

      expect(kept.meanEm).toBeLessThanOrEqual(0.003)
      expect(kept.p95Em).toBeLessThanOrEqual(0.02)
      expect(kept.maxEm).toBeLessThanOrEqual(0.12)
      expect(kept.stretchedPercent).toBeLessThanOrEqual(1.5)
      expect(kept.unevenPercent).toBeLessThanOrEqual(1.6)
      expect(kept.partedCount).toBeLessThanOrEqual(5)
      expect(kept.lineCount).toBeLessThanOrEqual(3455)
      expect(free.meanEm).toBeLessThanOrEqual(0.0022)
      expect(free.p95Em).toBeLessThanOrEqual(0.014)
      expect(free.maxEm).toBeLessThanOrEqual(0.12)
      expect(free.stretchedPercent).toBeLessThanOrEqual(1)
      expect(free.unevenPercent).toBeLessThanOrEqual(1)
      expect(free.lineCount).toBeLessThanOrEqual(3448)
      for (const one of [kept, free]) {
        expect(one.runt1Count).toBe(0)
        expect(one.runt2Count).toBeLessThanOrEqual(5)
        expect(one.violationCount).toBe(0)
      }
    }
  )

  test('should set Chinese lines no worse than Typst does', async () => {
    const copy = await toChinese(readSampleParagraphs())
    const typst = judgeLines(
      readLines(openTypst(copy).toPdf(measuresEm), 18),
      copy.sizePt
    )
    const ours = judgeLines(await print(copy, madeRules), copy.sizePt)
    const free = judgeLines(
      await print(copy, {...madeRules, keepsTogether: false}),
      copy.sizePt
    )

    expect(typst.lineCount).toBeGreaterThan(1000)
    expect(ours.violationCount).toBe(0)
    expect(ours.runt1Count).toBe(0)
    expect(ours.lineCount).toBeLessThanOrEqual(typst.lineCount)
    expect(ours.meanEm).toBeLessThanOrEqual(0.003)
    // Typst parts numbers, so its evenness is that of the free setting.
    expect(free.meanEm).toBeLessThanOrEqual(typst.meanEm)
    expect(ours.partedCount).toBeLessThan(typst.partedCount / 4)
    expect(ours.runt2Count).toBeLessThan(typst.runt2Count / 3)
  })

  test('should set English spaces closer than Typst, with no more hyphens', async () => {
    const copy = await toEnglish()
    const faces = await openBenchFaces(copy)
    const indentPt = copy.indentEm * copy.sizePt
    const typst = readLines(openTypst(copy).toPdf(copy.measuresEm), indentPt)
    const ours = await print(copy, latinRules)
    const goals = [2.6, 2.4, 2, 1.6]

    for (const [index, lines] of ours.entries()) {
      const one = judgeWords(lines, faces, copy.sizePt)
      const other = judgeWords(typst[index] ?? [], faces, copy.sizePt)
      expect(one.p95Ratio).toBeLessThanOrEqual((goals[index] ?? 0) + 0.005)
      expect(one.p95Ratio).toBeLessThan(other.p95Ratio)
      expect(one.hyphenCount).toBeLessThanOrEqual(other.hyphenCount)
    }
  })
})

test.skipIf(!hasMutool)(
  'should read places off a PDF as mutool does (needs mutool)',
  async () => {
    const copy = await toChinese(readSampleParagraphs().slice(0, 12))
    const pages = await setPages(copy, madeRules)
    const pdf = await plant.printPdf(toBenchSheet(pages, copy))
    const document = await PDFDocument.load(pdf)
    const printed = readPrinted(pdf)

    for (const [index, glyphs] of printed.entries()) {
      const painted = readPaintedGlyphs(document.getPage(index))
      expect(painted.length).toBe(glyphs.length)
      for (const [at, {xPt, yPt}] of painted.entries()) {
        expect(Math.abs(xPt - (glyphs[at]?.xPt ?? 0))).toBeLessThan(0.01)
        expect(Math.abs(yPt - (glyphs[at]?.yPt ?? 0))).toBeLessThan(0.01)
      }
    }
    expect(printed.flat().length).toBeGreaterThan(3000)
  }
)

describe('lines as planned', () => {
  test.for(['Chinese', 'English'])(
    'should be painted within .01 em: %s',
    async (name) => {
      const isChinese = name === 'Chinese'
      const copy = isChinese
        ? await toChinese(readSampleParagraphs())
        : await toEnglish()
      const pages = await setPages(copy, isChinese ? madeRules : latinRules)
      const pdf = await plant.printPdf(toBenchSheet(pages, copy))
      const painted = await comparePainted({
        pages,
        pdf,
        fontFiles: new Map([['body', copy.font]])
      })

      expect(painted.wrong.slice(0, 5)).toEqual([])
      expect(painted.worstXEm).toBeLessThanOrEqual(0.01)
      expect(painted.count).toBeGreaterThan(2000)
    }
  )
})

test('should need no more memory for more paragraphs', async () => {
  const [few = 0, many = 0] = await measureMemory(
    await toEnglish(),
    [500, 3000]
  )

  expect(many - few).toBeLessThan(25)
})

test('should count lines as pretext does, where both break greedily', async () => {
  // pretext halves no marks that meet, and knows no space of Han and Latin.
  const paragraphs = readSampleParagraphs().filter(
    (text) =>
      !/[，。、：；！？”’）》】“‘（《【…—]{2}/u.test(text) &&
      !/[\p{Script=Latin}\d]/u.test(text)
  )
  const copy = await toChinese(paragraphs)
  const faces = await openBenchFaces(copy)
  const pretext = await openPretext(copy, faces)
  const rules: CompositionRules = {
    ...madeRules,
    prohibition: 'basic',
    lineEndMarks: 'full'
  }
  let different = 0
  let count = 0
  for (let measureEm = 8; measureEm <= 30; measureEm += 0.5) {
    const theirs = pretext.layout(measureEm)
    for (const [index, text] of paragraphs.entries()) {
      const {texts} = toTextRequest(text, copy, rules, faces)
      const prepared = prepareText(texts, {faces, lang: copy.lang, rules})
      count++
      const ours = countGreedy(prepared.breaks, measureEm * copy.sizePt)
      if (ours !== theirs[index]) different++
    }
  }

  expect(count).toBeGreaterThan(300)
  expect(different / count).toBeLessThan(0.01)
})

/** Break where a line is full, without squeezing; full marks at line ends. */
function countGreedy(
  breaks: ReturnType<typeof prepareText>['breaks'],
  measurePt: number
): number {
  let lines = 0
  let from = 0
  while (from < breaks.count - 1) {
    let to = from + 1
    while (to + 1 < breaks.count && widthOf(from, to + 1) <= measurePt + 0.01) {
      to++
    }
    from = to
    lines++
  }
  return lines

  function widthOf(start: number, end: number): number {
    return (
      (breaks.endPt[end] ?? 0) +
      (breaks.trailPt[end] ?? 0) -
      (breaks.startPt[start] ?? 0)
    )
  }
}

async function print(
  copy: BenchCopy,
  rules: CompositionRules
): Promise<ReturnType<typeof readLines>> {
  const pages = await setPages(copy, rules)
  const pdf = await plant.printPdf(toBenchSheet(pages, copy))
  return readLines(pdf, copy.indentEm * copy.sizePt)
}

async function toChinese(
  paragraphs: ReadonlyArray<string>
): Promise<BenchCopy> {
  return {
    paragraphs,
    lang: 'zh-CN',
    family: 'Noto Serif SC',
    font: await loadFont(
      '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
      paragraphs
    ),
    sizePt: 9,
    indentEm: 2,
    measuresEm
  }
}

async function toEnglish(): Promise<BenchCopy> {
  const paragraphs = readEnglishParagraphs()
  return {
    paragraphs,
    lang: 'en',
    family: 'Source Serif 4',
    font: await loadFont(
      '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
      paragraphs
    ),
    sizePt: 9,
    indentEm: 1,
    measuresEm: [13, 15, 18, 22]
  }
}

function canRun(program: string, args: ReadonlyArray<string>): boolean {
  try {
    execFileSync(program, args, {stdio: 'ignore'})
    return true
  } catch {
    return false
  }
}
