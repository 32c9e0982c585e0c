import {describe, expect, test} from 'vitest'
import {readPlanFile, writePlanFile} from '../../src/build/plan-file.ts'
import {makeUpPage} from '../../src/makeup/makeup.ts'
import {toRequest, toTemplate} from '../makeup/desk.ts'

const {plan} = makeUpPage(
  toRequest([
    {slug: 'a', characterCount: 3500},
    {slug: 'b', characterCount: 4500}
  ])
)
const template = toTemplate()
const templates = new Map([[plan.pageNumber, template]])

describe('plan file', () => {
  test('should give back where stories stood', () => {
    const previous = readPlanFile(
      encode(writePlanFile([plan], templates)),
      templates
    )

    expect(previous.get(plan.pageNumber)).toEqual(
      new Map(plan.modules.map(({area, slug}) => [`${slug} whole`, area]))
    )
  })

  test('should forget a plan for another design', () => {
    const other = {...template, costs: {...template.costs, slack: 7}}
    const file = encode(writePlanFile([plan], templates))
    const previous = readPlanFile(file, new Map([[plan.pageNumber, other]]))

    expect(previous.size).toBe(0)
  })

  test.each([
    '',
    'null',
    '{"version": 2, "pages": []}',
    '{"version": 1, "pages": [{}]}',
    '{"version": 1, "pages": [{"pageNumber": 5, "design": "", "modules": [{"slug": 1}]}]}'
  ])('should take `%s` for no plan', (text) => {
    expect(readPlanFile(encode(text), templates).size).toBe(0)
  })
})

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
