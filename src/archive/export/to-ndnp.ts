// A batch after the profile of the National Digital Newspaper Program, which
// Open ONI loads: pages as JPEG 2000, PDF and ALTO 2.0, a METS for each issue,
// and the list of issues, as one BagIt bag.
//
// ```text
// batch_<awardee>_<name>_ver01/data/batch.xml, batch_1.xml
//   <lccn>/print/<YYYYMMDDEE>/<YYYYMMDDEE>.xml, 0001.jp2, 0001.pdf, 0001.xml
// ```
//
// Each page is drawn anew from its PDF and handed on before the next: a batch
// takes the memory of a page. What a library has to say (its code, the control
// number of the title) is asked for and never made up.

import type {Shelf} from '../../model/shelf.ts'
import type {DrawJpeg2000} from '../../model/jpeg-2000.ts'
import {toDocument} from '../../render/archive/archive.ts'
import type {OutputFile} from '../../render/renderer.ts'
import {toXml} from '../../render/write-xml.ts'
import {readRecord} from '../bag-record.ts'
import {hashValue, makeTags, toManifestLine} from '../make-bag.ts'
import {nameBag, readText} from '../read-bag.ts'
import type {CopiedBag} from './export-archive.ts'
import {checkNdnpIssues, type NdnpIssue} from './ndnp-issues.ts'
import {toMoment} from './to-moment.ts'
import {toNdnpAlto} from './to-ndnp-alto.ts'
import {toNdnpMets, type NdnpFile, type NdnpPage} from './to-ndnp-mets.ts'

/** What a batch is called, and how its pages are drawn. */
export interface NdnpOptions {
  /** Code of the library that hands the batch on: `oru`. */
  awardee: string
  /** Name of the batch: small letters and figures. */
  batch: string
  /** Control number of the title, for issues that don't say theirs. */
  lccn?: string
  /** Pixels to an inch of paper (default: `300`). */
  resolutionPpi?: number
  drawJpeg2000: DrawJpeg2000
}

/** What the export of a batch needs. */
export interface NdnpRequest extends NdnpOptions {
  engine: {name: string; version: string}
}

/** What scanners of newspapers are asked for, 300 to 400. */
const usualResolutionPpi = 300

/** Micrometres of an inch. */
const umPerInch = 25_400

/** Hand on issues as a batch. */
export async function* exportNdnp(
  bags: ReadonlyArray<CopiedBag>,
  shelf: Shelf,
  request: NdnpRequest
): AsyncGenerator<OutputFile> {
  const issues = checkNdnpIssues(bags, request.lccn)
  const batch = `batch_${request.awardee}_${request.batch}_ver01`
  const lines = new Map<string, string>()
  let byteCount = 0
  const put = (path: string, value: Uint8Array | string): OutputFile => {
    const bytes = typeof value === 'string' ? Buffer.from(value) : value
    byteCount += bytes.byteLength
    lines.set(`data/${path}`, hashValue(bytes))
    return {path: `${batch}/data/${path}`, value: bytes}
  }

  for (const issue of issues) {
    for await (const file of exportIssue(issue, shelf, request)) {
      yield put(`${issue.folder}/${file.path}`, file.value)
    }
  }
  const list = toBatchXml(batch, issues, request.awardee)
  // The second is the one a validator would have signed; loaders look for it.
  yield put('batch.xml', list)
  yield put('batch_1.xml', list)

  const manifest = [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => toManifestLine(path, hash))
    .join('')
  const tags = makeTags(manifest, [
    ['External-Identifier', batch],
    ['Bag-Software-Agent', `${request.engine.name} ${request.engine.version}`],
    ['Payload-Oxum', `${byteCount}.${lines.size}`]
  ])
  for (const [path, value] of tags) yield {path: `${batch}/${path}`, value}
}

async function* exportIssue(
  issue: NdnpIssue,
  shelf: Shelf,
  request: NdnpRequest
): AsyncGenerator<OutputFile> {
  const {bag, copy} = issue.copied
  const {drawJpeg2000, engine, resolutionPpi = usualResolutionPpi} = request
  const record = await readRecord(shelf, bag)
  const moment = toMoment(copy.date, record?.sourceDateEpoch)
  const pages: Array<NdnpPage> = []
  for (const [index, facts] of copy.pages.entries()) {
    const sequence = index + 1
    const name = String(sequence).padStart(4, '0')
    const {pageNumber} = facts
    const pdf = await shelf.readFile(
      bag,
      `data/issue/web/p${pageNumber}/page.pdf`
    )
    const padded = String(pageNumber).padStart(2, '0')
    const alto = await readText(shelf, bag, `data/alto/page-${padded}.xml`)
    if (!pdf || alto === '') {
      throw new Error(
        `Unexpected page ${pageNumber} of \`${nameBag(bag)}\` without its PDF or ALTO, expected both; \`qianzi archive verify\` says more`
      )
    }
    const drawn = await drawJpeg2000(pdf, {
      widthPx: Math.round((readWidthUm(alto, bag) / umPerInch) * resolutionPpi),
      resolutionPpi
    })
    const text = toNdnpAlto(alto, {
      widthPx: drawn.widthPx,
      depthPx: drawn.depthPx,
      imagePath: `${name}.jp2`,
      sequence,
      moment,
      engine
    })
    const files: NdnpPage['files'] = {
      service: toFile(`${name}.jp2`, drawn.value),
      derivative: toFile(`${name}.pdf`, pdf),
      ocr: toFile(`${name}.xml`, text)
    }
    yield {path: `${name}.jp2`, value: drawn.value}
    yield {path: `${name}.pdf`, value: pdf}
    yield {path: `${name}.xml`, value: text}
    const {depthPx, widthPx} = drawn
    pages.push({facts, sequence, widthPx, depthPx, resolutionPpi, files})
  }
  const mets = toNdnpMets({
    issue,
    pages,
    awardee: request.awardee,
    moment,
    engine
  })
  yield {path: `${issue.stamp}.xml`, value: mets}
}

/** Width of a page, as its ALTO has it: tenths of a millimetre. */
function readWidthUm(alto: string, bag: CopiedBag['bag']): number {
  const width = Number(/<Page\b[^>]*?\sWIDTH="([\d.]+)"/.exec(alto)?.[1])
  if (width > 0) return width * 100
  throw new Error(
    `Unexpected \`${nameBag(bag)}\` whose ALTO has no width, expected a sound bag; \`qianzi archive verify\` says more`
  )
}

function toFile(path: string, value: Uint8Array | string): NdnpFile {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value
  return {path, hash: hashValue(bytes), byteCount: bytes.byteLength}
}

function toBatchXml(
  batch: string,
  issues: ReadonlyArray<NdnpIssue>,
  awardee: string
): string {
  return toDocument(
    toXml(
      'batch',
      {xmlns: 'http://www.loc.gov/ndnp', name: batch, awardee},
      issues.map(({copied, editionNumber, folder, lccn, stamp}) =>
        toXml(
          'issue',
          {
            lccn,
            issueDate: copied.copy.date,
            editionOrder: String(editionNumber).padStart(2, '0')
          },
          `${folder}/${stamp}.xml`
        )
      )
    )
  )
}
