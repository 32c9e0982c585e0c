// Libraries' viewers open an issue out of an archive: Mirador and TIFY are given
// the manifest of a bag whose files stand on a plain host, list its lines, and
// draw the box of the one that was clicked. Where they draw it is compared with
// ALTO, whose words were never near them.

import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import process from 'node:process'
import {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {addIssue} from '../../src/archive/archive.ts'
import {launchBrowser} from './launch-browser.ts'
import {openPlant, openShelf} from '../../src/plant/plant.ts'
import {toMachines} from '../archive/pack.ts'
import {makeTemporaryFolder, projectFolder} from '../end-to-end/press.ts'
import {bringViewers, findViewersProblem} from '../oracle/bring-viewers.ts'
import {serveSite, type SiteHost} from './serve-site.ts'

const require = createRequire(import.meta.url)
const issueId = 'yunzhong-2026-06-02'
const problem = findViewersProblem()
const isCi = process.env['CI'] === 'true'
// A folder to look at what they draw in.
const pictures = process.env['VIEWER_PICTURES']
/** Pixels of the page that one of the screen covers when we look closely. */
const nearPx = 1.25
/** Widest a drawn line may lie beside the box, in pixels of the screen. */
const tolerancePx = 2.5

/** A box in pixels of the page's picture. */
interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

if (problem && !isCi) test.skip(`viewers can't be opened: ${problem}`)

describe.skipIf(problem && !isCi)('a bag, in viewers', () => {
  let browser: Browser
  let folder = ''
  let host: SiteHost

  beforeAll(async () => {
    expect(problem).toBeUndefined()
    folder = await makeTemporaryFolder()
    const served = path.join(folder, 'served')
    await fs.mkdir(served)
    host = await serveSite(served)
    const manuscript = path.join(folder, issueId)
    await fs.cp(path.join(projectFolder, 'manuscript', issueId), manuscript, {
      recursive: true
    })
    const order = path.join(manuscript, 'issue.yaml')
    // The paper names its address, and its bags can be read there.
    await fs.appendFile(order, `\nurl: ${host.url.slice(0, -1)}\n`)
    const plant = openPlant()
    const shelf = await openShelf({
      folder: path.join(folder, 'archive'),
      isNew: true
    })
    const added = await addIssue(
      {
        folder: manuscript,
        issueId,
        isStrict: false,
        engine: {name: 'qianzi', version: '0.0.0-test'},
        onProgress: () => undefined
      },
      toMachines(plant),
      shelf
    )
    await plant.close()
    if (!added.bag) throw new Error('not added')
    const data = shelf.locate(added.bag, 'data')
    shelf.close()
    await fs.symlink(data, path.join(served, issueId))
    await fs.symlink(await bringViewers(), path.join(served, 'viewers'))
    await fs.symlink(
      require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
      path.join(served, 'han.ttf')
    )
    await fs.writeFile(path.join(served, 'mirador.html'), miradorPage)
    await fs.writeFile(path.join(served, 'tify.html'), tifyPage)

    browser = await launchBrowser()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await host?.close()
    await fs.rm(folder, {force: true, recursive: true})
  })

  test('Mirador should list the lines and draw the one that is clicked', async () => {
    const page = await open('mirador.html')
    for (const pageNumber of [5, 6]) {
      const {lines, texts} = await readAlto(pageNumber)
      const list = `[annotationid*="page-0${pageNumber}-lines"]`
      await page.waitForSelector(list)
      const listed = await page.$$eval(list, (items) =>
        items.map((item) => [
          (item.getAttribute('annotationid') ?? '').split('#')[1] ?? '',
          item.textContent.trim()
        ])
      )
      expect(listed.length).toBeGreaterThan(300)
      expect(listed.map(([id = '']) => [id, texts.get(id)])).toEqual(listed)

      for (const id of pickLines(lines, listed)) {
        await page.$eval(`[annotationid$="#${id}"]`, (item) => {
          item.scrollIntoView({block: 'center'})
          if (item instanceof HTMLElement) item.click()
        })
        await page.mouse.move(2, 2)
        const drawn = await drawInMirador(page, lines.get(id))
        expectSame(drawn, lines.get(id), id)
        await look(page, `mirador-${id}`)
      }
      if (pageNumber === 5) await page.click('.mirador-next-canvas-button')
    }
    expect(host.missing).toEqual([])
    await page.close()
  }, 90_000)

  test('TIFY should list the lines and draw the one that is clicked', async () => {
    const page = await open('tify.html')
    for (const pageNumber of [5, 6]) {
      const {lines, texts} = await readAlto(pageNumber)
      await page.waitForSelector(
        `.tify-media-overlay[id*="page-0${pageNumber}-lines"]`
      )
      const listed = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('.tify-media-overlay')]
        const items = [...document.querySelectorAll('.tify-text-toggle')]
        return items.map((item, index) => [
          boxes[index]?.id.split('#')[1] ?? '',
          item.textContent.trim()
        ])
      })
      expect(listed.length).toBeGreaterThan(300)
      expect(listed.map(([id = '']) => [id, texts.get(id)])).toEqual(listed)

      for (const id of pickLines(lines, listed)) {
        const index = listed.findIndex(([one]) => one === id)
        await page.$$eval(
          '.tify-text-toggle',
          (items, at) => {
            const item = items[at]
            if (item instanceof HTMLElement) item.click()
          },
          index
        )
        const drawn = await drawInTify(page, lines.get(id))
        expectSame(drawn, lines.get(id), id)
        await look(page, `tify-${id}`)
      }
      if (pageNumber === 5) {
        await page.evaluate(() => {
          Reflect.get(window, 'viewer').setPage(2)
        })
      }
    }
    expect(host.missing).toEqual([])
    await page.close()
  }, 90_000)

  async function open(name: string): Promise<Page> {
    const page = await browser.newPage()
    await page.setViewport({width: 1400, height: 1000})
    await page.goto(host.url + name)
    return page
  }

  /** Read the lines of a page: what they say, and what their words cover. */
  async function readAlto(
    pageNumber: number
  ): Promise<{lines: Map<string, Box>; texts: Map<string, string>}> {
    const file = `served/${issueId}/alto/page-0${pageNumber}.xml`
    const alto = await fs.readFile(path.join(folder, file), 'utf8')
    const manifest = JSON.parse(
      await fs.readFile(
        path.join(folder, `served/${issueId}/iiif/manifest.json`),
        'utf8'
      )
    )
    const canvas = manifest.items[pageNumber - 5]
    const width = readNumber(/<Page [^>]*>/.exec(alto)?.[0] ?? '', 'WIDTH')
    const scale = canvas.width / width
    const lines = new Map<string, Box>()
    const texts = new Map<string, string>()
    for (const [line, id = ''] of alto.matchAll(
      /<TextLine ID="([^"]+)".*?<\/TextLine>/gs
    )) {
      const words = line.match(/<String [^>]*>/g) ?? []
      lines.set(id, {
        left:
          Math.min(...words.map((word) => readNumber(word, 'HPOS'))) * scale,
        top: Math.min(...words.map((word) => readNumber(word, 'VPOS'))) * scale,
        right:
          Math.max(
            ...words.map(
              (word) => readNumber(word, 'HPOS') + readNumber(word, 'WIDTH')
            )
          ) * scale,
        bottom:
          Math.max(
            ...words.map(
              (word) => readNumber(word, 'VPOS') + readNumber(word, 'HEIGHT')
            )
          ) * scale
      })
      texts.set(
        id,
        (line.match(/<(?:String|SP|HYP)[^>]*>/g) ?? [])
          .map((tag) =>
            tag.startsWith('<SP') ? ' ' : readAttribute(tag, 'CONTENT')
          )
          .join('')
          .trim()
      )
    }
    return {lines, texts}
  }

  async function look(page: Page, name: string): Promise<void> {
    if (!pictures) return
    await page.screenshot({path: `${pictures}/${name}.png`})
  }
})

/** Pick the first line, a headline; one amid the copy; and one of one word. */
function pickLines(
  lines: ReadonlyMap<string, Box>,
  listed: ReadonlyArray<ReadonlyArray<string>>
): Array<string> {
  const ids = listed.map(([id = '']) => id).filter((id) => lines.has(id))
  const short = listed.find(([, text = '']) =>
    /^\p{Script=Han}{2,4}$/u.test(text)
  )
  return [ids[0], ids[Math.floor(ids.length / 2)], short?.[0]].filter(
    (id) => id !== undefined
  )
}

/** Bring a box near and say where it is drawn, in pixels of the page. */
async function drawInMirador(page: Page, box: Box | undefined): Promise<Drawn> {
  await page.waitForFunction(() => {
    const {OSDReferences} = Reflect.get(window, 'Mirador')
    const world = OSDReferences.get('one')?.current?.world
    return world?.getItemCount() === 1 && world.getItemAt(0).getFullyLoaded()
  })
  return page.evaluate(
    async (center, pixels) => {
      const {OSDReferences} = Reflect.get(window, 'Mirador')
      const viewer = OSDReferences.get('one').current
      const image = viewer.world.getItemAt(0)
      if (viewer.world.getItemCount() > 1) throw new Error('not the page alone')
      const point = image.imageToViewportCoordinates(center.x, center.y)
      const overlay = [...document.querySelectorAll('canvas')].find(
        (canvas) => canvas.parentElement?.className === ''
      )
      const context = overlay?.getContext('2d')
      if (!overlay || !context) throw new Error('nothing is drawn on')

      // It may still be gliding to where it begins: it is brought back until
      // the box is drawn in one place.
      let drawn = ''
      let sameCount = 0
      for (let count = 0; count < 40 && sameCount < 3; count++) {
        viewer.viewport.zoomTo(
          image.imageToViewportZoom(1 / pixels),
          undefined,
          true
        )
        viewer.viewport.panTo(point, true)
        await new Promise((resolve) => {
          setTimeout(resolve, 300)
        })
        const now = JSON.stringify(measure())
        const isThere = !now.includes('null')
        sameCount = now === drawn && isThere ? sameCount + 1 : 0
        drawn = now
      }
      return measure()

      function measure(): Drawn {
        const {height = 0, width = 0} = overlay ?? {}
        const data = context?.getImageData(0, 0, width, height).data ?? []
        let [left, top, right, bottom] = [
          Infinity,
          Infinity,
          -Infinity,
          -Infinity
        ]
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            if ((data[(y * width + x) * 4 + 3] ?? 0) < 128) continue
            left = Math.min(left, x)
            right = Math.max(right, x + 1)
            top = Math.min(top, y)
            bottom = Math.max(bottom, y + 1)
          }
        }
        const toImage = (x: number, y: number): {x: number; y: number} =>
          image.viewerElementToImageCoordinates(point.minus(point).plus({x, y}))
        const start = toImage(left, top)
        const end = toImage(right, bottom)
        return {
          left: start.x,
          top: start.y,
          right: end.x,
          bottom: end.y,
          pixelPx: (end.x - start.x) / (right - left)
        }
      }
    },
    findCenter(box),
    findNearPx(box)
  )
}

/** The same, in TIFY. */
function drawInTify(page: Page, box: Box | undefined): Promise<Drawn> {
  return page.evaluate(
    async (center, pixels) => {
      const {viewer} = Reflect.get(window, 'viewer')
      const image = viewer.world.getItemAt(0)
      if (viewer.world.getItemCount() > 1 || image.getOpacity() < 1) {
        throw new Error('not the page alone')
      }
      const point = image.imageToViewportCoordinates(center.x, center.y)
      const zoom = image.imageToViewportZoom(1 / pixels)
      viewer.viewport.zoomTo(zoom, undefined, true)
      viewer.viewport.panTo(point, true)
      await new Promise((resolve) => {
        setTimeout(resolve, 800)
      })
      const drawn = document
        .querySelector('.tify-media-overlay.-current')
        ?.getBoundingClientRect()
      const frame = viewer.element.getBoundingClientRect()
      if (!drawn) throw new Error('nothing is lit')
      const toImage = (x: number, y: number): {x: number; y: number} =>
        image.viewerElementToImageCoordinates(
          point.minus(point).plus({x: x - frame.x, y: y - frame.y})
        )
      const start = toImage(drawn.left, drawn.top)
      const end = toImage(drawn.right, drawn.bottom)
      return {
        left: start.x,
        top: start.y,
        right: end.x,
        bottom: end.y,
        pixelPx: (end.x - start.x) / drawn.width
      }
    },
    findCenter(box),
    findNearPx(box)
  )
}

/** A box as it is drawn. */
interface Drawn extends Box {
  /** Pixels of the page that one of the screen covers. */
  pixelPx: number
}

function expectSame(drawn: Drawn, box: Box | undefined, name: string): void {
  const slack = 1 + tolerancePx * drawn.pixelPx
  for (const side of ['left', 'top', 'right', 'bottom'] as const) {
    const differencePx = Math.abs(drawn[side] - (box?.[side] ?? NaN))
    expect(differencePx, `${name}, ${side}`).toBeLessThanOrEqual(slack)
  }
}

function findCenter(box: Box | undefined): {x: number; y: number} {
  if (!box) throw new Error('no such line')
  return {x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2}
}

/** Say how close to look: the whole box has to be in the window. */
function findNearPx(box: Box | undefined): number {
  return Math.max(nearPx, ((box?.right ?? 0) - (box?.left ?? 0)) / 700)
}

function readNumber(tag: string, name: string): number {
  return Number(readAttribute(tag, name))
}

function readAttribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

const miradorPage = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>Mirador</title>
<link rel="icon" href="data:,">
<style>
@font-face {font-family: han; src: url(han.ttf)}
* {font-family: han, sans-serif !important}
body {margin: 0} #viewer {position: absolute; inset: 0}</style>
<div id="viewer"></div>
<script src="viewers/mirador/dist/mirador.min.js"></script>
<script>
window.viewer = Mirador.viewer({
  id: 'viewer',
  language: 'zh-CN',
  osdConfig: {drawer: 'canvas'},
  annotations: {filteredMotivations: ['commenting', 'tagging', 'supplementing']},
  window: {
    defaultSideBarPanel: 'annotations',
    sideBarOpen: true,
    panels: {annotations: true}
  },
  windows: [{id: 'one', manifestId: '${issueId}/iiif/manifest.json'}],
  workspaceControlPanel: {enabled: false}
})
</script>
`

const tifyPage = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>TIFY</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="viewers/tify/dist/tify.css">
<style>
@font-face {font-family: han; src: url(han.ttf)}
* {font-family: han, sans-serif !important}
body {margin: 0} #viewer {position: absolute; inset: 0}</style>
<div id="viewer"></div>
<script type="module">
import Tify from './viewers/tify/dist/tify.js'
const viewer = new Tify({
  container: '#viewer',
  manifestUrl: new URL('${issueId}/iiif/manifest.json', location.href).href,
  view: 'text'
})
window.viewer = viewer
</script>
`
