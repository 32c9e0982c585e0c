// Mosaics: the pictures of a photo story 摄影专版, all of them, over its text.
//
// Pictures keep their order. They stand in bands across all legs; a band has
// one picture, two or three side by side, or one large beside two that stand
// over each other. For every depth the mosaic that crops least is kept, one
// dominant picture wanted: pages of equals have no way in.

import type {FigureFacts, PictureShape} from '../model/plan.ts'

/** What to arrange, and how much of it may be lost. */
export interface MosaicRequest {
  figures: ReadonlyArray<FigureFacts>
  legCount: number
  /** Depth of the deepest mosaic wanted, in lines. */
  mostLineCount: number
  /** Part of a picture that may be cropped, at most. */
  mostCropRatio: number
  /** Depth of a figure over so many legs, uncropped, with its cutline, in lines. */
  depthOf(figure: FigureFacts, legCount: number): number
  /** Depth of its cutline and white, in lines. */
  captionOf(figure: FigureFacts, legCount: number): number
}

/** All pictures of a story, in their places. */
export interface Mosaic {
  pictures: ReadonlyArray<PictureShape>
  lineCount: number
  /** Part that is cropped, of the picture that loses most. */
  cropRatio: number
  /** Price of crops and of the lack of a dominant picture. */
  cost: number
}

/** Pictures over each other. */
interface Pile {
  legIndex: number
  legCount: number
  figureIndexes: ReadonlyArray<number>
}

/** Piles side by side, across all legs. */
interface Band {
  piles: ReadonlyArray<Pile>
  /** Depth at which it crops least, in lines. */
  depth: number
  /** How far its piles are from one depth. */
  misfit: number
}

/** Bands of some of the figures. */
interface Stack {
  bands: ReadonlyArray<Band>
  depth: number
  misfit: number
}

/** Bands kept of each run of figures. */
const mostBands = 5

/** Least depth of a picture, in lines. */
const leastLines = 4

/** How much larger than the next the largest picture should be. */
const dominance = 1.5

/** List the mosaics of a story, the cheapest of each depth. */
export function listMosaics(request: MosaicRequest): Array<Mosaic> {
  const found = new Map<number, Mosaic>()
  for (const stack of listStacks(request)) {
    const most = 1 / (1 - request.mostCropRatio)
    const first = Math.ceil(stack.depth / most)
    const last = Math.min(request.mostLineCount, stack.depth * most)
    for (let lineCount = first; lineCount <= last; lineCount++) {
      const mosaic = toMosaic(stack, lineCount, request)
      const rival = mosaic && found.get(lineCount)
      if (!mosaic || (rival && rival.cost <= mosaic.cost)) continue
      found.set(lineCount, mosaic)
    }
  }
  return [...found.values()].sort((a, b) => a.lineCount - b.lineCount)
}

/** List how bands can follow each other, one of each depth in lines. */
function listStacks(request: MosaicRequest): Array<Stack> {
  const {figures, mostCropRatio, mostLineCount} = request
  const most = mostLineCount / (1 - mostCropRatio)
  const byEnd: Array<Map<number, Stack>> = figures.map(() => new Map())
  const start: Stack = {bands: [], depth: 0, misfit: 0}

  for (const index of figures.keys()) {
    const before = index === 0 ? [start] : byEnd[index - 1]?.values()
    const stacks = [...(before ?? [])]
    if (stacks.length === 0) continue
    for (const count of [1, 2, 3]) {
      const ends = byEnd[index + count - 1]
      if (!ends) break
      for (const band of listBands(index, count, request)) {
        for (const stack of stacks) {
          const depth = stack.depth + band.depth
          if (depth > most) continue
          const misfit = stack.misfit + band.misfit
          const rival = ends.get(Math.round(depth))
          if (rival && rival.misfit <= misfit) continue
          const bands = [...stack.bands, band]
          ends.set(Math.round(depth), {bands, depth, misfit})
        }
      }
    }
  }
  return [...(byEnd.at(-1)?.values() ?? [])]
}

/** List the bands of some figures that follow each other, the best first. */
function listBands(
  from: number,
  count: number,
  request: MosaicRequest
): Array<Band> {
  const {legCount} = request
  const indexes = Array.from({length: count}, (_, index) => from + index)
  const layouts: Array<ReadonlyArray<Pile>> = []
  const [first = 0, second = 0, third = 0] = indexes

  if (count === 1) {
    layouts.push([{legIndex: 0, legCount, figureIndexes: [first]}])
  }
  for (let left = 1; left < legCount; left++) {
    const right = legCount - left
    if (count === 2) {
      layouts.push(toPiles([left, right], [[first], [second]]))
    }
    if (count !== 3) continue
    if (left > right) {
      layouts.push(toPiles([left, right], [[first], [second, third]]))
      layouts.push(toPiles([right, left], [[second, third], [first]]))
    }
    for (let middle = 1; middle < right; middle++) {
      const widths = [left, middle, right - middle]
      layouts.push(toPiles(widths, [[first], [second], [third]]))
    }
  }
  return layouts
    .map((piles) => toBand(piles, request))
    .filter(({misfit}) => misfit <= request.mostCropRatio * 2)
    .sort((a, b) => a.misfit - b.misfit)
    .slice(0, mostBands)
}

function toPiles(
  widths: ReadonlyArray<number>,
  figures: ReadonlyArray<ReadonlyArray<number>>
): Array<Pile> {
  let legIndex = 0
  return widths.map((legCount, index): Pile => {
    const pile = {legIndex, legCount, figureIndexes: figures[index] ?? []}
    legIndex += legCount
    return pile
  })
}

function toBand(piles: ReadonlyArray<Pile>, request: MosaicRequest): Band {
  const depths = piles.map((pile) => sumDepths(pile, request))
  const least = Math.min(...depths)
  const most = Math.max(...depths)
  // Midway, so that no picture loses more than another.
  const depth = Math.sqrt(least * most)
  return {piles, depth, misfit: 1 - least / most}
}

function sumDepths(pile: Pile, request: MosaicRequest): number {
  let sum = 0
  for (const index of pile.figureIndexes) {
    const figure = request.figures[index]
    if (figure) sum += request.depthOf(figure, pile.legCount)
  }
  return sum
}

/** Set a stack to a depth; `undefined` where a picture would lose too much. */
function toMosaic(
  {bands, depth}: Stack,
  lineCount: number,
  request: MosaicRequest
): Mosaic | undefined {
  const pictures: Array<PictureShape> = []
  const areas: Array<number> = []
  let cropRatio = 0
  let cropSum = 0
  let usedDepth = 0
  let usedLines = 0

  for (const band of bands) {
    usedDepth += band.depth
    const bandLines = Math.round((usedDepth / depth) * lineCount) - usedLines
    usedLines += bandLines
    for (const pile of band.piles) {
      for (const picture of sharePile(pile, bandLines, request)) {
        const crop = findCrop(picture, request)
        if (picture.lineCount < leastLines) return undefined
        if (crop > request.mostCropRatio) return undefined
        cropRatio = Math.max(cropRatio, crop)
        cropSum += crop
        areas.push(picture.legCount * picture.lineCount)
        pictures.push(picture)
      }
    }
  }
  const inFirst = bands[0]?.piles.flatMap((pile) => pile.figureIndexes) ?? []
  const [largest = 1, next = 1] = areas.toSorted((a, b) => b - a)
  const cost =
    cropSum * 2 +
    cropRatio * 4 +
    Math.max(0, dominance - largest / next) * 6 +
    // The largest draws the eye: best at the top.
    (areas.indexOf(largest) < inFirst.length ? 0 : 1)
  return {pictures, lineCount, cropRatio, cost}
}

function sharePile(
  pile: Pile,
  lineCount: number,
  request: MosaicRequest
): Array<PictureShape> {
  const whole = sumDepths(pile, request)
  let depth = 0
  let used = 0
  return pile.figureIndexes.map((figureIndex): PictureShape => {
    const figure = request.figures[figureIndex]
    depth += figure ? request.depthOf(figure, pile.legCount) : 0
    const lines = Math.round((depth / whole) * lineCount) - used
    used += lines
    const {legCount, legIndex} = pile
    return {figureIndex, legIndex, legCount, lineCount: lines}
  })
}

/** Find the part of a picture that is lost at its place. */
function findCrop(picture: PictureShape, request: MosaicRequest): number {
  const figure = request.figures[picture.figureIndex]
  if (!figure || figure.isMissing) return 0
  const caption = request.captionOf(figure, picture.legCount)
  const own = request.depthOf(figure, picture.legCount) - caption
  const given = Math.max(1, picture.lineCount - caption)
  return 1 - Math.min(own / given, given / own)
}
