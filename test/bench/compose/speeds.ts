// Speed of composers on the same page of copy, in one run: ours, pretext (greedy
// breaking after the rules of browsers) and Typst (a whole compiler).

import {breakLines} from '../../../src/compose/break-lines.ts'
import {prepareText} from '../../../src/compose/prepare-text.ts'
import {breakPrepared} from '../../../src/compose/set-text.ts'
import {madeRules} from '../../compose/made-rules.ts'
import type {BenchCopy} from './copy.ts'
import {openBenchFaces, toTextRequest} from './our-pages.ts'
import {openPretext} from './pretext.ts'
import {openTypst} from './typst-pages.ts'

const warmUpCount = 200

/** Print how long composers take for the copy. */
export async function printSpeeds(copy: BenchCopy): Promise<void> {
  const faces = await openBenchFaces(copy)
  const {lang, paragraphs, sizePt} = copy
  const rules = madeRules
  const texts = paragraphs.map((text) => {
    const request = toTextRequest(text, copy, rules, faces)
    return {request, prepared: prepareText(request.texts, {faces, lang, rules})}
  })
  const typst = openTypst(copy)
  const pretext = await openPretext(copy, faces)
  const twelve = Array.from({length: 12}, (_, index) => 11 + index)
  let salt = 0

  const rows: Array<[string, number]> = [
    ['prepare (once)', time(20, prepareAll)],
    ['ours, 13 em, line breaks', time(warmUpCount, () => breakAll(13))],
    ['ours, 13 em, every gap set', time(warmUpCount, () => setAll(13))],
    [
      'ours, 12 measures, line breaks',
      time(30, () => {
        for (const em of twelve) breakAll(em)
      })
    ],
    ['pretext, 13 em, greedy', time(warmUpCount, () => pretext.layout(13))],
    [
      'pretext, 12 measures, greedy',
      time(30, () => {
        for (const em of twelve) pretext.layout(em)
      })
    ],
    // A width it has not seen, or it would answer from memory.
    ['Typst, 13 em, to PDF', time(7, () => typst.toPdf([13 + ++salt / 1000]))]
  ]
  console.log('\nSpeed, median, the whole page warm')
  for (const [name, ms] of rows) {
    console.log(`${name.padEnd(34)}${ms.toFixed(2).padStart(9)} ms`)
  }

  function prepareAll(): void {
    for (const {request} of texts) {
      prepareText(request.texts, {faces, lang, rules})
    }
  }

  function breakAll(em: number): void {
    for (const {prepared} of texts) {
      breakLines(prepared, {
        measurePt: em * sizePt,
        firstIndentPt: copy.indentEm * sizePt,
        indentPt: 0,
        isJustified: true
      })
    }
  }

  function setAll(em: number): void {
    for (const {prepared, request} of texts) {
      breakPrepared(prepared, {...request, measurePt: em * sizePt})
    }
  }
}

function time(count: number, work: () => void): number {
  const times: Array<number> = []
  for (let index = 0; index < count; index++) {
    const start = performance.now()
    work()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return times[Math.floor(count / 2)] ?? 0
}
