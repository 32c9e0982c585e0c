// Lines of ours, of Chromium's best and of Typst, side by side: the same copy,
// printed to PDF and read back glyph by glyph. `npm run bench:compose`
//
// `--worst` adds the twenty lines of each that are stretched most, and draws
// them and those of the sample papers on a sheet, `dist/bench/worst-lines.pdf`;
// `--frontier` adds what comes of other weights.

import process from 'node:process'
import {openPlant} from '../../src/plant/plant.ts'
import type {CompositionRules} from '../../src/template/template.ts'
import {latinRules, madeRules} from '../compose/made-rules.ts'
import {toChromiumSheet} from './compose/chromium-sheet.ts'
import {leadingPt, loadFont, type BenchCopy} from './compose/copy.ts'
import {readEnglishParagraphs} from './compose/english-paragraphs.ts'
import {printFrontier} from './compose/frontier.ts'
import {judgeLines} from './compose/judge-lines.ts'
import {judgeWords, type WordLine} from './compose/judge-words.ts'
import {printMemory} from './compose/memory.ts'
import {openBenchFaces, setPages, toBenchSheet} from './compose/our-pages.ts'
import {readLines} from './compose/read-lines.ts'
import {readSeedParagraphs} from './compose/seed-paragraphs.ts'
import {printSpeeds} from './compose/speeds.ts'
import {openTypst} from './compose/typst-pages.ts'
import {
  writeWorstLines,
  type Excerpt,
  type ExcerptGroup
} from './compose/worst-lines.ts'
import {findWorstOfIssue} from './compose/worst-of-issue.ts'
import {lineGoals, printTable, toCells} from './compose/write-table.ts'

const seed = readSeedParagraphs()
const plant = openPlant()
const showsWorst = process.argv.includes('--worst')
const worst: Array<ExcerptGroup> = []

try {
  if (seed) {
    const chinese: BenchCopy = {
      paragraphs: seed,
      lang: 'zh-CN',
      family: 'Noto Serif SC',
      font: await loadFont(
        '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
        seed
      ),
      sizePt: 9,
      indentEm: 2,
      measuresEm: [13, 14, 15, 16, 17, 18, 19, 20, 21, 22]
    }
    await compareChinese(chinese)
    await printSpeeds(chinese)
    if (process.argv.includes('--frontier')) await printFrontier(chinese)
  } else {
    console.log('The real page is not on this machine: no Chinese table.')
  }
  const paragraphs = readEnglishParagraphs()
  const english: BenchCopy = {
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
  await compareEnglish(english)
  await printMemory(english)
  if (showsWorst) {
    for (const name of ['yunzhong-2026-06-02', 'harbour-courant-2026-06-02']) {
      worst.push(findWorstOfIssue(`manuscript/${name}`))
    }
    await writeWorstLines(worst, 'dist/bench/worst-lines.pdf', plant)
    console.log('\nThe worst lines as pictures: dist/bench/worst-lines.pdf')
  }
} finally {
  await plant.close()
}

async function compareChinese(copy: BenchCopy): Promise<void> {
  const kept: CompositionRules = {...madeRules, keepsTogether: true}
  const pdfs = {
    Chromium: await plant.printPdf(toChromiumSheet(copy)),
    Typst: openTypst(copy).toPdf(copy.measuresEm),
    'ours, kept': await printOurs(copy, kept),
    'ours, free': await printOurs(copy, {...kept, keepsTogether: false})
  }
  const columns = new Map<string, ReadonlyArray<string>>()
  for (const [name, pdf] of Object.entries(pdfs)) {
    const pages = readLines(pdf, copy.indentEm * copy.sizePt)
    const judged = judgeLines(pages, copy.sizePt)
    columns.set(name, toCells(judged))
    if (!showsWorst) continue
    console.log(name)
    const excerpts = judged.worst.map(({pageIndex, stretchEm, text, yPt}) => {
      console.log(`  ${stretchEm.toFixed(3)} ${text}`)
      return toExcerpt(copy, pageIndex, yPt, `${stretchEm.toFixed(3)} em`)
    })
    worst.push({name: `The real page, ${name}`, pdf, excerpts})
  }
  const {measuresEm, paragraphs} = copy
  console.log(
    `Chinese: ${paragraphs.length} paragraphs of ${paragraphs.join('').length} characters, ${measuresEm[0]}–${measuresEm.at(-1)} em`
  )
  printTable(lineGoals, columns)
}

async function compareEnglish(copy: BenchCopy): Promise<void> {
  const faces = await openBenchFaces(copy)
  const pdfs = {
    Chromium: await plant.printPdf(toChromiumSheet(copy)),
    Typst: openTypst(copy).toPdf(copy.measuresEm),
    ours: await printOurs(copy, latinRules)
  }
  const words = copy.paragraphs.join(' ').split(' ').length
  console.log(`\nEnglish: ${words} words; word space over its natural width`)
  console.log('em  composer   mean  p95   max   hyphens (in a row)  lines')
  for (const [name, pdf] of Object.entries(pdfs)) {
    const pages = readLines(pdf, copy.indentEm * copy.sizePt)
    const lines: Array<WordLine & {pageIndex: number}> = []
    for (const [index, page] of pages.entries()) {
      const one = judgeWords(page, faces, copy.sizePt)
      console.log(
        String(copy.measuresEm[index]).padEnd(3),
        name.padEnd(10),
        one.meanRatio.toFixed(2),
        one.p95Ratio.toFixed(2),
        one.maxRatio.toFixed(2).padStart(6),
        String(one.hyphenCount).padStart(5),
        `(${one.hyphenPairCount})`.padEnd(6),
        one.lineCount
      )
      lines.push(...one.worst.map((line) => ({...line, pageIndex: index})))
    }
    const widest = lines.toSorted((a, b) => b.ratio - a.ratio).slice(0, 20)
    const excerpts = widest.map(({pageIndex, ratio, yPt}) =>
      toExcerpt(copy, pageIndex, yPt, `word spaces × ${ratio.toFixed(2)}`)
    )
    if (showsWorst) worst.push({name: `English, ${name}`, pdf, excerpts})
  }
}

/** Cut out a line between its neighbours. */
function toExcerpt(
  copy: BenchCopy,
  pageIndex: number,
  yPt: number,
  what: string
): Excerpt {
  const measureEm = copy.measuresEm[pageIndex] ?? 0
  return {
    pageIndex,
    area: {
      xPt: 0,
      yPt: yPt - 2 * leadingPt,
      widthPt: (measureEm + 1) * copy.sizePt,
      depthPt: 3.5 * leadingPt
    },
    caption: `${what} at ${measureEm} em`
  }
}

async function printOurs(
  copy: BenchCopy,
  rules: CompositionRules
): Promise<Uint8Array> {
  const pages = await setPages(copy, rules)
  return plant.printPdf(toBenchSheet(pages, copy))
}
