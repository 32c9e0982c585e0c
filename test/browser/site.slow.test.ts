// A reader walks the whole site in a real browser: with keys at a desk, with a
// thumb on a phone, and goes on reading when the network is gone.

import fs from 'node:fs/promises'
import path from 'node:path'
import sharp, {type Sharp} from 'sharp'
import {type Browser, type ElementHandle, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {makeSite} from '../../src/build/make-site.ts'
import {openSiteDisk} from '../../src/plant/plant.ts'
import type {Edition} from '../../src/render/web/edition.ts'
import type {Layout} from '../../src/render/layout-json.ts'
import {mmToPt} from '../../src/unit/length.ts'
import {isIn} from '../check-page.ts'
import {
  build,
  makeTemporaryFolder,
  openPlant,
  projectFolder
} from '../end-to-end/press.ts'
import {findViolations, withTargetSize} from './find-violations.ts'
import {launchBrowser} from './launch-browser.ts'
import {serveSite, type SiteHost} from './serve-site.ts'

let browser: Browser
let chinese: SiteHost
let english: SiteHost
let folder = ''

/** Copy a sample with some of its words changed, and its day. */
async function fileIssue(
  sample: string,
  id: string,
  changes: ReadonlyArray<readonly [file: string, from: string, to: string]>
): Promise<string> {
  const to = path.join(folder, 'manuscript', id)
  await fs.cp(path.join(projectFolder, 'manuscript', sample), to, {
    recursive: true
  })
  for (const [file, from, word] of changes) {
    const text = await fs.readFile(path.join(to, file), 'utf8')
    if (!text.includes(from)) throw new Error(`no \`${from}\` in ${file}`)
    await fs.writeFile(path.join(to, file), text.replaceAll(from, word))
  }
  return to
}

async function makeSiteOf(
  name: string,
  issues: ReadonlyArray<string>
): Promise<SiteHost> {
  const outFolder = path.join(folder, name)
  const {problems} = await makeSite(
    {
      folders: issues.map((issue) =>
        path.join(folder, 'issue', path.basename(issue))
      ),
      outFolder,
      foldsScript: true,
      isCompatible: true,
      isAnew: false,
      version: '1'
    },
    openSiteDisk(projectFolder)
  )
  expect(problems).toEqual([])
  return serveSite(outFolder)
}

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  const first = await fileIssue('yunzhong-2026-06-02', 'first', [
    // Words of the same length, so that the page is as before.
    ['mushroom.md', '青麓县', '天镇县'],
    ['mushroom.md', '小山菇', '小沙棘']
  ])
  const second = await fileIssue('yunzhong-2026-06-02', 'second', [
    ['issue.yaml', 'date: 2026-06-02', 'date: 2026-06-03']
  ])
  await correct(path.join(second, 'wool.md'))
  const harbour = await fileIssue('harbour-courant-2026-06-02', 'harbour', [])
  const plant = openPlant()
  for (const issue of [first, second, harbour]) {
    const result = await build(issue, path.join(folder, 'issue'), plant)
    expect(result.isPublished).toBe(true)
  }
  await plant.close()
  chinese = await makeSiteOf('chinese', [first, second])
  english = await makeSiteOf('english', [harbour])

  browser = await launchBrowser()
})

async function correct(file: string): Promise<void> {
  const text = await fs.readFile(file, 'utf8')
  await fs.writeFile(
    file,
    text.replace(
      '---\n',
      '---\ncorrections:\n  - date: 2026-06-04\n    text: 文中的斤应为公斤。\n'
    )
  )
}

afterAll(async () => {
  await browser?.close()
  await chinese?.close()
  await english?.close()
  await fs.rm(folder, {force: true, recursive: true})
})

async function open(
  url: string,
  size: 'desk' | 'phone' | 'tablet' = 'desk'
): Promise<Page> {
  const page = await browser.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await page.setViewport(
    size === 'desk'
      ? {width: 1280, height: 900}
      : {
          ...(size === 'phone'
            ? {width: 390, height: 844}
            : {width: 820, height: 1180}),
          isMobile: true,
          hasTouch: true
        }
  )
  await page.goto(url)
  return page
}

/** Press the tab key until a link is reached whose address ends so. */
async function tabTo(page: Page, end: string): Promise<void> {
  for (let count = 0; count < 120; count++) {
    await page.keyboard.press('Tab')
    const href = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('href') ?? ''
    })
    if (href.endsWith(end)) return
  }
  throw new Error(`No tab leads to \`${end}\``)
}

async function pressEnter(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

const issue = '2026/06/02/'

describe('with keys', () => {
  test('should open a page, a story from its zone, and its place again', async () => {
    const page = await open(chinese.url)
    await tabTo(page, '2026/06/03/p5/')
    await pressEnter(page)
    await page.goto(`${chinese.url}${issue}p5/`)

    await page.$eval('.zones a', (link) => link.focus())
    expect(
      await page.$eval(':focus', (link) => link.getAttribute('aria-label'))
    ).toContain('梯田')
    await pressEnter(page)
    expect(page.url()).toBe(`${chinese.url}${issue}p5/a1/`)
    await tabTo(page, 'p5/#zone-terraces')
    await pressEnter(page)
    // It lights up in a moment.
    await page.waitForFunction(() => {
      const polygon = document.querySelector('.zones a:target polygon')
      return polygon && Number(getComputedStyle(polygon).fillOpacity) > 0.2
    })
    await page.close()
  })

  test('should zoom with keys, and load the sharper picture', async () => {
    const page = await open(`${chinese.url}${issue}p5/`)
    await page.focus('.view')
    for (let count = 0; count < 4; count++) await page.keyboard.press('+')
    const large = await page.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('.replica img')
      return image && image.currentSrc.includes('2948') && image.complete
        ? image.getBoundingClientRect().width /
            (image.closest('.view')?.clientWidth ?? 1)
        : undefined
    })
    expect(await large.jsonValue()).toBeGreaterThan(3)
    const before = await page.$eval('.view', (view) => view.scrollTop)
    await page.keyboard.press('ArrowDown')
    expect(await page.$eval('.view', (view) => view.scrollTop)).toBeGreaterThan(
      before
    )
    await page.keyboard.press('0')
    expect(await page.$('.is-zoomed')).toBeNull()
    await page.close()
  })

  test('should zoom with the wheel once the picture is large', async () => {
    const page = await open(`${chinese.url}${issue}p5/`)
    const measureWidth = () =>
      page.$eval('.replica', (replica) => replica.getBoundingClientRect().width)
    const whole = await measureWidth()
    const view = await page.$('.view')
    const box = await view?.boundingBox()
    if (!box) throw new Error('no view')
    const [x, y] = [box.x + box.width / 3, box.y + 150]
    await page.mouse.move(x, y)
    // As everywhere, a wheel scrolls the page.
    await page.mouse.wheel({deltaY: 100})
    await page.waitForFunction(() => scrollY > 0)
    expect(await measureWidth()).toBe(whole)
    await page.evaluate(() => scrollTo(0, 0))

    await page.mouse.click(x, y, {count: 2})
    await page.waitForSelector('.is-zoomed')
    const large = await measureWidth()
    expect(large / whole).toBeCloseTo(3, 1)
    // What is under the pointer stays there.
    const placeUnder = () =>
      page.$eval(
        '.replica',
        (replica, at) => {
          const {height, left, top, width} = replica.getBoundingClientRect()
          return [(at.x - left) / width, (at.y - top) / height]
        },
        {x, y}
      )
    const [, before = 0] = await placeUnder()
    await page.mouse.wheel({deltaY: -100})
    await page.waitForFunction(
      (than) =>
        (document.querySelector('.replica')?.getBoundingClientRect().width ??
          0) > than,
      {},
      large
    )
    const [, after = 0] = await placeUnder()
    expect(after).toBeCloseTo(before, 2)
    for (let count = 0; count < 8; count++) {
      await page.mouse.wheel({deltaY: 100})
    }
    await page.waitForFunction(() => !document.querySelector('.is-zoomed'))
    // One click opens what is there.
    await Promise.all([page.waitForNavigation(), page.mouse.click(x, y)])
    expect(page.url()).toMatch(/\/p5\/a\d+\/$/)
    await page.close()
  })

  test('should narrow a search by date, section, kind and author', async () => {
    const count = async (query: string) => {
      const page = await open(`${chinese.url}search/?${query}`)
      await page.waitForFunction(() =>
        /找到/.test(document.querySelector('#found')?.textContent ?? '')
      )
      const found = await page.$eval('#found', (said) => said.textContent)
      const dates = await page.$$eval('#results time', (days) =>
        days.map((day) => day.getAttribute('datetime'))
      )
      await page.close()
      return {found: Number(/\d+/.exec(found ?? '')?.[0] ?? 0), dates}
    }
    // Both issues have the terraces; one day has them once.
    const both = await count('q=梯田')
    const first = await count('q=梯田&to=2026-06-02')
    const second = await count('q=梯田&from=2026-06-03')
    expect(first.found).toBeGreaterThan(0)
    expect(first.found + second.found).toBe(both.found)
    expect(new Set(first.dates)).toEqual(new Set(['2026-06-02']))
    expect(new Set(second.dates)).toEqual(new Set(['2026-06-03']))
    const section = await count('q=的&section=乡村振兴特刊')
    const other = await count('q=的&section=综合新闻')
    const all = await count('q=的')
    expect(section.found).toBeGreaterThan(0)
    expect(section.found + other.found).toBe(all.found)
    // By author alone, without a word.
    const author = await count('author=沈砚秋')
    expect(author.found).toBeGreaterThan(1)
    const nobody = await count('author=沈砚')
    expect(nobody.found).toBe(0)
    const oldest = await count('q=梯田&order=oldest')
    expect(oldest.dates[0]).toBe('2026-06-02')
  })

  test('should search 天镇 and see it lit on the page', async () => {
    const page = await open(chinese.url)
    await page.keyboard.press('/')
    await page.keyboard.type('天镇')
    await pressEnter(page)
    await page.waitForFunction(() =>
      document.querySelector('#found')?.textContent?.includes('找到')
    )
    expect(await page.$eval('#found', (found) => found.textContent)).toContain(
      '找到 1 篇'
    )
    await page.waitForSelector('#results mark')
    await tabTo(page, '#zone-mushroom')
    await pressEnter(page)
    await page.waitForSelector('.hit')
    await expectLit(page, '天镇')
    await page.close()
  })

  test('should search one character: 棘', async () => {
    const page = await open(`${chinese.url}search/?q=棘`)
    await page.waitForSelector('#results mark')
    expect(await page.$eval('#found', (found) => found.textContent)).toContain(
      '1 篇'
    )
    await page.goto(`${chinese.url}${issue}p5/?q=棘#zone-mushroom`)
    await page.waitForSelector('.hit')
    await expectLit(page, '棘')
    // What is not in the copy is not found.
    await page.goto(`${chinese.url}search/?q=棘天`)
    await page.waitForFunction(() =>
      document.querySelector('#found')?.textContent?.includes('没有找到')
    )
    await page.close()
  })

  test('should search English by words, and quoted words', async () => {
    const page = await open(`${english.url}search/?q=harbour`)
    await page.waitForSelector('#results mark')
    expect(await page.$eval('#found', (found) => found.textContent)).toMatch(
      /\d+ found/
    )
    await page.close()
  })
})

/** Read what a built issue says of itself. */
async function readFirst(name: 'edition.json' | 'layout.json') {
  return JSON.parse(
    await fs.readFile(path.join(folder, 'issue/first', name), 'utf8')
  )
}

/** Every lit box is where the layout has the word, to a pixel. */
async function expectLit(page: Page, word: string): Promise<void> {
  const lit = await page.$$eval('.zones .hit', (hits) =>
    hits.map((hit) =>
      ['x', 'y', 'width', 'height'].map((name) =>
        Number(hit.getAttribute(name))
      )
    )
  )
  const layout: Layout = await readFirst('layout.json')
  const places = layout.pages.flatMap((one) =>
    one.modules
      .filter(({story}) => story === 'mushroom' && one.pageNumber === 5)
      .flatMap(({blocks}) => blocks)
      .filter(({role}) => role !== 'jumpLine')
      .flatMap(({lines}) => lines)
      .flatMap((line) => {
        const found: Array<Array<number>> = []
        let at = line.text.indexOf(word)
        while (at !== -1) {
          const start = line.edges[at] ?? 0
          const end = line.edges[at + word.length] ?? 0
          found.push([
            ((line.x + start) / one.widthMm) * 100,
            (line.y / one.depthMm) * 100,
            ((end - start) / one.widthMm) * 100,
            (line.depth / one.depthMm) * 100
          ])
          at = line.text.indexOf(word, at + 1)
        }
        return found
      })
  )
  expect(places.length).toBeGreaterThan(0)
  expect(lit.length).toBeGreaterThanOrEqual(places.length)
  for (const place of places) {
    const isLit = lit.some((box) =>
      box.every((value, index) => Math.abs(value - (place[index] ?? 0)) < 0.05)
    )
    expect(isLit, JSON.stringify(place)).toBe(true)
  }
}

describe('with a thumb', () => {
  test('should open a story from its zone and come back', async () => {
    const page = await open(`${chinese.url}${issue}p5/`, 'phone')
    const zone = await page.$('#zone-mushroom polygon')
    if (!zone) throw new Error('no zone')
    await zone.evaluate((element) => element.scrollIntoView({block: 'center'}))
    await Promise.all([page.waitForNavigation(), tap(page, zone)])
    expect(page.url()).toMatch(/2026\/06\/02\/p5\/a\d+\/$/)
    expect(await page.$eval('h1', (head) => head.textContent)).toContain(
      '天镇县'
    )
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth
    )
    expect(over).toBeLessThanOrEqual(0)
    await page.close()
  })

  test('should zoom with two fingers', async () => {
    const page = await open(`${chinese.url}${issue}p5/`, 'phone')
    const session = await page.createCDPSession()
    const view = await page.$eval('.view', (element) => {
      element.scrollIntoView({block: 'center'})
      const box = element.getBoundingClientRect()
      return {
        x: box.x + box.width / 2,
        y: Math.min(700, box.y + box.height / 2)
      }
    })
    const touch = (type: 'touchEnd' | 'touchMove' | 'touchStart', by: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd'
            ? []
            : [
                {x: view.x - by, y: view.y, id: 1},
                {x: view.x + by, y: view.y, id: 2}
              ]
      })
    await touch('touchStart', 40)
    for (let by = 50; by <= 120; by += 10) await touch('touchMove', by)
    await touch('touchEnd', 0)
    const scale = await page.$eval(
      '.replica',
      (replica) => Number.parseFloat(getComputedStyle(replica).width) / 390
    )
    expect(scale).toBeGreaterThan(2)
    await page.close()
  })
})

async function tap(page: Page, element: ElementHandle): Promise<void> {
  const box = await element.boundingBox()
  if (!box) throw new Error('nothing to tap')
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
}

test('should read on when the network is gone', async () => {
  const host = await serveSite(path.join(folder, 'chinese'))
  const page = await open(`${host.url}${issue}`)
  await page.waitForFunction(
    () => document.documentElement.dataset['kept'] !== undefined,
    {timeout: 20_000}
  )
  // The picture of a page that is printed anew is seen, kept or not.
  const picture = `${issue}p6/page-800.webp`
  const file = path.join(folder, 'chinese', picture)
  const before = await fs.readFile(file)
  const readPicture = () =>
    page.evaluate(
      async (url) => (await (await fetch(url)).blob()).size,
      picture
    )
  await page.goto(host.url)
  expect(await readPicture()).toBe(before.length)
  await fs.writeFile(file, before.subarray(0, 1000))
  expect(await readPicture()).toBe(1000)
  await fs.writeFile(file, before)
  expect(await readPicture()).toBe(before.length)
  await host.close()

  await page.goto(`${host.url}${issue}p5/a1/`)
  expect(await page.$eval('h1', (head) => head.textContent)).toContain('梯田')
  await page.waitForFunction(() => {
    const image = document.querySelector<HTMLImageElement>('.body img')
    return image === null || (image.complete && image.naturalWidth > 0)
  })
  await page.goto(`${host.url}${issue}p6/`)
  const image = await page.$eval('.replica img', async (element) => {
    if (!(element instanceof HTMLImageElement)) return 0
    await element.decode().catch(() => undefined)
    return element.naturalWidth
  })
  expect(image).toBeGreaterThan(700)

  // A page in a size that is not kept; what was not kept, and a way on.
  await page.setViewport({width: 1280, height: 900})
  await page.goto(`${host.url}${issue}p5/`)
  await page.waitForFunction(() => {
    const shown = document.querySelector<HTMLImageElement>('.replica img')
    return shown?.complete === true && shown.naturalWidth > 0
  })
  await page.goto(`${host.url}calendar/2026/`)
  expect(await page.$eval('h1', (head) => head.textContent)).toBe('没有网络')
  const way = await page.waitForSelector('[data-issues] a')
  expect(await way?.evaluate((link) => link.textContent)).toContain('6月2日')
  expect(await findViolations(page, withTargetSize)).toEqual([])
  await Promise.all([page.waitForNavigation(), way?.click()])
  expect(page.url()).toBe(`${host.url}${issue}`)
  await page.close()
})

describe('as printed', () => {
  test('should cut stories out along their outline, to keep and to share', async () => {
    const layout: Layout = await readFirst('layout.json')
    const edition: Edition = await readFirst('edition.json')
    const folders = new Map(
      edition.stories.map((one) => [
        one.slug,
        one.folder.replace(/^p\d+\//, '')
      ])
    )
    const page = layout.pages.find(({pageNumber}) => pageNumber === 5)
    const place = path.join(folder, 'chinese', issue, 'p5')
    const pictures = await fs.readdir(place)
    const largest = pictures
      .filter((name) => name.endsWith('.webp'))
      .sort((a, b) => Number(/\d+/.exec(b)) - Number(/\d+/.exec(a)))[0]
    const whole = sharp(path.join(place, largest ?? ''))
    const {height, width} = await whole.metadata()
    if (!page) throw new Error('no page 5')

    const pxPerPt = {
      across: width / mmToPt(page.widthMm),
      down: height / mmToPt(page.depthMm)
    }
    for (const module of page.modules) {
      const corners = module.zone.map(([x, y]) => ({
        xPt: mmToPt(x),
        yPt: mmToPt(y)
      }))
      const xs = corners.map(({xPt}) => xPt)
      const ys = corners.map(({yPt}) => yPt)
      const [leftPt, rightPt] = [Math.min(...xs), Math.max(...xs)]
      const [topPt, footPt] = [Math.min(...ys), Math.max(...ys)]
      const left = Math.round(leftPt * pxPerPt.across)
      const top = Math.round(topPt * pxPerPt.down)
      const region = {
        left,
        top,
        width: Math.min(width, Math.round(rightPt * pxPerPt.across)) - left,
        height: Math.min(height, Math.round(footPt * pxPerPt.down)) - top
      }
      const story = folders.get(module.story) ?? ''
      const clipping = path.join(place, story, 'clipping-p5.jpg')
      const [a, b] = await Promise.all([
        toSmallGrey(sharp(clipping)),
        toSmallGrey(whole.clone().extract(region))
      ])
      const facts = await sharp(clipping).metadata()
      expect(facts.width / facts.height).toBeCloseTo(
        region.width / region.height,
        1
      )
      let alikeCount = 0
      for (let index = 0; index < a.length; index++) {
        const across = ((index % smallPx) + 0.5) / smallPx
        const down = (Math.floor(index / smallPx) + 0.5) / smallPx
        const point = {
          xPt: leftPt + across * (rightPt - leftPt),
          yPt: topPt + down * (footPt - topPt)
        }
        // What belongs to others is white.
        const wanted = isIn(point, corners) ? (b[index] ?? 0) : 255
        if (Math.abs((a[index] ?? 0) - wanted) < 40) alikeCount++
      }
      expect(alikeCount / a.length, module.story).toBeGreaterThan(0.93)

      const card = sharp(path.join(place, story, 'card.jpg'))
      const {data, info} = await card.raw().toBuffer({resolveWithObject: true})
      expect([info.width, info.height]).toEqual([1200, 630])
      const corner = [...data.subarray(0, 3)]
      const middle = (15 * 1200 + 600) * info.channels
      // A ground around it, the story's paper in it.
      expect(
        corner.every((value, at) => Math.abs(value - (ground[at] ?? 0)) < 12)
      ).toBe(true)
      expect([...data.subarray(middle, middle + 3)]).not.toEqual([
        255, 255, 255
      ])
    }
    expect(page.modules.length).toBeGreaterThan(5)
  })

  test('should show the clipping where it is asked for, and lead to it', async () => {
    const page = await open(`${chinese.url}${issue}p5/a1/`)
    await page.focus('.clipping summary')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('.clipping img')
      return image?.complete && image.naturalWidth > 300
    })
    const alt = await page.$eval('.clipping img', (image) =>
      image.getAttribute('alt')
    )
    expect(alt).toContain('梯田')
    await page.close()
  })
})

/** Ground of cards: `#8f8778`. */
const ground = [0x8f, 0x87, 0x78]
const smallPx = 48

function toSmallGrey(picture: Sharp): Promise<Buffer> {
  return picture
    .resize(smallPx, smallPx, {fit: 'fill'})
    .greyscale()
    .raw()
    .toBuffer()
}

const sharpPhone = {
  width: 390,
  height: 844,
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true
}

test('should move nothing while it loads, and load little', async () => {
  for (const [size, place, most] of [
    ['phone', '', 700_000],
    ['phone', `${issue}p5/`, 550_000],
    ['phone', `${issue}p5/a1/`, 400_000],
    ['desk', '', 400_000],
    ['desk', `${issue}p5/a1/`, 400_000],
    ['desk', 'search/?q=的', 400_000]
  ] as const) {
    const page = await open('about:blank', size)
    if (size === 'phone') await page.setViewport(sharpPhone)
    let byteCount = 0
    page.on('response', (response) => {
      void response.buffer().then(
        (value) => {
          byteCount += value.length
        },
        () => undefined
      )
    })
    await page.evaluateOnNewDocument(() => {
      Object.assign(globalThis, {shift: 0})
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const value: unknown = Reflect.get(entry, 'value')
          const before: unknown = Reflect.get(globalThis, 'shift')
          Object.assign(globalThis, {shift: Number(before) + Number(value)})
        }
      }).observe({type: 'layout-shift', buffered: true})
    })
    await page.goto(chinese.url + place, {waitUntil: 'networkidle0'})
    expect(await page.evaluate('shift'), `${size} ${place}`).toBeLessThan(0.02)
    expect(byteCount, `${size} ${place}`).toBeLessThan(most)
    await page.close()
  }
})

const kinds = [
  '',
  '2026/06/03/',
  `${issue}p5/`,
  `${issue}p5/?q=天镇#zone-mushroom`,
  `${issue}p5/a1/`,
  '2026/06/03/p5/a2/',
  `${issue}p6/a3/?q=的`,
  'calendar/',
  'calendar/2026/',
  'on-this-day/06-02/',
  'sections/',
  'sections/综合新闻/',
  'authors/',
  'authors/沈砚秋/',
  'search/',
  'search/?q=天镇',
  'about/',
  'offline/',
  'html/2026-06/02/node_5.htm',
  'html/2026-06/02/content_5_1.htm'
]

describe('every kind of page', () => {
  test.for([
    ['light', 'desk'],
    ['dark', 'desk'],
    ['light', 'phone'],
    ['dark', 'tablet']
  ] as const)('should be accessible: %s, %s', async ([scheme, size]) => {
    const all = [
      ...kinds.map((kind) => chinese.url + kind),
      ...['', `${issue}p3/`, `${issue}p3/a1/`, 'search/?q=harbour'].map(
        (kind) => english.url + kind
      )
    ]
    for (const url of all) {
      const page = await open('about:blank', size)
      await page.emulateMediaFeatures([
        {name: 'prefers-color-scheme', value: scheme}
      ])
      const asked: Array<string> = []
      const said: Array<string> = []
      page.on('request', (request) => asked.push(request.url()))
      page.on('console', (message) => said.push(message.text()))
      await page.goto(url, {waitUntil: 'networkidle0'})
      const found = await findViolations(page, withTargetSize)
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - innerWidth
      )
      const home = new URL(url).origin
      expect(found, url).toEqual([])
      if (!url.includes('/html/')) expect(over, url).toBeLessThanOrEqual(0)
      expect(
        asked.filter((one) => /^https?:/.test(one) && !one.startsWith(home)),
        url
      ).toEqual([])
      expect(said, url).toEqual([])
      await page.close()
    }
    expect([...chinese.missing, ...english.missing]).toEqual([])
  })

  test('should show what is chosen in forced colours, on page and in list', async () => {
    const page = await open(`${chinese.url}${issue}p5/`)
    const session = await page.createCDPSession()
    await session.send('Emulation.setEmulatedMedia', {
      features: [{name: 'forced-colors', value: 'active'}]
    })
    const read = () =>
      page.evaluate(() => {
        const highlight = document.createElement('p')
        highlight.style.color = 'Highlight'
        document.body.append(highlight)
        const first = document.querySelector('.beside li')
        const polygon = document.querySelector('.zones polygon')
        return first && polygon
          ? {
              highlight: getComputedStyle(highlight).color,
              mark: getComputedStyle(first, '::before').backgroundColor,
              stroke: getComputedStyle(polygon).stroke,
              opacity: Number(getComputedStyle(polygon).strokeOpacity)
            }
          : undefined
      })
    await page.hover('.beside li a')
    await page.waitForFunction(() => {
      const polygon = document.querySelector('.zones polygon')
      return polygon && Number(getComputedStyle(polygon).strokeOpacity) > 0.8
    })
    const hovered = await read()
    expect(hovered?.stroke).toBe(hovered?.highlight)
    await tabTo(page, 'p5/a1/')
    await page.waitForFunction(() => {
      const first = document.querySelector('.beside li')
      return (
        first &&
        getComputedStyle(first, '::before').backgroundColor !==
          'rgba(0, 0, 0, 0)'
      )
    })
    const focused = await read()
    expect(focused?.mark).toBe(focused?.highlight)
    expect(focused?.stroke).toBe(focused?.highlight)
    expect(focused?.opacity).toBeGreaterThan(0.8)
    await page.close()
  })

  test('should be accessible in high contrast, chosen by the reader', async () => {
    const page = await open(`${chinese.url}${issue}p5/a1/`)
    await page.click('input[value="contrast"]')
    await page.goto(`${chinese.url}${issue}p5/`)
    const look = await page.evaluate(
      () => document.documentElement.dataset['look']
    )
    expect(look).toBe('contrast')
    expect(await findViolations(page)).toEqual([])
    await page.close()
  })
})
