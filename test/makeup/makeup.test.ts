import {describe, expect, test} from 'vitest'
import {makeUpPage} from '../../src/makeup/makeup.ts'
import type {
  CastOff,
  CastOffRequest,
  PlannedModule
} from '../../src/model/plan.ts'
import {toRequest, type Copy} from './desk.ts'

const photo = [
  {
    aspectRatio: 1.5,
    isMissing: false,
    widthPx: 2200,
    captionCharacterCount: 36
  }
]

const feature: Array<Copy> = [
  {
    slug: 'lead',
    characterCount: 560,
    headlineCharacterCount: 14,
    figures: photo
  },
  {slug: 'sea', characterCount: 650},
  {slug: 'village', characterCount: 800},
  {
    slug: 'field',
    characterCount: 0,
    kind: 'photo',
    headlineCharacterCount: 0,
    figures: photo
  },
  {slug: 'move', characterCount: 830},
  {slug: 'flower', characterCount: 770, headlineCharacterCount: 17},
  {slug: 'comment', characterCount: 1300, headlineCharacterCount: 0},
  {slug: 'care', characterCount: 340},
  {slug: 'bank', characterCount: 650},
  {
    slug: 'orchard',
    characterCount: 0,
    kind: 'photo',
    headlineCharacterCount: 0,
    figures: photo
  }
]

describe('makeUpPage', () => {
  test.for([104, 111, 118, 124])(
    'should fill a page of %i lines exactly',
    (lineCount) => {
      const {plan, unplaced} = makeUpPage(toRequest(feature, lineCount))

      expect(unplaced).toEqual([])
      expect(plan.modules.length).toBe(feature.length)
      expect(findFaults(plan.modules, 8, lineCount)).toEqual([])
    }
  )

  test('should put the lead at the upper left', () => {
    const {plan} = makeUpPage(toRequest(feature))

    expect(plan.modules[0]).toMatchObject({
      slug: 'lead',
      area: {columnIndex: 0, lineIndex: 0}
    })
  })

  test('should give the same page twice', () => {
    expect(makeUpPage(toRequest(feature))).toEqual(
      makeUpPage(toRequest(feature))
    )
  })

  test('should keep to a full pin and fill the rest around it', () => {
    const pin = {columnNumber: 6, lineNumber: 20, columnCount: 3, lineCount: 30}
    const copy = feature.map((one) =>
      one.slug === 'village' ? {...one, pin} : one
    )
    const {plan, unplaced} = makeUpPage(toRequest(copy))
    const village = plan.modules.find(({slug}) => slug === 'village')

    expect(unplaced).toEqual([])
    expect(village?.area).toEqual({
      columnIndex: 5,
      columnCount: 3,
      lineIndex: 19,
      lineCount: 30
    })
    expect(findFaults(plan.modules, 8, 118)).toEqual([])
  })

  test('should put an advertisement of fixed size at the foot', () => {
    const size = {columnCount: 4, lineCount: 20}
    const ad: Copy = {slug: 'ad', characterCount: 60, kind: 'ad', size}
    const {plan} = makeUpPage(toRequest([...feature.slice(0, 8), ad]))
    const module = plan.modules.find(({slug}) => slug === 'ad')

    expect(module?.area).toMatchObject({columnCount: 4, lineCount: 20})
    expect(module?.area.lineIndex).toBe(98)
  })

  test('should part a story that jumps, so that the page is full', () => {
    const copy = feature.map((one) =>
      one.slug === 'bank'
        ? {...one, characterCount: 1900, part: 'start' as const}
        : one
    )
    const {plan} = makeUpPage(toRequest(copy))
    const bank = plan.modules.find(({slug}) => slug === 'bank')

    expect(bank?.to?.offset).toBeGreaterThan(13 * 20)
    expect(bank?.to?.offset).toBeLessThan(1900 - 13 * 20)
    expect(findFaults(plan.modules, 8, 118)).toEqual([])
  })

  test('should make up a page with far too little copy', () => {
    const {plan, unplaced} = makeUpPage(
      toRequest([{slug: 'only', characterCount: 300}])
    )

    expect(unplaced).toEqual([])
    expect(plan.modules[0]?.area.lineIndex).toBe(0)
  })

  test('should say which wishes it could not meet', () => {
    const [lead, ...others] = feature
    const wish = {corner: 'lower-right'} as const
    const copy = others.map((one, index) =>
      index < 2 ? {...one, pin: wish} : {...one, group: `alone-${index}`}
    )
    const {isFilled, missedWishes} = makeUpPage(
      toRequest([...(lead ? [lead] : []), ...copy])
    )

    expect(isFilled).toBe(true)
    expect(missedWishes).toHaveLength(1)
    expect(missedWishes[0]).toMatchObject({wish: 'corner'})
    expect(makeUpPage(toRequest(feature)).missedWishes).toEqual([])
  })

  test('should rather have a shape without single lines', () => {
    const request = toRequest(feature)
    const before = makeUpPage(request).plan.modules[1]
    const isBefore = ({shape, slug}: CastOffRequest): boolean =>
      slug === before?.slug &&
      shape.columnCount === before.shape.columnCount &&
      shape.legCount === before.shape.legCount
    const castOff: CastOff = (ask) => {
      const breaks = {widowCount: 2, orphanCount: 1, orphanUnderHeadCount: 0}
      const cast = request.castOff(ask)
      return isBefore(ask) ? {...cast, breaksWith: () => breaks} : cast
    }
    const {isFilled, plan} = makeUpPage({...request, castOff})
    const after = plan.modules[1]

    expect(isFilled).toBe(true)
    expect(after?.slug).toBe(before?.slug)
    expect(after && isBefore(after)).toBe(false)
    expect(after?.fit?.costs).not.toHaveProperty('widow')
  })

  test('should say what single lines cost where there is no other way', () => {
    const request = toRequest(feature)
    const breaks = {widowCount: 2, orphanCount: 1, orphanUnderHeadCount: 1}
    const castOff: CastOff = (ask) => ({
      ...request.castOff(ask),
      breaksWith: () => breaks
    })
    const {plan} = makeUpPage({...request, castOff})

    expect(plan.modules[1]?.fit?.costs).toMatchObject({widow: 1.6})
    expect(plan.modules[1]?.fit?.costs['orphan']).toBeCloseTo(0.6, 9)
  })

  test('should make up a page with far too much copy', () => {
    const copy = feature.map((one) => ({
      ...one,
      characterCount: one.characterCount * 2
    }))
    const {plan, unplaced} = makeUpPage(toRequest(copy))

    expect(unplaced).toEqual([])
    expect(findFaults(plan.modules, 8, 118)).toEqual([])
  })

  test('should leave out what a page of many stories has no room for', () => {
    const copy = Array.from({length: 14}, (_, index) => ({
      slug: `story-${index}`,
      characterCount: 950 + ((index * 97) % 260)
    }))
    const {fixes, isFilled, missedLineCount, plan, unplaced} = makeUpPage(
      toRequest(copy)
    )
    const slugs = unplaced.map(({slug}) => slug)

    expect(isFilled).toBe(false)
    expect(slugs.length).toBeLessThan(7)
    expect(slugs).not.toContain('story-0')
    expect(missedLineCount).toBeGreaterThan(slugs.length * 50)
    expect(fixes).toContainEqual({action: 'move', slugs})
    expect(plan.modules.length + slugs.length).toBe(14)
    expect(findFaults(plan.modules, 8, 118)).toEqual([])
  })

  test('should make up a page of sixteen stories', () => {
    const copy = Array.from({length: 16}, (_, index) => ({
      slug: `story-${index}`,
      characterCount: 380 + ((index * 97) % 260)
    }))
    const {plan, unplaced} = makeUpPage(toRequest(copy))

    expect(unplaced).toEqual([])
    expect(findFaults(plan.modules, 8, 118)).toEqual([])
  })

  test('should say which story has no room by its pin', () => {
    const pin = {columnNumber: 7, lineNumber: 1, columnCount: 4, lineCount: 30}
    const {unplaced} = makeUpPage(
      toRequest([{slug: 'wide', characterCount: 300, pin}])
    )

    expect(unplaced.map(({slug}) => slug)).toEqual(['wide'])
  })
})

/** List cells that no module or more than one module covers. */
function findFaults(
  modules: ReadonlyArray<PlannedModule>,
  columnCount: number,
  lineCount: number
): Array<string> {
  const faults: Array<string> = []
  for (let column = 0; column < columnCount; column++) {
    for (let line = 0; line < lineCount; line++) {
      const slugs = modules
        .filter(
          ({area}) =>
            area.columnIndex <= column &&
            column < area.columnIndex + area.columnCount &&
            area.lineIndex <= line &&
            line < area.lineIndex + area.lineCount
        )
        .map(({slug}) => slug)
      if (slugs.length !== 1) faults.push(`${column},${line}: ${slugs.join()}`)
    }
  }
  return faults
}
