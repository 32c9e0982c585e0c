// Lines of ours, of Chromium's best and of Typst, side by side: the same copy,
// printed to PDF and read back glyph by glyph. `npm run bench:compose`
//
// `--worst` adds the twenty lines of each that are stretched most, `--frontier`
// what comes of other weights.

import process from 'node:process'
import {openPlant} from '../../src/plant/plant.ts'
import type {CompositionRules} from '../../src/template/template.ts'
import {latinRules, madeRules} from '../compose/made-rules.ts'
import {toChromiumSheet} from './compose/chromium-sheet.ts'
import {loadFont, type BenchCopy} from './compose/copy.ts'
import {readEnglishParagraphs} from './compose/english-paragraphs.ts'
import {printFrontier} from './compose/frontier.ts'
import {judgeLines} from './compose/judge-lines.ts'
import {judgeWords} from './compose/judge-words.ts'
import {printMemory} from './compose/memory.ts'
import {openBenchFaces, setPages, toBenchSheet} from './compose/our-pages.ts'
import {readLines} from './compose/read-lines.ts'
import {readSeedParagraphs} from './compose/seed-paragraphs.ts'
import {printSpeeds} from './compose/speeds.ts'
import {openTypst} from './compose/typst-pages.ts'
import {lineGoals, printTable, toCells} from './compose/write-table.ts'

const seed = readSeedParagraphs()
const plant = openPlant()

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
    if (!process.argv.includes('--worst')) continue
    console.log(name)
    for (const {stretchEm, text} of judged.worst) {
      console.log(`  ${stretchEm.toFixed(3)} ${text}`)
    }
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
    }
  }
}

async function printOurs(
  copy: BenchCopy,
  rules: CompositionRules
): Promise<Uint8Array> {
  const pages = await setPages(copy, rules)
  return plant.printPdf(toBenchSheet(pages, copy))
}
