// The copyfit lever reaches what is no plain paragraph: items of lists, and
// quotations.

import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import type {Block} from '../../src/model/page.ts'
import {findLines} from '../../src/render/find-marks.ts'
import {checkPages} from '../check-page.ts'
import {openRoom, place} from './open-room.ts'

const folder = fileURLToPath(new URL('specimen', import.meta.url))

test('should set lists and quotations in other numbers of lines', async () => {
  const open = await openRoom(folder)
  const counts = new Map<number, number>()
  const planned = place('items', [0, 1, 0, 1], {legCount: 1})
  const cast = open.room.castOff(1)
  const {lineDeltas = []} = cast({
    slug: 'items',
    part: 'whole',
    shape: planned.shape
  })

  for (const {delta} of lineDeltas) {
    const shape = {...planned.shape, lineDelta: delta}
    const {depthLineCount} = cast({slug: 'items', part: 'whole', shape})
    const area = {...planned.area, lineCount: depthLineCount}
    const page = open.compose([{...planned, shape, area}])
    const lines = page.children
      .filter((child) => child.type === 'module')
      .flatMap(({children}) => children)
      .filter((node): node is Block => node.type === 'block')
      .filter(({role}) => role === 'list' || role === 'blockquote')
      .flatMap((block) => findLines([block]))
    counts.set(delta, lines.length)
    expect(checkPages([page], {isFull: false})).toEqual([])
  }

  const best = counts.get(0) ?? 0
  expect(best).toBeGreaterThan(6)
  expect([...counts.keys()]).toEqual(expect.arrayContaining([1, 2]))
  for (const [delta, count] of counts) expect(count).toBe(best + delta)
})
