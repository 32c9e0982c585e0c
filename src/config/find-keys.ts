// Find which fields a schema knows at a place, to suggest the right one.

import type {YamlPath} from './find-yaml-place.ts'

/** Find the names of the fields a schema has at a path; sorted. */
export function findKeys(schema: unknown, path: YamlPath): Array<string> {
  let schemas = unwrap(schema)
  for (const key of path) {
    schemas = schemas.flatMap((one) => step(one, key)).flatMap(unwrap)
  }
  const names = schemas.flatMap((one) =>
    isRecord(one['entries']) ? Object.keys(one['entries']) : []
  )
  return [...new Set(names)].sort()
}

// Options of a union, and what is inside `optional`.
function unwrap(schema: unknown): Array<Record<string, unknown>> {
  if (!isRecord(schema)) return []
  if (isRecord(schema['wrapped'])) return unwrap(schema['wrapped'])
  if (schema['type'] === 'lazy') return []
  const options: unknown = schema['options']
  if (Array.isArray(options) && options.every(isRecord)) {
    return options.flatMap(unwrap)
  }
  return [schema]
}

function step(
  schema: Readonly<Record<string, unknown>>,
  key: number | string
): Array<unknown> {
  const {entries, item, items, value} = schema
  if (isRecord(entries) && Object.hasOwn(entries, key)) return [entries[key]]
  if (Array.isArray(items)) {
    const list: ReadonlyArray<unknown> = items
    return [list[Number(key)]]
  }
  if (item !== undefined) return [item]
  return value === undefined ? [] : [value]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
