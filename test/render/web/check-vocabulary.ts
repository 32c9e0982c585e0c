// The vocabulary of schema.org, as the types of `schema-dts` have it, which are
// made of it: does a thing of some type have such a property?

import fs from 'node:fs'
import {fileURLToPath} from 'node:url'

interface Kind {
  parents: ReadonlyArray<string>
  properties: ReadonlySet<string>
}

let kinds: ReadonlyMap<string, Kind> | undefined

/** Say what is in no vocabulary: types, and properties of types. */
export function checkVocabulary(value: unknown): Array<string> {
  if (Array.isArray(value)) return value.flatMap(checkVocabulary)
  if (typeof value !== 'object' || value === null) return []
  kinds ??= readKinds()
  const entries = Object.entries(value)
  const type = String(entries.find(([key]) => key === '@type')?.[1])
  if (!kinds.has(`${type}Leaf`)) return [type]
  const known = findProperties(`${type}Leaf`, kinds)
  return entries.flatMap(([key, inside]) => [
    ...(key.startsWith('@') || known.has(key) ? [] : [`${type}.${key}`]),
    ...checkVocabulary(inside)
  ])
}

function findProperties(
  name: string,
  all: ReadonlyMap<string, Kind>
): ReadonlySet<string> {
  const {parents = [], properties = new Set<string>()} = all.get(name) ?? {}
  return new Set([
    ...properties,
    ...parents.flatMap((parent) => [...findProperties(parent, all)])
  ])
}

// Interfaces, those they extend, and the properties written in each.
function readKinds(): Map<string, Kind> {
  const file = fileURLToPath(import.meta.resolve('schema-dts'))
  const source = fs.readFileSync(file.replace(/\.js$/, '.d.ts'), 'utf8')
  const found = new Map<string, Kind>()
  let properties = new Set<string>()
  for (const line of source.split('\n')) {
    const head = /^(?:export )?interface (\w+) extends ([^{]+)\{/.exec(line)
    if (head) {
      const [, name = '', parents = ''] = head
      properties = new Set()
      found.set(name, {parents: parents.match(/\w+/g) ?? [], properties})
    }
    const [, property] = /^ {4}"(\w+)"\?:/.exec(line) ?? []
    if (property !== undefined) properties.add(property)
  }
  return found
}
