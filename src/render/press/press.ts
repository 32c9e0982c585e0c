// Press: one file for each page, as printing plants take it: PDF/X, with the
// inks that were meant, bleed and marks. We write it ourselves, straight from
// the composed page; no browser has a hand in it.

import type {ComposedPage, Ornament, PaintedPicture} from '../../model/page.ts'
import type {Plant, SeparatedPicture} from '../../model/plant.ts'
import {openFaces} from '../../type/type.ts'
import {cleanSvg} from '../clean-svg.ts'
import {findMarks} from '../find-marks.ts'
import type {Job, OutputFile, Renderer} from '../renderer.ts'
import {checkPress} from './check-press.ts'
import {formatSheetNumber} from './format-sheet-number.ts'
import {toPictureKey} from './paint-page.ts'
import type {PressNote} from './press-note.ts'
import {pressOrnamentRaster} from './press-rules.ts'
import {setSlugLine} from './slug-line.ts'
import {flattenSvg, type FlatSvg} from './svg/flatten-svg.ts'
import {writePage} from './write-page.ts'

export {packStream} from './pack-parts.ts'
export {pressRules} from './press-rules.ts'

/** Render an issue's pages for the printing plant. */
export const press: Renderer = {name: 'press', version: 2, render}

const mostPpi = 300
const lineArtPpi = 1200
const ornamentPpi = 600

async function render(job: Job, plant: Plant): Promise<Array<OutputFile>> {
  const files: Array<OutputFile> = []
  for (const page of job.pages) files.push(await renderPage(page, job, plant))
  return files
}

async function renderPage(
  page: ComposedPage,
  job: Job,
  plant: Plant
): Promise<OutputFile> {
  const settings = job.press?.get(page.pageNumber)
  const {cutGlyphs} = job
  if (!settings || !cutGlyphs) {
    throw new TypeError(
      `Unexpected page \`${page.pageNumber}\` without press settings, expected them in the job`
    )
  }

  const {issue, modified} = job
  const fontFiles = job.pressFontFiles ?? job.fontFiles
  const faces = new Map(
    Object.entries(page.faces).flatMap(([name, {fileKey}]) => {
      const value = fontFiles.get(fileKey)
      return value ? [[name, {value, fallback: []}] as const] : []
    })
  )
  const {notes: ornamentNotes, ornaments} = readOrnaments(page, job)
  const pictures = await separate(page, ornaments, job, plant)
  const number = formatSheetNumber(page)
  const written = await writePage({
    page,
    press: settings,
    title: `${page.publication} ${page.date} ${number}`,
    modified,
    slug: setSlugLine(page, job.faceTable ?? (await openFaces(faces))),
    pictures,
    ornaments,
    cutGlyphs,
    ...(job.packStream ? {packStream: job.packStream} : {}),
    fontFiles
  })

  const path = `press/${issue.id}-p${number}.pdf`
  const faults = await checkPress(written.value, page, settings)
  const notes = [...ornamentNotes, ...written.notes, ...faults]
  const inkPercent = Math.round(written.totalInk.percent)
  return {path, value: written.value, notes, inkPercent}
}

// Ornaments that are plain shapes stay vectors.
function readOrnaments(
  page: ComposedPage,
  job: Job
): {ornaments: Map<string, FlatSvg>; notes: Array<PressNote>} {
  const ornaments = new Map<string, FlatSvg>()
  const notes = new Map<string, PressNote>()
  for (const mark of findMarks(page.children)) {
    if (mark.type !== 'ornament' || ornaments.has(mark.src)) continue
    const svg = flattenSvg(readOrnament(mark, page, job))
    const lacking = svg?.unsupported ?? ['no `svg` in it']
    if (svg && lacking.length === 0) {
      ornaments.set(mark.src, svg)
      continue
    }
    notes.set(mark.src, {
      rule: pressOrnamentRaster,
      reason: `Unexpected ${lacking.map((name) => `\`${name}\``).join(', ')} in \`${mark.src}\`, expected plain shapes; it is printed as a picture`,
      fix: pressOrnamentRaster.fix
    })
  }
  return {ornaments, notes: [...notes.values()]}
}

async function separate(
  page: ComposedPage,
  ornaments: ReadonlyMap<string, FlatSvg>,
  job: Job,
  plant: Plant
): Promise<Map<string, SeparatedPicture>> {
  const settings = job.press?.get(page.pageNumber)
  const marks = new Map<string, Ornament | PaintedPicture>()
  for (const mark of findMarks(page.children)) {
    if (mark.type !== 'ornament' && mark.type !== 'picture') continue
    if (mark.type === 'ornament' && ornaments.has(mark.src)) continue
    marks.set(toPictureKey(mark), mark)
  }
  if (!settings) return new Map()

  // Machines work side by side; the order of what comes of it is the page's.
  const pictures = await Promise.all(
    [...marks].map(async ([key, mark]) => {
      const isOrnament = mark.type === 'ornament'
      const value = isOrnament
        ? enlarge(readOrnament(mark, page, job), mark)
        : job.pictureFiles.get(mark.src)
      if (!value) {
        throw new TypeError(
          `Unexpected picture \`${mark.src}\`, expected a file`
        )
      }
      const toPx = (ppi: number): number => Math.ceil((mark.widthPt / 72) * ppi)
      const picture = await plant.separatePicture(value, {
        ...(isOrnament ? {} : {crop: mark.crop}),
        widthPx: toPx(isOrnament ? ornamentPpi : mostPpi),
        lineArtWidthPx: toPx(lineArtPpi),
        profilePath: settings.profile.path,
        inkLimitPercent: settings.inkLimitPercent,
        ...(isOrnament ? {keepsClear: true} : {})
      })
      return [key, picture] as const
    })
  )
  return new Map(pictures)
}

function readOrnament(mark: Ornament, page: ComposedPage, job: Job): string {
  const template =
    job.issue.children.find((one) => one.pageNumber === page.pageNumber)
      ?.template ?? ''
  const file = job.templateFiles.get(template)?.get(mark.src)
  if (file) return cleanSvg(new TextDecoder().decode(file))
  throw new TypeError(
    `Unexpected ornament \`${mark.src}\`, expected a file of template \`${template}\``
  )
}

// A drawing has the pixels that its root says it has.
function enlarge(svg: string, mark: Ornament): Uint8Array {
  const toPx = (pt: number): number => Math.ceil((pt / 72) * ornamentPpi)
  const sized = svg.replace(/<svg\b[^>]*>/, (tag) => {
    const bare = tag.replaceAll(
      /\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g,
      ''
    )
    return `${bare.slice(0, 4)} width="${toPx(mark.widthPt)}" height="${toPx(mark.depthPt)}"${bare.slice(4)}`
  })
  return new TextEncoder().encode(sized)
}
