// A Chromium for tools that start one by themselves: the one that is set, or the
// one that comes with npm.

import {access} from 'node:fs/promises'

/** Environment that makes puppeteer use it; `undefined` when there is none. */
export async function findChromium(): Promise<
  Readonly<Record<string, string>> | undefined
> {
  const set = process.env['PUPPETEER_EXECUTABLE_PATH']
  if (set) return {PUPPETEER_EXECUTABLE_PATH: set}
  try {
    // It unpacks its libraries only where it thinks it must.
    process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
    const {default: chromium} = await import('@sparticuz/chromium')
    const path = await chromium.executablePath()
    await access(path)
    const libraries = process.env['LD_LIBRARY_PATH'] ?? ''
    return {PUPPETEER_EXECUTABLE_PATH: path, LD_LIBRARY_PATH: libraries}
  } catch {
    return undefined
  }
}
