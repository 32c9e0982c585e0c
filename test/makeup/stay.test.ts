// Stability: when a story changes by a few characters, the page stays.

import {describe, expect, test} from 'vitest'
import {makeUpPage, type PageResult} from '../../src/makeup/makeup.ts'
import {unitKey} from '../../src/makeup/unit.ts'
import {openDice} from '../made/open-dice.ts'
import {toRequest, type Copy} from './desk.ts'

const photo = {
  aspectRatio: 1.5,
  isMissing: false,
  widthPx: 2200,
  captionCharacterCount: 36
}

describe('stay', () => {
  test('should change one module at most in nine of ten cases of ±3 %', () => {
    let caseCount = 0
    let stableCount = 0
    for (let seed = 1; seed <= 8; seed++) {
      const copy = makeCopy(seed)
      const before = makeUpPage(toRequest(copy))
      expect(before.isFilled).toBe(true)

      for (const [index, story] of copy.entries()) {
        if (story.characterCount === 0) continue
        for (const ratio of [0.97, 1.03]) {
          const characterCount = Math.round(story.characterCount * ratio)
          const changed = copy.with(index, {...story, characterCount})
          const after = makeUpPage({
            ...toRequest(changed),
            previous: toPrevious(before)
          })
          expect(after.isFilled).toBe(true)
          caseCount++
          if (countChanged(before, after) <= 1) stableCount++
        }
      }
    }

    expect(caseCount).toBeGreaterThan(100)
    expect(stableCount / caseCount).toBeGreaterThanOrEqual(0.9)
  })

  test('should make the page up anew when there is other copy on it', () => {
    const copy = makeCopy(1)
    const before = makeUpPage(toRequest(copy))
    const more = {slug: 'more', characterCount: 420}
    const after = makeUpPage({
      ...toRequest([...copy, more]),
      previous: toPrevious(before)
    })

    expect(after.isFilled).toBe(true)
    expect(after.plan.modules).toHaveLength(copy.length + 1)
  })

  test('should follow a new pin rather than the plan before', () => {
    const copy = makeCopy(2)
    const before = makeUpPage(toRequest(copy))
    const first = before.plan.modules[1]
    const pin = {columnCount: (first?.area.columnCount ?? 1) + 1}
    const pinned = copy.map((one, index) => (index === 1 ? {...one, pin} : one))
    const after = makeUpPage({
      ...toRequest(pinned),
      previous: toPrevious(before)
    })

    expect(after.plan.modules[1]?.area.columnCount).toBe(pin.columnCount)
  })
})

function makeCopy(seed: number): Array<Copy> {
  const dice = openDice(seed)
  return Array.from({length: 8}, (_, index): Copy => {
    const hasPhoto = index === 0 || dice.happens(20)
    return {
      slug: `story-${index}`,
      characterCount: index === 0 ? 1400 : dice.between(420, 1300),
      headlineCharacterCount: dice.between(8, 16),
      ...(hasPhoto ? {figures: [photo]} : {})
    }
  })
}

function toPrevious({plan}: PageResult) {
  return new Map(plan.modules.map((module) => [unitKey(module), module.area]))
}

function countChanged(before: PageResult, after: PageResult): number {
  const previous = toPrevious(before)
  let count = 0
  for (const module of after.plan.modules) {
    const area = previous.get(unitKey(module))
    if (JSON.stringify(area) !== JSON.stringify(module.area)) count++
  }
  return count
}
