// Who may import whom. A room may use the rooms on lower floors, never its own
// floor: two desks that need the same thing move it down.

import fs from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'

const floors = [
  ['unit'],
  ['model', 'note'],
  ['config', 'template', 'type'],
  ['parse', 'makeup', 'compose', 'render', 'preflight', 'plant'],
  ['build'],
  ['archive'],
  ['cli']
]

/** Rooms whose every file may be imported. */
const openRooms = ['unit', 'model', 'note']

/** Front doors besides the file with the room's name. */
const sideDoors = [
  'build/make-issue.ts',
  'build/make-site.ts',
  'parse/import-page.ts',
  'plant/doctor.ts'
]

/** Files of a room's several products, which `build` may import. */
const products = /^render\/(?:[\w-]+\.ts|([\w-]+)\/\1\.ts)$/

/** Packages that only one room may know. */
const walls: ReadonlyArray<readonly [RegExp, RegExp]> = [
  [
    /^(?:puppeteer|sharp|@cornerstonejs\/|@hyzyla\/pdfium|@sparticuz\/chromium)/,
    /^plant\//
  ],
  [/^(?:remark-|micromark|mdast-util-from-markdown)/, /^parse\//],
  [/^(?:yaml|valibot|@valibot\/)/, /^config\//],
  [/^(?:harfbuzzjs|hyphen|subset-font)/, /^type\//],
  [/^(?:rehype|hast)/, /^render\//],
  [/^@cantoo\/pdf-lib/, /^render\//],
  [/^epub-gen-memory/, /^render\/epub\//],
  [/^@rgrove\/parse-xml/, /^preflight\//],
  [/^jieba-wasm/, /^render\/archive\//],
  [/^node:sqlite/, /^plant\//],
  [/^opencc-js/, /^plant\//],
  [/^node:(?:fs|child_process|net|http|https|os)/, /^(?:plant|cli)\//]
]

/** Mentions that only tell the compiler about types. */
const typeImports = /import type [^']*'[^']+'/g

const specifiers = /(?:from|import)[\s(]+'([^']+)'/g
/** What puts pages on paper. */
const prints = /\b(?:buildIssue|buildPlainly|screen\.render)\(/

/** What holds them against their plan. */
const checks = /\b(?:buildChecked|checkPrint|comparePainted)\b/

/** Files whose pages need no check of their own, each with the reason. */
const unchecked: ReadonlySet<string> = new Set([
  // Times and weighs the press alone.
  'bench/screen.ts',
  // A plant that paints nothing.
  'render/screen/screen.test.ts'
])

const tests = fileURLToPath(new URL('./', import.meta.url))
const src = fileURLToPath(new URL('../src/', import.meta.url))
const edges = await readEdges()

describe('architecture', () => {
  test('should find imports to look at', () => {
    expect(edges.length).toBeGreaterThan(20)
  })

  test('should only import from lower floors', () => {
    const wrong = inner().filter(
      ({from, to}) => room(from) !== room(to) && floor(to) >= floor(from)
    )
    expect(wrong.map(say)).toEqual([])
  })

  test('should only enter a room by its front door', () => {
    const wrong = inner().filter(({from, to}) => {
      if (room(from) === room(to) || openRooms.includes(room(to))) return false
      const isDoor =
        to === `${room(to)}/${room(to)}.ts` ||
        sideDoors.includes(to) ||
        products.test(to)
      // The run's own types are not its front door; machines are handed in.
      return !isDoor && to !== 'build/machines.ts'
    })
    expect(wrong.map(say)).toEqual([])
  })

  test('should keep outputs from importing each other', () => {
    const wrong = inner().filter(({from, to}) => {
      const [a, b] = [output(from), output(to)]
      return a !== undefined && b !== undefined && a !== b
    })
    expect(wrong.map(say)).toEqual([])
  })

  test('should keep what outputs share from importing an output', () => {
    const wrong = inner().filter(
      ({from, to}) =>
        room(from) === 'render' &&
        output(from) === undefined &&
        output(to) !== undefined
    )
    expect(wrong.map(say)).toEqual([])
  })

  test('should hand the plant to the build', () => {
    const wrong = inner().filter(
      ({from, to}) =>
        ['archive', 'build'].includes(room(from)) && room(to) === 'plant'
    )
    expect(wrong.map(say)).toEqual([])
  })

  test('should keep packages behind their walls', () => {
    const wrong = edges.filter(({from, to}) =>
      walls.some(([name, place]) => name.test(to) && !place.test(from))
    )
    expect(wrong.map(say)).toEqual([])
  })

  // Files of a room may call each other in turn, as a parser's do; what goes
  // round through the front door is tangled.
  test('should import no circles through a front door', () => {
    const wrong = findCircles().filter((circle) =>
      circle.some((file) => file === `${room(file)}/${room(file)}.ts`)
    )
    expect(wrong.map((circle) => circle.join(' → '))).toEqual([])
  })

  test('should not ask clocks or dice in the core', async () => {
    const wrong: Array<string> = []
    for (const file of await listFiles()) {
      if (['cli', 'plant'].includes(room(file))) continue
      const value = await readCode(file)
      const found = value.match(
        /Date\.now|new Date\(\)|Math\.random|localeCompare|performance\.now/
      )
      if (found) wrong.push(`${file}: ${found[0]}`)
    }
    expect(wrong).toEqual([])
  })

  test('should print nothing in tests without holding it against its plan', async () => {
    const escaped: Array<string> = []
    let printed = 0
    for (const name of await fs.readdir(tests, {recursive: true})) {
      if (!name.endsWith('.ts') || unchecked.has(name)) continue
      const text = await fs.readFile(path.join(tests, name), 'utf8')
      if (!prints.test(text)) continue
      printed++
      if (!checks.test(text)) escaped.push(name)
    }

    expect(escaped).toEqual([])
    expect(printed).toBeGreaterThan(3)
  })

  test('should have no drawers for odds and ends', async () => {
    const names =
      /(?:^|\/)(?:util|utils|helper|helpers|common|shared|misc|types|constants|index)(?:\.ts|\/)/
    const files = await listFiles()
    expect(
      files.filter((file) => names.test(file) && file !== 'index.ts')
    ).toEqual([])
  })
})

/** One file that imports another, or a package. */
interface Edge {
  from: string
  to: string
  isType: boolean
}

async function readEdges(): Promise<Array<Edge>> {
  const found: Array<Edge> = []
  for (const from of await listFiles()) {
    const value = await readCode(from)
    const types = new Set(value.match(typeImports))
    for (const match of value.matchAll(specifiers)) {
      const specifier = match[1] ?? ''
      const isInner = specifier.startsWith('.')
      const to = isInner
        ? path.posix.join(path.posix.dirname(from), specifier)
        : specifier
      const isType = [...types].some((text) => text.endsWith(match[0]))
      found.push({from, to, isType})
    }
  }
  return found
}

async function listFiles(): Promise<Array<string>> {
  const files = await fs.readdir(src, {recursive: true})
  return files
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts'))
    .sort()
}

/** Read a file without its comments. */
async function readCode(file: string): Promise<string> {
  const value = await fs.readFile(path.join(src, file), 'utf8')
  return value.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

/** Imports between rooms; the package's own door may open all. */
function inner(): Array<Edge> {
  return edges.filter(
    ({from, to}) => from.includes('/') && to.endsWith('.ts') && to.includes('/')
  )
}

function findCircles(): Array<Array<string>> {
  const imports = Map.groupBy(
    edges.filter((edge) => !edge.isType && edge.to.endsWith('.ts')),
    ({from}) => from
  )
  const done = new Set<string>()
  const circles: Array<Array<string>> = []
  for (const file of imports.keys()) visit(file, [])
  return circles

  function visit(file: string, trail: ReadonlyArray<string>): void {
    const at = trail.indexOf(file)
    if (at !== -1) circles.push([...trail.slice(at), file])
    if (at !== -1 || done.has(file)) return
    for (const {to} of imports.get(file) ?? []) visit(to, [...trail, file])
    done.add(file)
  }
}

function say({from, to}: Edge): string {
  return `${from} → ${to}`
}

function room(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : ''
}

function output(file: string): string | undefined {
  const [top, name, rest] = file.split('/')
  return top === 'render' && rest !== undefined ? name : undefined
}

function floor(file: string): number {
  const index = floors.findIndex((rooms) => rooms.includes(room(file)))
  if (index !== -1) return index
  throw new Error(
    `Unexpected room \`${room(file)}\`, expected one in \`floors\``
  )
}
