// The doctor: what this machine has and lacks, in words.

import {execFile} from 'node:child_process'
import {createRequire} from 'node:module'
import process from 'node:process'
import {promisify} from 'node:util'
import {openPlant} from './plant.ts'

const run = promisify(execFile)

/** What the doctor found. */
export interface Diagnosis {
  text: string
  /** Whether everything that is needed is there. */
  isHealthy: boolean
}

const fonts = [
  '@expo-google-fonts/noto-serif-sc',
  '@expo-google-fonts/noto-sans-sc',
  '@expo-google-fonts/source-serif-4',
  '@expo-google-fonts/source-sans-3',
  '@fontsource/lxgw-wenkai'
]

const validators: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
  ['java', ['-version']],
  ['mutool', ['-v']],
  ['pdftotext', ['-v']],
  ['qpdf', ['--version']],
  ['xmllint', ['--version']]
]

/** Examine the machine. */
export async function examine(
  options: {browserPath?: string} = {}
): Promise<Diagnosis> {
  const lines = [
    `Node       ${process.version} (${process.platform} ${process.arch})`
  ]
  const browser = await examineBrowser(options)
  lines.push(`Browser    ${browser.text}`)
  const missing = fonts.filter((name) => !hasPackage(name))
  for (const name of fonts) {
    lines.push(
      `Font       ${name}: ${missing.includes(name) ? 'missing' : 'found'}`
    )
  }
  for (const [name, args] of validators) {
    lines.push(`Validator  ${name}: ${await findVersion(name, args)}`)
  }
  return {
    text: lines.join('\n') + '\n',
    isHealthy: browser.isHealthy && missing.length === 0
  }
}

async function examineBrowser(options: {
  browserPath?: string
}): Promise<Diagnosis> {
  const plant = openPlant(options)
  try {
    const {path, source, version} = await plant.describe()
    return {text: `${version}, ${source}: ${path}`, isHealthy: true}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {text: reason, isHealthy: false}
  } finally {
    await plant.close()
  }
}

function hasPackage(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(`${name}/package.json`)
    return true
  } catch {
    return false
  }
}

/** First line a program says of itself. */
async function findVersion(
  name: string,
  args: ReadonlyArray<string>
): Promise<string> {
  try {
    const {stderr, stdout} = await run(name, [...args])
    return (stdout || stderr).split('\n')[0]?.trim() || 'found'
  } catch (error) {
    const isThere =
      error instanceof Error && 'code' in error && error.code !== 'ENOENT'
    return isThere ? 'found' : 'not found (optional)'
  }
}
