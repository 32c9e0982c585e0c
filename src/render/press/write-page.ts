// One page to one press file: content, resources, boxes, metadata.

import {PDFName, type PDFPageLeaf} from '@cantoo/pdf-lib'
import type {ComposedPage, Line} from '../../model/page.ts'
import type {CutGlyphs, PackStream, PagePress} from '../../model/press.ts'
import type {SeparatedPicture} from '../../model/plant.ts'
import {addStream, type PdfValue} from './add-stream.ts'
import {embedFonts} from './embed-fonts.ts'
import {openInkTable} from './ink-table.ts'
import {openPageObjects} from './page-objects.ts'
import {packMaps, packOutlines, packStream} from './pack-parts.ts'
import {paintPage} from './paint-page.ts'
import {paintLine} from './paint-line.ts'
import {openPressFonts} from './press-fonts.ts'
import {
  openPressDocument,
  writePressDocument,
  type PressDocument
} from './press-document.ts'
import {addPressMetadata} from './press-metadata.ts'
import {toMarginPt, type PressPage} from './press-page.ts'
import type {PressNote} from './press-note.ts'
import {paintPrintersMarks} from './printers-marks.ts'
import {slugColors} from './slug-line.ts'
import type {FlatSvg} from './svg/flatten-svg.ts'
import {toSeparation} from './to-separation.ts'
import type {TotalInk} from './total-ink.ts'

/** What a page's file is made of. */
export interface PageSources {
  page: ComposedPage
  press: PagePress
  title: string
  modified: Date
  /** The slug line below the page, set. */
  slug: Line
  /** Pictures as inks, by `toPictureKey`. */
  pictures: ReadonlyMap<string, SeparatedPicture>
  /** Ornaments drawn as vectors, by `src`. */
  ornaments: ReadonlyMap<string, FlatSvg>
  cutGlyphs: CutGlyphs
  /** Packs its large parts (default: with zlib). */
  packStream?: PackStream
  /** Font files of the issue, by key. */
  fontFiles: ReadonlyMap<string, Uint8Array>
}

/** A page's file, and what is to be said about it. */
export interface WrittenPage {
  value: Uint8Array
  notes: ReadonlyArray<PressNote>
  /** The most ink that may lie on a point of the page. */
  totalInk: TotalInk
}

/** Write the file of a page. */
export async function writePage(sources: PageSources): Promise<WrittenPage> {
  const {modified, page, press, slug, title} = sources
  const fonts = await openPressFonts(page, [slug], sources.cutGlyphs)
  const pack = sources.packStream ?? packStream
  const packing = Promise.all([
    pack(press.profile.value),
    packOutlines(fonts, pack)
  ])
  const painting: PressPage = {
    page,
    press,
    inks: openInkTable(page, slugColors),
    fonts,
    operators: []
  }
  const document = openPressDocument(press.standard === 'x-4' ? 6 : 4)
  const {catalog, context} = document
  const objects = openPageObjects(context, press.standard)
  const {notes, totalInk} = paintPage(painting, sources, objects)
  paintPrintersMarks(painting)
  paintLine(slug, painting)

  const [packedProfile, outlines] = await packing
  const parts = new Map([...outlines, ...(await packMaps(fonts, pack))])
  const sheet = addSheet(document, painting)
  const content = new TextEncoder().encode(painting.operators.join('\n'))
  sheet.set(PDFName.of('Contents'), addStream(content, {}, context))
  sheet.set(
    PDFName.of('Resources'),
    context.obj({
      ColorSpace: toColorSpaces(painting),
      ExtGState: {
        Knock: {Type: 'ExtGState', OP: false, op: false, OPM: 0},
        Over: {Type: 'ExtGState', OP: true, op: true, OPM: 1},
        ...objects.states()
      },
      Font: embedFonts(fonts, sources.fontFiles, parts, context),
      Shading: objects.shadings(),
      XObject: objects.pictures()
    })
  )
  const {lang, publication} = page
  addPressMetadata(
    {title, publication, lang, modified, press, packedProfile},
    catalog,
    context
  )
  return {value: await writePressDocument(document), notes, totalInk}
}

function addSheet(document: PressDocument, {page}: PressPage): PDFPageLeaf {
  const marginPt = toMarginPt(page)
  const sheet = document.addSheet(
    round(page.widthPt + 2 * marginPt),
    round(page.depthPt + 2 * marginPt)
  )
  const toBox = (outsidePt: number) =>
    document.context.obj([
      round(marginPt - outsidePt),
      round(marginPt - outsidePt),
      round(marginPt + page.widthPt + outsidePt),
      round(marginPt + page.depthPt + outsidePt)
    ])
  sheet.set(PDFName.of('TrimBox'), toBox(0))
  sheet.set(PDFName.of('BleedBox'), toBox(page.bleedPt))
  return sheet
}

function toColorSpaces(painting: PressPage): Record<string, PdfValue> {
  const spots = [...painting.inks.spots()].map(
    ([key, {alternate, name}]): [string, PdfValue] => [
      key,
      toSeparation(name, alternate)
    ]
  )
  return {
    All: toSeparation('All', [100, 100, 100, 100]),
    ...Object.fromEntries(spots)
  }
}

function round(pt: number): number {
  return Math.round(pt * 10_000) / 10_000
}
