import {describe, expect, test} from 'vitest'
import {fullRung} from '../../src/makeup/ladder.ts'
import {listDrafts} from '../../src/makeup/list-settings.ts'
import {toRequest} from './desk.ts'

describe('listDrafts', () => {
  test('should make the start of a jump as deep as its pictures', () => {
    const request = toRequest([
      {
        slug: 'start',
        characterCount: 2600,
        part: 'start',
        figures: [
          {aspectRatio: 0.5, isMissing: false, captionCharacterCount: 20}
        ]
      }
    ])
    const [unit] = request.units
    if (!unit) throw new TypeError('Unexpected request without a unit')
    let jumpCount = 0

    for (let width = 2; width <= 5; width++) {
      for (const {legs} of listDrafts(unit, width, request, fullRung)) {
        const depths = legs.shape.pictures.map(({lineCount}) => lineCount)
        for (const {legLineCount} of legs.listJumps()) {
          jumpCount++
          expect(legLineCount).toBeGreaterThanOrEqual(Math.max(0, ...depths))
        }
      }
    }

    expect(jumpCount).toBeGreaterThan(0)
  })
})
