// Wishes: what the editor wants of a page besides that it is full. Stories in
// groups, stories at corners; and what is left of that where it can’t be had.

import type {Board} from './board.ts'
import type {Corner} from './corner.ts'
import type {PageRules} from './page-rules.ts'
import {isLead} from './placed-unit.ts'
import type {Anchor} from './around.ts'
import type {Unit} from './unit.ts'

/** What is asked of a tiling besides the least cost. */
export interface Wishes {
  /** Stories, as bits, that have a rectangle of their own. */
  groups: ReadonlyArray<number>
  corners: ReadonlyArray<Corner | undefined>
  /** How much dearer layouts may be that are wanted besides the cheapest. */
  margin: number
  mostExcess?: number
  isHasty?: boolean
}

/** The editor's corners, and the lead's where there are any. */
export function toCorners(
  units: ReadonlyArray<Unit>
): Array<Corner | undefined> {
  const pinned = units.map(({pin}) => pin?.corner)
  if (pinned.every((corner) => !corner)) return []
  const isTaken = pinned.includes('upper-left')
  return units.map((unit) => {
    const isFree = isLead(unit) && !unit.pin && !isTaken
    return unit.pin?.corner ?? (isFree ? 'upper-left' : undefined)
  })
}

/** Stories, by index, that must touch. */
export function listGroups(units: ReadonlyArray<Unit>): Array<Array<number>> {
  const byName = new Map<string, Array<number>>()
  for (const [index, {facts}] of units.entries()) {
    if (!facts.group) continue
    byName.set(facts.group, [...(byName.get(facts.group) ?? []), index])
  }
  return [...byName.values()].filter((group) => group.length > 1)
}

/** All that is wished for, and, where that is not possible, less of it. */
export function listWishes(
  units: ReadonlyArray<Unit>,
  corners: Wishes['corners'],
  margin: number
): Array<Wishes> {
  const groups = listGroups(units).map((group) => {
    let bits = 0
    for (const index of group) bits |= 1 << index
    return bits
  })
  const wishes: Array<Wishes> = [{groups, corners, margin}]
  if (groups.length > 0) wishes.push({groups: [], corners, margin})
  if (corners.length > 0) wishes.push({groups: [], corners: [], margin})
  return wishes
}

/** The editor's corners, and the lead's own, as cells to cover. */
export function listAnchors(
  units: ReadonlyArray<Unit>,
  {area}: Board,
  {leadCell}: PageRules
): Array<Anchor> {
  const anchors: Array<Anchor> = []
  for (const [index, unit] of units.entries()) {
    const set = 1 << index
    const corner = unit.pin?.corner
    if (corner) {
      const isLeft = corner === 'lower-left' || corner === 'upper-left'
      const isUpper = corner === 'upper-left' || corner === 'upper-right'
      anchors.push({
        set,
        columnIndex: isLeft
          ? area.columnIndex
          : area.columnIndex + area.columnCount - 1,
        lineIndex: isUpper
          ? area.lineIndex
          : area.lineIndex + area.lineCount - 1
      })
    } else if (isLead(unit) && !unit.pin) {
      anchors.push({set, ...leadCell})
    }
  }
  return anchors
}

/** Units with a corner first: the tiling asks for it. */
export function sortByCorner(units: ReadonlyArray<Unit>): Array<number> {
  const indexes = [...units.keys()]
  const corners = toCorners(units)
  const isPinned = (index: number): number => (corners[index] ? 0 : 1)
  return indexes.sort((a, b) => isPinned(a) - isPinned(b) || a - b)
}
