// The error rate of a paper, as China's regulator counts it: errors in ten
// thousand characters of the pages (《报纸期刊质量管理规定》, 2020, annex 报纸编校
// 差错率计算方法). Three are the most that pass.
//
// Pages count by their size, characters in a line times lines: white, folios and
// cutlines in full, pictures at 80 per cent, ornaments at 30. Errors in headlines
// and in names count double; one error counts three times at most; numbers count
// a tenth each, and one in all.

import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Block, ComposedPage, Mark} from '../model/page.ts'
import type {Rect} from '../unit/rect.ts'
import {copyRules} from './copy/copy-rules.ts'
import {inconsistentName} from './copy/inconsistent-name.ts'
import {inconsistentTitle} from './copy/inconsistent-title.ts'
import {numberUsage} from './copy/number-usage.ts'

/** How well an issue is edited. */
export interface ErrorRate {
  /** Characters of all pages, as the annex counts them. */
  characterCount: number
  /** Errors, weighted. */
  errorCount: number
  /** Errors in ten thousand characters. */
  perTenThousand: number
  /** Whether it is within the limit. */
  passes: boolean
}

/** Errors in ten thousand characters that pass. */
export const mostPerTenThousand = 3

const mostRepeats = 3
const mostNumbers = 1
const pictureShare = 0.8
const ornamentShare = 0.3
const weights = new Map([
  ...copyRules.map(({errorCount, id}) => [id, errorCount] as const),
  [inconsistentName.id, 2] as const,
  [inconsistentTitle.id, 2] as const
])
const headTypes = new Set(['deck', 'headline', 'kicker'])

/** Work out the error rate of an issue from its pages and its notes. */
export function findErrorRate(
  pages: ReadonlyArray<ComposedPage>,
  files: ReadonlyArray<VFile>
): ErrorRate {
  const characterCount = Math.round(
    pages.reduce((sum, page) => sum + countCharacters(page), 0)
  )
  const errorCount = countErrors(files.flatMap((file) => file.messages))
  const perTenThousand =
    characterCount === 0 ? 0 : (errorCount / characterCount) * 10_000
  return {
    characterCount,
    errorCount: Math.round(errorCount * 10) / 10,
    perTenThousand: Math.round(perTenThousand * 100) / 100,
    passes: perTenThousand <= mostPerTenThousand
  }
}

function countCharacters(page: ComposedPage): number {
  const {grid, typeArea} = page
  const emPt = findBodySizePt(page)
  const lineCharacterCount = Math.floor(typeArea.widthPt / emPt)
  const all = lineCharacterCount * grid.lineCount
  const areaPt = typeArea.widthPt * typeArea.depthPt
  let lost = 0
  for (const mark of findRects(page)) {
    const share = mark.type === 'picture' ? pictureShare : ornamentShare
    lost += (mark.rect.widthPt * mark.rect.depthPt * (1 - share)) / areaPt
  }
  return all * Math.max(0, 1 - lost)
}

/** The size most of the page is set in. */
function findBodySizePt(page: ComposedPage): number {
  const counts = new Map<number, number>()
  visit(page.children)
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? page.grid.leadingPt * 0.8

  function visit(
    nodes: ReadonlyArray<ComposedPage['children'][number] | Block | Mark>
  ): void {
    for (const node of nodes) {
      if (node.type === 'line') {
        for (const {glyphs, sizePt} of node.children) {
          counts.set(sizePt, (counts.get(sizePt) ?? 0) + glyphs.length)
        }
      } else if ('children' in node) visit(node.children)
    }
  }
}

function findRects(
  page: ComposedPage
): Array<{type: 'ornament' | 'picture'; rect: Rect}> {
  const rects: Array<{type: 'ornament' | 'picture'; rect: Rect}> = []
  visit(page.children)
  return rects

  function visit(
    nodes: ReadonlyArray<ComposedPage['children'][number] | Block | Mark>
  ): void {
    for (const node of nodes) {
      if (node.type === 'picture' || node.type === 'ornament') {
        rects.push({type: node.type, rect: node})
      } else if (node.type !== 'line' && 'children' in node)
        visit(node.children)
    }
  }
}

function countErrors(messages: ReadonlyArray<VFileMessage>): number {
  const repeats = new Map<string, number>()
  let count = 0
  let numberCount = 0
  for (const message of messages) {
    const weight = weights.get(message.ruleId ?? '')
    if (weight === undefined) continue
    if (message.ruleId === numberUsage.id) {
      numberCount += weight
      continue
    }
    const key = `${message.ruleId} ${message.actual}`
    const times = (repeats.get(key) ?? 0) + 1
    repeats.set(key, times)
    if (times > mostRepeats) continue
    count += weight * toSize(message) * (isInHead(message) ? 2 : 1)
  }
  return count + Math.min(mostNumbers, numberCount)
}

/** One to a character, two to five, four to more: what is there too often. */
function toSize(message: VFileMessage): number {
  if (message.ruleId !== 'doubled-word') return 1
  const extra = (message.actual?.length ?? 2) / 2
  if (extra < 2) return 1
  return extra <= 5 ? 2 : 4
}

function isInHead(message: VFileMessage): boolean {
  return (message.ancestors ?? []).some((node) => headTypes.has(node.type))
}
