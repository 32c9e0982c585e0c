// Two prints of one page, glyph by glyph: every glyph of the one must have its
// like in the other, no further away than is allowed. In what order they are
// painted does not matter.

import type {TracedGlyph} from './trace-glyphs.ts'

/** What came of it. */
export interface Match {
  count: number
  /** Greatest distance between a glyph and its like. */
  farthestPt: number
  /** Glyphs without their like near enough, for people. */
  lost: Array<string>
}

/** Match the glyphs of two prints; blanks paint nothing and are left out. */
export function matchGlyphs(
  ones: ReadonlyArray<TracedGlyph>,
  others: ReadonlyArray<TracedGlyph>,
  mostPt: number
): Match {
  const result: Match = {count: 0, farthestPt: 0, lost: []}
  const places = new Map<string, Array<TracedGlyph>>()
  for (const glyph of others.filter(isPainted)) {
    const key = toKey(glyph.text, toCell(glyph.xPt), toCell(glyph.yPt))
    const here = places.get(key) ?? []
    here.push(glyph)
    places.set(key, here)
  }

  const painted = ones.filter(isPainted)
  for (const glyph of painted) {
    const near = findNear(glyph, places)
    const distancePt = near ? measure(glyph, near) : Infinity
    if (distancePt > mostPt) {
      const place = `${glyph.xPt.toFixed(2)} ${glyph.yPt.toFixed(2)}`
      const off = near ? `, off by ${distancePt.toFixed(3)} pt` : ''
      result.lost.push(`\`${glyph.text}\` at ${place}${off}`)
      continue
    }
    result.count++
    result.farthestPt = Math.max(result.farthestPt, distancePt)
  }
  if (painted.length !== others.filter(isPainted).length) {
    result.lost.push(
      `${painted.length} glyphs here, ${others.filter(isPainted).length} there`
    )
  }
  return result
}

const cellPt = 2

function findNear(
  glyph: TracedGlyph,
  places: ReadonlyMap<string, ReadonlyArray<TracedGlyph>>
): TracedGlyph | undefined {
  let best: TracedGlyph | undefined
  for (const dx of [-1, 0, 1]) {
    for (const dy of [-1, 0, 1]) {
      const [x, y] = [toCell(glyph.xPt) + dx, toCell(glyph.yPt) + dy]
      for (const other of places.get(toKey(glyph.text, x, y)) ?? []) {
        if (!best || measure(glyph, other) < measure(glyph, best)) best = other
      }
    }
  }
  return best
}

function measure(a: TracedGlyph, b: TracedGlyph): number {
  return Math.hypot(a.xPt - b.xPt, a.yPt - b.yPt)
}

function isPainted({text}: TracedGlyph): boolean {
  return !/^[\s\u3000]*$/.test(text)
}

function toCell(pt: number): number {
  return Math.floor(pt / cellPt)
}

function toKey(text: string, x: number, y: number): string {
  return `${text} ${x} ${y}`
}
