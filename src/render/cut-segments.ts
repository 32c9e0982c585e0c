// Cut a run into segments that a browser paints glyph by glyph where we want.
//
// A browser adds one letter spacing after every character and one word spacing
// after every space. As long as two gaps suffice the segment goes on, and where
// a third is needed a new one begins, shifted to its place. Kerning is off in
// the painter and comes in as a gap.
//
// Segments stay in one stretch of text, because a browser looks at what stands
// around a character to tell its script, and fonts have other forms for other
// scripts (`——` in Noto).
//
// Where several characters are one glyph (`——`, `ffi`), or several glyphs one
// character, the browser has to shape them again, and letter spacing would
// stop it: such clusters stand in segments without spacing.

import type {Glyph} from '../model/page.ts'
import type {AdvanceOf} from './read-advances.ts'

/** Characters with one letter spacing and one word spacing. */
export interface Segment {
  text: string
  /** Space between the end of the segment before, as painted, and this one. */
  shiftPt: number
  letterSpacingPt: number
  wordSpacingPt: number
  /** Whether the browser must form glyphs out of several characters. */
  isShaped: boolean
}

/** What to cut. */
export interface SegmentsOptions {
  glyphs: ReadonlyArray<Glyph>
  sizePt: number
  /** Advances of the face, as it paints them. */
  advanceOf: AdvanceOf
  isVertical: boolean
}

// What the browser shapes together.
interface Cluster {
  text: string
  /** Place along the line. */
  alongPt: number
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
const tolerancePt = 0.0001

/** Cut the glyphs of a run into segments, in order. */
export function cutSegments(options: SegmentsOptions): Array<Segment> {
  const segments: Array<Segment> = []
  let open: OpenSegment = {clusters: []}
  let endPt: number | undefined

  function flush(): void {
    const closed = close(open, endPt)
    if (closed) segments.push(closed.segment)
    if (closed) endPt = closed.endPt
    open = {clusters: []}
  }

  for (const cluster of toClusters(options)) {
    if (!canHold(open, cluster)) flush()
    open.clusters.push(cluster)
    if (cluster.isShaped) open.letterGapPt = 0
    if (!takeGap(open, cluster)) flush()
  }

  flush()
  return segments
}

function toClusters(options: SegmentsOptions): Array<Cluster> {
  const {advanceOf, glyphs, isVertical, sizePt} = options
  const clusters: Array<Cluster> = []

  for (const glyph of glyphs) {
    const advancePt = advanceOf(glyph.id) * sizePt
    const last = clusters.at(-1)

    if (glyph.text === '' && last) {
      last.advancePt += advancePt
      last.isShaped = true
      continue
    }

    const {text, xPt, yPt = 0} = glyph
    const alongPt = isVertical ? yPt : xPt
    const isShaped = [...text].length > 1
    clusters.push({text, alongPt, advancePt, isShaped})
  }

  for (const [index, cluster] of clusters.entries()) {
    const next = clusters[index + 1]
    if (!next) break
    cluster.gapPt = next.alongPt - cluster.alongPt - cluster.advancePt
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

// The last character of a segment has its spacing too: the end is after it.
function close(
  open: OpenSegment,
  endPt: number | undefined
): {segment: Segment; endPt: number} | undefined {
  const first = open.clusters.at(0)
  const last = open.clusters.at(-1)
  if (!first || !last) return undefined
  const letterSpacingPt = open.letterGapPt ?? 0
  const spaceGapPt = open.spaceGapPt ?? letterSpacingPt
  const lastGapPt = isSpace(last) ? spaceGapPt : letterSpacingPt

  return {
    segment: {
      text: open.clusters.map((cluster) => cluster.text).join(''),
      shiftPt: endPt === undefined ? 0 : first.alongPt - endPt,
      letterSpacingPt,
      wordSpacingPt: spaceGapPt - letterSpacingPt,
      isShaped: open.clusters.some((cluster) => cluster.isShaped)
    },
    endPt: last.alongPt + last.advancePt + lastGapPt
  }
}

function isSpace(cluster: Cluster): boolean {
  return cluster.text === ' ' || cluster.text === '\u00A0'
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < tolerancePt
}
