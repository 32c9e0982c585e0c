#!/usr/bin/env node
// Set-up: brings what is missing, then runs what was asked for.
//
// Plain JavaScript without dependencies, so that any Node can read it. Where
// the machine's Node is too old for the press, npm's own build of a newer one
// is fetched once; in a checkout the packages of the lock file are installed
// when they are not there. The press itself then runs in this process, from a
// bundle of its files. Everything else is its own work.

import {spawn, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import fs from 'node:fs'
import * as module from 'node:module'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import {fileURLToPath, pathToFileURL} from 'node:url'
import v8 from 'node:v8'

const nodeVersion = '24.21.0'
const leastNode = [22, 18]

const packageFolder = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '..'
)
const isCheckout = fs.existsSync(path.join(packageFolder, 'package-lock.json'))

const press = 'src/cli/main.ts'
const tsc = 'node_modules/typescript/bin/tsc'
const vitest = 'node_modules/vitest/vitest.mjs'
const oxlint = 'node_modules/oxlint/bin/oxlint'
const prettier = 'node_modules/prettier/bin/prettier.cjs'
const knip = 'node_modules/knip/bin/knip.js'
const styled = ['src', 'test', 'package.json', 'tsconfig.json']

/** Commands of a checkout: each is a list of programs for Node. */
export const commands = {
  test: [[vitest, 'run', '--config', 'test/vitest.config.ts']],
  'test:slow': [[vitest, 'run', '--config', 'test/vitest.slow.config.ts']],
  lint: [[oxlint, 'src', 'test'], [prettier, '--check', ...styled], [knip]],
  format: [[prettier, '--write', ...styled]],
  'bench:makeup': [['test/bench/makeup.ts']],
  'bench:pages': [['test/bench/pages.ts']],
  'bench:stability': [['test/bench/stability.ts']],
  'contact-sheets': [['test/bench/contact-sheets.ts']],
  'make:profile': [['test/made/write-newsprint-profile.ts']],
  'bench:archive': [['test/bench/archive.ts']],
  'bench:compose': [['test/bench/compose.ts']],
  'bench:screen': [['test/bench/screen.ts']],
  'bench:search': [['test/bench/search.ts']],
  'bench:site': [['test/bench/site.ts']],
  'bench:press': [['test/bench/press.ts']],
  typecheck: [
    [tsc, '-p', '.'],
    [tsc, '-p', 'src/render/web/client'],
    [tsc, '-p', 'test/browser']
  ],
  build: [
    [tsc, '-p', 'src/tsconfig.lib.json'],
    [tsc, '-p', 'src/render/web/client/tsconfig.lib.json'],
    ['src/bundle.mjs']
  ]
}

/** Tell whether a Node version can run the press. */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number)
  const [leastMajor, leastMinor] = leastNode
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}

/** Name npm's package with the Node binary of a platform. */
export function nodePackageOf(platform, architecture) {
  return `node-${platform === 'win32' ? 'win' : platform}-${architecture}`
}

/** Turn arguments into programs to run, in order. */
export function toPrograms(args, checkout) {
  const [name = 'start', ...rest] = args
  if (!checkout) return [['dist/app/main.js', ...args]]
  if (name === 'start') {
    return [[press, ...(rest.length > 0 ? rest : ['build', 'manuscript'])]]
  }
  const command = name === 'run' ? rest[0] : name
  const programs = commands[command]
  if (name !== 'run' && name !== 'test') return [[press, ...args]]
  if (!programs) throw new Error(`Unexpected command \`${command}\``)
  const more = name === 'run' ? rest.slice(1) : rest
  return programs.map((program, index) =>
    index === programs.length - 1 ? [...program, ...more] : program
  )
}

/** Find a folder to keep something in: a newer Node, compiled code. */
function findCache(name) {
  if (isCheckout) return path.join(packageFolder, 'dist', 'cache', name)
  const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache')
  return path.join(base, 'qianzi', name)
}

function nodeIn(folder, name) {
  const binary =
    process.platform === 'win32' ? 'node.exe' : path.join('bin', 'node')
  return path.join(folder, 'node_modules', name, binary)
}

/** Bring a newer Node, once; a broken or half-made one is made again. */
function bringNode() {
  const parent = findCache('toolchain')
  const folder = path.join(parent, `node-${nodeVersion}`)
  const names = [nodePackageOf(process.platform, process.arch), 'node']
  const find = (place) =>
    names.map((name) => nodeIn(place, name)).find((file) => works(file))
  const found = find(folder)
  if (found) return found

  fs.mkdirSync(parent, {recursive: true})
  const work = fs.mkdtempSync(path.join(parent, 'install-'))
  try {
    say(`Fetching Node ${nodeVersion} (this machine has ${process.version})`)
    fs.writeFileSync(path.join(work, 'package.json'), '{"private": true}\n')
    const isInstalled = names.some((name) => {
      const args = [
        'install',
        '--no-save',
        '--no-audit',
        '--no-fund',
        `${name}@${nodeVersion}`
      ]
      return npm(args, work, process.execPath, false) && find(work)
    })
    if (!isInstalled)
      throw new Error(`Could not install Node ${nodeVersion} with npm`)
    fs.rmSync(folder, {recursive: true, force: true})
    try {
      fs.renameSync(work, folder)
    } catch (error) {
      // Another run was faster.
      if (!find(folder)) throw error
    }
  } finally {
    fs.rmSync(work, {recursive: true, force: true})
  }
  return find(folder)
}

function works(file) {
  if (!fs.existsSync(file)) return false
  return spawnSync(file, ['--version'], {stdio: 'ignore'}).status === 0
}

/** Run npm with a given Node; output is shown only when it fails. */
function npm(args, folder, node, mustWork = true) {
  const cli = process.env.npm_execpath
  const isScript = cli && /\.[cm]?js$/.test(cli)
  const env = {
    ...process.env,
    PATH: path.dirname(node) + path.delimiter + (process.env.PATH || ''),
    PUPPETEER_SKIP_DOWNLOAD: '1',
    PUPPETEER_SKIP_CHROMIUM_DOWNLOAD: '1'
  }
  // What npm tells its scripts must not steer the npm that we run.
  for (const name of Object.keys(env)) {
    if (
      /^npm_(?:config_(?:prefix|global|local_prefix)|package_|lifecycle_)/i.test(
        name
      )
    ) {
      delete env[name]
    }
  }
  const result = isScript
    ? spawnSync(node, [cli, ...args], {cwd: folder, env, encoding: 'utf8'})
    : spawnSync('npm', args, {
        cwd: folder,
        env,
        encoding: 'utf8',
        shell: process.platform === 'win32'
      })
  if (result.status === 0) return true
  if (!mustWork) return false
  process.stderr.write((result.stdout || '') + (result.stderr || ''))
  throw result.error || new Error(`\`npm ${args.join(' ')}\` failed`)
}

/** Install the packages of the lock file, unless they are there. */
function installPackages() {
  const lock = fs.readFileSync(path.join(packageFolder, 'package-lock.json'))
  const [major] = process.version.split('.')
  const stamp = createHash('sha256')
    .update(lock)
    .update(`${major} ${process.platform} ${process.arch}`)
    .digest('hex')
  const file = path.join(packageFolder, 'node_modules', '.qianzi-stamp')
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === stamp) return

  say('Installing packages')
  // Not `npm ci`: it refuses a lock file that lacks packages for platforms other
  // than this one, and registries don't have all of them.
  npm(
    ['install', '--no-save', '--no-audit', '--no-fund'],
    packageFolder,
    process.execPath
  )
  fs.writeFileSync(file, stamp)
}

function say(text) {
  process.stderr.write(`${text} …\n`)
}

/** Run programs one after the other; stop at the first that fails. */
async function run(programs) {
  for (const [program, ...args] of programs) {
    const script = path.join(packageFolder, program)
    if (program === press || !isCheckout) return runHere(script, args)
    const code = await runOne(process.execPath, [script, ...args])
    if (code !== 0) return code
  }
  return 0
}

/** Run the press in this process, from its bundle. */
async function runHere(script, args) {
  // In steps of 30 % it would take some 30 MB less at 24 pages with photos, and a
  // fifth more of the processor.
  v8.setFlagsFromString('--heap-growing-percent=100')
  // More threads than processors only hold more memory.
  process.env.UV_THREADPOOL_SIZE ??= String(
    Math.min(4, os.availableParallelism())
  )
  let file = script
  if (isCheckout) {
    process.chdir(packageFolder)
    const {findBundle} = await import('./bundle.mjs')
    // Where no bundle can be made, sources run as they are.
    file = await findBundle().catch(() => script)
  }
  module.enableCompileCache?.(findCache('compiled'))
  process.argv = [process.execPath, file, ...args]
  await import(pathToFileURL(file).href)
  return process.exitCode ?? 0
}

function runOne(node, args) {
  // In a checkout all paths are the project's; elsewhere the caller's.
  const cwd = isCheckout ? packageFolder : process.cwd()
  const env = {
    ...process.env,
    PATH: path.dirname(node) + path.delimiter + (process.env.PATH || '')
  }
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, {cwd, env, stdio: 'inherit'})
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', forward)
    process.on('SIGTERM', forward)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
      resolve(signal ? 128 + (os.constants.signals[signal] || 0) : (code ?? 1))
    })
  })
}

async function main() {
  const args = process.argv.slice(2)
  // All that follows is done in the newer Node.
  if (!isNewEnough(process.version)) {
    return runOne(bringNode(), [fileURLToPath(import.meta.url), ...args])
  }
  if (isCheckout) installPackages()
  return run(toPrograms(args, isCheckout))
}

const started = process.argv[1] && fs.realpathSync(process.argv[1])
if (started === fileURLToPath(import.meta.url)) {
  main().then(
    (code) => {
      process.exitCode = code
    },
    (error) => {
      process.stderr.write(`${error.message}\n`)
      process.exitCode = 1
    }
  )
}
