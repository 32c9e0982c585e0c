// Publishing: from composed pages to the files people get. What makes an output
// is loaded when that output is asked for.

import {VFile} from 'vfile'
import type {RasterPage} from '../model/plant.ts'
import {checkOutputs} from '../preflight/preflight.ts'
import {joinLayout, writeLayoutPage} from '../render/write-layout.ts'
import type {Job, OutputFile, Renderer} from '../render/renderer.ts'
import type {BuildOptions} from './build.ts'
import type {CompleteDesk} from './desk.ts'
import type {Machines} from './machines.ts'
import {pageKey} from './page-key.ts'
import {publishPress} from './publish-press.ts'
import type {StepRunner} from './run-step.ts'
import {recallPage} from './recall-page.ts'
import {showInks} from './show-inks.ts'
import {toAttachments} from './to-attachments.ts'
import {hashBytes, hashFiles, hashText} from './step-key.ts'

/** What was made of an issue. */
export interface Published {
  /** Files by their path in the issue's folder. */
  outputs: ReadonlyMap<string, Uint8Array | string>
  /** The most ink on a page, in per cent, by the path of its press file. */
  inkPercents: ReadonlyMap<string, number>
  /** Pages as pictures, by page number; none where nothing shows them. */
  pageImages: ReadonlyMap<number, RasterPage>
  /** Files that carry notes about the outputs. */
  files: ReadonlyArray<VFile>
}

/** The large picture of a page: sharp at three times on a screen. */
const largePicture = {widthPx: 2948, format: 'jpeg', quality: 92} as const

/** Raised when the same PDF gives other pictures. */
const rasterVersion = 2

/** Make every output that was asked for. */
export async function publish(
  desk: CompleteDesk,
  options: BuildOptions,
  machines: Machines,
  runner: StepRunner
): Promise<Published> {
  const job = toJob(desk)
  const outputs = new Map<string, Uint8Array | string>()
  outputs.set('layout.json', await publishLayout(desk, machines))

  const files: Array<VFile> = []
  const inkPercents = new Map<string, number>()
  if (options.to.includes('press')) {
    const printed = await publishPress(desk, job, machines, runner)
    add(outputs, printed.outputs)
    for (const {inkPercent, path} of printed.outputs) {
      if (inkPercent !== undefined) inkPercents.set(path, inkPercent)
    }
    files.push(...printed.files)
  }
  const pageImages = options.to.some((name) => name !== 'press')
    ? await publishShown(desk, job, options, machines, runner, outputs)
    : new Map<number, RasterPage>()

  const file = new VFile({path: `${desk.issue.id}/`})
  checkOutputs(
    {
      outputs,
      pageCount: desk.pages.length,
      pdfPageCount: pageImages.size > 0 ? pageImages.size : desk.pages.length,
      sizes: desk.pages.flatMap((page) => {
        const image = pageImages.get(page.pageNumber)
        return image ? [{...page, ...image}] : []
      })
    },
    file
  )
  return {outputs, inkPercents, pageImages, files: [...files, file]}
}

async function publishLayout(
  desk: CompleteDesk,
  {disk}: Machines
): Promise<Uint8Array> {
  const items: Array<Uint8Array> = []
  for (const page of desk.pages) {
    const written = await recallPage(
      {
        name: `${desk.name} layout ${page.pageNumber}`,
        from: () => [pageKey(page, desk)],
        disk
      },
      () => [writeLayoutPage(page)]
    )
    items.push(...written)
  }
  return joinLayout(items)
}

// What shows pages on screens: all of it shows the page as Chromium prints it.
async function publishShown(
  desk: CompleteDesk,
  job: Job,
  options: BuildOptions,
  machines: Machines,
  runner: StepRunner,
  outputs: Map<string, Uint8Array | string>
): Promise<Map<number, RasterPage>> {
  const plant = showInks(machines.plant, desk.inkProfile)
  const {screen} = await import('../render/screen/screen.ts')
  const from = once(() => toInputs(job, desk))
  const attachments = toAttachments(desk, toBytes(outputs.get('layout.json')))
  // A PDF alone needs no pictures of its pages; the report makes do with sketches.
  const isShown = options.to.some((name) => name === 'epub' || name === 'web')
  const printed = await runner.run({
    name: 'screen',
    version: 3,
    from: () => [
      ...from(),
      ...attachments.map(({path, value}) => path + hashBytes(value))
    ],
    run: () => {
      if (isShown) plant.expectDrawing?.()
      return screen.render({...job, attachments}, plant)
    }
  })
  await desk.copy.remember()
  const pdf = toBytes(printed.find(({path}) => path.endsWith('.pdf'))?.value)
  if (options.to.includes('screen')) add(outputs, printed)
  if (!isShown) return new Map()
  const pageImages = await runner.run({
    name: 'raster',
    version: rasterVersion,
    from: () => [hashBytes(pdf), JSON.stringify(largePicture)],
    run: () => rasterize(pdf, desk, machines)
  })

  const finished: Job = {...job, pageImages, screenPdf: pdf}
  const asked: Array<Renderer> = []
  if (options.to.includes('epub')) {
    asked.push((await import('../render/epub/epub.ts')).epub)
  }
  if (options.to.includes('web')) {
    asked.push((await import('../render/web/web.ts')).web)
  }
  for (const renderer of asked) {
    const made = await runner.run({
      name: renderer.name,
      version: renderer.version ?? 1,
      from: () => [
        ...from(),
        hashBytes(pdf),
        String(rasterVersion),
        options.to.join()
      ],
      run: () => renderer.render(toAsked(finished, options), plant)
    })
    add(outputs, made)
  }
  return pageImages
}

/** Hand a finished desk to the painters. */
export function toJob(desk: CompleteDesk): Job {
  return {
    issue: desk.issue,
    pages: desk.pages,
    pictures: desk.pictures,
    pictureFiles: desk.pictureFiles,
    fontFiles: desk.fontFiles,
    faceTable: desk.faceTable,
    faces: desk.faces,
    templateFiles: desk.templateFiles,
    modified: desk.modified,
    press: desk.press,
    pressFontFiles: desk.pressFontFiles,
    cutGlyphs: desk.cutGlyphs,
    pageImages: new Map()
  }
}

/** Outputs link to each other only where both are made. */
function toAsked(job: Job, options: BuildOptions): Job {
  return {...job, outputNames: [...options.to]}
}

function once<Value>(make: () => Value): () => Value {
  let made: {value: Value} | undefined
  return () => (made ??= {value: make()}).value
}

function toInputs(job: Job, desk: CompleteDesk): Array<string> {
  return [
    hashText(JSON.stringify([job.issue, job.pages, job.modified])),
    hashFiles(job.pictureFiles),
    hashFiles(job.fontFiles),
    hashBytes(desk.inkProfile ?? new Uint8Array()),
    ...[...desk.templateFiles].map(
      ([name, files]) => `${name} ${hashFiles(files)}`
    )
  ]
}

async function rasterize(
  pdf: Uint8Array,
  desk: CompleteDesk,
  machines: Machines
): Promise<Map<number, RasterPage>> {
  const pictures = await machines.plant.rasterizePdf(pdf, {
    ...largePicture,
    pageCount: desk.pages.length
  })
  const images = new Map<number, RasterPage>()
  for (const [index, page] of desk.pages.entries()) {
    const picture = pictures[index]
    if (picture) images.set(page.pageNumber, picture)
  }
  return images
}

function add(
  outputs: Map<string, Uint8Array | string>,
  made: ReadonlyArray<OutputFile>
): void {
  for (const {path, value} of made) outputs.set(path, value)
}

function toBytes(value: Uint8Array | string | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value
  throw new TypeError('Unexpected output, expected bytes')
}
