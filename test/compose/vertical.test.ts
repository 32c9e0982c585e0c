// Vertical lines: painted where they are composed, and composed as Chromium
// itself sets a vertical line, which knows nothing of us.

import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {PDFDocument} from '@cantoo/pdf-lib'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {ComposedPage, Line} from '../../src/model/page.ts'
import {breakText, placeLine} from '../../src/compose/set-text.ts'
import {openPlant} from '../../src/plant/plant.ts'
import {findLines} from '../../src/render/find-marks.ts'
import type {Story} from '../../src/model/story.ts'
import {screen} from '../../src/render/screen/screen.ts'
import {openFaces, subsetFace} from '../../src/type/type.ts'
import {checkPages, checkPrint} from '../check-page.ts'
import {comparePainted} from '../render/screen/compare-painted.ts'
import {readPaintedGlyphs} from '../render/screen/painted-glyphs.ts'
import {openRoom, place, type OpenRoom} from './open-room.ts'

const folder = fileURLToPath(new URL('specimen', import.meta.url))

describe('vertical headlines', () => {
  const plant = openPlant()
  let open: OpenRoom
  let page: ComposedPage

  beforeAll(async () => {
    open = await openRoom(folder)
    page = open.compose([
      place('beside', [0, 3, 0, 30], {
        legCount: 2,
        headline: {sizeStep: -2, rowCount: 2, setting: 'beside'}
      })
    ])
  })

  afterAll(() => plant.close())

  test('should read from right to left, one way, whole', () => {
    const lines = findLines(page.children).filter(isOfHead)
    const text = lines.map(readLine).join('')

    expect(text).toBe(
      '排字房札记“铅与火”之后，还要不要12号字？——写在第3000期出版之日'
    )
    const axes = lines
      .filter(({writing}) => writing === 'vertical')
      .map(({xPt}) => xPt)
    expect(axes).toEqual([...axes].sort((a, b) => b - a))
  })

  test('should set short digits across, words turned', () => {
    const lines = findLines(page.children).filter(isOfHead)
    const across = lines.filter(({writing}) => writing === 'horizontal')
    const turned = lines
      .flatMap((line) => line.children)
      .filter((run) => run.isTurned)
      .map((run) => run.glyphs.map(({text}) => text).join(''))

    for (const line of lines) {
      for (const run of line.children.filter((one) => one.isTurned)) {
        // The middle of turned hanzi squares is the axis: .38 em up.
        const middles = run.glyphs.map(({xPt}) => xPt + run.sizePt * 0.38)
        for (const xPt of middles) expect(xPt).toBeCloseTo(line.xPt, 6)
      }
    }
    expect(across.map(readLine)).toEqual(['12'])
    expect(turned).toEqual(['——', '3000'])
  })

  test('should leave a blank character above and below', () => {
    const castOff = open.room.castOff(1)
    const shape = {
      columnCount: 3,
      legCount: 2,
      headline: {sizeStep: -2, rowCount: 2, setting: 'beside' as const},
      pictures: [],
      frame: 'none' as const
    }
    const cast = castOff({slug: 'beside', part: 'whole', shape})
    const set = open.compose([
      place('beside', [0, 3, 0, cast.depthLineCount], shape)
    ])
    const [module] = set.children.filter((child) => child.type === 'module')
    const legs = module?.legs ?? []
    const footPt = Math.max(...legs.map((leg) => leg.yPt + leg.depthPt))
    const glyphs = findLines(set.children)
      .filter((line) => isOfHead(line) && line.writing === 'vertical')
      .flatMap((line) => line.children)
      .filter((run) => run.sizePt === 24)
      .flatMap((run) => run.glyphs)
    const topPt = Math.min(...glyphs.map(({yPt = 0}) => yPt))
    const endPt = Math.max(
      ...glyphs.map(({advancePt, yPt = 0}) => yPt + advancePt)
    )

    expect(cast.headlineFits).toBe(true)
    expect(topPt - (module?.area.yPt ?? 0)).toBeGreaterThan(24)
    expect(footPt - endPt).toBeGreaterThan(24 - 12.1)
  })

  test('should be painted where they are composed', async () => {
    const {fontFiles} = open.toJob([])
    const pdf = await print(page)
    const result = await comparePainted({pages: [page], pdf, fontFiles})

    expect(result.wrong).toEqual([])
    expect(result.count).toBeGreaterThan(100)
  })

  test('should stand as Chromium sets a vertical line by itself', async () => {
    const text =
      '还要不要、之后，有《报》与（号）12个字，一期。甲：乙；丙！丁？'
    const {font, glyphs} = await setDown(text)
    const pdf = await plant.printPdf({
      html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>oracle</title><style>
@font-face{font-family:own;src:url(font/own.ttf);ascent-override:88%;descent-override:12%;line-gap-override:0%}
@page{size:600px 1200px;margin:0}
p{margin:0;position:absolute;left:100px;top:50px;font:24px/24px own;writing-mode:vertical-rl;text-spacing-trim:space-all;text-autospace:no-autospace;white-space:pre}
b{font-weight:400;text-combine-upright:all}
</style></head><body><p>${text.replace('12', '<b>12</b>')}</p></body></html>`,
      resources: new Map([
        ['font/own.ttf', {mediaType: 'font/ttf', value: font}]
      ]),
      fontFamilies: ['own'],
      widthPt: 450,
      depthPt: 900,
      title: 'oracle',
      scale: 1
    })
    const document = await PDFDocument.load(pdf)
    const painted = readPaintedGlyphs(document.getPage(0))
    const [first] = painted
    const [start] = glyphs
    let at = 0
    let compared = 0
    for (const {id, xPt, yPt} of painted) {
      const own = glyphs[at]
      at++
      // Chromium draws digits of one square narrower, in another order.
      if (!own || /\d/u.test(own.text)) continue
      expect([own.text, id]).toEqual([own.text, own.id])
      expect(yPt - (first?.yPt ?? 0)).toBeCloseTo(
        own.yPt - (start?.yPt ?? 0),
        0
      )
      expect(xPt).toBeCloseTo(first?.xPt ?? 0, 0)
      compared++
    }
    expect(at).toBe(glyphs.length)
    expect(compared).toBeGreaterThan(5)
  })

  async function print(one: ComposedPage): Promise<Uint8Array> {
    for (const file of await screen.render(open.toJob([one]), plant)) {
      if (file.path.endsWith('.pdf') && typeof file.value !== 'string') {
        return file.value
      }
    }
    throw new Error('No PDF')
  }
})

describe('copy that runs down', () => {
  const plant = openPlant()
  let open: OpenRoom

  beforeAll(async () => {
    open = await openRoom(folder)
  })

  afterAll(() => plant.close())

  test.for([
    ['upright', 2],
    ['upright', 3],
    ['upright', 1],
    ['couplet', 2]
  ] as const)('should set %s over %i columns', ([slug, columnCount]) => {
    const {page} = compose(slug, columnCount)

    expect(
      checkPages([page], {isFull: false, stories: listStories(slug)})
    ).toEqual([])
  })

  test('should be painted where it is composed', async () => {
    const pages = [compose('upright', 2).page, compose('couplet', 2).page]
    const job = open.toJob(pages)
    const [file] = await screen.render(job, plant)
    const {fontFiles} = job
    const pdf = file?.value ?? ''

    expect(await checkPrint({pages, pdf, fontFiles})).toEqual([])
  })

  test('should run from right to left, band under band', () => {
    // So narrow that one band is too deep for a readable line.
    const {page} = compose('upright', 1)
    const columns = findLines(page.children).filter(
      (line) => line.writing === 'vertical' && line.children[0]?.sizePt === 9
    )
    const bands = new Map<number, Array<number>>()
    for (const {xPt, yPt} of columns) {
      const band = [...bands.keys()].find((key) => key <= yPt + 18.1) ?? yPt
      bands.set(band, [...(bands.get(band) ?? []), xPt])
    }

    expect(columns.length).toBeGreaterThan(5)
    const [first] = bands.values()
    expect(first).toEqual(first?.toSorted((a, b) => b - a))
  })

  test('should fill the width it has', () => {
    const {depth, page} = compose('upright', 2)
    const xs = findLines(page.children)
      .filter((line) => line.writing === 'vertical')
      .map(({xPt}) => xPt)
    const [module] = page.children.filter((child) => child.type === 'module')
    const area = module?.area ?? {xPt: 0, widthPt: 0}

    expect(depth).toBeLessThan(30)
    expect(Math.max(...xs)).toBeGreaterThan(area.xPt + area.widthPt - 8)
    expect(Math.min(...xs)).toBeLessThan(area.xPt + 30)
  })

  test('should set a box across where it has a list', () => {
    const {page} = compose('blocks', 4)

    expect(
      findLines(page.children).every(({writing}) => writing === 'horizontal')
    ).toBe(true)
  })

  function compose(
    slug: string,
    columnCount: number
  ): {depth: number; page: ComposedPage} {
    const planned = place(slug, [0, columnCount, 0, 1])
    const {depthLineCount} = open.room.castOff(1)({
      slug,
      part: 'whole',
      shape: planned.shape
    })
    const area = {...planned.area, lineCount: depthLineCount}
    return {depth: depthLineCount, page: open.compose([{...planned, area}])}
  }

  function listStories(slug: string): Array<Story> {
    return open
      .toJob([])
      .issue.children.flatMap((page) => page.children)
      .filter((story) => story.slug === slug)
  }
})

/** Set one line that runs down, with nothing squeezed, at 18 pt. */
async function setDown(text: string): Promise<{
  font: Uint8Array
  glyphs: Array<{id: number; text: string; yPt: number}>
}> {
  const file = createRequire(import.meta.url).resolve(
    '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'
  )
  const font = await subsetFace(await fs.readFile(file), text)
  const faces = await openFaces(
    new Map([['song', {value: font, fallback: []}]])
  )
  const lang = 'zh-CN'
  const style = {face: 'song', sizePt: 18, color: 'black', trackingEm: 0, lang}
  const broken = breakText({
    texts: [{text, style, isCopy: true}],
    lang,
    measurePt: 1e5,
    align: 'left',
    rules: {
      prohibition: 'gb',
      lineEndMarks: 'full',
      hanLatinSpaceEm: {natural: 0, min: 0, max: 0},
      maxStretchEm: 0,
      keepsTogether: true,
      maxLetterSpaceEm: 0,
      hyphenates: false,
      hangs: false
    },
    faces,
    writing: 'vertical'
  })
  const lines = placeLine(broken, 0, 100, 0).filter(
    (mark) => mark.type === 'line'
  )
  return {
    font,
    glyphs: lines.flatMap((line) =>
      line.children.flatMap((run) =>
        run.glyphs.map(({id, text: own, yPt = line.yPt}) => ({
          id,
          text: own,
          yPt
        }))
      )
    )
  }
}

function isOfHead(line: Line): boolean {
  return line.children.some(({sizePt}) => sizePt >= 12 && sizePt < 30)
}

function readLine(line: Line): string {
  return line.children
    .flatMap((run) => run.glyphs)
    .map(({text}) => text)
    .join('')
}
