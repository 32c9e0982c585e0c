// The frontier: what a reader sees, under other weights. Told from the plan,
// without printing, so that many weights can be tried.

import {breakLines} from '../../../src/compose/break-lines.ts'
import {fitLine} from '../../../src/compose/fit-line.ts'
import {prepareText} from '../../../src/compose/prepare-text.ts'
import {hanPrices, type LinePrices} from '../../../src/compose/price-line.ts'
import {madeRules} from '../../compose/made-rules.ts'
import type {BenchCopy} from './copy.ts'
import {partsNumber} from './judge-numbers.ts'
import {openBenchFaces, toTextRequest} from './our-pages.ts'

const weights: ReadonlyArray<Partial<LinePrices>> = [
  {},
  {runt2: 8},
  {runt2: 60},
  {contrast: 0},
  {contrast: 3},
  {contrast: 16},
  {linear: 0},
  {linear: 1.5},
  {scaleEm: 0.02},
  {scaleEm: 0.045},
  {early: 0.1, late: 0.2},
  {early: 2, late: 4}
]

/** Print what comes of other weights, numbers kept together. */
export async function printFrontier(copy: BenchCopy): Promise<void> {
  const faces = await openBenchFaces(copy)
  const rules = madeRules
  const {lang, measuresEm, paragraphs, sizePt} = copy
  const texts = paragraphs.map((text) =>
    prepareText(toTextRequest(text, copy, rules, faces).texts, {
      faces,
      lang,
      rules
    })
  )
  console.log(
    '\nWeights                      mean   >.05 %  uneven %  parted  runts  lines  squeezed %'
  )
  for (const change of weights) {
    const cells = judge({...hanPrices, ...change})
    const name = JSON.stringify(change).replaceAll('"', '')
    console.log(name.padEnd(26), cells.join('   '))
  }

  function judge(prices: LinePrices): Array<string> {
    const stretches: Array<number> = []
    let uneven = 0
    let pairs = 0
    let parted = 0
    let runts = 0
    let squeezed = 0
    for (const measureEm of measuresEm) {
      for (const text of texts) {
        const room = {
          measurePt: measureEm * sizePt,
          firstIndentPt: copy.indentEm * sizePt,
          indentPt: 0,
          isJustified: true
        }
        const ends = breakLines(text, {...room, prices})
        const lines = ends.map((to, index) =>
          fitLine(text, room, 0, [ends[index - 1] ?? 0, to])
        )
        const words = lines.map(({end, start}) =>
          text.atoms
            .slice(start, end)
            .map((atom) => atom.text)
            .join('')
        )
        for (const [index, line] of lines.entries()) {
          stretches.push(line.stretchEm)
          if (line.squeezeRatio) squeezed++
          const next = lines[index + 1]
          if (!next) continue
          pairs++
          if (Math.abs(next.stretchEm - line.stretchEm) > 0.06) uneven++
          if (partsNumber(words[index] ?? '', words[index + 1] ?? '')) parted++
        }
        const last = words.at(-1)?.replaceAll(/[^\p{L}\p{N}]/gu, '') ?? ''
        if (lines.length > 1 && last.length <= 2) runts++
      }
    }
    let total = 0
    for (const stretchEm of stretches) total += stretchEm
    const wide = stretches.filter((stretchEm) => stretchEm > 0.05).length
    const percent = (count: number, of: number): string =>
      ((100 * count) / of).toFixed(2).padStart(6)
    return [
      (total / stretches.length).toFixed(4),
      percent(wide, stretches.length),
      percent(uneven, pairs),
      String(parted).padStart(6),
      String(runts).padStart(4),
      String(stretches.length).padStart(5),
      percent(squeezed, stretches.length)
    ]
  }
}
