import {expect, test} from 'vitest'
import {toZones} from '../../src/render/zones.ts'
import {makeModule, makePage} from './made-page.ts'

const page = makePage(
  5,
  [],
  [
    {type: 'furniture', name: 'folio', role: 'header', children: []},
    makeModule('lead', [], {
      part: 'start',
      zone: [
        {xPt: 100, yPt: 50},
        {xPt: 300, yPt: 50},
        {xPt: 300, yPt: 500},
        {xPt: -10, yPt: 600}
      ]
    }),
    makeModule('second', [], {part: 'whole'})
  ],
  {widthPt: 400, depthPt: 500}
)

test('should list zones in reading order, as ratios within the page', () => {
  const zones = toZones(page, new Map([['lead', '题目']]))

  expect(zones.map(({part, slug, title}) => [slug, part, title])).toEqual([
    ['lead', 'start', '题目'],
    ['second', 'whole', 'second']
  ])
  expect(zones[0]?.points).toEqual([
    {xRatio: 0.25, yRatio: 0.1},
    {xRatio: 0.75, yRatio: 0.1},
    {xRatio: 0.75, yRatio: 1},
    {xRatio: 0, yRatio: 1}
  ])
})
