// What the package promises. A change here is a change for users: say so in
// the change log.

import fs from 'node:fs/promises'
import {expect, test} from 'vitest'
import * as qianzi from '../src/index.ts'

const source = new URL('../src/index.ts', import.meta.url)

test('should export these values', () => {
  expect(Object.keys(qianzi)).toEqual([
    'buildIssue',
    'outputNames',
    'run',
    'schemaNames',
    'toJsonSchema',
    'stopsThePress'
  ])
})

test('should export these types', async () => {
  const value = await fs.readFile(source, 'utf8')
  const blocks = value.matchAll(/export (type )?\{([^}]+)\}/g)
  const names = [...blocks].flatMap(([, isType, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => isType ?? name.startsWith('type '))
      .map((name) => name.replace('type ', ''))
  )

  expect(names.sort()).toEqual([
    'BuildOptions',
    'BuildResult',
    'ComposedPage',
    'Disk',
    'ExitCode',
    'Issue',
    'Machines',
    'OutputFile',
    'OutputName',
    'Page',
    'PagePlan',
    'Plant',
    'ProgressEvent',
    'Renderer',
    'SchemaName',
    'Story',
    'Template',
    'TemplateSettings',
    'Timing',
    'World'
  ])
})

test('should do nothing but re-export', async () => {
  const value = await fs.readFile(source, 'utf8')
  const rest = value
    .replace(/^\/\/.*$/gm, '')
    .replace(/export (?:type )?\{[^}]+\} from '\.\/[\w/-]+\.ts'/g, '')

  expect(rest.trim()).toBe('')
})
