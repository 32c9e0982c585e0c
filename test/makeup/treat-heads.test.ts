import {describe, expect, test} from 'vitest'
import {priceArrangement} from '../../src/makeup/arrange-page.ts'
import type {PlacedUnit} from '../../src/makeup/placed-unit.ts'
import {treatHeads} from '../../src/makeup/treat-heads.ts'
import type {PageRequest} from '../../src/makeup/unit.ts'
import type {CastOff} from '../../src/model/plan.ts'
import type {Template} from '../../src/template/template.ts'
import {toRequest} from './desk.ts'

const treatment = {
  color: 'black',
  align: 'center' as const,
  kickerFace: 'hei',
  kickerRatio: 0.5,
  deckFace: 'kai',
  deckRatio: 0.5,
  minSizePt: 10
}

const headlines = {
  treatments: {
    lead: {...treatment, face: 'songBlack'},
    default: {...treatment, face: 'song'},
    news: {...treatment, face: 'song'},
    photo: {...treatment, face: 'hei'}
  },
  contrasts: {song: 'hei', hei: 'song'}
}

describe('treatHeads', () => {
  test('should set the lesser of two butting heads in the other face', () => {
    const {faces, after, before} = treat([0, 2, 2, 4])

    expect(faces).toEqual([undefined, undefined, 'hei'])
    expect(after).toBeLessThan(before)
  })

  test('should set the lesser smaller, too, if that is seen', () => {
    const {sizes} = treat([0, 2, 2, 4])

    expect(sizes[1]).toBe(20)
    expect(sizes[2]).toBe(16)
  })

  test('should alternate in a row of heads', () => {
    const {faces} = treat([0, 2, 2, 4, 4, 6])

    expect(faces).toEqual([undefined, undefined, 'hei', undefined])
  })

  test('should leave heads alone that do not butt', () => {
    const {after, before, faces} = treat([0, 2, 4, 6])

    expect(faces).toEqual([undefined, undefined, undefined])
    expect(after).toBe(before)
  })

  test('should leave a head that would run deeper', () => {
    const {after, before, faces} = treat([0, 2, 2, 4], (castOff) => {
      return (request) => {
        const cast = castOff(request)
        const {face, sizeStep} = request.shape.headline
        const added = face || sizeStep < 0 ? 1 : 0
        return {...cast, headLineCount: cast.headLineCount + added}
      }
    })

    expect(faces).toEqual([undefined, undefined, undefined])
    expect(after).toBe(before)
  })

  test('should leave heads as they are without contrasts', () => {
    const {faces} = treat([0, 2, 2, 4], undefined, {})

    expect(faces).toEqual([undefined, undefined, undefined])
  })
})

/** Treat stories side by side under a lead, given first columns and ends. */
function treat(
  edges: ReadonlyArray<number>,
  change: (castOff: CastOff) => CastOff = (castOff) => castOff,
  contrasts: Template['headlines']['contrasts'] = headlines.contrasts
): {
  faces: ReadonlyArray<string | undefined>
  sizes: ReadonlyArray<number>
  before: number
  after: number
} {
  const count = Math.floor(edges.length / 2) + 1
  const plain = toRequest(
    Array.from({length: count}, (_, index) => ({
      slug: `story-${index}`,
      characterCount: 400
    }))
  )
  const template: Template = {
    ...plain.template,
    headlines: {
      ...plain.template.headlines,
      treatments: headlines.treatments,
      ...(contrasts ? {contrasts} : {})
    }
  }
  const request: PageRequest = {
    ...plain,
    template,
    castOff: change(plain.castOff)
  }
  const placed = request.units.map((unit, index): PlacedUnit => {
    // The lead stands above all others.
    const columnIndex = index === 0 ? 0 : (edges[2 * index - 2] ?? 0)
    const end = index === 0 ? 8 : (edges[2 * index - 1] ?? 8)
    const lineCount = index === 0 ? 20 : 30
    const columnCount = end - columnIndex
    return {
      unit,
      area: {
        columnIndex,
        columnCount,
        lineIndex: index === 0 ? 0 : 20,
        lineCount
      },
      candidate: {
        lineCount,
        cost: 0,
        shape: {
          columnCount,
          legCount: columnCount,
          headline: {sizeStep: 0, rowCount: 1},
          pictures: [],
          frame: 'none'
        },
        bodyLineCount: 30,
        oversetLineCount: 0,
        headlineSizePt: 20
      }
    }
  })
  const before = priceArrangement(placed, template)
  const after = treatHeads(before, request)
  return {
    faces: after.placed.map(({candidate}) => candidate.shape.headline.face),
    sizes: after.placed.map(({candidate}) => candidate.headlineSizePt),
    before: before.score.total,
    after: after.score.total
  }
}
