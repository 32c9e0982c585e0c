// The title group: kicker, headline, decks, byline and summary, over the full
// width of the module, on a whole number of lines.

import type {PhrasingContent} from 'mdast'
import {isHanLanguage} from '../model/is-han-language.ts'
import type {Block, BlockRole, LinkTarget, Mark} from '../model/page.ts'
import type {PlannedModule, StoryShape} from '../model/plan.ts'
import {findHeadlineSizes, type TypeStyle} from '../template/template.ts'
import {balanceRows} from './balance-rows.ts'
import {once} from './once.ts'
import {emAscentRatio} from './set-line.ts'
import {placeLine, type BrokenText} from './set-text.ts'
import {hasSideHead} from './set-side-head.ts'
import {
  breakCopy,
  breakWords,
  findStyle,
  findTreatment,
  type StoryRoom
} from './story-room.ts'
import {widenSpaces} from './widen-spaces.ts'

/**
 * A title group, ready to be placed. What stands around its headline is set
 * when it is asked for: most headlines don't fit, and then it never is.
 */
export interface Head {
  /** Lines of the grid it takes, with the white around it. */
  readonly lineCount: number
  /** White lines over it, part of `lineCount`. */
  aboveLines: number
  headlineSizePt: number
  headlineFits: boolean
  /** Whether there is anything in it. */
  readonly hasType: boolean
  /** Part of the width the longest headline row takes. */
  headlineFillRatio: number
  /** Make its blocks; `depthPt` may be more than it needs. */
  paint(xPt: number, topPt: number, depthPt: number): Array<Block>
}

/** What a head is made of. */
export interface HeadRequest {
  room: StoryRoom
  shape: StoryShape
  part: PlannedModule['part']
  widthPt: number
  /** Page number the story began on, for the rest of a jump. */
  jumpFromPageNumber?: number
}

/** One of its parts. */
interface HeadPart {
  role: BlockRole
  id: string
  texts: ReadonlyArray<BrokenText>
  leadingPt: number
  sizePt: number
  /** White over it, where something is above. */
  abovePt: number
  target?: LinkTarget
}

/** Set the title group of a module. */
export function setHead(request: HeadRequest): Head {
  const {part, room} = request
  const {grid, spacing} = room.template
  const isBeside = hasSideHead(room, request.shape)
  const headline = part === 'rest' || isBeside ? undefined : toHeadline(request)
  const findParts = once(() => {
    const parts =
      part === 'rest' ? toRestParts(request) : toParts(request, headline)
    return {parts, depthPt: measureParts(parts)}
  })

  return {
    get lineCount() {
      const {depthPt} = findParts()
      const typeLines = Math.ceil(depthPt / grid.leadingPt - 0.05)
      const belowLines = typeLines > 0 ? spacing.belowHeadLines : 0
      return spacing.aboveHeadLines + typeLines + belowLines
    },
    aboveLines: spacing.aboveHeadLines,
    headlineSizePt: headline?.sizePt ?? 0,
    headlineFits: headline?.fits ?? true,
    get hasType() {
      return findParts().parts.length > 0
    },
    headlineFillRatio: headline?.fillRatio ?? 1,
    paint
  }

  function paint(xPt: number, topPt: number, roomPt: number): Array<Block> {
    const {depthPt, parts} = findParts()
    const abovePt = spacing.aboveHeadLines * grid.leadingPt
    const belowPt = spacing.belowHeadLines * grid.leadingPt
    const freePt = Math.max(0, roomPt - abovePt - belowPt - depthPt)
    let yPt = topPt + abovePt + freePt / 2
    return parts.map((one, index) => {
      if (index > 0) yPt += one.abovePt
      const marks: Array<Mark> = []
      for (const text of one.texts) {
        for (const line of text.lines.keys()) {
          const baselinePt =
            yPt + (one.leadingPt - one.sizePt) / 2 + one.sizePt * emAscentRatio
          marks.push(...placeLine(text, line, xPt, baselinePt))
          yPt += one.leadingPt
        }
      }
      const block: Block = {
        type: 'block',
        role: one.role,
        id: one.id,
        children: marks
      }
      if (one.target) block.target = one.target
      return block
    })
  }
}

/** Depth of the parts, with the white between them. */
function measureParts(parts: ReadonlyArray<HeadPart>): number {
  let depthPt = 0
  for (const [index, one] of parts.entries()) {
    depthPt += (index > 0 ? one.abovePt : 0) + countLines(one) * one.leadingPt
  }
  return depthPt
}

function countLines(part: HeadPart): number {
  let count = 0
  for (const text of part.texts) count += text.spans.length
  return count
}

interface SetHeadline {
  part: HeadPart
  sizePt: number
  fits: boolean
  fillRatio: number
}

function toHeadline(request: HeadRequest): SetHeadline | undefined {
  const {room, shape, widthPt} = request
  const headline = room.story.children.find((one) => one.type === 'headline')
  if (!headline || shape.headline.rowCount === 0) return undefined
  const {headlines} = room.template
  const ladder = findHeadlineSizes(headlines, shape)
  const sizePt = ladder[-shape.headline.sizeStep] ?? ladder.at(-1) ?? 16
  const treatment = findTreatment(room)
  const style: TypeStyle = {
    ...findStyle(room, 'headline'),
    face: shape.headline.face ?? treatment.face,
    color: treatment.color,
    align: treatment.align,
    sizePt,
    leadingPt: sizePt * headlines.leadingRatio,
    indentEm: 0
  }
  const id = `${room.story.slug}/headline`
  const balanced = balanceRows(
    headline.children,
    {
      room,
      style,
      widthPt,
      blockId: id,
      // Headlines side by side must not run together.
      ...(treatment.align === 'center' ? {marginPt: sizePt * 0.3} : {}),
      ...(isHanLanguage(room.story.lang)
        ? {trackingEm: headlines.trackingEm}
        : {})
    },
    shape.headline.rowCount
  )
  return {
    sizePt,
    fits: balanced.fits,
    fillRatio: balanced.fillRatio,
    part: {
      role: 'headline',
      id,
      texts: balanced.rows,
      leadingPt: style.leadingPt,
      sizePt,
      abovePt: 0
    }
  }
}

function toParts(
  request: HeadRequest,
  headline: SetHeadline | undefined
): Array<HeadPart> {
  const {room, widthPt} = request
  const {slug} = room.story
  const parts: Array<HeadPart> = []
  const treatment = findTreatment(room)
  const sizePt = headline?.sizePt ?? treatment.minSizePt
  const isBeside = hasSideHead(room, request.shape)
  let deckNumber = 0

  for (const one of room.story.children) {
    if (isBeside && one.type !== 'byline' && one.type !== 'summary') continue
    if (one.type === 'kicker') {
      parts.push(
        toSmall(
          'kicker',
          `${slug}/kicker`,
          one.children,
          treatment.kickerFace,
          treatment.kickerRatio
        )
      )
    }
    if (one.type === 'headline' && headline) {
      parts.push({...headline.part, abovePt: sizePt * 0.12})
    }
    if (one.type === 'deck') {
      parts.push(
        toSmall(
          'deck',
          `${slug}/deck/${deckNumber++}`,
          one.children,
          treatment.deckFace,
          treatment.deckRatio
        )
      )
    }
    if (one.type === 'byline') {
      parts.push(toStyled('byline', `${slug}/byline`, one.children))
    }
    if (one.type === 'summary' && request.shape.summary !== 'leg') {
      parts.push(toStyled('summary', `${slug}/summary`, one.children))
    }
  }
  return parts

  function toSmall(
    role: BlockRole,
    id: string,
    children: ReadonlyArray<PhrasingContent>,
    face: string,
    ratio: number
  ): HeadPart {
    const base = findStyle(room, role)
    const wishPt = Math.max(
      treatment.minSizePt,
      Math.min(
        treatment.maxSizePt ?? Infinity,
        Math.round(sizePt * ratio * 2) / 2
      )
    )
    const align = treatment.align
    const long = breakCopy(room, widenSpaces(children, room.story.lang), {
      style: {...base, face, sizePt: wishPt, align, indentEm: 0},
      measurePt: 1e5,
      blockId: id
    })
    const naturalPt = measureAtoms(long)
    // A little too long for one line: set it a little smaller instead.
    const shrunkPt = Math.floor((wishPt * widthPt * 2) / naturalPt) / 2
    const fittedPt =
      shrunkPt < wishPt &&
      shrunkPt >= Math.max(treatment.minSizePt, wishPt * 0.75)
        ? shrunkPt
        : wishPt
    const style = {...base, face, sizePt: fittedPt, align, indentEm: 0}
    const rowCount = Math.max(
      1,
      Math.ceil((naturalPt * fittedPt) / wishPt / widthPt - 0.001)
    )
    const {rows} = balanceRows(
      children,
      {room, style, widthPt, blockId: id},
      rowCount
    )
    return {
      role,
      id,
      texts: rows,
      leadingPt: fittedPt * 1.3,
      sizePt: fittedPt,
      abovePt: fittedPt * 0.3
    }
  }

  function toStyled(
    role: BlockRole,
    id: string,
    children: ReadonlyArray<PhrasingContent>
  ): HeadPart {
    const style = findStyle(room, role)
    const text = breakCopy(room, children, {
      style,
      measurePt: widthPt,
      blockId: id
    })
    return {
      role,
      id,
      texts: [text],
      leadingPt: style.leadingPt,
      sizePt: style.sizePt,
      abovePt: style.sizePt * 0.5
    }
  }
}

function measureAtoms(text: BrokenText): number {
  let widthPt = 0
  for (const atom of text.atoms) {
    widthPt += atom.widthPt + atom.leadPt + atom.trailPt
    if (atom.kind === 'space')
      widthPt += atom.shaped.widthEm * atom.style.sizePt
  }
  return Math.max(1, widthPt)
}

/** The rest of a jump: where it comes from, and its headline, small. */
function toRestParts(request: HeadRequest): Array<HeadPart> {
  const {jumpFromPageNumber, room, widthPt} = request
  const {slug} = room.story
  const parts: Array<HeadPart> = []
  const headline = room.story.children.find((one) => one.type === 'headline')
  const treatment = findTreatment(room)
  if (headline) {
    const sizePt = Math.max(treatment.minSizePt, 15)
    const style = {
      ...findStyle(room, 'headline'),
      face: treatment.face,
      color: treatment.color,
      align: treatment.align,
      sizePt,
      leadingPt: sizePt * 1.25,
      indentEm: 0
    }
    const target = {type: 'part' as const, slug, part: 'start' as const}
    const options = {room, style, widthPt, blockId: `${slug}/headline`}
    let balanced = balanceRows(headline.children, options, 1)
    for (let rows = 2; !balanced.fits && rows < 5; rows++) {
      balanced = balanceRows(headline.children, options, rows)
    }
    parts.push({
      role: 'headline',
      id: `${slug}/headline/rest`,
      texts: balanced.rows,
      leadingPt: style.leadingPt,
      sizePt,
      abovePt: 0,
      target
    })
  }
  if (jumpFromPageNumber !== undefined) {
    const style = findStyle(room, 'jumpLine')
    const words = room.template.words.jumpFrom.replace(
      '{page}',
      room.formatPage(jumpFromPageNumber)
    )
    parts.push({
      role: 'jumpLine',
      id: `${slug}/from`,
      texts: [
        breakWords(room, words, {
          style,
          measurePt: widthPt,
          blockId: `${slug}/from`,
          firstIndentPt: 0,
          align: treatment.align
        })
      ],
      leadingPt: style.leadingPt,
      sizePt: style.sizePt,
      abovePt: style.sizePt * 0.3,
      target: {type: 'part', slug, part: 'start'}
    })
  }
  return parts
}
