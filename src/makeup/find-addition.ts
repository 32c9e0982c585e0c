// An addition: a last paragraph of some length that makes the page fill.

import type {CastOff, PageFix} from '../model/plan.ts'
import {canFill, giveWay, mostMissedLines, unsqueezed} from './give-way.ts'
import type {OpenPage} from './open-page.ts'
import {toShapeTable, type Candidate} from './shape-table.ts'
import type {PageRequest, Unit} from './unit.ts'

/** Lines that are added to any story, at most; to a long one half its own. */
const mostAddedLines = 12

/**
 * Find how long a paragraph has to be added to a story. It is no longer than
 * half the story: how more breaks is not known before it is written.
 */
export function findAddition(unit: Unit, page: OpenPage): PageFix | undefined {
  const {request} = page
  if (unit.facts.characterCount === 0) return undefined
  const relaxation = {shortLineCount: mostMissedLines, oversetLineCount: 0}
  const table = toShapeTable(unit, request, unsqueezed, relaxation)
  const placed = giveWay(unit, table, page)
  if (!placed) return undefined
  const {candidate} = placed
  const {legCount} = candidate.shape
  const extra = candidate.extraLineCount ?? 0
  const perLine = toCharactersPerLine(candidate, unit, request)

  const first = Math.max(1, (extra - 3) * legCount)
  const most = Math.max(mostAddedLines, candidate.bodyLineCount / 2)
  const last = Math.min(most, (extra + 1) * legCount)
  for (let lines = first; lines <= last; lines++) {
    const castOff = addLines(request.castOff, unit, lines)
    // A story that grows may be too long for a tint.
    const characterCount =
      unit.facts.characterCount + Math.round(lines * perLine)
    const changed = {...unit, facts: {...unit.facts, characterCount}}
    const isFilled = canFill(page, {
      unit,
      changed,
      request: {...request, castOff}
    })
    if (!isFilled) continue
    return {
      action: 'add',
      slug: unit.slug,
      lineCount: lines,
      // Two characters are the indent; the last line is not to be full.
      leastCharacterCount: Math.ceil((lines - 1) * perLine) + 1,
      mostCharacterCount: Math.max(
        Math.ceil((lines - 1) * perLine) + 1,
        Math.floor(lines * perLine) - 4
      )
    }
  }
  return undefined
}

/** Cast off as if a story had so many lines more at its end. */
function addLines(castOff: CastOff, unit: Unit, lineCount: number): CastOff {
  return (request) => {
    const cast = castOff(request)
    if (request.slug !== unit.slug || request.part !== unit.part) return cast
    return {
      ...cast,
      bodyLineCount: cast.bodyLineCount + lineCount,
      legLineCountWith: (taken) => {
        for (let depth = cast.legLineCountWith(taken); ; depth++) {
          const more = takeFromEnd(taken, depth, lineCount)
          if (more && cast.legLineCountWith(more) <= depth) return depth
        }
      }
    }
  }
}

/** Take lines from the last leg, then from those before it. */
function takeFromEnd(
  taken: ReadonlyArray<number>,
  depth: number,
  lineCount: number
): Array<number> | undefined {
  const more = [...taken]
  let left = lineCount
  for (let leg = more.length - 1; leg >= 0 && left > 0; leg--) {
    const free = Math.min(left, Math.max(0, depth - (more[leg] ?? 0)))
    more[leg] = (more[leg] ?? 0) + free
    left -= free
  }
  return left === 0 ? more : undefined
}

/** Latin letters are narrow: the copy itself tells how many make a line. */
function toCharactersPerLine(
  {setting, shape}: Candidate,
  unit: Unit,
  request: PageRequest
): number {
  const {bodySizePt, gutterPt, measurePt} = request.template.grid
  const inset =
    shape.frame === 'none' ? 0 : 2 * request.template.frames.paddingPt
  const widthPt =
    shape.columnCount * measurePt + (shape.columnCount - 1) * gutterPt - inset
  const legPt = (widthPt - (shape.legCount - 1) * gutterPt) / shape.legCount
  const inEms = legPt / bodySizePt
  const lines = Math.max(1, setting?.bodyLineCount ?? 1)
  const found = unit.facts.characterCount / lines
  return found > inEms * 1.2 ? found * 1.05 : inEms
}
