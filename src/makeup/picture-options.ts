// Picture options: how wide and how deep the pictures of a story can stand at
// the top of its legs. Width is in legs; depth is the picture's own, a little
// more or less by cropping, with room for the cutline.

import type {FigureFacts, PictureShape, StoryShape} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import type {Rung} from './ladder.ts'
import {listMosaics} from './list-mosaics.ts'
import type {Unit} from './unit.ts'

/** One way to place all pictures of a story. */
export interface PictureOption {
  pictures: ReadonlyArray<PictureShape>
  cost: number
  /** Part of the pictures that is cropped. */
  cropRatio: number
}

/** Cutline type, in points: only an allowance; composition measures it. */
const captionSizePt = 8
const captionLeadingPt = 10.5

/** Depth of a picture of the page’s width that is always allowed, in lines. */
const leastRowLines = 4

/** List the ways to place a story's pictures; one without any if it has none. */
export function listPictureOptions(
  unit: Unit,
  shape: StoryShape,
  template: Template,
  rung: Rung
): Array<PictureOption> {
  const {figures, size} = unit.facts
  if (figures.length === 0 || size || unit.part === 'rest') {
    return [{pictures: [], cost: 0, cropRatio: 0}]
  }

  const isPhoto = unit.facts.kind === 'photo'
  if (isPhoto && figures.length > 1) {
    return listMosaicOptions(unit, shape, template, rung)
  }
  const options: Array<PictureOption> = []
  let isTooLarge = false
  const minLegCount = isPhoto ? shape.legCount : 1
  const maxLegCount = Math.max(1, Math.floor(shape.legCount / figures.length))

  for (let legCount = minLegCount; legCount <= maxLegCount; legCount++) {
    if (!allowsSpan(legCount, shape, template)) continue
    const ideal = measureDepths(unit, legCount, shape, template)
    const range = listStretches(unit, template, rung)
    // Every depth in lines that the crop's limits allow is one way.
    const first = ideal[0] ?? 1
    for (
      let lineCount = Math.ceil(first * range.least);
      lineCount <= Math.floor(first * range.most);
      lineCount++
    ) {
      const option = toOption(
        unit,
        legCount,
        lineCount / first,
        ideal,
        shape,
        template
      )
      if (allowsShare(option, unit, shape, template)) options.push(option)
      else isTooLarge = true
    }
  }

  if (options.length > 0) return options
  // Narrower, it has its picture.
  return isTooLarge ? [] : [{pictures: [], cost: 40, cropRatio: 0}]
}

/** A photo story of several pictures: all of them over its text. */
function listMosaicOptions(
  unit: Unit,
  shape: StoryShape,
  template: Template,
  rung: Rung
): Array<PictureOption> {
  const {leadingPt, lineCount} = template.grid
  const {least} = listStretches(unit, template, rung)
  const captionOf = (figure: FigureFacts, legCount: number): number =>
    measureCaption(figure, measureLegs(legCount, shape, template), template) /
    leadingPt
  const mosaics = listMosaics({
    figures: unit.facts.figures,
    legCount: shape.legCount,
    mostLineCount: lineCount,
    mostCropRatio: 1 - least,
    captionOf,
    depthOf: (figure, legCount) =>
      measureLegs(legCount, shape, template) / figure.aspectRatio / leadingPt +
      captionOf(figure, legCount)
  })
  const options = mosaics.map(({cost, cropRatio, pictures}) => ({
    pictures,
    cropRatio,
    cost
  }))
  return options.length > 0 ? options : [{pictures: [], cost: 40, cropRatio: 0}]
}

/** Find the width over depth at which a picture needs no cropping. */
export function findAspectRatio(
  unit: Unit,
  picture: PictureShape,
  shape: StoryShape,
  template: Template
): number {
  const widthPt = measureLegs(picture.legCount, shape, template)
  const figure = unit.facts.figures[picture.figureIndex]
  const around = figure ? measureCaption(figure, widthPt, template) : 0
  const depthPt = picture.lineCount * template.grid.leadingPt - around
  return widthPt / Math.max(1, depthPt)
}

function allowsSpan(
  legCount: number,
  shape: StoryShape,
  template: Template
): boolean {
  const columnCount = (legCount * shape.columnCount) / shape.legCount
  const {maxColumnCount, minColumnCount} = template.pictures
  return (
    columnCount <= maxColumnCount + 0.01 &&
    columnCount >= Math.min(minColumnCount, shape.columnCount) - 0.01
  )
}

/** Usual parts of the page that pictures may take, at most. */
const usualShares = {
  pictureShare: 0.25,
  leadPictureMostShare: 0.35,
  photoMostShare: 0.4,
  leadPhotoMostShare: 0.6
}

/**
 * Pictures are as large as their story’s rank allows, and do not swell to
 * hide what is missing.
 */
function allowsShare(
  {pictures}: PictureOption,
  {facts, pin, rank}: Unit,
  {columnCount, legCount}: StoryShape,
  {grid, limits}: Template
): boolean {
  if (pin?.columnCount) return true
  let lines = 0
  for (const picture of pictures) lines += picture.legCount * picture.lineCount
  const name =
    facts.kind === 'photo'
      ? rank === 0
        ? 'leadPhotoMostShare'
        : 'photoMostShare'
      : rank === 0
        ? 'leadPictureMostShare'
        : 'pictureShare'
  const share = limits[name] ?? usualShares[name]
  // However small the page, a picture has a row of its own.
  const most = Math.max(share * grid.lineCount, leastRowLines)
  const cellCount = (lines * columnCount) / legCount
  return cellCount <= most * grid.columnCount * pictures.length
}

/**
 * How far a picture's depth may leave its own: a flatter one loses its top or
 * foot, a deeper one its sides. A missing picture has no shape to lose.
 */
function listStretches(
  unit: Unit,
  template: Template,
  rung: Rung
): {least: number; most: number} {
  if (unit.facts.figures.every((figure) => figure.isMissing)) {
    return {least: 0.6, most: 1.4}
  }
  const usual = rung.has('picture') ? template.pictures.maxCropRatio : 0.03
  const hard = Math.max(usual, template.limits['hardCropRatio'] ?? 0.22)
  const isPhoto = unit.facts.kind === 'photo'
  // A photo story has nothing to give but its picture.
  const most = rung.has('options')
    ? hard
    : isPhoto
      ? Math.min(hard, usual * 2)
      : usual
  return {least: 1 - most, most: 1 / (1 - most)}
}

/** Depth of each picture uncropped, with its cutline, in lines. */
function measureDepths(
  unit: Unit,
  legCount: number,
  shape: StoryShape,
  template: Template
): Array<number> {
  const widthPt = measureLegs(legCount, shape, template)
  return unit.facts.figures.map((figure) => {
    const depthPt =
      widthPt / figure.aspectRatio + measureCaption(figure, widthPt, template)
    return Math.max(3, depthPt / template.grid.leadingPt)
  })
}

/** Depth of cutline and white around a picture, in points. */
function measureCaption(
  figure: FigureFacts,
  widthPt: number,
  template: Template
): number {
  const lines = Math.ceil(
    (figure.captionCharacterCount * captionSizePt) / widthPt
  )
  return lines * captionLeadingPt + 2 * template.pictures.captionGapPt
}

function toOption(
  unit: Unit,
  legCount: number,
  stretch: number,
  depths: ReadonlyArray<number>,
  shape: StoryShape,
  template: Template
): PictureOption {
  const pictures: Array<PictureShape> = []
  let legIndex = shape.legCount

  for (const [figureIndex, depth] of depths.entries()) {
    legIndex -= legCount
    if (legIndex < 0) break
    const lineCount = Math.max(3, Math.round(depth * stretch))
    pictures.push({figureIndex, legIndex, legCount, lineCount})
  }

  const share = legCount / shape.legCount
  const isPhoto = unit.facts.kind === 'photo'
  const cropRatio = stretch > 1 ? 1 - 1 / stretch : 1 - stretch
  const isMissing = unit.facts.figures.every((figure) => figure.isMissing)
  const weight = (template.costs['crop'] ?? 8) * (isMissing ? 0.25 : 1)
  const beyond = Math.max(0, cropRatio - template.pictures.maxCropRatio)
  const cost =
    (cropRatio + beyond * 2) * weight +
    costOfShare(share, isPhoto) +
    costOfLeadPicture(unit, pictures, shape, template) +
    costOfResolution(unit, measureLegs(legCount, shape, template), template)
  return {pictures, cost, cropRatio}
}

/** Cost of a lead's lack of a picture, unless the template has its own. */
export const usualLeadPictureCost = 4

/** A lead's first picture carries the page: it takes its share of it. */
function costOfLeadPicture(
  {facts, part, rank}: Unit,
  pictures: ReadonlyArray<PictureShape>,
  shape: StoryShape,
  {costs, grid, limits}: Template
): number {
  const [first] = pictures
  const wanted = limits['leadPictureShare'] ?? 0
  if (!first || rank > 0 || part === 'rest' || facts.kind === 'photo') return 0
  if (facts.figures[first.figureIndex]?.isMissing) return 0
  const columns = (first.legCount * shape.columnCount) / shape.legCount
  const share =
    (columns * first.lineCount) / (grid.columnCount * grid.lineCount)
  return (
    Math.max(0, 1 - share / Math.max(wanted, 0.001)) *
    (costs['leadPicture'] ?? usualLeadPictureCost)
  )
}

/** Pixels that a printed inch should have, at least. */
const leastPpi = 170

/** A file of few pixels is not blown up. */
function costOfResolution(
  {facts}: Unit,
  widthPt: number,
  {costs}: Template
): number {
  const widthPx = facts.figures[0]?.widthPx
  if (widthPx === undefined) return 0
  const ppi = (widthPx / widthPt) * 72
  return Math.max(0, 1 - ppi / leastPpi) * (costs['resolution'] ?? 8)
}

/** A picture beside one lonely leg looks lost, as does a very small one. */
function costOfShare(share: number, isPhoto: boolean): number {
  if (isPhoto || share === 1) return 0
  if (share > 0.7) return 0.6
  return share > 0.3 ? 0 : 0.4
}

function measureLegs(
  legCount: number,
  shape: StoryShape,
  template: Template
): number {
  const {gutterPt, measurePt} = template.grid
  const widthPt =
    shape.columnCount * measurePt + (shape.columnCount - 1) * gutterPt
  const legPt = (widthPt - (shape.legCount - 1) * gutterPt) / shape.legCount
  return legCount * legPt + (legCount - 1) * gutterPt
}
