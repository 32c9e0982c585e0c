// Memory while ten thousand different paragraphs are made ready and broken: it
// must not grow with them.

import process from 'node:process'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {prepareText} from '../../../src/compose/prepare-text.ts'
import {breakPrepared} from '../../../src/compose/set-text.ts'
import {latinRules} from '../../compose/made-rules.ts'
import type {BenchCopy} from './copy.ts'
import {openBenchFaces, toTextRequest} from './our-pages.ts'

/** Print the memory in use after more and more paragraphs. */
export async function printMemory(copy: BenchCopy): Promise<void> {
  const counts = [100, 1000, 2000, 5000, 10_000]
  const used = await measureMemory(copy, counts)
  console.log('\nMemory in use after so many paragraphs')
  for (const [index, count] of counts.entries()) {
    const mb = used[index] ?? 0
    console.log(`${String(count).padStart(6)}${mb.toFixed(1).padStart(9)} MB`)
  }
}

/** Measure the memory in use, in MB, after so many paragraphs. */
export async function measureMemory(
  copy: BenchCopy,
  counts: ReadonlyArray<number>
): Promise<Array<number>> {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  const faces = await openBenchFaces(copy)
  const rules = latinRules
  const words = copy.paragraphs.join(' ').split(' ')
  const used: Array<number> = []

  for (let count = 1; count <= Math.max(...counts); count++) {
    // Other words each time, so that nothing is remembered from before.
    const text = Array.from(
      {length: 60},
      (_, index) =>
        `${words[(count * 37 + index * index) % words.length]}${count}`
    ).join(' ')
    const request = toTextRequest(text, copy, rules, faces)
    const {lang} = copy
    const prepared = prepareText(request.texts, {faces, lang, rules})
    breakPrepared(prepared, {...request, measurePt: 15 * copy.sizePt})
    if (!counts.includes(count)) continue
    if (typeof collect === 'function') collect()
    const {external, heapUsed} = process.memoryUsage()
    used.push((heapUsed + external) / 1e6)
  }

  return used
}
