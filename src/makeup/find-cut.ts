// A cut: characters off the end of a story that make the page fill.

import type {CastOff, PageFix} from '../model/plan.ts'
import {canFill, giveWay, mostMissedLines, unsqueezed} from './give-way.ts'
import type {OpenPage} from './open-page.ts'
import {toShapeTable} from './shape-table.ts'
import {toAsk, type Unit} from './unit.ts'

/** Characters that the new last line has at least. */
const leastRemainder = 3

/** An editor can't count to the character. */
const leastLeeway = 4

/** Find how many characters to cut from the end of a story. */
export function findCut(unit: Unit, page: OpenPage): PageFix | undefined {
  const {request} = page
  if (unit.facts.characterCount === 0) return undefined
  const relaxation = {shortLineCount: 0, oversetLineCount: mostMissedLines}
  const table = toShapeTable(unit, request, unsqueezed, relaxation)
  const placed = giveWay(unit, table, page)
  if (!placed) return undefined
  const ask = toAsk(unit, placed.candidate.shape)
  const cast = request.castOff(ask)

  for (let lines = 1; lines <= cast.bodyLineCount / 2; lines++) {
    const left = cast.bodyLineCount - lines
    const {characterCount, from: to} = cast.cutAfter(left)
    const {depthLineCount} = request.castOff({...ask, to})
    if (depthLineCount > placed.area.lineCount) continue
    const castOff: CastOff = (other) =>
      request.castOff(isOf(other, unit) ? {...other, to} : other)
    const most = cast.cutAfter(left - 1).characterCount - leastRemainder
    if (most - characterCount < leastLeeway) continue
    if (!canFill(page, {unit, request: {...request, castOff}})) continue
    return {
      action: 'cut',
      slug: unit.slug,
      lineCount: lines,
      leastCharacterCount: characterCount,
      mostCharacterCount: most
    }
  }
  return undefined
}

function isOf(
  request: Parameters<CastOff>[0],
  unit: Pick<Unit, 'part' | 'slug'>
): boolean {
  return request.slug === unit.slug && request.part === unit.part
}
