// Casting off: what make-up has to know of a setting. It asks this many
// thousand times, so nothing is painted and every answer waits to be asked for:
// whether a headline fits is told before any copy is broken.

import type {
  BodyPoint,
  CastOffResult,
  CopyCut,
  JumpPlace,
  LegBreaks
} from '../model/plan.ts'
import {countBreaks} from './count-breaks.ts'
import {findJumpPlace} from './find-jump-place.ts'
import {countLines, findDepth} from './fit-legs.ts'
import {listTakenLines} from './leg-rooms.ts'
import {once} from './once.ts'
import type {Setting} from './set-story.ts'

/** Tell make-up how deep a story runs. */
export function castOffSetting(setting: Setting): CastOffResult {
  const {footLines, frameLines, head, legs, side} = setting
  const footLineCount = frameLines + footLines
  const findBody = once(() => measureBody(setting))
  // Many pictures leave the same legs.
  const breaksByDepths = new Map<string, LegBreaks>()

  return {
    get headLineCount() {
      return head.lineCount + frameLines
    },
    footLineCount,
    get bodyLineCount() {
      return findBody().lineCount
    },
    get lineDeltas() {
      return setting.listDeltas()
    },
    get pictureLineCount() {
      let pictures = 0
      for (const leg of legs) pictures += leg.topLineCount
      return pictures
    },
    get depthLineCount() {
      const {legDepth} = findBody()
      return head.lineCount + frameLines + legDepth + footLineCount
    },
    get slackLineCount() {
      return findBody().slackLineCount
    },
    legLineCountWith,
    headlineFits: side?.headlineFits ?? head.headlineFits,
    get headlineFillRatio() {
      if (!side) return head.headlineFillRatio
      return Math.min(1, side.lineCount / Math.max(1, findBody().legDepth))
    },
    breaksWith,
    jumpWithin,
    cutAfter
  }

  function breaksWith(
    legLineCount: number,
    taken: ReadonlyArray<number>
  ): LegBreaks {
    const depths = setting.isDown ? [] : listDepths(legLineCount, taken)
    const key = depths.join(' ')
    const known = breaksByDepths.get(key)
    if (known) return known
    const breaks = countBreaks(setting.rows, depths)
    breaksByDepths.set(key, breaks)
    return breaks
  }

  function legLineCountWith(taken: ReadonlyArray<number>): number {
    const {sideLines, tableLines} = findBody()
    const depths = setting.isDown
      ? [Math.max(0, ...taken)]
      : taken.map((lines, leg) => lines + (tableLines[leg] ?? 0))
    return Math.max(findDepth(setting.rows, depths), sideLines)
  }

  function jumpWithin(
    legLineCount: number,
    taken: ReadonlyArray<number>
  ): JumpPlace {
    return findJumpPlace(setting.rows, listDepths(legLineCount, taken))
  }

  /** Lines of copy each leg has room for. */
  function listDepths(
    legLineCount: number,
    taken: ReadonlyArray<number>
  ): Array<number> {
    const {tableLines} = findBody()
    return taken.map(
      (lines, leg) => legLineCount - lines - (tableLines[leg] ?? 0)
    )
  }

  function cutAfter(lineCount: number): CopyCut {
    let used = 0
    let from: BodyPoint = {blockIndex: 0, offset: 0}
    let characterCount = 0
    for (const row of setting.rows) {
      used += row.lineCount
      if (used <= lineCount) from = row.end
      else characterCount += row.characterCount
    }
    return {from, characterCount}
  }
}

/** Depths of the copy in its legs. */
function measureBody(setting: Setting): {
  /** Lines of body over all legs, pictures not counted. */
  lineCount: number
  legDepth: number
  slackLineCount: number
  /** Lines a vertical headline takes at least. */
  sideLines: number
  /** Lines tables across legs take from each leg. */
  tableLines: ReadonlyArray<number>
} {
  const {isDown, legCount, legs, rows, side} = setting
  const takenLines = listTakenLines(legs)
  const sideLines = side ? side.lineCount - countOverLegs(setting) : 0
  const legDepth = Math.max(findDepth(rows, takenLines), sideLines)
  const tableLines = legs.map((_, index) => countTableLines(setting, index))
  // Make-up shares lines among legs: what runs down fills them all.
  if (isDown) {
    const fillRatio = rows[0]?.fillRatio ?? 1
    const lineCount = Math.ceil(legDepth * legCount * fillRatio)
    const slackLineCount = legDepth * legCount - lineCount
    return {lineCount, legDepth, slackLineCount, sideLines, tableLines}
  }
  const rowLines = countLines(rows)
  const slackLineCount = legDepth * legs.length - rowLines - sum(takenLines)
  const lineCount = rowLines + sum(tableLines)
  return {lineCount, legDepth, slackLineCount, sideLines, tableLines}
}

function sum(counts: ReadonlyArray<number>): number {
  let total = 0
  for (const count of counts) total += count
  return total
}

/** Lines of title group over the legs that a vertical headline stands beside. */
function countOverLegs({head}: Setting): number {
  return head.hasType ? head.lineCount - head.aboveLines : 0
}

/** Lines tables across legs take from one of them. */
function countTableLines({tables}: Setting, legIndex: number): number {
  let lines = 0
  for (const table of tables) {
    const offset = legIndex - table.legIndex
    if (offset >= 0 && offset < table.legCount) lines += table.lineCount
  }
  return lines
}
