// Copy to measure composers with: the same text, face and measures for all.

import fs from 'node:fs'
import {createRequire} from 'node:module'
import {subsetFace} from '../../../src/type/type.ts'

/** What every composer gets. */
export interface BenchCopy {
  paragraphs: ReadonlyArray<string>
  lang: 'en' | 'zh-CN'
  /** Family name of the face for Typst. */
  family: string
  /** Subset file that is measured and painted. */
  font: Uint8Array
  sizePt: number
  indentEm: number
  /** Measures, in em; one page each. */
  measuresEm: ReadonlyArray<number>
}

/** Depth of a page that holds the whole copy, and its width. */
export const pageDepthPt = 12_000
export const pageWidthPt = 216
/** Baseline to baseline. */
export const leadingPt = 13.5

const require = createRequire(import.meta.url)

/** Load the face of a copy, cut down to its characters. */
export async function loadFont(
  path: string,
  paragraphs: ReadonlyArray<string>
): Promise<Uint8Array> {
  const whole = fs.readFileSync(require.resolve(path))
  const characters = new Set([...paragraphs.join(''), '-', ' ', '〓'])
  return subsetFace(whole, [...characters].join(''))
}
