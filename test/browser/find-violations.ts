// What axe-core finds on a page that keeps readers out.

import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import type {RunOptions} from 'axe-core'
import type {Page} from 'puppeteer'

const require = createRequire(import.meta.url)
const axe = await fs.readFile(require.resolve('axe-core/axe.min.js'), 'utf8')

/** Rules of axe that it leaves off. */
export const withTargetSize: RunOptions = {
  rules: {'target-size': {enabled: true}}
}

/** Find the rules a page breaks, each with what breaks it. */
export async function findViolations(
  page: Page,
  options: RunOptions = {}
): Promise<Array<string>> {
  await page.evaluate(axe)
  const found: unknown = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({violations}) =>
      violations.map(({id, nodes}) =>
        [id, ...nodes.map(({html}) => html.slice(0, 200))].join(' ')))`
  )
  return Array.isArray(found) ? found.map(String) : ['no answer']
}
