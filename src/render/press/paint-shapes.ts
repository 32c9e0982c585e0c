// Shapes to operators: paths as rule-shapes.ts and the ornaments have them.

import type {Shape} from '../rule-shapes.ts'
import type {Ink} from './ink-table.ts'
import {toX, toY, write, type PressPage} from './press-page.ts'

/** Let what follows print over or knock out, as its ink has it. */
export function setOverprint(overprints: boolean, context: PressPage): void {
  if (context.isOverprinting === overprints) return
  context.isOverprinting = overprints
  context.operators.push(overprints ? '/Over gs' : '/Knock gs')
}

/** Paint shapes of the page in one ink. */
export function paintShapes(
  shapes: ReadonlyArray<Shape>,
  ink: Ink,
  context: PressPage
): void {
  const {operators} = context
  setOverprint(ink.overprints, context)
  for (const {path, strokePt} of shapes) {
    if (strokePt === undefined) {
      operators.push(ink.fill, toPath(path, context), 'f')
    } else {
      operators.push(
        ink.stroke,
        `${write(strokePt)} w`,
        toPath(path, context),
        'S'
      )
    }
  }
}

// Only `M`, `L`, `Q` and `Z`, absolute. PDF has no quadratic curve: a cubic one
// is the same when its handles are two thirds of the way to the control point.
function toPath(path: string, context: PressPage): string {
  const parts: Array<string> = []
  let at: [number, number] = [0, 0]
  for (const [, letter = '', rest = ''] of path.matchAll(
    /([MLQZ])([^MLQZ]*)/g
  )) {
    const numbers = rest.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? []
    const points: Array<[number, number]> = []
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      points.push([
        toX(context, numbers[index] ?? 0),
        toY(context, numbers[index + 1] ?? 0)
      ])
    }
    const [first, second] = points
    if (letter === 'Z') parts.push('h')
    else if (letter === 'Q' && first && second) {
      const handles = [at, second].flatMap(([x, y]) => [
        x + ((first[0] - x) * 2) / 3,
        y + ((first[1] - y) * 2) / 3
      ])
      parts.push(`${write(...handles, ...second)} c`)
      at = second
    } else if (first) {
      parts.push(`${write(...first)} ${letter === 'M' ? 'm' : 'l'}`)
      at = first
    }
  }
  return parts.join(' ')
}
