import fs from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {schemaNames, toJsonSchema} from '../../src/config/config.ts'

const templates = fileURLToPath(new URL('../../templates/', import.meta.url))

describe('toJsonSchema', () => {
  test.for(schemaNames)(
    'should agree with `templates/%s.schema.json` (update: `npm start -- schema --out templates`)',
    async (name) => {
      const path = `${templates}${name}.schema.json`
      const written = await fs.readFile(path, 'utf8')

      expect(written).toBe(
        JSON.stringify(toJsonSchema(name), undefined, 2) + '\n'
      )
    }
  )

  test.for(schemaNames)('should describe every field of `%s`', (name) => {
    expect(findUndescribed(toJsonSchema(name), name)).toEqual([])
  })
})

/** Find fields that say nothing about themselves. */
function findUndescribed(schema: unknown, path: string): Array<string> {
  if (typeof schema !== 'object' || schema === null) return []
  const found: Array<string> = []
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') found.push(...findInFields(value, path))
    else found.push(...findUndescribed(value, path))
  }
  return found
}

function findInFields(fields: object, path: string): Array<string> {
  return Object.entries(fields).flatMap(([name, field]) => {
    const here = `${path}.${name}`
    const isSaid = 'description' in field || 'const' in field
    return [...(isSaid ? [] : [here]), ...findUndescribed(field, here)]
  })
}
