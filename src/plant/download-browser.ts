// Puppeteer's own download: the last way to a browser, for machines that have
// none and that the embedded one is not made for.

import {execFile} from 'node:child_process'
import {createRequire} from 'node:module'
import path from 'node:path'
import process from 'node:process'
import {promisify} from 'node:util'

const run = promisify(execFile)

/** Time enough for a slow line. */
const timeoutMs = 15 * 60_000

/** Download a headless browser into puppeteer's cache. */
export async function downloadBrowser(): Promise<void> {
  const require = createRequire(import.meta.url)
  const manifest: {bin: string} = require('puppeteer/package.json')
  const folder = path.dirname(require.resolve('puppeteer/package.json'))
  await run(
    process.execPath,
    [
      path.join(folder, manifest.bin),
      'browsers',
      'install',
      'chrome-headless-shell'
    ],
    {timeout: timeoutMs}
  )
}
