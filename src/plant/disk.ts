// The disk: issues and templates in, published issues and cached steps out.
//
// Nothing outside an issue's folder is read for it: links that leave it are as
// if they were not there. Nothing is half-written: files go into a folder
// beside the target, which takes its place at once.

import {createHash} from 'node:crypto'
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
  type Stats
} from 'node:fs'
import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import process from 'node:process'
import type {Disk, FontFile, Reserve} from '../model/disk.ts'

/** Where things are. */
export interface DiskOptions {
  /** Folder of this package, with `templates` and `node_modules`. */
  packageFolder: string
  /** Folder of the cache (default: nothing is cached). */
  cacheFolder?: string
}

/** Limits of an issue's folder. */
const mostFiles = 5000
const mostBytes = 600_000_000

/** How old a file is whose times tell whether it has changed. */
const settledMilliseconds = 2000

/** Open the disk. */
export function openDisk(options: DiskOptions): Disk {
  const {cacheFolder, packageFolder} = options
  const require = createRequire(path.join(packageFolder, 'package.json'))

  return {
    readIssue: async (folder) => readFolder(folder),
    readTemplate,
    findFont,
    readProfile,
    writeWhole,
    readPublished,
    hasCache: cacheFolder !== undefined,
    readCache,
    writeCache
  }

  async function readTemplate(
    name: string
  ): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
    const folder = findTemplate(name)
    return folder ? readFolder(folder) : undefined
  }

  /** A template beside the paper comes before one of ours. */
  function findTemplate(name: string): string | undefined {
    if (!/^[\w-]+$/.test(name)) return undefined
    for (const base of [process.cwd(), packageFolder]) {
      const folder = path.join(base, 'templates', name)
      if (look(folder)?.isDirectory()) return folder
    }
    return undefined
  }

  async function findFont(
    file: string,
    templateName: string
  ): Promise<FontFile> {
    const folder = findTemplate(templateName)
    if (folder) {
      const inside = path.join(folder, file)
      const isInside = !path.relative(folder, inside).startsWith('..')
      if (isInside && isFile(inside)) return toFontFile(inside)
    }
    try {
      return toFontFile(require.resolve(file))
    } catch (error) {
      throw new Error(
        `Could not find the font \`${file}\` of template \`${templateName}\``,
        {cause: error}
      )
    }
  }

  function toFontFile(file: string): FontFile {
    let hash: Promise<string> | undefined
    return {
      read: async (reserve) =>
        reserve ? readIntoRoom(file, reserve) : fs.readFile(file),
      hash: () => (hash ??= hashFile(file))
    }
  }

  // Hashing fonts takes longer than setting a page. As long as a file has its
  // size and its times, it has its hash; one that has just been written may
  // change within the same tick of its clock, and is hashed each time.
  async function hashFile(file: string): Promise<string> {
    const {ctimeMs, ino, mtimeMs, size} = statSync(file)
    const facts = [file, size, mtimeMs, ctimeMs, ino]
    const key = hashBytes(JSON.stringify(['file', ...facts]))
    const known = await readCache(key)
    if (known) return new TextDecoder().decode(known)
    const hash = hashBytes(await fs.readFile(file))
    if (Date.now() - Math.max(ctimeMs, mtimeMs) > settledMilliseconds) {
      await writeCache(key, new TextEncoder().encode(hash))
    }
    return hash
  }

  async function readProfile(
    named: string | undefined,
    from: {folder?: string; template?: string}
  ): Promise<{path: string; value: Uint8Array} | undefined> {
    const ours = path.join(packageFolder, 'templates', 'newsprint.icc')
    const folder = from.template ? findTemplate(from.template) : from.folder
    const file = named === undefined ? ours : path.resolve(folder ?? '.', named)
    const value = await fs.readFile(file).catch(() => undefined)
    return value && {path: file, value: new Uint8Array(value)}
  }

  async function readCache(key: string): Promise<Uint8Array | undefined> {
    if (!cacheFolder) return undefined
    try {
      return readFileSync(cachePath(cacheFolder, key))
    } catch {
      return undefined
    }
  }

  async function writeCache(key: string, value: Uint8Array): Promise<void> {
    if (!cacheFolder) return
    const file = cachePath(cacheFolder, key)
    mkdirSync(path.dirname(file), {recursive: true})
    const work = `${file}.${process.pid}`
    writeFileSync(work, value)
    renameSync(work, file)
  }
}

function hashBytes(value: Uint8Array | string): string {
  return createHash('sha256').update(value).digest('hex')
}

function cachePath(folder: string, key: string): string {
  return path.join(folder, key.slice(0, 2), key)
}

/**
 * Read all files of a folder by path, sorted, hidden ones left out. Each by
 * itself is small and soon read; to wait for a thread every time takes longer.
 */
function readFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const root = realpathSync(folder)
  const entries = readdirSync(root, {recursive: true, withFileTypes: true})
  const paths: Array<string> = []
  for (const entry of entries) {
    const full = path.join(entry.parentPath, entry.name)
    const relative = path.relative(root, full)
    const parts = relative.split(path.sep)
    if (parts.some((part) => part.startsWith('.'))) continue
    if (parts.includes('node_modules')) continue
    // Links are the only ones that may lead somewhere else.
    const isOurs = entry.isSymbolicLink()
      ? leadsInside(full, root)
      : entry.isFile()
    if (isOurs) paths.push(relative)
  }

  paths.sort()
  if (paths.length > mostFiles) {
    throw new Error(
      `Unexpected \`${paths.length}\` files in \`${folder}\`, expected \`${mostFiles}\` at most`
    )
  }
  const files = new Map<string, Uint8Array>()
  let bytes = 0
  for (const relative of paths) {
    const full = path.join(root, relative)
    bytes += statSync(full).size
    if (bytes > mostBytes) {
      throw new Error(
        `Unexpected \`${folder}\` of more than ${mostBytes / 1e6} MB, expected less`
      )
    }
    const value = readFileSync(full)
    files.set(relative.split(path.sep).join('/'), new Uint8Array(value))
  }
  return files
}

/** Tell whether a link leads to a file below a folder. */
function leadsInside(link: string, root: string): boolean {
  if (!isFile(link)) return false
  return !path.relative(root, realpathSync(link)).startsWith('..')
}

/**
 * Read a file into room that was made for it: new memory for each of eight fonts
 * of 15 MB takes longer than reading them.
 */
function readIntoRoom(file: string, reserve: Reserve): Uint8Array {
  const handle = openSync(file, 'r')
  try {
    const value = reserve(fstatSync(handle).size)
    let at = 0
    while (at < value.length) {
      const count = readSync(handle, value, at, value.length - at, at)
      if (count === 0) throw new Error(`Unexpected end of \`${file}\``)
      at += count
    }
    return value
  } finally {
    closeSync(handle)
  }
}

/** Read a file that was published; `undefined` when there is none. */
async function readPublished(
  folder: string,
  name: string
): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await fs.readFile(path.join(folder, name)))
  } catch {
    return undefined
  }
}

/** Put files into a folder: all of them, or none. */
export async function writeWhole(
  folder: string,
  files:
    | AsyncIterable<readonly [string, Uint8Array | string]>
    | Iterable<readonly [string, Uint8Array | string]>
): Promise<void> {
  const parent = path.dirname(folder)
  await fs.mkdir(parent, {recursive: true})
  const name = path.basename(folder)
  const work = await fs.mkdtemp(path.join(parent, `.${name}-`))
  const old = `${work}-old`
  try {
    for await (const [relative, value] of files) {
      const file = path.join(work, relative)
      if (path.relative(work, file).startsWith('..')) {
        throw new TypeError(`Unexpected output path \`${relative}\``)
      }
      mkdirSync(path.dirname(file), {recursive: true})
      writeFileSync(file, value)
    }
    await fs.chmod(work, 0o755)
    const hadOld = await fs.rename(folder, old).then(
      () => true,
      () => false
    )
    try {
      await fs.rename(work, folder)
    } catch (error) {
      if (hadOld) await fs.rename(old, folder)
      throw error
    }
  } finally {
    await fs.rm(work, {recursive: true, force: true})
    await fs.rm(old, {recursive: true, force: true})
  }
}

function isFile(file: string): boolean {
  return look(file)?.isFile() ?? false
}

function look(file: string): Stats | undefined {
  try {
    return statSync(file, {throwIfNoEntry: false})
  } catch {
    // A link to itself, say, or a folder nobody may enter.
    return undefined
  }
}
