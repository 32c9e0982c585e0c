import {describe, expect, test} from 'vitest'
import {fillBands, type DownPiece} from '../../src/compose/down-columns.ts'
import {breakText} from '../../src/compose/set-text.ts'
import {madeFaces} from './made-faces.ts'

/** A piece of so many hanzi, 10pt each, 12pt from axis to axis. */
function toPiece(count: number, role: DownPiece['role']): DownPiece {
  return {
    role,
    id: `${role}/${count}`,
    pitchPt: 12,
    sizePt: 10,
    beforePt: 0,
    breakAt: (measurePt) =>
      breakText({
        texts: [
          {
            text: '字'.repeat(count),
            style: {
              face: 'song',
              sizePt: 10,
              color: 'black',
              trackingEm: 0,
              lang: 'zh-CN'
            },
            isCopy: true
          }
        ],
        lang: 'zh-CN',
        measurePt,
        align: 'left',
        rules: {
          prohibition: 'gb',
          lineEndMarks: 'flexible',
          hanLatinSpaceEm: {natural: 0.125, min: 0, max: 0.25},
          maxStretchEm: 0.1,
          keepsTogether: true,
          maxLetterSpaceEm: 0,
          hyphenates: false,
          hangs: false
        },
        faces: madeFaces,
        writing: 'vertical'
      })
  }
}

describe('fillBands', () => {
  test.for([
    // Hanzi of paragraphs and crossheads (`h`); width, depth; lines per band.
    ['20', 50, 50, [4]],
    // The last line needs only its own width, not the white left of it.
    ['20', 47, 50, [4]],
    ['20', 46, 50, [3, 1]],
    ['10 10', 50, 50, [4]],
    // A crosshead is never the last line of a band.
    ['15 h2 5', 50, 50, [3, 2]],
    ['10 h2 5', 50, 50, [4]]
  ] as const)(
    'should fill %s in %ipt by %ipt',
    ([copy, width, depth, counts]) => {
      const pieces = copy
        .split(' ')
        .map((word) =>
          word.startsWith('h')
            ? toPiece(Number(word.slice(1)), 'crosshead')
            : toPiece(Number(word), 'paragraph')
        )
      const {bands} = fillBands(pieces, width, depth)

      expect(bands.map((band) => band.columns.length)).toEqual(counts)
      for (const band of bands) {
        const axes = band.columns.map(({axisPt}) => axisPt)
        expect(axes).toEqual(axes.toSorted((a, b) => a - b))
      }
    }
  )
})
