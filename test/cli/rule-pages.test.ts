// Every rule that a note can name has a page. Rules are found in the sources,
// so that nobody can forget one.

import fs from 'node:fs/promises'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {rulePages} from '../../src/cli/rule-pages.ts'
import {toReference} from '../../src/cli/run-rules.ts'
import {rulePages as address} from '../../src/note/note.ts'

const src = fileURLToPath(new URL('../../src/', import.meta.url))
const rule = /\bid: '([a-z][a-z\d-]+)',\s*level: '(error|info|warning)'/g

test('should have a page for every rule in the sources', async () => {
  const found = new Set<string>()
  for (const name of await fs.readdir(src, {recursive: true})) {
    if (!name.endsWith('.ts')) continue
    const value = await fs.readFile(`${src}/${name}`, 'utf8')
    for (const match of value.matchAll(rule)) {
      found.add(`${match[1]}: ${match[2]}`)
    }
  }
  const pages = rulePages.map(({id, level}) => `${id}: ${level}`)

  expect(found.size).toBeGreaterThan(10)
  expect(pages.toSorted()).toEqual([...found].sort())
})

test('should use no name twice', () => {
  const ids = rulePages.map(({id}) => id)

  expect(ids).toEqual([...new Set(ids)])
})

test.for(rulePages.map((page) => [page.id, page] as const))(
  'should explain `%s`',
  ([, page]) => {
    for (const text of [page.what, page.why, page.fix]) {
      expect(text).toMatch(/^[A-Z].*\.$/s)
    }
  }
)

test('should have every page where its address says', async () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const [file = ''] = address.split('#')
  const value = await fs.readFile(root + file, 'utf8')

  // Not the same? Run `npm start -- rules --out src/RULES.md`.
  expect(value).toBe(toReference(rulePages))
})
