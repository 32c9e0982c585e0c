// OpenType/CFF to TrueType: the same glyphs with quadratic outlines.
//
// Chromium embeds only TrueType in a PDF; anything else becomes Type 3 there
// (Skia, bug 40031251; remove when it embeds CFF). Every cubic is parted until
// one quadratic is within a fourth of a unit of it, a thousandth of what can
// be seen. Metrics, characters and features are left alone.

import {Blob, Face, Font} from 'harfbuzzjs'
import {findTable, readTables, toView} from './read-sfnt.ts'
import {writeSfnt} from './write-sfnt.ts'

interface Point {
  x: number
  y: number
  isOn: boolean
}

type Contour = Array<Point>

/** Distance between curve and curve at most, in font units. */
const tolerance = 0.25

/** Tell whether a face has CFF outlines. */
export function hasCffOutlines(file: Uint8Array): boolean {
  return readTables(file).some(({tag}) => tag === 'CFF ' || tag === 'CFF2')
}

/** Give a face quadratic outlines. */
export function toTrueType(file: Uint8Array): Uint8Array {
  const font = new Font(new Face(new Blob(file)))
  const maxp = findTable(file, 'maxp')
  const glyphCount = maxp ? toView(maxp).getUint16(4) : 0
  const glyphs = Array.from({length: glyphCount}, (_, id) =>
    writeGlyph(toContours(font, id))
  )

  const tables = new Map<string, Uint8Array>()
  for (const {length, offset, tag} of readTables(file)) {
    if (['CFF ', 'CFF2', 'VORG', 'DSIG'].includes(tag)) continue
    tables.set(tag, file.slice(offset, offset + length))
  }
  const {glyf, loca} = joinGlyphs(glyphs)
  tables.set('glyf', glyf)
  tables.set('loca', loca)
  tables.set('maxp', writeMaxp(glyphCount, glyphs))
  const head = tables.get('head')
  if (head) toView(head).setInt16(50, 1)
  return writeSfnt(0x00_01_00_00, tables)
}

function toContours(font: Font, id: number): Array<Contour> {
  const contours: Array<Contour> = []
  let at = {x: 0, y: 0}
  for (const {type, values} of font.glyphToJson(id)) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = values
    const contour = contours.at(-1)
    switch (type) {
      case 'M':
        contours.push([{x: x1, y: y1, isOn: true}])
        at = {x: x1, y: y1}
        break
      case 'L':
        contour?.push({x: x1, y: y1, isOn: true})
        at = {x: x1, y: y1}
        break
      case 'Q':
        contour?.push({x: x1, y: y1, isOn: false}, {x: x2, y: y2, isOn: true})
        at = {x: x2, y: y2}
        break
      case 'C': {
        const end = {x: x3, y: y3}
        contour?.push(...toQuadratics(at, {x: x1, y: y1}, {x: x2, y: y2}, end))
        at = end
        break
      }
      default:
        break
    }
  }
  return contours.map(close).filter((contour) => contour.length > 1)
}

// TrueType closes by itself: an end on the beginning is one point too many.
function close(contour: Contour): Contour {
  const points = contour.map(({isOn, x, y}) => ({
    x: Math.round(x),
    y: Math.round(y),
    isOn
  }))
  const first = points.at(0)
  const last = points.at(-1)
  const isDouble =
    points.length > 1 && last?.isOn && first?.x === last.x && first.y === last.y
  // Cubic outlines run the other way round.
  return (isDouble ? points.slice(0, -1) : points).toReversed()
}

interface Place {
  x: number
  y: number
}

// The distance of a cubic from its best quadratic is that of its third
// difference, over 36 √3 (Sederberg 2012, “Computer Aided Geometric Design”).
function toQuadratics(
  from: Place,
  first: Place,
  second: Place,
  to: Place
): Contour {
  const dx = to.x - 3 * second.x + 3 * first.x - from.x
  const dy = to.y - 3 * second.y + 3 * first.y - from.y
  const error = (Math.sqrt(3) / 36) * Math.hypot(dx, dy)
  const count = Math.max(1, Math.ceil(Math.cbrt(error / tolerance)))
  const points: Contour = []
  for (let index = 0; index < count; index++) {
    const [a, b, c, d] = part(from, first, second, to, index / count, 1 / count)
    points.push(
      {
        x: (3 * (b.x + c.x) - a.x - d.x) / 4,
        y: (3 * (b.y + c.y) - a.y - d.y) / 4,
        isOn: false
      },
      {...d, isOn: true}
    )
  }
  return points
}

// The piece of a cubic that begins at `start` and is `length` long.
function part(
  a: Place,
  b: Place,
  c: Place,
  d: Place,
  start: number,
  length: number
): [Place, Place, Place, Place] {
  const at = (t: number): Place => {
    const s = 1 - t
    return {
      x:
        s * s * s * a.x +
        3 * s * s * t * b.x +
        3 * s * t * t * c.x +
        t * t * t * d.x,
      y:
        s * s * s * a.y +
        3 * s * s * t * b.y +
        3 * s * t * t * c.y +
        t * t * t * d.y
    }
  }
  const slope = (t: number): Place => {
    const s = 1 - t
    return {
      x: s * s * (b.x - a.x) + 2 * s * t * (c.x - b.x) + t * t * (d.x - c.x),
      y: s * s * (b.y - a.y) + 2 * s * t * (c.y - b.y) + t * t * (d.y - c.y)
    }
  }
  const end = start + length
  const [from, to] = [at(start), at(end)]
  const [out, into] = [slope(start), slope(end)]
  return [
    from,
    {x: from.x + out.x * length, y: from.y + out.y * length},
    {x: to.x - into.x * length, y: to.y - into.y * length},
    to
  ]
}

interface WrittenGlyph {
  bytes: Uint8Array
  pointCount: number
  contourCount: number
}

function writeGlyph(contours: ReadonlyArray<Contour>): WrittenGlyph {
  const points = contours.flat()
  const {length: contourCount} = contours
  const {length: pointCount} = points
  if (pointCount === 0)
    return {bytes: new Uint8Array(), pointCount, contourCount}

  const bytes = new Uint8Array(10 + contourCount * 2 + 2 + pointCount * 5)
  const view = toView(bytes)
  const xs = points.map(({x}) => x)
  const ys = points.map(({y}) => y)
  view.setInt16(0, contourCount)
  view.setInt16(2, Math.min(...xs))
  view.setInt16(4, Math.min(...ys))
  view.setInt16(6, Math.max(...xs))
  view.setInt16(8, Math.max(...ys))
  let end = -1
  for (const [index, contour] of contours.entries()) {
    end += contour.length
    view.setUint16(10 + index * 2, end)
  }
  const flagsAt = 10 + contourCount * 2 + 2
  for (const [index, {isOn}] of points.entries()) {
    bytes[flagsAt + index] = isOn ? 1 : 0
  }
  let at = flagsAt + pointCount
  for (const values of [xs, ys]) {
    let before = 0
    for (const value of values) {
      view.setInt16(at, value - before)
      before = value
      at += 2
    }
  }
  return {bytes, pointCount, contourCount}
}

function joinGlyphs(glyphs: ReadonlyArray<WrittenGlyph>): {
  glyf: Uint8Array
  loca: Uint8Array
} {
  const places = [0]
  for (const {bytes} of glyphs) {
    places.push((places.at(-1) ?? 0) + Math.ceil(bytes.length / 4) * 4)
  }
  const glyf = new Uint8Array(places.at(-1) ?? 0)
  const loca = new Uint8Array(places.length * 4)
  const view = toView(loca)
  for (const [index, place] of places.entries()) {
    view.setUint32(index * 4, place)
    glyf.set(glyphs[index]?.bytes ?? [], place)
  }
  return {glyf, loca}
}

function writeMaxp(
  glyphCount: number,
  glyphs: ReadonlyArray<WrittenGlyph>
): Uint8Array {
  const bytes = new Uint8Array(32)
  const view = toView(bytes)
  view.setUint32(0, 0x00_01_00_00)
  view.setUint16(4, glyphCount)
  view.setUint16(6, Math.max(0, ...glyphs.map(({pointCount}) => pointCount)))
  view.setUint16(
    8,
    Math.max(0, ...glyphs.map(({contourCount}) => contourCount))
  )
  // No instructions: one zone.
  view.setUint16(14, 1)
  return bytes
}
