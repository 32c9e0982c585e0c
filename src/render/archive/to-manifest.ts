// IIIF Presentation 3: the issue for any viewer. Pages are canvases, stories
// are ranges over exact outlines, lines of type are annotations.
//
// Addresses need a host, and a bag has none: where the paper names no address
// of its own, they are below a name that can't exist, and `archive export --to
// iiif --base URL` writes them anew.

import type {RasterPage} from '../../model/plant.ts'
import {findWords} from '../words.ts'
import type {ArchiveJob, Member} from './archive-job.ts'
import {namePage} from './archive-job.ts'
import type {Box} from './box.ts'
import type {MeasuredPage, TextLine} from './measure-page.ts'
import type {Copy} from './to-copy.ts'
import {findPlaces} from './to-mets.ts'

/** What a manifest is made from. */
export interface ManifestRequest {
  job: ArchiveJob
  copy: Copy
  pages: ReadonlyArray<MeasuredPage>
}

/** A JSON object. */
export type Json = Record<string, unknown>

/** Host of manifests whose paper names none (RFC 2606, 2: never resolves). */
const nowhere = 'https://qianzi.invalid'

/** Address everything of an issue is below; no slash at the end. */
export function toBase(copy: Copy): string {
  return `${copy.url ?? nowhere}/${encodeURIComponent(copy.issueId)}`
}

/** Write an issue as a manifest. */
export function toManifest(request: ManifestRequest): Json {
  const {copy, job, pages} = request
  const base = toBase(copy)
  const words = findWords(copy.lang)
  const {imprint, lang} = copy
  const hasDate = /^\d{4}-\d{2}-\d{2}$/.test(copy.date)
  const day = hasDate ? words.date(copy.date) : copy.date
  const renderings = job.members.filter(
    ({pageNumber, use}) =>
      pageNumber === undefined && (use === 'screen' || use === 'epub')
  )
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: `${base}/iiif/manifest.json`,
    type: 'Manifest',
    label: {[lang]: [`${copy.publication} ${day}`]},
    ...(copy.description ? {summary: {[lang]: [copy.description]}} : {}),
    metadata: [
      ...(copy.issueNumber === undefined
        ? []
        : [
            toPair('Number', '期号', words.issueNumber(copy.issueNumber), lang)
          ]),
      ...(imprint.cn ? [toPair('CN', '刊号', imprint.cn, lang)] : []),
      ...(imprint.issn ? [toPair('ISSN', 'ISSN', imprint.issn, lang)] : []),
      ...(imprint.publisher
        ? [toPair('Publisher', '主办', imprint.publisher, lang)]
        : [])
    ],
    ...(copy.rights
      ? {
          requiredStatement: toPair('Rights', '版权', copy.rights, lang)
        }
      : {}),
    ...(hasDate ? {navDate: `${copy.date}T00:00:00Z`} : {}),
    // Each page by itself: nothing says that the first stands on the right, and
    // viewers that pair pages make them too small to read.
    behavior: ['individuals'],
    viewingDirection: 'left-to-right',
    rendering: renderings.map((member) => toRendering(member, base, lang)),
    seeAlso: [
      {
        id: `${base}/mets.xml`,
        type: 'Dataset',
        format: 'application/xml',
        profile: 'http://www.loc.gov/METS/',
        label: {en: ['METS']}
      }
    ],
    items: pages.map((page) => toCanvas(page, request)),
    ...toContents(request)
  }
}

/** Write the lines of a page as annotations. */
export function toLineAnnotations(
  page: MeasuredPage,
  request: ManifestRequest
): Json {
  const base = toBase(request.copy)
  const image = findImage(page, request)
  const name = namePage(page.pageNumber)
  const id = `${base}/iiif/${name}-lines.json`
  const lines = page.regions
    .filter(({kind}) => kind !== 'artifact')
    .flatMap(({blocks}) => blocks)
    .flatMap((block) =>
      block.lines.map((line) => ({line, lang: block.lang ?? page.lang}))
    )
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id,
    type: 'AnnotationPage',
    label: {en: ['Lines of type'], zh: ['版面文字']},
    items: lines.map(({lang, line}) => ({
      id: `${id}#${line.id}`,
      type: 'Annotation',
      motivation: 'supplementing',
      body: {
        type: 'TextualBody',
        value: readLine(line),
        format: 'text/plain',
        language: lang
      },
      target: `${toCanvasId(page, base)}#xywh=${toXywh(line.box, page, image)}`
    }))
  }
}

/** Read a line as it is printed. */
export function readLine(line: TextLine): string {
  const words = line.words.map(({space, text}) => (space ? `${text} ` : text))
  return words.join('').trim() + (line.hyphen?.text ?? '')
}

function toCanvas(page: MeasuredPage, request: ManifestRequest): Json {
  const {copy} = request
  const base = toBase(copy)
  const id = toCanvasId(page, base)
  const name = namePage(page.pageNumber)
  const {depthPx, widthPx} = findImage(page, request)
  const picture = {
    id: `${base}/image/${name}.jpg`,
    type: 'Image',
    format: 'image/jpeg',
    width: widthPx,
    height: depthPx
  }
  return {
    id,
    type: 'Canvas',
    label: {
      [copy.lang]: [
        findWords(copy.lang).page(
          page.pageNumber,
          page.section,
          page.facingPageNumber
        )
      ]
    },
    width: widthPx,
    height: depthPx,
    items: [
      {
        id: `${id}/picture`,
        type: 'AnnotationPage',
        items: [
          {
            id: `${id}/picture/1`,
            type: 'Annotation',
            motivation: 'painting',
            body: picture,
            target: id
          }
        ]
      }
    ],
    thumbnail: [picture],
    seeAlso: [
      {
        id: `${base}/alto/${name}.xml`,
        type: 'Dataset',
        format: 'application/xml',
        profile: 'http://www.loc.gov/standards/alto/v4/alto-4-4.xsd',
        label: {en: ['ALTO']}
      }
    ],
    annotations: [
      {
        id: `${base}/iiif/${name}-lines.json`,
        type: 'AnnotationPage',
        label: {en: ['Lines of type'], zh: ['版面文字']}
      }
    ]
  }
}

function toContents(request: ManifestRequest): {structures?: Array<Json>} {
  const {copy, pages} = request
  const base = toBase(copy)
  const items = copy.stories.flatMap((story, index) => {
    const places = findPlaces(story.slug, pages)
    if (places.length === 0) return []
    return [
      {
        id: `${base}/iiif/range/${index + 1}`,
        type: 'Range',
        label: {[story.lang]: [story.title]},
        items: places.map(({page, region}) => ({
          type: 'SpecificResource',
          source: {id: toCanvasId(page, base), type: 'Canvas'},
          selector: {
            type: 'FragmentSelector',
            conformsTo: 'http://www.w3.org/TR/media-frags/',
            value: `xywh=${toXywh(region.box, page, findImage(page, request))}`
          }
        }))
      }
    ]
  })
  // A range of nothing is none.
  if (items.length === 0) return {}
  return {
    structures: [
      {
        id: `${base}/iiif/range/contents`,
        type: 'Range',
        label: {[copy.lang]: [findWords(copy.lang).contents]},
        items
      }
    ]
  }
}

function toCanvasId(page: MeasuredPage, base: string): string {
  return `${base}/iiif/canvas/${page.pageNumber}`
}

function findImage(
  page: MeasuredPage,
  {job}: ManifestRequest
): Pick<RasterPage, 'depthPx' | 'widthPx'> {
  const image = job.pageImages.get(page.pageNumber)
  if (image) return image
  throw new TypeError(
    `Unexpected page \`${page.pageNumber}\` without a picture, expected one`
  )
}

/** Write a box in pixels of the page's picture: outwards to whole ones. */
function toXywh(
  box: Box,
  page: MeasuredPage,
  {depthPx, widthPx}: Pick<RasterPage, 'depthPx' | 'widthPx'>
): string {
  const left = Math.floor((box.leftUm * widthPx) / page.widthUm)
  const top = Math.floor((box.topUm * depthPx) / page.depthUm)
  const right = Math.ceil((box.rightUm * widthPx) / page.widthUm)
  const bottom = Math.ceil((box.bottomUm * depthPx) / page.depthUm)
  return [left, top, right - left, bottom - top].join(',')
}

function toRendering(member: Member, base: string, lang: string): Json {
  return {
    id: `${base}/${encodeURI(member.path)}`,
    type: 'Text',
    format: member.mediaType,
    label: {[lang]: [member.use === 'epub' ? 'EPUB' : 'PDF']}
  }
}

function toPair(
  english: string,
  chinese: string,
  value: string,
  lang: string
): Json {
  return {
    label: {en: [english], zh: [chinese]},
    value: {[lang]: [value]}
  }
}
