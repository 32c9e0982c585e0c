// What readers do on a site of many years: have a story read to them, make its
// type larger, print it, look a word up that one year of ten has, tell 鎮 from
// 镇, get lost and find home. The issues are made up, without the press.

import fs from 'node:fs/promises'
import path from 'node:path'
import {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {makeSite} from '../../src/build/make-site.ts'
import type {Story} from '../../src/model/story.ts'
import {openSiteDisk} from '../../src/plant/plant.ts'
import type {Edition} from '../../src/render/web/edition.ts'
import {makeTemporaryFolder, projectFolder} from '../end-to-end/press.ts'
import {writePublished} from '../made/make-published.ts'
import {findViolations} from './find-violations.ts'
import {launchBrowser} from './launch-browser.ts'
import {serveSite, type SiteHost} from './serve-site.ts'

const issueCount = 40
/** Days between two issues: forty of them are ten years. */
const stepDays = 92
let browser: Browser
let chinese: SiteHost
let english: SiteHost
let folder = ''

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  for (let index = 0; index < issueCount; index++) {
    await writePublished(toFolder('zh', index), index * stepDays)
  }
  await change(toFolder('zh', 0), (edition) => {
    setBody(edition, 's1-0', ['天鎮縣的沙棘熟了。人人都高兴！', '明天再来。'])
    const [story] = findStories(edition, 's1-0')
    const body = story?.children.find((child) => child.type === 'body')
    const [first] = body?.type === 'body' ? body.children : []
    if (first?.type !== 'paragraph') throw new Error('no paragraph')
    first.children.push({type: 'ruby', value: '棘', annotation: 'jí'})
  })
  // A word of one year.
  await change(toFolder('zh', 18), (edition) =>
    setBody(edition, 's1-3', ['甪直的桥修好了。'])
  )
  await writePublished(toFolder('en', 0), 3)
  await change(toFolder('en', 0), (edition) => {
    edition.issue.lang = 'en'
    for (const {slug} of edition.stories) {
      setBody(edition, slug, ['Nothing happened here today.'])
      for (const story of findStories(edition, slug)) story.lang = 'en'
    }
    setBody(edition, 's1-0', [
      'The WTO met in Port Merrow. “Nobody slept,” said the harbour master.'
    ])
    setBody(edition, 's1-1', ['Two wto clerks went home to the harbours.'])
  })
  chinese = await host('zh', issueCount)
  english = await host('en', 1)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await chinese?.close()
  await english?.close()
  await fs.rm(folder, {force: true, recursive: true})
})

function toFolder(lang: string, index: number): string {
  return path.join(folder, 'issue', lang, String(index))
}

async function change(
  published: string,
  edit: (edition: Edition) => void
): Promise<void> {
  const file = path.join(published, 'edition.json')
  const edition: Edition = JSON.parse(await fs.readFile(file, 'utf8'))
  edit(edition)
  await fs.writeFile(file, JSON.stringify(edition))
}

function findStories({issue}: Edition, slug: string): Array<Story> {
  return issue.children
    .flatMap(({children}) => children)
    .filter((story) => story.slug === slug)
}

function setBody(
  edition: Edition,
  slug: string,
  paragraphs: ReadonlyArray<string>
): void {
  for (const story of findStories(edition, slug)) {
    for (const child of story.children) {
      if (child.type !== 'body') continue
      child.children = paragraphs.map((value) => ({
        type: 'paragraph',
        children: [{type: 'text', value}]
      }))
    }
  }
}

async function host(lang: string, count: number): Promise<SiteHost> {
  const outFolder = path.join(folder, lang)
  const {problems} = await makeSite(
    {
      folders: Array.from({length: count}, (_, index) => toFolder(lang, index)),
      outFolder,
      foldsScript: true,
      isCompatible: false,
      isAnew: false,
      version: '1'
    },
    openSiteDisk(projectFolder)
  )
  expect(problems).toEqual([])
  return serveSite(outFolder)
}

interface OpenOptions {
  /** Width of the window (default: `1280`). */
  widthPx?: number
  /** What to do before anything is loaded (default: nothing). */
  prepare?(page: Page): unknown
}

async function open(
  url: string,
  {prepare, widthPx = 1280}: OpenOptions = {}
): Promise<Page> {
  const page = await browser.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.setViewport({width: widthPx, height: 900})
  await prepare?.(page)
  await page.goto(url, {waitUntil: 'networkidle0'})
  return page
}

const story = '2024/01/01/p1/a1/'

/** Folder of an issue on the site. */
function toPlace(index: number): string {
  const day = new Date(Date.UTC(2024, 0, 1 + index * stepDays))
  return `${day.toISOString().slice(0, 10).replaceAll('-', '/')}/`
}

interface Said {
  text: string
  lang: string
}

/** A device with a voice that says nothing, and tells what it was asked. */
function speakInto(): void {
  const spoken: Array<Said> = []
  let current: EventTarget | undefined
  class Utterance extends EventTarget {
    text: string
    lang = ''
    constructor(text: string) {
      super()
      this.text = text
    }
  }
  const synthesis = {
    speak(utterance: Utterance) {
      spoken.push({text: utterance.text, lang: utterance.lang})
      current = utterance
    },
    cancel() {
      localStorage.setItem('silenced', String(current !== undefined))
      current?.dispatchEvent(new Event('error'))
      current = undefined
    }
  }
  Object.assign(globalThis, {
    spoken,
    endSentence: () => current?.dispatchEvent(new Event('end'))
  })
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
    value: Utterance
  })
  Object.defineProperty(globalThis, 'speechSynthesis', {value: synthesis})
}

const openWithVoice = (url: string) =>
  open(url, {prepare: (page) => page.evaluateOnNewDocument(speakInto)})

function listSpoken(page: Page): Promise<Array<Said>> {
  return page.evaluate(() => {
    const spoken: unknown = Reflect.get(globalThis, 'spoken')
    return Array.isArray(spoken) ? spoken : []
  })
}

const endSentence = (page: Page) => page.evaluate('endSentence()')
const readText = (page: Page) =>
  page.$eval('[data-tool="read"]', (button) => button.textContent)

describe('reading aloud', () => {
  test('should say all of the story, sentence by sentence, in its language', async () => {
    const page = await openWithVoice(chinese.url + story)
    await page.click('[data-tool="read"]')
    const title = await page.$eval('h1', (head) =>
      (head.textContent ?? '').replaceAll(/\s+/g, ' ')
    )
    const byline = await page.$eval('.byline', (line) => line.textContent ?? '')
    for (let count = 0; count < 5; count++) await endSentence(page)

    const spoken = await listSpoken(page)
    expect(spoken.map(({text}) => text)).toEqual([
      ...title.split(/(?<=[。！？])/).filter((text) => text !== ''),
      byline,
      '天鎮縣的沙棘熟了。',
      '人人都高兴！',
      // What stands over a character says it a second time.
      '棘',
      '明天再来。'
    ])
    expect(new Set(spoken.map(({lang}) => lang))).toEqual(new Set(['zh-CN']))
    await endSentence(page)
    await endSentence(page)
    expect(await readText(page)).toBe('朗读')
    expect(await page.$('.is-read')).toBeNull()
    await page.close()
  })

  test('should pause, go on where it was, stop, and be silent when left', async () => {
    const page = await openWithVoice(english.url + '2024/01/04/p1/a1/')
    await page.click('[data-tool="read"]')
    await endSentence(page)
    await endSentence(page)
    await page.click('[data-tool="read"]')
    expect(await readText(page)).toBe('Go on')
    const paused = await listSpoken(page)
    expect(paused.at(-1)).toEqual({
      text: 'The WTO met in Port Merrow.',
      lang: 'en'
    })
    await page.click('[data-tool="read"]')
    expect((await listSpoken(page)).at(-1)).toEqual(paused.at(-1))
    await endSentence(page)
    expect((await listSpoken(page)).at(-1)?.text).toBe(
      '“Nobody slept,” said the harbour master.'
    )
    expect(await page.$('.body .is-read')).not.toBeNull()

    await page.click('[data-tool="stop"]')
    expect(await readText(page)).toBe('Read aloud')
    expect(await page.$('.is-read')).toBeNull()
    await page.click('[data-tool="read"]')
    await page.evaluate(() => localStorage.removeItem('silenced'))
    await page.goto(`${english.url}about/`)
    expect(await page.evaluate(() => localStorage.getItem('silenced'))).toBe(
      'true'
    )
    await page.close()
  })
})

test('should keep the size of type from story to story', async () => {
  const page = await open(chinese.url + story)
  const measure = () =>
    page.$eval('.body', (body) =>
      Number.parseFloat(getComputedStyle(body).fontSize)
    )
  const before = await measure()
  await page.click('[data-tool="larger"]')
  await page.click('[data-tool="larger"]')
  const after = await measure()
  expect(after).toBeGreaterThan(before * 1.3)
  await page.goto(`${chinese.url}${toPlace(10)}p1/a2/`)
  expect(await measure()).toBe(after)
  for (let count = 0; count < 5; count++) {
    await page.$eval('[data-tool="larger"]', (button) => {
      if (button instanceof HTMLButtonElement) button.click()
    })
  }
  expect(
    await page.$eval('[data-tool="larger"]', (button) =>
      button.hasAttribute('disabled')
    )
  ).toBe(true)
  // Twice as large still fits a phone.
  await page.setViewport({width: 320, height: 640})
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth)
  ).toBeLessThanOrEqual(320)
  await page.evaluate(() => localStorage.clear())
  await page.close()
})

test('should print the story, black on white, and nothing around it', async () => {
  const page = await open(chinese.url + story)
  await page.click('input[value="dark"]')
  await page.emulateMediaType('print')
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(({offsetParent}) => offsetParent !== null)
      .filter((element) => element.matches('a, button, input, nav, img, form'))
      .map((element) => element.outerHTML.slice(0, 60))
      .filter((html) => !html.includes('/paper/'))
  )
  const colors = await page.evaluate(() =>
    ['h1', '.body p'].map((selector) => {
      const element = document.querySelector(selector)
      return element ? getComputedStyle(element).color : ''
    })
  )
  const ground = await page.evaluate(
    () => getComputedStyle(document.body).backgroundColor
  )
  expect(colors).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)'])
  expect(ground).toBe('rgb(255, 255, 255)')
  // The paper's name, and where the story is from.
  expect(shown.length).toBeLessThanOrEqual(6)
  expect(shown.join()).not.toMatch(/button|form|input/)
  await page.evaluate(() => localStorage.clear())
  await page.close()
})

/** Search, and count what of the index was asked for. */
async function search(
  site: SiteHost,
  query: string
): Promise<{page: Page; said: string; requests: Array<string>}> {
  const requests: Array<string> = []
  const page = await open(`${site.url}search/?${query}`, {
    prepare: (one) =>
      one.on('request', (request) => {
        if (request.url().endsWith('.bin')) requests.push(request.url())
      })
  })
  const said = await page.$eval('#found', (found) => found.textContent ?? '')
  return {page, said, requests}
}

describe('searching ten years', () => {
  test.for(['甪直', '甪'])(
    'should find %s, of one year, with three requests',
    async (word) => {
      const {page, requests, said} = await search(chinese, `q=${word}`)
      expect(said).toBe('找到 1 篇')
      expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(3)
      expect(await page.$eval('#results mark', (hit) => hit.textContent)).toBe(
        word
      )
      await page.close()
    }
  )

  test('should say with two requests that no year has a word', async () => {
    const {page, requests, said} = await search(chinese, 'q=龘龘')
    expect(said).toContain('没有找到')
    expect(requests.length).toBeLessThanOrEqual(2)
    await page.close()
  })

  test('should need three for a word that every year has', async () => {
    const {page, requests, said} = await search(chinese, 'q=的')
    expect(said).toMatch(/找到 \d\d+ 篇/)
    expect(requests.length).toBeLessThanOrEqual(3)
    await page.close()
  })

  test('should keep to the year that is chosen from the menu', async () => {
    const {page} = await search(chinese, 'q=的')
    await page.select('#year', '2029')
    await page.click('#query button')
    await page.waitForFunction(() => location.search.includes('year=2029'))
    await page.waitForNetworkIdle()
    const days = await page.$$eval('#results time', (found) =>
      found.map((day) => day.getAttribute('datetime')?.slice(0, 4))
    )
    expect(days.length).toBeGreaterThan(10)
    expect(new Set(days)).toEqual(new Set(['2029']))
    expect(
      await page.$$eval('#year option', (options) => options.length)
    ).toBeGreaterThan(10)
    await page.close()
  })

  test('should tell 鎮 from 镇 for a reader who wants to', async () => {
    const count = async (query: string) => {
      const {page, said} = await search(chinese, query)
      await page.close()
      return Number(/\d+/.exec(said)?.[0] ?? 0)
    }
    const both = await count('q=天镇&year=2024')
    const {page} = await search(chinese, 'q=天鎮&year=2024')
    const folded = await page.$eval('#found', (found) => found.textContent)
    expect(folded).toBe(`找到 ${both} 篇`)
    await page.click('[name="script"]')
    await page.click('#query button')
    await page.waitForFunction(
      () => document.querySelector('#found')?.textContent === '找到 1 篇'
    )
    expect(page.url()).toContain('script=0')
    expect(await count('q=天镇&year=2024&script=0')).toBe(both - 1)
    // The story lights what was asked for, as it was.
    await page.waitForSelector('#results .head')
    const href = await page.$eval('#results .head', (link) =>
      link.getAttribute('href')
    )
    await page.goto(href ?? '')
    await page.waitForSelector('.body mark')
    expect(
      await page.$$eval('.body mark', (hits) =>
        hits.map((hit) => hit.textContent)
      )
    ).toEqual(['天鎮'])
    await page.goBack()
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>('[name="script"]')?.checked ===
        false
    )
    await page.close()
  })

  test('should search English by words, phrases and case', async () => {
    const count = async (query: string) => {
      const {page, said} = await search(english, query)
      const marks = await page.$$eval('#results mark', (hits) =>
        hits.map((hit) => hit.textContent)
      )
      await page.close()
      return [Number(/\d+/.exec(said)?.[0] ?? 0), marks.join()]
    }
    expect(await count('q=wto')).toEqual([2, 'WTO,wto'])
    expect(await count('q=WTO&case=0')).toEqual([1, 'WTO'])
    expect(await count('q=harbour')).toEqual([2, 'harbour,harbour'])
    expect(await count('q="harbour"')).toEqual([1, 'harbour'])
    expect(await count('q="the harbour master"')).toEqual([
      1,
      'the harbour master'
    ])
    expect(await count('q="master harbour"')).toEqual([0, ''])
    // There is nothing Chinese to tell apart.
    const page = await open(`${english.url}search/`)
    expect(await page.$('[name="script"]')).toBeNull()
    await page.close()
  })
})

describe('a reader who is lost', () => {
  test.for(['nothing', '2024/01/01/p9/a99/'])(
    'should find home from /%s, in a folder of a host',
    async (place) => {
      const page = await open(chinese.url + place)
      const color = await page.$eval(
        '.ways a',
        (link) => getComputedStyle(link).borderTopWidth
      )
      expect(color).toBe('1px')
      // Its scripts run, too: they show the choice of looks.
      await page.waitForSelector('.looks:not([hidden])')
      const ways = await page.$$eval('a', (links) =>
        links.map(({href}) => href).filter((href) => href.includes('localhost'))
      )
      expect(ways.length).toBeGreaterThan(5)
      expect(await findViolations(page)).toEqual([])
      for (const way of ways) {
        if (!way.includes('#')) expect(way.startsWith(chinese.url)).toBe(true)
      }
      await Promise.all([page.waitForNavigation(), page.click('.ways a')])
      expect(page.url()).toBe(chinese.url)
      await page.close()
    }
  )
})

describe('keys', () => {
  test('should leave the stroke alone where a reader has put it off', async () => {
    const page = await open(chinese.url)
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('name') ?? '')
    await page.keyboard.press('/')
    expect(await focused()).toBe('q')
    await page.click('[name="shortcut"]')
    await page.goto(chinese.url + story)
    await page.keyboard.press('/')
    expect(await focused()).toBe('')
    await page.evaluate(() => localStorage.clear())
    await page.close()
  })

  test.for(['', story, '2024/01/01/p1/', 'search/?q=的', 'calendar/'])(
    'should show where they are on /%s, one after another',
    async (place) => {
      const page = await open(chinese.url + place)
      const seen = new Set<string>()
      for (let count = 0; count < 40; count++) {
        await page.keyboard.press('Tab')
        const state = await page.evaluate(() => {
          const element = document.activeElement
          if (!element || element === document.body) return undefined
          const polygon = element.matches('.zones a')
            ? element.querySelector('polygon')
            : null
          const shown = getComputedStyle(polygon ?? element)
          const {bottom, left, right, top} = element.getBoundingClientRect()
          return {
            html: element.outerHTML.slice(0, 120),
            isMarked: polygon
              ? Number.parseFloat(shown.strokeWidth) >= 3
              : Number.parseFloat(shown.outlineWidth) >= 2 &&
                shown.outlineStyle !== 'none',
            isSeen:
              bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
          }
        })
        if (!state) break
        expect(state.isMarked, state.html).toBe(true)
        expect(state.isSeen, state.html).toBe(true)
        seen.add(state.html)
      }
      expect(seen.size).toBeGreaterThan(10)
      await page.close()
    }
  )
})

test('should fit a phone of 320 pixels, and tablets, on every kind of page', async () => {
  const places = [
    '',
    story,
    '2024/01/01/p1/',
    'search/?q=的',
    'calendar/',
    'calendar/2026/',
    'on-this-day/01-01/',
    'sections/',
    'sections/要闻/',
    'authors/',
    'about/',
    '404.html'
  ]
  for (const place of places) {
    const page = await open(chinese.url + place, {widthPx: 320})
    for (const width of [320, 390, 820]) {
      await page.setViewport({width, height: 800})
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth
      )
      expect(over, `${place} ${width}`).toBeLessThanOrEqual(0)
    }
    await page.close()
  }
})
