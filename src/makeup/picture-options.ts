// Picture options: how wide and how deep the pictures of a story can stand at
// the top of its legs. Width is in legs; depth is the picture's own, a little
// more or less by cropping, with room for the cutline.

import type {FigureFacts, PictureShape, StoryShape} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import type {Unit} from './unit.ts'

/** One way to place all pictures of a story. */
export interface PictureOption {
  pictures: ReadonlyArray<PictureShape>
  cost: number
}

/** Cutline type, in points: only an allowance; composition measures it. */
const captionSizePt = 8
const captionLeadingPt = 10.5

/** List the ways to place a story's pictures; one without any if it has none. */
export function listPictureOptions(
  unit: Unit,
  shape: StoryShape,
  template: Template
): Array<PictureOption> {
  const {figures, size} = unit.facts
  if (figures.length === 0 || size || unit.part === 'rest') {
    return [{pictures: [], cost: 0}]
  }

  const options: Array<PictureOption> = []
  const isPhoto = unit.facts.kind === 'photo'
  const minLegCount = isPhoto ? shape.legCount : 1
  const maxLegCount = Math.max(1, Math.floor(shape.legCount / figures.length))

  for (let legCount = minLegCount; legCount <= maxLegCount; legCount++) {
    if (!allowsSpan(legCount, shape, template)) continue
    for (const cropRatio of [0, 0.05, -0.05, 0.1, -0.1]) {
      if (Math.abs(cropRatio) > template.pictures.maxCropRatio) continue
      options.push(toOption(unit, legCount, cropRatio, shape, template))
    }
  }

  return options.length > 0 ? options : [{pictures: [], cost: 40}]
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

function toOption(
  unit: Unit,
  legCount: number,
  cropRatio: number,
  shape: StoryShape,
  template: Template
): PictureOption {
  const widthPt = measureLegs(legCount, shape, template)
  const pictures: Array<PictureShape> = []
  let legIndex = shape.legCount

  for (const [figureIndex, figure] of unit.facts.figures.entries()) {
    legIndex -= legCount
    if (legIndex < 0) break
    const captionLines = Math.ceil(
      (figure.captionCharacterCount * captionSizePt) / widthPt
    )
    const depthPt =
      (widthPt / figure.aspectRatio) * (1 - cropRatio) +
      captionLines * captionLeadingPt +
      2 * template.pictures.captionGapPt
    const lineCount = Math.max(3, Math.round(depthPt / template.grid.leadingPt))
    pictures.push({figureIndex, legIndex, legCount, lineCount})
  }

  const share = legCount / shape.legCount
  const isPhoto = unit.facts.kind === 'photo'
  const cost =
    Math.abs(cropRatio) * (template.costs['crop'] ?? 8) +
    costOfShare(share, isPhoto)
  return {pictures, cost}
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
