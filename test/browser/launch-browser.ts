// The press's own browser, for tests to look at pages with.

import process from 'node:process'
import {launch, type Browser} from 'puppeteer'
import {findBrowser} from '../../src/plant/find-browser.ts'

/** Launch it, without a window. */
export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser()
  return launch({
    executablePath: found.path,
    args: ['--no-sandbox'],
    env: {...process.env, ...found.env},
    headless: 'shell'
  })
}
