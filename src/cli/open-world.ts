// The real world: the process, the disk and the machines. What takes time to
// load is loaded when it is asked for, so that help is there at once.

import {spawn} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import {performance} from 'node:perf_hooks'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {hashProgram} from './program-hash.ts'
import type {
  Examination,
  ImportedIssue,
  ImportRequest,
  Press,
  PressOptions,
  World
} from './world.ts'

/** How often an elapsed time is painted anew. */
const tickMilliseconds = 100

/** Open the real world. */
export async function openWorld(): Promise<World> {
  const {env, stderr, stdout} = process
  const hasColor = !env['NO_COLOR'] && (stdout.isTTY || !!env['FORCE_COLOR'])

  return {
    version: await readVersion(),
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    isTerminal: stderr.isTTY && env['TERM'] !== 'dumb',
    hasColor,
    now: () => performance.now(),
    startTimer,
    listFolder,
    readFile,
    writeFile,
    openPress,
    buildIssue: async (options, machines) => {
      const {buildIssue} = await import('../build/build.ts')
      return buildIssue(options, machines)
    },
    makeSite: async (options) => {
      const {makeSite} = await import('../build/make-site.ts')
      const {openSiteDisk} = await import('../plant/plant.ts')
      return makeSite(options, openSiteDisk(await findPackage()))
    },
    importPage,
    openShelf: async (options) => {
      const {openShelf} = await import('../plant/plant.ts')
      return openShelf(options)
    },
    drawJpeg2000: async (...request) => {
      const {drawJpeg2000} = await import('../plant/plant.ts')
      return drawJpeg2000(...request)
    },
    loadArchive: () => import('../archive/archive.ts'),
    runBeside,
    writeFolder: async (folder, files) => {
      const {writeWhole} = await import('../plant/plant.ts')
      await writeWhole(folder, files)
    },
    examine
  }
}

/** Find the package's own folder: sources and compiled files alike. */
async function findPackage(): Promise<string> {
  let folder = path.dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const names = (await listFolder(folder)) ?? []
    if (names.includes('package.json')) return folder
    const parent = path.dirname(folder)
    if (parent === folder) {
      throw new Error('Unexpected missing `package.json`, expected one')
    }
    folder = parent
  }
}

async function readVersion(): Promise<string> {
  const folder = await findPackage()
  const text = await fs.readFile(path.join(folder, 'package.json'), 'utf8')
  const value: unknown = JSON.parse(text)
  const hasVersion =
    typeof value === 'object' && value !== null && 'version' in value
  return hasVersion ? String(value.version) : 'unknown'
}

function startTimer(tick: () => void): () => void {
  const timer = setInterval(tick, tickMilliseconds)
  return () => clearInterval(timer)
}

async function listFolder(
  folder: string
): Promise<ReadonlyArray<string> | undefined> {
  try {
    return (await fs.readdir(folder)).sort()
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

async function readFile(file: string): Promise<Uint8Array | undefined> {
  try {
    return await fs.readFile(file)
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

async function writeFile(
  file: string,
  value: Uint8Array | string
): Promise<void> {
  await fs.mkdir(path.dirname(file), {recursive: true})
  await fs.writeFile(file, value)
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR'
}

async function openPress(options: PressOptions): Promise<Press> {
  const {openDisk, openPlant, relieveMemory} = await import('../plant/plant.ts')
  const {browser, usesCache} = options
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const plant = await openPlant(browser ? {browserPath: browser} : {})
  const packageFolder = await findPackage()
  const disk = openDisk({
    packageFolder,
    ...(usesCache ? {cacheFolder: await openCache(packageFolder)} : {})
  })

  return {
    machines: {
      plant,
      disk,
      relieve: relieveMemory,
      sourceDateEpoch: epoch && /^\d+$/.test(epoch) ? Number(epoch) : undefined,
      now: () => performance.now()
    },
    close: () => plant.close()
  }
}

/** How long what another program cached is kept: a week. */
const keptMilliseconds = 7 * 24 * 60 * 60 * 1000

/** Open the cache of this program; those of older ones are forgotten. */
async function openCache(packageFolder: string): Promise<string> {
  const parent = 'dist/cache/step'
  const folder = path.join(parent, await hashProgram(packageFolder))
  const isNew = (await fs.mkdir(folder, {recursive: true})) !== undefined
  if (!isNew) return folder
  for (const name of await fs.readdir(parent)) {
    const other = path.join(parent, name)
    const {mtimeMs} = await fs.stat(other)
    if (Date.now() - mtimeMs < keptMilliseconds) continue
    await fs.rm(other, {recursive: true, force: true})
  }
  return folder
}

/**
 * Run this program once more, in a process of its own. Several write to one
 * terminal: none of them may paint on it.
 */
function runBeside(
  argv: ReadonlyArray<string>
): Promise<{exitCode: number; output: string}> {
  const [, program = ''] = process.argv
  const child = spawn(
    process.execPath,
    [...process.execArgv, program, ...argv],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {...process.env, TERM: 'dumb'}
    }
  )
  let output = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => (output += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({exitCode: code ?? 1, output}))
  })
}

async function importPage(request: ImportRequest): Promise<ImportedIssue> {
  const {importPage: parsePage} = await import('../parse/parse.ts')
  const {encoding, path: name, value} = request
  const {file, files} = parsePage(value, {
    name,
    ...(encoding ? {encoding} : {})
  })
  return {
    outputs: new Map(files.map((one) => [one.path, one.value])),
    files: [file]
  }
}

async function examine(options: PressOptions): Promise<Examination> {
  const {examine: look} = await import('../plant/doctor.ts')
  return look(options.browser ? {browserPath: options.browser} : {})
}
