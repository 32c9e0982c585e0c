// Schemas for editors: JSON Schema, made of the schemas we check with.

import {toJsonSchema as convert} from '@valibot/to-json-schema'
import type {GenericSchema} from 'valibot'
import {issueSchema} from './issue-schema.ts'
import {storySchema} from './story-schema.ts'
import {templateSchema} from './template-schema.ts'

/** What people write that has a schema. */
export type SchemaName = (typeof schemaNames)[number]

/** Names of the schemas. */
export const schemaNames = ['issue', 'story', 'template'] as const

const schemas: Readonly<Record<SchemaName, GenericSchema>> = {
  issue: issueSchema,
  story: storySchema,
  template: templateSchema
}

/** Make the JSON Schema of something people write. */
export function toJsonSchema(name: SchemaName): object {
  return convert(schemas[name], {errorMode: 'ignore', typeMode: 'input'})
}
