// Files people write, checked at the door: schemas, and what editors need to
// help with them.

export {checkYaml, type YamlOptions} from './check-yaml.ts'
export {
  issueSchema,
  type ContinuedEntry,
  type FiledEntry,
  type IssueSettings,
  type PageSettings,
  type PinSettings,
  type StoryEntry
} from './issue-schema.ts'
export {schemaNames, toJsonSchema, type SchemaName} from './json-schema.ts'
export {nearest} from './nearest.ts'
export {configRules} from './rules.ts'
export {storySchema, type StorySettings} from './story-schema.ts'
export {templateSchema} from './template-schema.ts'
