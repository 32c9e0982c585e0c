// Casting off: what make-up has to know of a setting. It asks this many
// thousand times, so nothing is painted and the dearer answers wait to be asked.

import type {
  BodyPoint,
  CastOffResult,
  CopyCut,
  JumpPlace
} from '../model/plan.ts'
import {countFitting, countLines, findDepth} from './fit-legs.ts'
import {listTakenLines} from './leg-rooms.ts'
import type {Setting} from './set-story.ts'

/** Lines the words `continued on page …` take at the end of a start. */
const jumpLineCount = 1

/** Tell make-up how deep a story runs. */
export function castOffSetting(setting: Setting): CastOffResult {
  const {footLines, frameLines, head, legs, rows, side} = setting
  const takenLines = listTakenLines(legs)
  const sideLines = side ? side.lineCount - countOverLegs(setting) : 0
  const legDepth = Math.max(findDepth(rows, takenLines), sideLines)
  const tableLines = legs.map((_, index) => countTableLines(setting, index))
  let body = countLines(rows)
  for (const lines of tableLines) body += lines
  // Make-up shares lines among legs: what runs down fills them all.
  if (setting.isDown) {
    const fillRatio = rows[0]?.fillRatio ?? 1
    body = Math.ceil(legDepth * setting.legCount * fillRatio)
  }
  let pictures = 0
  for (const leg of legs) pictures += leg.topLineCount
  let taken = 0
  for (const lines of takenLines) taken += lines
  const footLineCount = frameLines + footLines
  return {
    headLineCount: head.lineCount + frameLines,
    footLineCount,
    bodyLineCount: body,
    // Most shapes are passed over before their line counts matter.
    get lineDeltas() {
      return setting.listDeltas()
    },
    pictureLineCount: pictures,
    depthLineCount: head.lineCount + frameLines + legDepth + footLineCount,
    slackLineCount: setting.isDown
      ? legDepth * setting.legCount - body
      : legDepth * legs.length - countLines(rows) - taken,
    legLineCountWith: (takenLineCounts) =>
      Math.max(
        findDepth(
          rows,
          setting.isDown
            ? [Math.max(0, ...takenLineCounts)]
            : takenLineCounts.map(
                (lines, leg) => lines + (tableLines[leg] ?? 0)
              )
        ),
        sideLines
      ),
    headlineFits: side?.headlineFits ?? head.headlineFits,
    headlineFillRatio: side
      ? Math.min(1, side.lineCount / Math.max(1, legDepth))
      : head.headlineFillRatio,
    jumpWithin,
    cutAfter
  }

  function jumpWithin(
    legLineCount: number,
    takenLineCounts: ReadonlyArray<number>
  ): JumpPlace {
    const last = takenLineCounts.length - 1
    const depths = takenLineCounts.map(
      (taken, leg) =>
        legLineCount -
        taken -
        (tableLines[leg] ?? 0) -
        (leg === last ? jumpLineCount : 0)
    )
    const end = countFitting(rows, depths)
    let place: JumpPlace = {to: {blockIndex: 0, offset: 0}, lineCount: 0}
    let lineCount = 0
    for (const [index, row] of rows.entries()) {
      if (index === end) break
      lineCount += row.lineCount
      // A crosshead or an unfinished table is no place to leave off, nor is a
      // single line of a paragraph one to leave or to carry over.
      if (!row.keepsWithNext && !row.isWhite && !partsSingle(index)) {
        place = {to: row.end, lineCount}
      }
    }
    return place
  }

  function cutAfter(lineCount: number): CopyCut {
    let used = 0
    let from: BodyPoint = {blockIndex: 0, offset: 0}
    let characterCount = 0
    for (const row of rows) {
      used += row.lineCount
      if (used <= lineCount) from = row.end
      else characterCount += row.characterCount
    }
    return {from, characterCount}
  }

  function partsSingle(index: number): boolean {
    const line = rows[index]?.line
    if (!line || line.count < 2) return false
    return line.index === 0 || line.index === line.count - 2
  }
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
