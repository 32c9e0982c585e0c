// Reference pages are made of the schemas and the table of commands, and are as
// they are now.

import fs from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {listReferences} from '../../src/cli/run-schema.ts'
import {toSchemaReference} from '../../src/cli/schema-reference.ts'

const src = fileURLToPath(new URL('../../src/reference/', import.meta.url))

test.for(listReferences())(
  'should have `%s` as it is',
  async ([name, text]) => {
    // Not the same? Run `npm start -- schema --docs src/reference`.
    expect(await fs.readFile(src + name, 'utf8')).toBe(text)
  }
)

test('should say what every field is', () => {
  const text = toSchemaReference('issue', {
    type: 'object',
    required: ['date'],
    properties: {
      date: {type: 'string', description: 'Day | night.'},
      pages: {
        type: 'array',
        description: 'Pages.',
        items: {
          anyOf: [
            {type: 'string'},
            {
              type: 'object',
              properties: {
                number: {type: 'integer', minimum: 1, description: 'Number.'}
              }
            }
          ]
        }
      },
      colors: {
        type: 'object',
        description: 'By name.',
        additionalProperties: {enum: ['red', 'black'], description: 'Ink.'}
      }
    }
  })

  expect(text.slice(text.indexOf('| `date`'))).toBe(
    [
      '| `date`\\* | text | Day \\| night. |',
      '| `pages` | list of text or fields | Pages. |',
      '| `pages[].number` | whole number from 1 | Number. |',
      '| `colors` | fields | By name. |',
      '| `colors.NAME` | `red`, `black` | Ink. |',
      ''
    ].join('\n')
  )
})
