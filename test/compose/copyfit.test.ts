// Copyfitting: line counts of paragraphs and of stories.

import {expect, test} from 'vitest'
import type {LineCountOption} from '../../src/compose/break-lines.ts'
import {addLineCounts} from '../../src/compose/copyfit.ts'
import {prepareText} from '../../src/compose/prepare-text.ts'
import {
  breakPrepared,
  countLines,
  type TextRequest
} from '../../src/compose/set-text.ts'
import {madeFaces} from './made-faces.ts'
import {madeRules} from './made-rules.ts'

const paragraph =
  '山里的风，是有颜色的；水边的人，是有名字的。“走，去看看！”他说，2026年春天，' +
  '一万多人走过了这座桥，也有人留了下来，种树、修路、养蜂，把日子过成了别人的风景。'

function toRequest(measureEm: number, text: string): TextRequest {
  const style = {
    face: 'song',
    sizePt: 10,
    color: 'black',
    trackingEm: 0,
    lang: 'zh-CN'
  }
  return {
    texts: [{text, style, isCopy: true}],
    lang: 'zh-CN',
    measurePt: measureEm * 10,
    align: 'justify',
    firstIndentPt: 20,
    rules: madeRules,
    faces: madeFaces
  }
}

test('should set a paragraph in every line count it offers', () => {
  let offered = 0
  for (let measureEm = 8; measureEm < 26; measureEm++) {
    const request = toRequest(measureEm, paragraph.repeat(4))
    const prepared = prepareText(request.texts, {
      faces: madeFaces,
      lang: request.lang,
      rules: request.rules
    })
    const options = countLines(prepared, request)
    const best = breakPrepared(prepared, request)
    offered += options.length

    expect(options[0]?.lineCount).toBe(best.lines.length)
    for (const {cost, lineCount} of options) {
      const text = breakPrepared(prepared, {...request, lineCount})
      expect(text.lines.length).toBe(lineCount)
      expect(cost).toBeGreaterThanOrEqual(options[0]?.cost ?? 0)
      for (const {stretchEm} of text.lines) {
        expect(stretchEm).toBeLessThanOrEqual(madeRules.maxStretchEm + 1e-9)
      }
      const ends = text.lines.map(({end}) => end)
      expect(ends.at(-1)).toBe(text.atoms.length)
    }
  }
  // It is a lever only if there is something to pull.
  expect(offered).toBeGreaterThan(18 * 2)
})

test('should share lines out at the least cost', () => {
  const paragraphs: Array<Array<LineCountOption>> = [
    [
      {lineCount: 10, cost: 2},
      {lineCount: 9, cost: 5},
      {lineCount: 11, cost: 9}
    ],
    [
      {lineCount: 4, cost: 1},
      {lineCount: 5, cost: 3}
    ],
    [
      {lineCount: 7, cost: 0},
      {lineCount: 6, cost: 8},
      {lineCount: 8, cost: 1.5}
    ]
  ]
  const counts = addLineCounts(paragraphs)

  expect(counts.bestLineCount).toBe(21)
  const cheapest = tryAll(paragraphs)
  expect(counts.options).toEqual(
    [...cheapest.entries()]
      .map(([lineCount, cost]) => ({lineCount, cost: cost - 3}))
      .toSorted((a, b) => a.lineCount - b.lineCount)
  )
  for (const {lineCount, cost} of counts.options) {
    const shares = counts.shareOut(lineCount)
    let lines = 0
    let price = -3
    for (const [index, share] of shares.entries()) {
      lines += share
      price +=
        paragraphs[index]?.find((one) => one.lineCount === share)?.cost ?? NaN
    }
    expect(lines).toBe(lineCount)
    expect(price).toBeCloseTo(cost)
  }
  expect(() => counts.shareOut(90)).toThrow('Unexpected line count')
})

/** Least cost of every sum of lines, by trying all. */
function tryAll(
  paragraphs: ReadonlyArray<ReadonlyArray<LineCountOption>>
): Map<number, number> {
  let sums = new Map([[0, 0]])
  for (const options of paragraphs) {
    const next = new Map<number, number>()
    for (const [lines, cost] of sums) {
      for (const option of options) {
        const sum = lines + option.lineCount
        const price = cost + option.cost
        next.set(sum, Math.min(price, next.get(sum) ?? Infinity))
      }
    }
    sums = next
  }
  return sums
}
