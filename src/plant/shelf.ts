// The shelf of an archive, on a disk.
//
// A bag is written into a folder of its own under `.archive/work/`, every file
// flushed, and then put in place by one rename: a bag is there whole or not at
// all, whatever happens to the process or the power. What was left by a process
// that died is cleared away by the next.
//
// The lock is SQLite's on an empty database: the system lets go of it when its
// holder dies, so no lock outlives its process. (On network disks that don't
// lock, use one writer.)

import {createHash} from 'node:crypto'
import {closeSync, lstatSync, openSync, readSync, readdirSync} from 'node:fs'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type {
  BagName,
  LedgerLine,
  Shelf,
  ShelfFile,
  StagedBag
} from '../model/shelf.ts'
import {openCatalogue} from './catalogue.ts'
import {holdLock} from './lock.ts'

/** How to open a shelf. */
export interface ShelfOptions {
  folder: string
  /** Whether an archive is begun where there is none (default: `false`). */
  isNew?: boolean
}

/** Files flushed at the same time. */
const flushCount = 8

/** Files are hashed out of it, a piece at a time. */
const readBuffer = Buffer.alloc(1 << 18)

/** Open a shelf. */
export async function openShelf(options: ShelfOptions): Promise<Shelf> {
  const {folder} = options
  const inner = path.join(folder, '.archive')
  const marker = path.join(inner, 'archive.json')
  if (!(await isThere(marker))) {
    if (!options.isNew) {
      throw new Error(
        `Unexpected folder \`${folder}\` without an archive, expected one; \`qianzi archive add\` begins one`
      )
    }
    const names = await fs.readdir(folder).catch(() => [])
    if (names.some((name) => name !== '.archive' && name !== 'lost+found')) {
      throw new Error(
        `Unexpected files in \`${folder}\`, expected an archive or an empty folder`
      )
    }
    await fs.mkdir(inner, {recursive: true})
    await writeFlushed(marker, '{"format": "qianzi archive", "version": 1}\n')
  }
  const catalogue = openCatalogue(path.join(inner, 'catalogue.sqlite'))
  const ledger = path.join(inner, 'ledger.jsonl')

  return {
    folder,
    catalogue,
    listIssues,
    listVersions,
    listFiles: async (bag) => listFiles(placeOf(bag)),
    locate: (bag, file) => path.join(placeOf(bag), file),
    readFile: (bag, file) => readFile(path.join(placeOf(bag), file)),
    hashFile: async (bag, file, onBytes) =>
      hashFile(path.join(placeOf(bag), file), onBytes),
    stage,
    runAlone,
    readLedger,
    appendLedger,
    changeLedger,
    close: () => catalogue.close()
  }

  function placeOf({issueId, version}: BagName): string {
    return path.join(folder, checkName(issueId), `v${version}`)
  }

  async function listIssues(): Promise<Array<string>> {
    const entries = await fs.readdir(folder, {withFileTypes: true})
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => name !== 'lost+found')
      .sort()
  }

  async function listVersions(issueId: string): Promise<Array<number>> {
    const place = path.join(folder, checkName(issueId))
    const names = await fs.readdir(place).catch(() => [])
    return names
      .flatMap((name) => /^v([1-9]\d*)$/.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b)
  }

  async function stage(
    files: ReadonlyMap<string, Uint8Array | string>
  ): Promise<StagedBag> {
    const work = path.join(inner, 'work')
    let own: string | undefined
    const discard = async (): Promise<void> => {
      if (own) await fs.rm(own, {recursive: true, force: true})
    }
    let bag = ''
    try {
      await fs.mkdir(work, {recursive: true})
      await clearLeftovers(work)
      own = await fs.mkdtemp(
        path.join(work, `${os.hostname()}-${process.pid}-`)
      )
      bag = path.join(own, 'bag')
      await writeAll(bag, files)
    } catch (error) {
      await discard()
      throw explain(error, folder)
    }
    return {place, discard}

    async function place(name: BagName): Promise<void> {
      const issueFolder = path.join(folder, checkName(name.issueId))
      try {
        if (await isThere(issueFolder)) {
          await placeBag(bag, placeOf(name))
        } else {
          // A new issue comes with its first bag in it: one rename, too.
          const whole = path.join(path.dirname(bag), 'issue')
          await fs.mkdir(whole)
          await fs.rename(bag, path.join(whole, `v${name.version}`))
          await flushFolder(whole)
          await placeBag(whole, issueFolder)
        }
        await discard()
      } catch (error) {
        await discard()
        throw explain(error, folder)
      }
    }
  }

  async function runAlone<Value>(run: () => Promise<Value>): Promise<Value> {
    return holdLock(path.join(inner, 'lock.sqlite'), run)
  }

  async function readLedger(): Promise<Array<LedgerLine>> {
    const text = await fs.readFile(ledger, 'utf8').catch(() => '')
    return text.split('\n').flatMap((line) => parseLedgerLine(line) ?? [])
  }

  async function appendLedger(line: LedgerLine): Promise<void> {
    // The line before may have been cut short: it must not swallow this one.
    const text = `\n${JSON.stringify(line)}\n`
    await fs.appendFile(ledger, text).catch(forgive)
  }

  async function changeLedger(
    change: (lines: ReadonlyArray<LedgerLine>) => ReadonlyArray<LedgerLine>
  ): Promise<void> {
    const work = `${ledger}.${process.pid}`
    try {
      await fs.access(inner, fs.constants.W_OK)
      await runAlone(async () => {
        const lines = change(await readLedger())
        const text = lines.map((line) => JSON.stringify(line) + '\n').join('')
        await writeFlushed(work, text)
        await fs.rename(work, ledger)
      })
    } catch (error) {
      await fs.rm(work, {force: true}).catch(forgive)
      forgive(error)
    }
  }
}

/** Ids become names of folders; none may lead elsewhere or be hidden. */
function checkName(issueId: string): string {
  const isName =
    issueId !== '' && !issueId.startsWith('.') && !/[/\\\0]/.test(issueId)
  if (isName) return issueId
  throw new Error(
    `Unexpected issue \`${issueId}\`, expected a name without slashes that begins with no dot`
  )
}

/** Put a folder in place; a folder with something in it is in the way. */
async function placeBag(from: string, to: string): Promise<void> {
  if (await isThere(to)) {
    throw new Error(`Unexpected bag \`${to}\`, expected none there yet`)
  }
  await fs.rename(from, to)
  try {
    await flushFolder(path.dirname(to))
  } catch (error) {
    // What may not last is not said to be there.
    await fs.rename(to, from)
    throw error
  }
}

async function writeAll(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>
): Promise<void> {
  const folders = new Set([folder])
  for (const file of files.keys()) {
    const full = path.join(folder, file)
    if (path.relative(folder, full).startsWith('..')) {
      throw new TypeError(`Unexpected path \`${file}\`, expected one inside`)
    }
    for (
      let parent = path.dirname(full);
      parent.length > folder.length;
      parent = path.dirname(parent)
    ) {
      folders.add(parent)
    }
  }
  for (const one of [...folders].sort()) {
    await fs.mkdir(one, {recursive: true})
  }
  const queue = [...files]
  const writeNext = async (): Promise<void> => {
    for (;;) {
      const next = queue.shift()
      if (!next) return
      await writeFlushed(path.join(folder, next[0]), next[1])
    }
  }
  await Promise.all(Array.from({length: flushCount}, writeNext))
  for (const one of [...folders].sort().toReversed()) await flushFolder(one)
}

async function writeFlushed(
  file: string,
  value: Uint8Array | string
): Promise<void> {
  const handle = await fs.open(file, 'w')
  try {
    await handle.writeFile(value)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Make a rename last; not every system lets folders be flushed. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => undefined)
  if (!handle) return
  try {
    await handle.sync()
  } catch (error) {
    if (!hasCode(error, ['EINVAL', 'EPERM', 'EBADF'])) throw error
  } finally {
    await handle.close()
  }
}

/** Take away what processes of this machine left when they died. */
async function clearLeftovers(work: string): Promise<void> {
  for (const name of await fs.readdir(work)) {
    const match = /^(.*)-(\d+)-\w{6}$/.exec(name)
    if (!match || match[1] !== os.hostname()) continue
    if (isAlive(Number(match[2]))) continue
    await fs.rm(path.join(work, name), {recursive: true, force: true})
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return hasCode(error, ['EPERM'])
  }
}

// Walks over archives read nothing but files, one after the other: asking the
// system and waiting costs a tenth of asking threads to ask it.
function listFiles(folder: string): Array<ShelfFile> {
  const files: Array<ShelfFile> = []
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true})
  for (const entry of entries) {
    if (entry.isDirectory()) continue
    const full = path.join(entry.parentPath, entry.name)
    // A link is no copy: it counts as a file of no size, whose hash is wrong.
    const stats = lstatSync(full)
    files.push({
      path: path.relative(folder, full).split(path.sep).join('/'),
      byteCount: stats.isFile() ? stats.size : 0
    })
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function readFile(file: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await fs.readFile(file))
  } catch (error) {
    if (hasCode(error, ['ENOENT', 'ENOTDIR', 'EISDIR'])) return undefined
    throw error
  }
}

function hashFile(file: string, onBytes: (count: number) => void): string {
  if (!lstatSync(file).isFile()) return ''
  const hash = createHash('sha256')
  const descriptor = openSync(file, 'r')
  try {
    for (;;) {
      const count = readSync(descriptor, readBuffer)
      if (count === 0) return hash.digest('hex')
      hash.update(readBuffer.subarray(0, count))
      onBytes(count)
    }
  } finally {
    closeSync(descriptor)
  }
}

function parseLedgerLine(text: string): LedgerLine | undefined {
  // The last line may be cut short by a process that died.
  try {
    const line: unknown = JSON.parse(text)
    if (typeof line !== 'object' || line === null) return undefined
    if (!('bag' in line) || typeof line.bag !== 'string') return undefined
    if (!('tagHash' in line) || typeof line.tagHash !== 'string') {
      return undefined
    }
    const found: LedgerLine = {bag: line.bag, tagHash: line.tagHash}
    if ('checkVersion' in line && typeof line.checkVersion === 'number') {
      found.checkVersion = line.checkVersion
    }
    if ('walk' in line && typeof line.walk === 'number') found.walk = line.walk
    return found
  } catch {
    return undefined
  }
}

/** An archive that can only be read can still be checked. */
function forgive(error: unknown): void {
  if (!hasCode(error, ['EROFS', 'EACCES', 'EPERM', 'ENOSPC'])) throw error
}

async function isThere(file: string): Promise<boolean> {
  return fs.lstat(file).then(
    () => true,
    () => false
  )
}

/** Say a full disk in words. */
function explain(error: unknown, folder: string): unknown {
  if (!hasCode(error, ['ENOSPC', 'EDQUOT'])) return error
  return new Error(
    `The disk of \`${folder}\` is full; the archive is as it was. Make room, and add the issue again`,
    {cause: error}
  )
}

function hasCode(error: unknown, codes: ReadonlyArray<string>): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    codes.includes(String(error.code))
  )
}
