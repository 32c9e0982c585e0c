import {expect, test} from 'vitest'
import {findPageTemplate} from '../../src/template/template.ts'
import {toTemplate} from '../makeup/desk.ts'

const template = {
  ...toTemplate(),
  costs: {narrowLead: 16, pad: 0.8},
  limits: {leadHeadlinePt: 42},
  frontPage: {
    costs: {narrowLead: 30},
    limits: {leadWidthShare: 1},
    headlineSizes: {8: [90, 80]}
  }
}
const templates = new Map([['test', template]])

test('should have on page one what the template says of it', () => {
  const front = findPageTemplate(templates, {pageNumber: 1, template: 'test'})

  expect(front?.costs).toEqual({narrowLead: 30, pad: 0.8})
  expect(front?.limits).toEqual({leadHeadlinePt: 42, leadWidthShare: 1})
  expect(front?.headlines.ladder.get(8)).toEqual([90, 80])
  expect(front?.headlines.ladder.get(7)).toEqual(
    template.headlines.ladder.get(7)
  )
})

test('should leave the other pages as they are', () => {
  const other = findPageTemplate(templates, {pageNumber: 3, template: 'test'})

  expect(other).toBe(template)
})
