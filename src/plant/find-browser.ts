// Which browser prints: the one that was asked for, else one the machine has,
// else the embedded one, else what puppeteer can download.

import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import {executablePath} from 'puppeteer'
import {downloadBrowser} from './download-browser.ts'
import {hasEmbeddedBrowser, openEmbeddedBrowser} from './embedded-browser.ts'

/** A browser, chosen. */
export interface FoundBrowser {
  /** Where it comes from. */
  source: 'asked' | 'embedded' | 'machine' | 'puppeteer'
  path: string
  /** Environment it needs besides the usual one. */
  env: Readonly<Record<string, string>>
}

const names = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome'
]

const places: Readonly<Record<string, ReadonlyArray<string>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium'
  ],
  linux: ['/opt/google/chrome/chrome', '/snap/bin/chromium'],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`
  ]
}

/** Find a browser; rejects with what to do when there is none. */
export async function findBrowser(asked?: string): Promise<FoundBrowser> {
  const wanted = asked ?? process.env['QIANZI_BROWSER']
  if (wanted) {
    if (await isFile(wanted)) return {source: 'asked', path: wanted, env: {}}
    throw new Error(
      `Unexpected browser \`${wanted}\` that is not there, expected the path of Chrome or Chromium`
    )
  }

  const machine = await findOnMachine()
  if (machine) return {source: 'machine', path: machine, env: {}}
  if (hasEmbeddedBrowser()) {
    return {source: 'embedded', ...(await openEmbeddedBrowser())}
  }
  const cause = await downloadBrowser().then(
    () => undefined,
    (error: unknown) => error
  )
  const downloaded = await findFile(await listPuppeteer())
  if (downloaded) return {source: 'puppeteer', path: downloaded, env: {}}
  throw new Error(
    'Unexpected machine without a browser, expected Chrome or Chromium; install one, run `npx puppeteer browsers install chrome-headless-shell`, or name one with `--browser PATH`',
    {cause}
  )
}

async function findOnMachine(): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const candidates = [
    ...names.flatMap((name) =>
      folders.map((folder) => path.join(folder, name))
    ),
    ...(places[process.platform] ?? []),
    ...(await listPuppeteer())
  ]
  return findFile(candidates)
}

async function findFile(
  candidates: ReadonlyArray<string>
): Promise<string | undefined> {
  for (const candidate of candidates) {
    if (path.isAbsolute(candidate) && (await isFile(candidate)))
      return candidate
  }
  return undefined
}

/** Browsers in puppeteer's cache. */
async function listPuppeteer(): Promise<Array<string>> {
  const found: Array<string> = []
  for (const headless of ['shell', true] as const) {
    try {
      found.push(await executablePath({headless}))
    } catch {
      // Not configured: puppeteer says so by throwing.
    }
  }
  return found
}

async function isFile(candidate: string): Promise<boolean> {
  return fs.stat(candidate).then(
    (stats) => stats.isFile(),
    () => false
  )
}
