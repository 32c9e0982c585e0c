// Scripts for browsers: TypeScript with its types taken out, or, in the package,
// what the compiler made of it.

import fs from 'node:fs/promises'
import * as nodeModule from 'node:module'
import path from 'node:path'
import process from 'node:process'

const imported = /(?:from |import\()'(\.[^']+)\.js'/g
const client = 'render/web/client'
const entries = [
  'find-root',
  'look',
  'offline',
  'page',
  'reader',
  'search',
  'story',
  'service-worker'
]

/** Read the scripts and what they import, by their path in `src/`. */
export async function readScripts(
  packageFolder: string
): Promise<ReadonlyMap<string, string>> {
  const sources = path.join(packageFolder, 'src')
  const compiled = path.join(packageFolder, 'dist/lib')
  const hasSources = await fs.stat(path.join(sources, client)).then(
    () => true,
    () => false
  )
  const folder = hasSources ? sources : compiled
  const extension = hasSources ? '.ts' : '.js'
  const scripts = new Map<string, string>()
  for (const name of entries) await add(`${client}/${name}`)
  return new Map([...scripts].sort(([a], [b]) => (a < b ? -1 : 1)))

  async function add(name: string): Promise<void> {
    if (scripts.has(`${name}.js`)) return
    const value = await fs.readFile(path.join(folder, name + extension), 'utf8')
    const script = toScript(hasSources ? stripTypes(value) : value)
    scripts.set(`${name}.js`, script)
    for (const [, to = ''] of script.matchAll(imported)) {
      await add(path.posix.join(path.posix.dirname(name), to))
    }
  }
}

// Node says that this is experimental each time it starts; nobody who makes a
// site wants to know. Remove when Node has stopped.
function stripTypes(value: string): string {
  const {emitWarning} = process
  process.emitWarning = () => undefined
  try {
    return nodeModule.stripTypeScriptTypes(value)
  } finally {
    process.emitWarning = emitWarning
  }
}

// Types leave blanks behind, and readers of sites don't read comments.
function toScript(value: string): string {
  return value
    .replaceAll(/((?:from\s+|import\()'\.[^']+)\.ts'/g, "$1.js'")
    .split('\n')
    .filter(
      (line) => !/^\s*(?:\/\/|\/\*\*|\*\/|\* |\*$|export \{\};?$|$)/.test(line)
    )
    .map((line) => line.trimEnd())
    .join('\n')
    .concat('\n')
}
