// Marked content: everything a page paints is said to be part of the structure
// or decoration.
//
// Chromium paints in the order of the sheet, and the sheet is in the order of
// the composed page. So what a text object or a picture is follows from where
// it stands: the next run, or picture, of the composed page that is there.

import type {Glyph, Line, PaintedPicture, Run} from '../../model/page.ts'
import type {Point} from '../../unit/rect.ts'
import {
  readOperands,
  readOperations,
  type Operation
} from './read-operations.ts'

/** A run or a picture, in painting order. */
export interface Painted<Owner> {
  mark: PaintedPicture | Run
  /** Line of a run. */
  line?: Line
  /** What it belongs to; decoration belongs to nothing. */
  owner?: Owner
}

/** What to mark. */
export interface ContentToMark<Owner> {
  /** Content stream, as Latin-1. */
  content: string
  painted: ReadonlyArray<Painted<Owner>>
  /** Depth of the page. */
  depthPt: number
}

/** A page whose content is marked. */
export interface MarkedContent<Owner> {
  content: string
  /** Owner of each marked sequence, by its number. */
  owners: ReadonlyArray<Owner>
  /** Number of the sequence each run or picture is in. */
  numbers: ReadonlyMap<PaintedPicture | Run, number>
}

/** Where a text object begins, and with which glyph. */
interface TextStart extends Point {
  glyphId?: number | undefined
}

type Matrix = readonly [number, number, number, number, number, number]

const pathStarts = new Set(['m', 're'])
const pathPaints = new Set('f F f* B B* b b* S s'.split(' '))
const stateOnly = new Set('RG rg G g K k gs Tf w J j M d'.split(' '))
// Chromium rounds to its own grid.
const tolerancePt = 0.4
const picturePt = 2

/** Mark the content of one page. */
export function markContent<Owner>(
  options: ContentToMark<Owner>
): MarkedContent<Owner> {
  const {content, painted} = options
  const operations = readOperations(content)
  const owners: Array<Owner> = []
  const numbers = new Map<PaintedPicture | Run, number>()
  const stack: Array<Matrix> = []
  const pieces: Array<string> = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let at = 0
  let nextIndex = 0
  let pathStart: number | undefined
  // Sequence that may go on, and where its end was written.
  let open: {owner: Owner | undefined; number: number} | undefined

  for (let index = 0; index < operations.length; index++) {
    const operation = operations[index]
    if (!operation) break
    const {name} = operation
    if (name === 'q') stack.push(matrix)
    else if (name === 'Q') matrix = stack.pop() ?? matrix
    else if (name === 'cm')
      matrix = multiply(toMatrix(content, operation), matrix)

    if (name === 'BT') {
      const end = findTextEnd(operations, index)
      const start = findTextStart(content, operations.slice(index, end), matrix)
      const item = start ? findPainted('run', start) : undefined
      wrap(operation.start, operations[end]?.end ?? operation.end, item)
      index = end
    } else if (name === 'Do' || name === 'sh') {
      const [, , , , xPt, yPt] = multiply([1, 0, 0, 1, 0.5, 0.5], matrix)
      const item = findPainted('picture', {xPt, yPt})
      wrap(operation.start, operation.end, name === 'Do' ? item : undefined)
    } else if (pathStarts.has(name)) {
      pathStart ??= operation.start
    } else if (pathPaints.has(name)) {
      wrap(pathStart ?? operation.start, operation.end, undefined)
      pathStart = undefined
    } else if (name === 'n') {
      pathStart = undefined
      close()
    } else if (!stateOnly.has(name) && pathStart === undefined) {
      close()
    }
  }

  close()
  pieces.push(content.slice(at))
  checkAll(painted, numbers)
  return {content: pieces.join(''), owners, numbers}

  // The last run goes on, or the next one begins: where marks are set at half
  // their width two glyphs can have one origin, and the glyph decides. A space
  // that only joins two lines stands after the last run.
  function findPainted(
    type: 'picture' | 'run',
    start: TextStart
  ): Painted<Owner> | undefined {
    const place = {xPt: start.xPt, yPt: options.depthPt - start.yPt}
    const last = nextIndex - 1
    const next = findNext(type)
    for (const glyphId of [start.glyphId, undefined]) {
      // In vertical lines what is turned begins close to what stands upright.
      let found: {index: number; distancePt: number} | undefined
      for (const index of [last, ...next]) {
        const item = painted[index]
        if (item?.mark.type !== type) continue
        if (!isThere(item, place, glyphId)) continue
        const distancePt = findDistancePt(item, place)
        if (found && distancePt >= found.distancePt) continue
        found = {index, distancePt}
      }
      if (found) {
        nextIndex = found.index + 1
        return painted[found.index]
      }
    }
    if (isAfter(painted[last], place)) return painted[last]
    // A browser may place a glyph otherwise: then what is next is near.
    const nearest = type === 'run' ? next.at(-1) : undefined
    const item = nearest === undefined ? undefined : painted[nearest]
    if (nearest === undefined || !item || !isAround(item, place))
      return undefined
    nextIndex = nearest + 1
    return item
  }

  /** Find what may come next: up to the first thing that must be painted. */
  function findNext(type: 'picture' | 'run'): Array<number> {
    const indexes: Array<number> = []
    for (let index = nextIndex; index < painted.length; index++) {
      const item = painted[index]
      if (item?.mark.type !== type) continue
      indexes.push(index)
      if (isVisible(item)) break
    }
    return indexes
  }

  function wrap(
    start: number,
    end: number,
    item: Painted<Owner> | undefined
  ): void {
    const owner = item?.owner
    const goesOn = open !== undefined && open.owner === owner
    if (!goesOn) {
      close()
      pieces.push(content.slice(at, start))
      at = start
      if (owner === undefined) {
        pieces.push('/Artifact BMC\n')
        open = {owner, number: -1}
      } else {
        open = {owner, number: owners.length}
        owners.push(owner)
        pieces.push(`/P <</MCID ${open.number}>> BDC\n`)
      }
    }
    pieces.push(content.slice(at, end))
    at = end
    if (item && open) numbers.set(item.mark, open.number)
  }

  function close(): void {
    if (open) pieces.push('\nEMC')
    open = undefined
  }
}

function findTextEnd(
  operations: ReadonlyArray<Operation>,
  from: number
): number {
  for (let index = from; index < operations.length; index++) {
    if (operations[index]?.name === 'ET') return index
  }
  throw new TypeError('Unexpected text object without an end')
}

/** Find the origin of the first glyph of a text object, on the page. */
function findTextStart(
  content: string,
  operations: ReadonlyArray<Operation>,
  matrix: Matrix
): TextStart | undefined {
  let line: Matrix = [1, 0, 0, 1, 0, 0]
  for (const operation of operations) {
    const {name} = operation
    if (name === 'Tm') line = toMatrix(content, operation)
    else if (name === 'Td') {
      const [x = 0, y = 0] = readOperands(content, operation).map(Number)
      line = multiply([1, 0, 0, 1, x, y], line)
    } else if (name === 'Tj' || name === 'TJ') {
      const [, , , , xPt, yPt] = multiply(line, matrix)
      const hex = /<([0-9A-F]{4})/i.exec(
        content.slice(operation.start, operation.end)
      )?.[1]
      const glyphId = hex === undefined ? undefined : Number.parseInt(hex, 16)
      return {xPt, yPt, glyphId}
    }
  }
  return undefined
}

/** Tell whether a picture, or a glyph of a run, stands at a place. */
function isThere<Owner>(
  item: Painted<Owner>,
  place: Point,
  glyphId: number | undefined
): boolean {
  const {line, mark} = item
  if (mark.type === 'picture') {
    const xPt = mark.xPt + mark.widthPt / 2
    const yPt = mark.yPt + mark.depthPt / 2
    return isNear(place, {xPt, yPt}, picturePt)
  }
  if (!line) return false
  const distancePt = line.writing === 'vertical' ? mark.sizePt / 4 : tolerancePt
  return mark.glyphs.some(
    (glyph) =>
      (glyphId === undefined || glyph.id === glyphId) &&
      isNear(place, toOrigin(glyph, mark, line), distancePt)
  )
}

/** Tell whether a run begins within an em of a place. */
function isAround<Owner>(item: Painted<Owner>, place: Point): boolean {
  const {line, mark} = item
  if (mark.type !== 'run' || !line) return false
  const [first] = mark.glyphs
  return (
    first !== undefined &&
    isNear(place, toOrigin(first, mark, line), mark.sizePt)
  )
}

/** Find how far the nearest glyph of a run is from a place. */
function findDistancePt<Owner>(
  item: Painted<Owner> | undefined,
  place: Point
): number {
  if (item?.mark.type !== 'run' || !item.line) return Infinity
  const {line, mark} = item
  return Math.min(
    ...mark.glyphs.map((glyph) => {
      const {xPt, yPt} = toOrigin(glyph, mark, line)
      return Math.max(Math.abs(place.xPt - xPt), Math.abs(place.yPt - yPt))
    })
  )
}

/** Tell whether a place is on the line of a run, after its beginning. */
function isAfter<Owner>(
  item: Painted<Owner> | undefined,
  place: Point
): boolean {
  if (item?.mark.type !== 'run' || !item.line) return false
  const [first] = item.mark.glyphs
  if (!first) return false
  const {xPt, yPt} = toOrigin(first, item.mark, item.line)
  return item.line.writing === 'vertical'
    ? Math.abs(place.xPt - xPt) < item.mark.sizePt && place.yPt > yPt
    : Math.abs(place.yPt - yPt) < tolerancePt && place.xPt > xPt
}

/** Find where the horizontal origin of a glyph is painted. */
function toOrigin(glyph: Glyph, run: Run, line: Line): Point {
  const {risePt = 0, sizePt} = run
  if (line.writing === 'horizontal') {
    return {xPt: glyph.xPt, yPt: line.yPt - risePt}
  }
  const yPt = glyph.yPt ?? line.yPt
  if (run.isTurned) return {xPt: glyph.xPt, yPt}
  return {xPt: glyph.xPt + risePt - sizePt / 2, yPt: yPt + sizePt * 0.88}
}

function isNear(a: Point, b: Point, distancePt: number): boolean {
  return (
    Math.abs(a.xPt - b.xPt) <= distancePt &&
    Math.abs(a.yPt - b.yPt) <= distancePt
  )
}

const visible = /[^\s\p{Default_Ignorable_Code_Point}\p{C}]/u

/** Nothing that is read may be missing: it would not be heard. */
function checkAll<Owner>(
  painted: ReadonlyArray<Painted<Owner>>,
  numbers: ReadonlyMap<PaintedPicture | Run, number>
): void {
  for (const {mark, owner} of painted) {
    if (owner === undefined || numbers.has(mark)) continue
    if (!isVisible({mark})) continue
    throw new Error(
      `Unexpected page without \`${readMark(mark).slice(0, 40)}\`, expected it to be painted`
    )
  }
}

function isVisible({mark}: {mark: PaintedPicture | Run}): boolean {
  return visible.test(readMark(mark))
}

function readMark(mark: PaintedPicture | Run): string {
  return mark.type === 'run'
    ? mark.glyphs.map((glyph) => glyph.text).join('')
    : mark.src
}

function toMatrix(content: string, operation: Operation): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = readOperands(
    content,
    operation
  ).map(Number)
  return [a, b, c, d, e, f]
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5]
  ]
}
