// `qianzi schema`.

import {schemaNames, toJsonSchema} from '../config/config.ts'
import {toCommandReference} from './command-reference.ts'
import {commands} from './commands.ts'
import {didYouMean} from './did-you-mean.ts'
import type {Request} from './parse-arguments.ts'
import {toSchemaReference} from './schema-reference.ts'
import type {ExitCode, World} from './world.ts'

/** Print or write JSON Schemas. */
export async function runSchema(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  const [asked] = request.arguments
  const names = schemaNames.filter((name) => !asked || name === asked)
  if (asked && names.length === 0) {
    return `Unexpected schema \`${asked}\`, expected one of ${schemaNames.join(', ')}${didYouMean(asked, schemaNames)}`
  }

  const docs = request.values.get('docs')
  if (docs !== undefined) {
    for (const [name, text] of listReferences()) {
      await world.writeFile(`${docs}/${name}`, text)
      world.write(`${docs}/${name}\n`)
    }
    return 0
  }

  const folder = request.values.get('out')
  if (folder === undefined) {
    const [only] = names
    const all = names.map((name) => [name, toJsonSchema(name)] as const)
    const value = asked && only ? toJsonSchema(only) : Object.fromEntries(all)
    world.write(toText(value))
    return 0
  }

  for (const name of names) {
    const path = `${folder}/${name}.schema.json`
    await world.writeFile(path, toText(toJsonSchema(name)))
    world.write(`${path}\n`)
  }
  return 0
}

/** Reference pages by their file's name. */
export function listReferences(): Array<readonly [string, string]> {
  const schemas = schemaNames.map(
    (name) =>
      [
        `${name.toUpperCase()}.md`,
        toSchemaReference(name, toJsonSchema(name))
      ] as const
  )
  return [...schemas, ['COMMANDS.md', toCommandReference(commands)]]
}

function toText(value: object): string {
  return JSON.stringify(value, undefined, 2) + '\n'
}
