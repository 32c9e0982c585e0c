// Two painters, one page: what our own writer prints and what Chromium prints
// must be the same page.
//
// Every glyph stands within 0.05 mm of its like (MuPDF tells where they are).
// Rendered at 150 dpi, every block of 8 × 8 pixels (1.35 mm) has the same mean
// colour within ΔE*ab 15. For that the press file is painted once more with
// each token's screen colour as inks, and photos turned round instead of through
// the profile, so that a program without profiles shows both alike.

import {execFileSync} from 'node:child_process'
import fs from 'node:fs/promises'
import {existsSync} from 'node:fs'
import path from 'node:path'
import {deflateSync} from 'node:zlib'
import {PDFDocument, PDFName} from '@cantoo/pdf-lib'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {makeDesk, type CompleteDesk} from '../../src/build/desk.ts'
import {toJob} from '../../src/build/publish.ts'
import {openStepRunner} from '../../src/build/run-step.ts'
import type {ComposedPage, Line, Mark} from '../../src/model/page.ts'
import type {
  SeparatedPicture,
  SeparationOptions
} from '../../src/model/plant.ts'
import {importPage} from '../../src/parse/parse.ts'
import {openDisk} from '../../src/plant/plant.ts'
import {findLines} from '../../src/render/find-marks.ts'
import {press} from '../../src/render/press/press.ts'
import {toMarginPt} from '../../src/render/press/press-page.ts'
import type {Job, OutputFile} from '../../src/render/renderer.ts'
import {screen} from '../../src/render/screen/screen.ts'
import {showHyphen} from '../../src/render/show-hyphen.ts'
import {mmToPt, ptToMm} from '../../src/unit/length.ts'
import {checkPrint} from '../check-page.ts'
import {makeIssue, writeFiles, writeMadeIssue} from '../made/make-issue.ts'
import {compareRasters} from './compare-rasters.ts'
import {hasProgram} from './has-program.ts'
import {writeHouseTemplate} from './house-template.ts'
import {matchGlyphs} from './match-glyphs.ts'
import {
  makeTemporaryFolder,
  openPlant,
  projectFolder,
  seedPage
} from './press.ts'
import {readPdfText, squeeze} from './read-text.ts'
import {traceGlyphs, type TracedGlyph} from './trace-glyphs.ts'

const mostOffPt = mmToPt(0.05)
const ppi = 150
const blockPx = 8
const mostDeltaE = 15
const madeCount = 20

/** Gradients of every kind, in colours of the tabloid, where its ridge is. */
const gradients = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 40" width="240" height="40">
  <defs>
    <linearGradient id="across">
      <stop offset="0" stop-color="#2b7db3"/>
      <stop offset="0.4" stop-color="#ee7a1c"/>
      <stop offset="1" stop-color="#ffffff"/>
    </linearGradient>
    <linearGradient id="turned" href="#across" gradientTransform="rotate(30)"/>
    <linearGradient id="placed" gradientUnits="userSpaceOnUse" x1="130" y1="0" x2="130" y2="40">
      <stop offset="10%" stop-color="#00639f"/>
      <stop offset="90%" stop-color="#e8f0f7"/>
    </linearGradient>
    <radialGradient id="round" cx="0.5" cy="0.5" r="0.5" fx="0.35" fy="0.4">
      <stop offset="0" stop-color="#ffffff"/>
      <stop offset="1" stop-color="#1970aa"/>
    </radialGradient>
  </defs>
  <rect width="60" height="40" fill="url(#across)"/>
  <rect x="60" width="60" height="40" fill="url(#turned)"/>
  <path d="M120 40L150 0L180 40z" fill="url(#placed)"/>
  <circle cx="210" cy="20" r="18" fill="url(#round)"/>
</svg>
`

const plant = openPlant()
let folder = ''

/** Greatest differences seen: said at the end, whatever came of it. */
const worst = {deltaE: 0, offPt: 0}

beforeAll(async () => {
  folder = await makeTemporaryFolder()
})

afterAll(async () => {
  const offMm = ptToMm(worst.offPt).toFixed(3)
  console.info(`Press and screen: ${offMm} mm, ΔE ${worst.deltaE.toFixed(1)}`)
  await plant.close()
  await fs.rm(folder, {recursive: true, force: true})
})

describe.skipIf(!hasProgram('mutool'))('press and screen (need mutool)', () => {
  for (const name of ['harbour-courant-2026-06-02', 'yunzhong-2026-06-02']) {
    test(`should agree on ${name}`, {timeout: 120_000}, async () => {
      await compare(path.join(projectFolder, 'manuscript', name))
    })
  }

  test.skipIf(!existsSync(seedPage))(
    'should agree on the real page (needs ../shared/seed-page)',
    {timeout: 120_000},
    async () => {
      const manuscript = path.join(folder, 'real')
      await fs.mkdir(manuscript)
      const value = await fs.readFile(seedPage)
      for (const file of importPage(value, {name: 'page.txt'}).files) {
        await fs.writeFile(path.join(manuscript, file.path), file.value)
      }
      await compare(manuscript)
    }
  )

  test(
    `should agree on ${madeCount} made-up issues`,
    {timeout: 600_000},
    async () => {
      const templates = ['tabloid', 'broadsheet', 'broadsheet-en'] as const
      for (let seed = 1; seed <= madeCount; seed++) {
        const template = templates[seed % templates.length] ?? 'tabloid'
        const manuscript = path.join(folder, `made-${seed}`)
        await writeMadeIssue(manuscript, {
          seed,
          pageCount: 1,
          storiesPerPage: 2 + (seed % 5),
          template
        })
        await compare(manuscript)
      }
    }
  )

  test('should agree on gradients', {timeout: 120_000}, async () => {
    const house = path.join(folder, 'gradients')
    await writeHouseTemplate(house, {
      files: new Map([['ornament/ridge.svg', gradients]])
    })
    const manuscript = path.join(house, 'paper')
    const made = await makeIssue({
      seed: 5,
      pageCount: 1,
      storiesPerPage: 3,
      template: 'tabloid'
    })
    const issue = String(made.get('issue.yaml'))
    const files = new Map(made)
    files.set('issue.yaml', issue.replace('tabloid', 'house'))
    await writeFiles(manuscript, files)
    await compare(manuscript, house)
  })

  test('should see a line that is 0.2 mm off', {timeout: 120_000}, async () => {
    const manuscript = path.join(folder, 'made-1')
    const desk = await compose(manuscript)
    const [page] = desk.pages
    if (!page) throw new Error('No page')
    const lines = findLines(page.children).filter(
      (line) => line.writing === 'horizontal' && line.children.length > 0
    )
    const moved = lines[Math.floor(lines.length / 2)]
    const off = {
      ...page,
      children: page.children.map((child) => shift(child, moved))
    }
    const job = toJob(desk)
    const [shown] = await printScreen(job)
    const [printed] = await printPress({...job, pages: [off]})
    const match = matchGlyphs(printed ?? [], shown ?? [], mostOffPt)

    expect(match.lost.length).toBeGreaterThan(2)
    expect(match.count).toBeGreaterThan(100)
  })
})

async function compare(
  manuscript: string,
  packageFolder = projectFolder
): Promise<void> {
  const desk = await compose(manuscript, packageFolder)
  const job = toJob(desk)
  const shown = await printScreen(job)
  const pressFiles = await press.render(job, plant)
  const printed = await trace(pressFiles, job)
  for (const [index, page] of job.pages.entries()) {
    const match = matchGlyphs(
      printed[index] ?? [],
      shown[index] ?? [],
      mostOffPt
    )
    expect(match.lost, `${desk.issue.id} page ${page.pageNumber}`).toEqual([])
    expect(match.count).toBeGreaterThan(20)
    worst.offPt = Math.max(worst.offPt, match.farthestPt)
    const inks = checkInks(printed[index] ?? [])
    expect(inks).toEqual([])
    await checkText(page, pressFiles[index]?.value ?? '')
  }

  const proof = {...job, pages: job.pages.map(toScreenColors)}
  const proofs = await press.render(proof, {...plant, separatePicture: invert})
  for (const [index, page] of job.pages.entries()) {
    const one = await rasterize(proofs[index]?.value, page)
    const other = path.join(folder, 'screen.png')
    draw(path.join(folder, 'screen.pdf'), index + 1, other)
    const match = await compareRasters(one, other, {
      blockPx,
      toMost: () => mostDeltaE
    })
    worst.deltaE = Math.max(worst.deltaE, match.worstDeltaE)
    expect(match.apart, `${desk.issue.id} page ${page.pageNumber}`).toEqual([])
    expect(match.blockCount).toBeGreaterThan(1000)
  }
}

async function compose(
  manuscript: string,
  packageFolder = projectFolder
): Promise<CompleteDesk> {
  const machines = {
    plant,
    disk: openDisk({packageFolder}),
    sourceDateEpoch: undefined,
    now: () => 0
  }
  const options = {
    folder: manuscript,
    issueId: path.basename(manuscript),
    outFolder: folder,
    to: ['press', 'screen'] as const,
    isStrict: false,
    onProgress: () => undefined
  }
  const runner = openStepRunner(machines, () => undefined)
  const {complete} = await makeDesk(options, machines, runner)
  if (!complete) throw new Error(`Unexpected \`${manuscript}\`, expected pages`)
  return complete
}

async function printScreen(job: Job): Promise<Array<Array<TracedGlyph>>> {
  const made = await screen.render(job, plant)
  const pdf = made[0]?.value ?? ''
  const {fontFiles, pages} = job
  expect(await checkPrint({pages, pdf, fontFiles})).toEqual([])
  const file = path.join(folder, 'screen.pdf')
  await fs.writeFile(file, pdf)
  return job.pages.map((_, index) => traceGlyphs(file, index + 1))
}

/** Glyphs of the press files, from the corner of the trim. */
async function printPress(job: Job): Promise<Array<Array<TracedGlyph>>> {
  return trace(await press.render(job, plant), job)
}

async function trace(
  made: ReadonlyArray<OutputFile>,
  job: Job
): Promise<Array<Array<TracedGlyph>>> {
  const pages: Array<Array<TracedGlyph>> = []
  for (const [index, page] of job.pages.entries()) {
    const file = path.join(folder, 'press.pdf')
    await fs.writeFile(file, made[index]?.value ?? '')
    expect(
      made[index]?.notes?.filter(({rule}) => rule.level === 'error')
    ).toEqual([])
    const marginPt = toMarginPt(page)
    const glyphs = traceGlyphs(file).map((glyph) => ({
      ...glyph,
      xPt: glyph.xPt - marginPt,
      yPt: glyph.yPt - marginPt
    }))
    // The slug line stands outside the bleed.
    pages.push(glyphs.filter(({yPt}) => yPt < page.depthPt + page.bleedPt))
  }
  return pages
}

/** Black type must be black ink alone, over what is there; white never so. */
function checkInks(glyphs: ReadonlyArray<TracedGlyph>): Array<string> {
  const wrong = glyphs.filter(({color, overprints}) => {
    const isBlack = color === 'DeviceCMYK 0 0 0 1'
    const isInk =
      color.startsWith('DeviceCMYK') || color.startsWith('Separation')
    return !isInk || isBlack !== overprints
  })
  return wrong.map(({color, text}) => `${text} in ${color}`)
}

/** What poppler, MuPDF and pdf.js read must be the copy, block after block. */
async function checkText(
  page: ComposedPage,
  value: Uint8Array | string
): Promise<void> {
  if (typeof value === 'string') throw new TypeError('Unexpected text')
  const file = path.join(folder, 'text.pdf')
  await fs.writeFile(file, value)
  const run = (name: string, args: ReadonlyArray<string>): string =>
    execFileSync(name, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore']
    })
  const texts = {
    poppler: run('pdftotext', ['-raw', file, '-']),
    mupdf: run('mutool', ['draw', '-F', 'txt', file]),
    pdfjs: (await readPdfText(value)).join('')
  }
  const blocks = findBlocks(page.children)
  expect(blocks.length).toBeGreaterThan(3)
  for (const [name, text] of Object.entries(texts)) {
    const read = squeeze(text)
    let at = 0
    for (const block of blocks) {
      const found = read.indexOf(block, at)
      expect(found, `${name}: ${block} on ${page.pageNumber}`).toBeGreaterThan(
        -1
      )
      at = found + block.length
    }
    expect(read, name).not.toMatch(/[\u2E80-\u2FDF\uFFFD]/)
  }
}

// Paragraphs; the lines of one with ruby, for that stands between them.
function findBlocks(nodes: ReadonlyArray<object>): Array<string> {
  return nodes.flatMap((node): Array<string> => {
    if (!('children' in node) || !Array.isArray(node.children)) return []
    const children: Array<object> = node.children
    const isText = 'role' in node && node.role === 'paragraph'
    if (!isText) return findBlocks(children)
    const lines = findLines(children.filter(isMark)).map(showHyphen)
    const hasRuby = lines.flat().some(({mark}) => mark === 'ruby')
    const texts = lines.map((runs) =>
      runs
        .flatMap((run) => (run.mark === 'ruby' ? [] : run.glyphs))
        .map((glyph) => glyph.text)
        .join('')
    )
    return (hasRuby ? texts : [texts.join('')])
      .map(squeeze)
      .filter((text) => text !== '')
  })
}

function isMark(node: object): node is Mark {
  return (
    'type' in node &&
    !['block', 'furniture', 'module'].includes(String(node.type))
  )
}

/** Inks of a photo as plain as can be: what is not light is ink. */
async function invert(
  value: Uint8Array,
  {crop, widthPx}: SeparationOptions
): Promise<SeparatedPicture> {
  const shown = await plant.convertPicture(value, {
    ...(crop ? {crop} : {}),
    widthPx,
    format: 'png'
  })
  const {data, info} = await sharp(shown)
    .flatten({background: '#ffffff'})
    .raw()
    .toBuffer({resolveWithObject: true})
  const inks = new Uint8Array(info.width * info.height * 4)
  for (let pixel = 0; pixel < info.width * info.height; pixel++) {
    for (const channel of [0, 1, 2]) {
      const from = pixel * info.channels + Math.min(channel, info.channels - 1)
      inks[pixel * 4 + channel] = 255 - (data[from] ?? 0)
    }
  }
  return {
    kind: 'colour',
    encoding: 'deflate',
    cropWidthPx: info.width,
    cropDepthPx: info.height,
    widthPx: info.width,
    depthPx: info.height,
    value: deflateSync(inks),
    mostInkPercent: 0,
    mostColorPercent: 0
  }
}

function toScreenColors(page: ComposedPage): ComposedPage {
  const colors = Object.entries(page.colors).map(([token, color]) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map(
      (at) => 100 - Number.parseInt(color.rgb.slice(at, at + 2), 16) / 2.55
    )
    return [token, {rgb: color.rgb, cmyk: [r, g, b, 0] as const}] as const
  })
  return {...page, colors: Object.fromEntries(colors)}
}

async function rasterize(
  value: Uint8Array | string | undefined,
  page: ComposedPage
): Promise<string> {
  const document = await PDFDocument.load(value ?? '', {updateMetadata: false})
  const sheet = document.getPage(0)
  const {height, width, x, y} = sheet.getTrimBox()
  sheet.setMediaBox(x, y, width, height)
  sheet.node.delete(PDFName.of('CropBox'))
  expect(width).toBeCloseTo(page.widthPt, 2)
  const file = path.join(folder, 'proof.pdf')
  await fs.writeFile(file, await document.save())
  const picture = path.join(folder, 'proof.png')
  draw(file, 1, picture)
  return picture
}

function draw(file: string, pageNumber: number, picture: string): void {
  const size = ['-r', String(ppi), '-c', 'rgb']
  execFileSync(
    'mutool',
    ['draw', '-q', '-N', ...size, '-o', picture, file, String(pageNumber)],
    {stdio: 'ignore'}
  )
}

type PageChild = ComposedPage['children'][number]

function shift(child: PageChild, moved: Line | undefined): PageChild {
  const visit = (node: object): object => {
    if (node === moved) return {...moved, yPt: moved.yPt + mmToPt(0.2)}
    if (!('children' in node) || !Array.isArray(node.children)) return node
    if ('type' in node && node.type === 'line') return node
    return {...node, children: node.children.map(visit)}
  }
  const result: unknown = visit(child)
  return isPageChild(result) ? result : child
}

function isPageChild(value: unknown): value is PageChild {
  return typeof value === 'object' && value !== null && 'children' in value
}
