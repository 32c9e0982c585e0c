import fs from 'node:fs'
import {createRequire} from 'node:module'
import {Ajv} from 'ajv'
import {describe, expect, test} from 'vitest'
import {rulePages} from '../../src/cli/rule-pages.ts'
import {toSarif} from '../../src/cli/to-sarif.ts'

// The schema of SARIF 2.1.0, as Microsoft publishes it with its SDK.
const require = createRequire(import.meta.url)
const schema: unknown = JSON.parse(
  fs.readFileSync(
    require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8'
  )
)

const notes = [
  {
    path: 'manuscript/一/lead.md',
    line: 7,
    column: 12,
    level: 'warning',
    reason: 'Unexpected `夏夏`, expected `夏` once',
    rule: 'doubled-word',
    fix: 'Take it out.'
  },
  {path: 'issue.yaml', level: 'error', reason: 'Unexpected end'}
] as const

describe('toSarif', () => {
  test('should be valid', () => {
    const validate = toValidator()
    const log: unknown = JSON.parse(toSarif(notes, rulePages, '1.2.3'))

    validate(log)
    expect(validate.errors).toBeNull()
  })

  test('should be seen when it is not valid', () => {
    const validate = toValidator()
    const text = toSarif(notes, rulePages, '1.2.3').replace('"note"', '"bad"')
    const log: unknown = JSON.parse(text.replaceAll('"warning"', '"serious"'))

    expect(validate(log)).toBe(false)
  })

  test('should say where, and explain the rule', () => {
    expect(JSON.parse(toSarif(notes, rulePages, '1.2.3'))).toMatchObject({
      runs: [
        {
          tool: {driver: {rules: [{id: 'doubled-word'}]}},
          results: [
            {
              ruleId: 'doubled-word',
              ruleIndex: 0,
              level: 'warning',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: {uri: 'manuscript/%E4%B8%80/lead.md'},
                    region: {startLine: 7, startColumn: 12}
                  }
                }
              ]
            },
            {level: 'error', message: {text: 'Unexpected end'}}
          ]
        }
      ]
    })
  })
})

function toValidator() {
  if (typeof schema !== 'object' || schema === null) {
    throw new TypeError('No schema')
  }
  // Draft 4 by name; nothing in it differs from what Ajv knows.
  const {$schema: _, id: __, ...known} = {$schema: '', id: '', ...schema}
  const ajv = new Ajv({
    strict: false,
    unicodeRegExp: false,
    validateFormats: false
  })
  return ajv.compile(known)
}
