// Cut a run into segments that a browser paints glyph by glyph where we want.
//
// A browser adds one letter spacing after every character and one word spacing
// after every space. As long as two gaps suffice the segment goes on, and where
// a third is needed a new one begins, at its own absolute place: so no error
// can add up. Kerning is off in the painter and comes in as a gap.
//
// Where several characters are one glyph (`——`, `ffi`), or several glyphs one
// character, the browser has to shape them again, and letter spacing would
// stop it: such clusters stand in segments without spacing.

import type {Glyph} from '../model/page.ts'
import type {AdvanceOf} from './read-advances.ts'

/** Characters with one letter spacing and one word spacing. */
export interface Segment {
  text: string
  /** Origin of the first glyph. */
  xPt: number
  /** Origin of the first glyph below the top of the page, if vertical. */
  yPt?: number
  letterSpacingPt: number
  wordSpacingPt: number
  /** Whether the browser must form glyphs out of several characters. */
  isShaped: boolean
}

/** What to cut. */
export interface SegmentsOptions {
  glyphs: ReadonlyArray<Glyph>
  sizePt: number
  /** Advances of the face; in vertical lines the glyphs' own are used. */
  advanceOf: AdvanceOf
  isVertical: boolean
}

// What the browser shapes together.
interface Cluster {
  text: string
  xPt: number
  yPt?: number
  advancePt: number
  isShaped: boolean
  /** Space to add after it; `undefined` after the last one. */
  gapPt?: number
}

// A segment that may still grow; gaps are `undefined` while any will do.
interface OpenSegment {
  clusters: Array<Cluster>
  letterGapPt?: number
  spaceGapPt?: number
}

// Gaps that differ by less are the same: far below what a PDF resolves.
const tolerancePt = 0.0005

/** Cut the glyphs of a run into segments, in order. */
export function cutSegments(options: SegmentsOptions): Array<Segment> {
  const segments: Array<Segment> = []
  let open: OpenSegment = {clusters: []}

  for (const cluster of toClusters(options)) {
    if (!canHold(open, cluster)) {
      segments.push(...close(open))
      open = {clusters: []}
    }

    open.clusters.push(cluster)
    if (cluster.isShaped) open.letterGapPt = 0
    if (!takeGap(open, cluster)) {
      segments.push(...close(open))
      open = {clusters: []}
    }
  }

  segments.push(...close(open))
  return segments
}

function toClusters(options: SegmentsOptions): Array<Cluster> {
  const {advanceOf, glyphs, isVertical, sizePt} = options
  const clusters: Array<Cluster> = []

  for (const glyph of glyphs) {
    const advancePt = isVertical
      ? glyph.advancePt
      : advanceOf(glyph.id) * sizePt
    const last = clusters.at(-1)

    if (glyph.text === '' && last) {
      last.advancePt += advancePt
      last.isShaped = true
      continue
    }

    const {text, xPt, yPt} = glyph
    const isShaped = [...text].length > 1
    const cluster: Cluster = {text, xPt, advancePt, isShaped}
    if (yPt !== undefined) cluster.yPt = yPt
    clusters.push(cluster)
  }

  for (const [index, cluster] of clusters.entries()) {
    const next = clusters[index + 1]
    if (!next) break
    const movePt = isVertical
      ? (next.yPt ?? 0) - (cluster.yPt ?? 0)
      : next.xPt - cluster.xPt
    cluster.gapPt = movePt - cluster.advancePt
  }

  return clusters
}

// A shaped cluster can't stand among spaced letters.
function canHold(open: OpenSegment, cluster: Cluster): boolean {
  return !cluster.isShaped || isSame(open.letterGapPt ?? 0, 0)
}

// Make the gap after the cluster one of the segment's two; if it can't be, the
// segment ends here and the gap does not matter.
function takeGap(open: OpenSegment, cluster: Cluster): boolean {
  const {gapPt} = cluster
  if (gapPt === undefined) return true

  if (isSpace(cluster)) {
    open.spaceGapPt ??= gapPt
    return isSame(open.spaceGapPt, gapPt)
  }

  // Spacing inside a segment breaks ligatures, also those before.
  open.letterGapPt ??= gapPt
  return isSame(open.letterGapPt, gapPt)
}

function close(open: OpenSegment): Array<Segment> {
  const [first] = open.clusters
  if (!first) return []
  const letterSpacingPt = open.letterGapPt ?? 0
  const spaceGapPt = open.spaceGapPt ?? letterSpacingPt
  const segment: Segment = {
    text: open.clusters.map((cluster) => cluster.text).join(''),
    xPt: first.xPt,
    letterSpacingPt,
    wordSpacingPt: spaceGapPt - letterSpacingPt,
    isShaped: open.clusters.some((cluster) => cluster.isShaped)
  }
  if (first.yPt !== undefined) segment.yPt = first.yPt
  return [segment]
}

function isSpace(cluster: Cluster): boolean {
  return cluster.text === ' ' || cluster.text === '\u00A0'
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < tolerancePt
}
