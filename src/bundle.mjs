// The bundle: the program and the small packages it is made of, in a few files.
//
// Node finds, reads and compiles each file by itself, and there are more than
// six hundred: half a second, on every start. Packages that bring machines or
// data of their own stay where they are. A checkout makes a bundle anew when
// something in `src/` has changed, a package is published with one.

import {createHash} from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'

const packageFolder = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '..'
)

/** Packages that are not bundled: those with files of their own beside them. */
const apart = [
  '@cornerstonejs/codec-openjpeg',
  '@hyzyla/pdfium',
  '@sparticuz/chromium',
  'epub-gen-memory',
  'harfbuzzjs',
  'hyphen',
  'jieba-wasm',
  'opencc-js',
  'puppeteer',
  'sharp',
  'subset-font'
]

/** How long a bundle of other sources is kept: a run may still load from it. */
const keptMilliseconds = 24 * 60 * 60 * 1000

/** Find the bundle of these sources; it is made when it is not there. */
export async function findBundle() {
  const parent = path.join(packageFolder, 'dist', 'cache', 'app')
  const folder = path.join(parent, toStamp())
  const main = path.join(folder, 'main.js')
  if (fs.existsSync(main)) return main

  fs.mkdirSync(parent, {recursive: true})
  const work = fs.mkdtempSync(path.join(parent, 'work-'))
  try {
    await bundle(work)
    forgetOld(parent)
    fs.renameSync(work, folder)
  } catch (error) {
    // Another run was faster.
    if (!fs.existsSync(main)) throw error
  } finally {
    fs.rmSync(work, {recursive: true, force: true})
  }
  return main
}

/**
 * Fonts that PDF readers are to have, which no PDF of ours names: unpacking what
 * the library knows of them takes longer than all else of loading it. One list
 * of characters is gone through as it is loaded.
 */
const withoutStandardFonts = {
  name: 'without-standard-fonts',
  load: (id) =>
    /pdf-lib.es.packages.standard-fonts.index\.js$/.test(id)
      ? `export const Encodings = {WinAnsi: {supportedCodePoints: []}}, Font = {}, FontNames = {}`
      : undefined
}

/** Write a bundle into a folder. */
export async function bundle(folder) {
  const {rolldown} = await import('rolldown')
  const build = await rolldown({
    cwd: packageFolder,
    // Threads begin with a file of their own.
    input: {
      main: path.join(packageFolder, 'src', 'cli', 'main.ts'),
      'raster-worker': path.join(
        packageFolder,
        'src',
        'plant',
        'raster-worker.ts'
      )
    },
    platform: 'node',
    // The press uses a part of it; the rest is loaded where it is asked for.
    treeshake: {
      moduleSideEffects: (id) =>
        !/node_modules[\\/]@cantoo[\\/]pdf-lib[\\/]/.test(id)
    },
    plugins: [withoutStandardFonts],
    external: new RegExp(`^(?:${apart.join('|')})(?:/|$)`)
  })
  const {output} = await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js'
  })
  await build.close()
  const hash = createHash('sha256')
  for (const {code, fileName} of output) hash.update(`${fileName}\n${code}\n`)
  const files = {
    // What caches are named by: see `cli/program-hash.ts`.
    'program.json': JSON.stringify({hash: hash.digest('hex')}),
    'LICENSES.txt': listLicenses(output.flatMap(({moduleIds}) => moduleIds))
  }
  for (const [name, value] of Object.entries(files)) {
    fs.writeFileSync(path.join(folder, name), value)
  }
}

/** Licences of the packages inside, as each asks for. */
function listLicenses(moduleIds) {
  const folders = new Set()
  for (const id of moduleIds) {
    const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(
      id.replaceAll('\\', '/')
    )
    if (found) folders.add(found[0])
  }
  const texts = [...folders].sort().map((folder) => {
    const {license, name, version} = JSON.parse(
      fs.readFileSync(path.join(folder, 'package.json'), 'utf8')
    )
    const file = fs
      .readdirSync(folder)
      .find((one) => /^(?:licen[cs]e|copying)\b/i.test(one))
    const text = file ? fs.readFileSync(path.join(folder, file), 'utf8') : ''
    return `${name} ${version}, ${license}\n\n${text.trim()}\n`
  })
  return texts.join('\n\n')
}

/** Name the sources as they are now, by the times of their files. */
function toStamp() {
  const hash = createHash('sha256')
  const source = path.join(packageFolder, 'src')
  for (const file of [
    ...listSources(source).sort(),
    path.join(packageFolder, 'package-lock.json')
  ]) {
    const {mtimeMs, size} = fs.statSync(file)
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** List the sources in a folder: `recursive` takes twice as long to find them. */
function listSources(folder) {
  return fs.readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return listSources(file)
    return /\.[cm]?ts$|bundle\.mjs$/.test(entry.name) ? [file] : []
  })
}

function forgetOld(parent) {
  for (const name of fs.readdirSync(parent)) {
    const folder = path.join(parent, name)
    const age = Date.now() - fs.statSync(folder).mtimeMs
    if (age > keptMilliseconds)
      fs.rmSync(folder, {recursive: true, force: true})
  }
}

// As a program: the bundle a package is published with.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = path.join(packageFolder, 'dist', 'app')
  fs.rmSync(folder, {recursive: true, force: true})
  await bundle(folder)
}
