// Ink as it is printed: every sample page separated by Ghostscript, looked at
// pixel by pixel. How much lies on a point, where black type is, what prints
// over what; and whether our own account of it agrees.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {makeDesk, type CompleteDesk} from '../../src/build/desk.ts'
import {toJob} from '../../src/build/publish.ts'
import {openStepRunner} from '../../src/build/run-step.ts'
import type {ComposedPage, Line} from '../../src/model/page.ts'
import type {PressStandard} from '../../src/model/press.ts'
import {openDisk} from '../../src/plant/plant.ts'
import {findLines, findMarks} from '../../src/render/find-marks.ts'
import {press} from '../../src/render/press/press.ts'
import {toMarginPt} from '../../src/render/press/press-page.ts'
import type {Job} from '../../src/render/renderer.ts'
import type {Rect} from '../../src/unit/rect.ts'
import {writeMadeIssue} from '../made/make-issue.ts'
import {hasProgram} from './has-program.ts'
import {makeTemporaryFolder, openPlant, projectFolder} from './press.ts'
import {readPlates, type Plate} from './read-plates.ts'

const ppi = 100
const limitPercent = 240
const plant = openPlant()
let folder = ''
const histograms: Array<string> = []

beforeAll(async () => {
  folder = await makeTemporaryFolder()
})

afterAll(async () => {
  console.info(`Ink, as parts of each page:\n${histograms.join('\n')}`)
  await plant.close()
  await fs.rm(folder, {recursive: true, force: true})
})

describe.skipIf(!hasProgram('gs'))('rendered ink (needs gs)', () => {
  test.for([
    ['harbour-courant-2026-06-02', 'x-4'],
    ['harbour-courant-2026-06-02', 'x-1a'],
    ['yunzhong-2026-06-02', 'x-4'],
    ['yunzhong-2026-06-02', 'x-1a']
  ] as const)('should lie right on %s, %s', async ([name, standard]) => {
    await check(path.join(projectFolder, 'manuscript', name), standard)
  })

  test.for([
    [3, 'tabloid'],
    [4, 'broadsheet'],
    [5, 'broadsheet-en']
  ] as const)(
    'should lie right on made-up issue %i',
    async ([seed, template]) => {
      const manuscript = path.join(folder, `made-${seed}`)
      const options = {seed, pageCount: 2, storiesPerPage: 4, template}
      await writeMadeIssue(manuscript, options)
      await check(manuscript, 'x-4')
    }
  )
})

async function check(
  manuscript: string,
  standard: PressStandard
): Promise<void> {
  const job = await compose(manuscript, standard)
  const files = await press.render(job, plant)
  for (const [index, page] of job.pages.entries()) {
    const made = files[index]
    if (!made) throw new Error('No file')
    expect(made.notes?.map(({rule}) => rule.id) ?? []).not.toContain(
      'press-ink-limit'
    )
    const work = await fs.mkdtemp(path.join(folder, 'plates-'))
    const file = path.join(work, 'page.pdf')
    await fs.writeFile(file, made.value)
    const plates = toPlates(await readPlates(file, ppi, work))

    const {histogram, mostPercent} = measure(plates, page)
    histograms.push(`${path.basename(made.path)}: ${histogram.join(' ')}`)
    // What we say is never less than what lies there, and not far from it.
    expect(mostPercent).toBeLessThanOrEqual(limitPercent)
    expect(mostPercent).toBeLessThanOrEqual((made.inkPercent ?? 0) + 1)
    expect(mostPercent).toBeGreaterThan((made.inkPercent ?? 0) - 15)

    const {otherCount, pixelCount, wrong} = checkBlackType(plates, page)
    expect(wrong, made.path).toEqual([])
    expect(pixelCount).toBeGreaterThan(2000)
    expect(otherCount).toBe(0)
  }
}

async function compose(
  manuscript: string,
  standard: PressStandard
): Promise<Job> {
  const machines = {
    plant,
    disk: openDisk({packageFolder: projectFolder}),
    sourceDateEpoch: undefined,
    now: () => 0
  }
  const options = {
    folder: manuscript,
    issueId: path.basename(manuscript),
    outFolder: folder,
    to: ['press'] as const,
    isStrict: false,
    onProgress: () => undefined
  }
  const runner = openStepRunner(machines, () => undefined)
  const {complete} = await makeDesk(options, machines, runner)
  if (!complete) throw new Error(`Unexpected \`${manuscript}\`, expected pages`)
  return toJob(withStandard(complete, standard))
}

function withStandard(
  desk: CompleteDesk,
  standard: PressStandard
): CompleteDesk {
  const settings = [...desk.press].map(
    ([pageNumber, page]) => [pageNumber, {...page, standard}] as const
  )
  return {...desk, press: new Map(settings)}
}

interface Plates {
  cyan: Plate
  magenta: Plate
  yellow: Plate
  black: Plate
}

function toPlates(found: ReadonlyMap<string, Plate>): Plates {
  const find = (name: string): Plate => {
    const plate = found.get(name)
    if (!plate) throw new Error(`No plate ${name}`)
    return plate
  }
  expect(found.size).toBe(4)
  return {
    cyan: find('Cyan'),
    magenta: find('Magenta'),
    yellow: find('Yellow'),
    black: find('Black')
  }
}

/** Ink on each point within the bleed, per cent, in bins of 40. */
function measure(
  {black, cyan, magenta, yellow}: Plates,
  page: ComposedPage
): {histogram: Array<string>; mostPercent: number} {
  const insetPx = Math.ceil(((toMarginPt(page) - page.bleedPt) / 72) * ppi)
  const {depthPx, widthPx} = black
  const bins = Array.from({length: 10}, () => 0)
  let most = 0
  for (let y = insetPx; y < depthPx - insetPx; y++) {
    for (let x = insetPx; x < widthPx - insetPx; x++) {
      const at = y * widthPx + x
      let sum = 0
      for (const {value} of [cyan, magenta, yellow, black]) {
        sum += 255 - (value[at] ?? 255)
      }
      most = Math.max(most, sum)
      const bin = Math.min(9, Math.floor(sum / 102))
      bins[bin] = (bins[bin] ?? 0) + 1
    }
  }
  const all = bins.reduce((sum, count) => sum + count, 0)
  return {
    histogram: bins.flatMap((count, bin) =>
      count === 0 ? [] : [`${bin * 40} %: ${((count / all) * 100).toFixed(2)}`]
    ),
    mostPercent: most / 2.55
  }
}

/** Every pixel of black type: black ink alone, or over what lies under it. */
function checkBlackType(
  {black, cyan, magenta, yellow}: Plates,
  page: ComposedPage
): {pixelCount: number; otherCount: number; wrong: Array<string>} {
  const marks = findMarks(page.children)
  const grounds = marks.filter((mark) =>
    ['frame', 'ornament', 'picture', 'tint'].includes(mark.type)
  )
  const coloured = findLines(page.children).filter(
    (line) => !isBlack(line, page)
  )
  let pixelCount = 0
  let otherCount = 0
  const wrong: Array<string> = []
  for (const line of findLines(page.children)) {
    if (line.children.length === 0 || !isBlack(line, page)) continue
    const rect = toRect(line)
    const isAlone = ![...grounds, ...coloured.map(toRect)].some((other) =>
      meets(rect, other as Rect)
    )
    if (!isAlone) continue
    let found = 0
    forEachPixel(rect, page, black, (at) => {
      if ((black.value[at] ?? 255) > 127) return
      found++
      const others = [cyan, magenta, yellow].filter(
        ({value}) => (value[at] ?? 255) < 254
      )
      otherCount += others.length
    })
    pixelCount += found
    if (found === 0 && toText(line).trim() !== '') wrong.push(toText(line))
  }
  return {pixelCount, otherCount, wrong}
}

function isBlack(line: Line, page: ComposedPage): boolean {
  return line.children.every(({color}) => {
    const cmyk = page.colors[color]?.cmyk ?? []
    return cmyk.join(' ') === '0 0 0 100'
  })
}

function toText(line: Line): string {
  return line.children
    .flatMap(({glyphs}) => glyphs.map(({text}) => text))
    .join('')
}

function toRect(line: Line): Rect {
  const {ascentPt, descentPt, widthPt, xPt, yPt} = line
  return line.writing === 'vertical'
    ? {
        xPt: xPt - descentPt,
        yPt,
        widthPt: ascentPt + descentPt,
        depthPt: widthPt
      }
    : {xPt, yPt: yPt - ascentPt, widthPt, depthPt: ascentPt + descentPt}
}

function meets(a: Rect, b: Rect): boolean {
  return (
    a.xPt < b.xPt + b.widthPt &&
    b.xPt < a.xPt + a.widthPt &&
    a.yPt < b.yPt + b.depthPt &&
    b.yPt < a.yPt + a.depthPt
  )
}

function forEachPixel(
  rect: Rect,
  page: ComposedPage,
  {widthPx}: Plate,
  visit: (at: number) => void
): void {
  const toPx = (pt: number): number =>
    Math.round(((pt + toMarginPt(page)) / 72) * ppi)
  const right = toPx(rect.xPt + rect.widthPt)
  for (let y = toPx(rect.yPt); y < toPx(rect.yPt + rect.depthPt); y++) {
    for (let x = toPx(rect.xPt); x < right; x++) visit(y * widthPx + x)
  }
}
