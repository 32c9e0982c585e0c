// The site in a real browser: axe-core finds nothing, nothing is asked of other
// hosts, no script runs, and the zones lead where they should.

import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {web} from '../../../src/render/web/web.ts'
import {findViolations, withTargetSize} from '../../browser/find-violations.ts'
import {launchBrowser} from '../../browser/launch-browser.ts'
import {fakePlant, makeSiteJob} from './made-site.ts'

const templates = new URL('../../../templates/', import.meta.url)
const documents = [
  'index.html',
  'p5/index.html',
  'p6/index.html',
  'p5/a1/index.html',
  'p5/a2/index.html',
  'p5/a3/index.html',
  'p6/a2/index.html',
  'p6/a3/index.html'
]

let browser: Browser
let folder = ''

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-web-'))
  browser = await launchBrowser()
  for (const name of ['broadsheet', 'broadsheet-en', 'tabloid']) {
    await publish(name)
  }
})

afterAll(async () => {
  await browser?.close()
  await fs.rm(folder, {force: true, recursive: true})
})

async function publish(name: string): Promise<void> {
  const style = await fs.readFile(new URL(`${name}/web/style.css`, templates))
  const job = makeSiteJob({
    outputNames: ['epub', 'web'],
    templateFiles: new Map([
      ['broadsheet', new Map([['web/style.css', style]])]
    ])
  })
  for (const file of await web.render(job, fakePlant)) {
    const to = path.join(folder, name, file.path)
    await fs.mkdir(path.dirname(to), {recursive: true})
    await fs.writeFile(to, file.value)
  }
}

async function open(name: string, document: string): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({width: 1280, height: 900})
  await page.goto(toAddress(name, document))
  return page
}

function toAddress(name: string, document: string): string {
  return pathToFileURL(path.join(folder, name, 'web/')).href + document
}

describe.for(['broadsheet', 'broadsheet-en', 'tabloid'])('%s', (name) => {
  test.for([
    ['light', 'no-preference', 1280],
    ['dark', 'no-preference', 1280],
    ['light', 'no-preference', 390],
    ['light', 'more', 1280],
    ['dark', 'more', 390]
  ] as const)(
    'should be accessible: %s, contrast %s, %i pixels wide',
    async ([scheme, contrast, width]) => {
      for (const document of documents) {
        const page = await browser.newPage()
        await page.setViewport({width, height: 800})
        const session = await page.createCDPSession()
        await session.send('Emulation.setEmulatedMedia', {
          features: [
            {name: 'prefers-color-scheme', value: scheme},
            {name: 'prefers-contrast', value: contrast}
          ]
        })
        await page.goto(toAddress(name, document))
        const found = await findViolations(page, withTargetSize)
        const over = await page.evaluate(
          'document.documentElement.scrollWidth - innerWidth'
        )
        expect(found, document).toEqual([])
        expect(over, document).toBeLessThanOrEqual(0)
        await page.close()
      }
    }
  )
})

test('should ask for nothing but its own files', async () => {
  for (const document of documents) {
    const page = await browser.newPage()
    const asked: Array<string> = []
    const refused: Array<string> = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => refused.push(message.text()))
    await page.goto(toAddress('broadsheet', document))
    const scripts = await page.$$eval(
      'script:not([type="application/ld+json"])',
      (found) => found.length
    )

    const home = pathToFileURL(folder).href
    expect(asked.filter((url) => !url.startsWith(home))).toEqual([])
    expect(asked.some((url) => url.endsWith('style.css'))).toBe(true)
    expect(refused).toEqual([])
    expect(scripts).toBe(0)
    await page.close()
  }
})

test('should open a story from its zone, and light it on the way back', async () => {
  const page = await open('broadsheet', 'p5/index.html')
  // In the notch of the dogleg there is no story.
  const {x, y, width, height} = await page.$eval('.replica svg', (svg) => {
    const box = svg.getBoundingClientRect()
    return {x: box.x, y: box.y, width: box.width, height: box.height}
  })
  await page.mouse.click(x + width * 0.5, y + height * 0.7)
  expect(page.url()).toBe(toAddress('broadsheet', 'p5/index.html'))

  await Promise.all([
    page.waitForNavigation(),
    page.mouse.click(x + width * 0.8, y + height * 0.7)
  ])
  expect(page.url()).toBe(toAddress('broadsheet', 'p5/a2/index.html'))

  await Promise.all([page.waitForNavigation(), page.click('.printed a')])
  const lit = await page.$eval('#zone-bridge polygon', (polygon) =>
    polygon.matches(':target > *')
  )
  expect(page.url()).toMatch(/p5\/index\.html#zone-bridge$/)
  expect(lit).toBe(true)
  await page.close()
})

test('should reach every zone by keyboard', async () => {
  const page = await open('broadsheet', 'p6/index.html')
  const reached = new Set<string>()
  for (let count = 0; count < 20; count++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(
      `document.activeElement.closest('svg')
        ? document.activeElement.getAttribute('aria-label') : ''`
    )
    if (name) reached.add(String(name))
  }

  expect([...reached]).toEqual([
    'A village library keeps its lamp lit',
    '乡村大集开到家门口',
    '一片沙棘林，半坡金果香',
    '河湾沙棘汁'
  ])
  await page.close()
})
