// One made-up manuscript, as deep as it is asked to be.

import type {Copywriter, Scene} from './copywriter.ts'
import type {Dice} from './open-dice.ts'
import {photoShapes} from './make-photo.ts'

/** Grid a story is written for. */
export interface MadeGrid {
  columnCount: number
  lineCount: number
  /** Average characters of a body line in a base column. */
  charactersPerLine: number
  /** Width of a column with its gutter over the depth of a line. */
  columnToLineRatio: number
}

/** A story to write. */
export interface StoryOrder {
  slug: string
  kind:
    | 'ad'
    | 'brief'
    | 'commentary'
    | 'feature'
    | 'filler'
    | 'news'
    | 'photo'
    | 'roundup'
  /** Room it should fill, in lines of a base column, head and picture included. */
  roomLineCount: number
  hasPicture: boolean
  /** Whether it has the odd things: notes, lists, tables, quotes, boxes. */
  hasExtras: boolean
  size?: {columnCount: number; lineCount: number}
}

/** A written story. */
export interface MadeStory {
  text: string
  photos: ReadonlyArray<{path: string; aspectRatio: number}>
}

/** Write a story. */
export function writeStory(
  order: StoryOrder,
  grid: MadeGrid,
  writer: Copywriter,
  dice: Dice
): MadeStory {
  const scene = writer.toScene(dice)
  if (order.kind === 'ad') return writeAdvertisement(order, writer, dice, scene)
  if (order.kind === 'filler') {
    const {body, headline} = writer.filler(dice, scene)
    return {
      text: `---\nkind: filler\n---\n\n# ${headline}\n\n${body}\n`,
      photos: []
    }
  }
  if (order.kind === 'brief') return writeBriefs(order, grid, writer, dice)
  if (order.kind === 'photo') return writePhotoStory(order, writer, dice, scene)

  const matter = writeFrontMatter(order, writer, dice, scene)
  const headline = writer.headline(dice, scene)
  const width = toWidth(order.roomLineCount, grid)
  const photo = order.hasPicture
    ? toPhoto(order, grid, width, dice.pick(photoShapes))
    : undefined
  const headDepth = 4 + width + (matter.lineCount > 1 ? 2 : 0)
  const bodyLineCount = Math.max(
    12,
    order.roomLineCount - headDepth * width - (photo?.roomLineCount ?? 0)
  )

  const blocks = writeBody({order, grid, writer, dice, scene, bodyLineCount})
  if (photo) {
    const figure = `![${writer.caption(dice, scene)}](${photo.path}){credit="${writer.credit(dice, scene)}" alt="${photo.path}"}`
    blocks.splice(Math.min(1, blocks.length), 0, figure)
  }
  const copy = [matter.text, `# ${headline}`, ...blocks]
  return {text: `${copy.join('\n\n')}\n`, photos: photo ? [photo] : []}
}

/** Choose the largest photo that leaves most of the room to the copy. */
function toPhoto(
  order: StoryOrder,
  grid: MadeGrid,
  width: number,
  aspectRatio: number
): {path: string; aspectRatio: number; roomLineCount: number} | undefined {
  for (let columns = Math.min(5, width); columns > 0; columns--) {
    const depth = Math.ceil(
      (columns * grid.columnToLineRatio) / aspectRatio + 3
    )
    const roomLineCount = columns * depth
    if (roomLineCount > order.roomLineCount * 0.4) continue
    return {path: `photo/${order.slug}.jpg`, aspectRatio, roomLineCount}
  }
  return undefined
}

/** Width a story of so much room will probably get, in base columns. */
function toWidth(roomLineCount: number, grid: MadeGrid): number {
  const width = Math.sqrt(roomLineCount / (grid.columnToLineRatio * 0.9))
  return Math.max(1, Math.min(grid.columnCount, Math.round(width)))
}

function writeFrontMatter(
  order: StoryOrder,
  writer: Copywriter,
  dice: Dice,
  scene: Scene
): {text: string; lineCount: number} {
  const lines = [`kind: ${order.kind}`]
  const isLead = order.kind === 'roundup'
  if (isLead || dice.happens(30))
    lines.push(`kicker: "${writer.kicker(dice, scene)}"`)
  if (isLead || dice.happens(40))
    lines.push(`deck: "${writer.deck(dice, scene)}"`)
  if (order.kind === 'feature' || isLead)
    lines.push(`byline: "${writer.byline(dice, scene)}"`)
  if (dice.happens(isLead ? 60 : 12))
    lines.push(`summary: "${writer.summary(dice, scene)}"`)
  if (order.kind === 'commentary') lines.push('box: true')
  return {text: `---\n${lines.join('\n')}\n---`, lineCount: lines.length}
}

interface BodyOrder {
  order: StoryOrder
  grid: MadeGrid
  writer: Copywriter
  dice: Dice
  scene: Scene
  bodyLineCount: number
}

function writeBody(request: BodyOrder): Array<string> {
  const {bodyLineCount, dice, grid, order, scene, writer} = request
  const blocks: Array<string> = []
  const notes: Array<string> = []
  let left = bodyLineCount
  let untilCrosshead = bodyLineCount > 50 ? dice.between(2, 4) : Infinity

  if (order.hasExtras) {
    const extra = writeExtra(request)
    left -= extra.lineCount
    blocks.push(extra.text)
  }
  const paragraphs: Array<string> = []
  while (left >= 1) {
    let paragraph =
      order.kind === 'news' && paragraphs.length === 0
        ? writer.leadIn(dice, scene)
        : ''
    const most = Math.min(left, dice.between(5, 12))
    while (paragraph === '' || toLines(paragraph) < most) {
      if (writer.lang === 'en' && paragraph !== '') paragraph += ' '
      paragraph += writer.sentence(dice, scene)
    }
    if (order.hasExtras && notes.length === 0 && paragraphs.length === 1) {
      paragraph += '[^1]'
      notes.push(`[^1]: ${writer.footnote(dice, scene)}`)
      left -= 2
    }
    left -= toLines(paragraph)
    if (paragraphs.length === untilCrosshead && left > 15) {
      blocks.push(`## ${writer.crosshead(dice, scene)}`)
      left -= 2
      untilCrosshead += dice.between(2, 4)
    }
    paragraphs.push(paragraph)
    blocks.push(paragraph)
  }

  // What was written first belongs after the opening.
  const [extra] = order.hasExtras ? blocks.splice(0, 1) : []
  if (extra) blocks.splice(Math.min(2, blocks.length), 0, extra)
  return [...blocks, ...notes]

  function toLines(text: string): number {
    return Math.ceil((text.length + 2) / grid.charactersPerLine)
  }
}

function writeExtra(request: BodyOrder): {text: string; lineCount: number} {
  const {dice, grid, scene, writer} = request
  const items = (): Array<string> =>
    [1, 2, 3].map(() => `- ${writer.listItem(dice, scene)}`)
  const itemDepth = 3 * Math.ceil(28 / grid.charactersPerLine + 0.3)

  switch (dice.between(0, 4)) {
    case 0:
      return {text: items().join('\n'), lineCount: itemDepth}
    case 1: {
      const text = writer.table(dice, scene)
      return {text, lineCount: text.split('\n').length}
    }
    case 2:
      return {
        text: `:::box{title="${writer.boxTitle}"}\n${writer.sentence(dice, scene)}\n\n${items().join('\n')}\n:::`,
        lineCount: itemDepth + 11
      }
    case 3:
      return {
        text: `> ${writer.sentence(dice, scene)}`,
        lineCount: 4
      }
    default:
      return {
        text: `:::pullquote\n${writer.pullQuote(dice, scene)}\n:::`,
        lineCount: 7
      }
  }
}

function writeBriefs(
  order: StoryOrder,
  grid: MadeGrid,
  writer: Copywriter,
  dice: Dice
): MadeStory {
  const blocks = ['---\nkind: brief\n---', `# ${writer.briefsTitle}`]
  let left = order.roomLineCount - 8
  while (left > 0) {
    const scene = writer.toScene(dice)
    let text = writer.sentence(dice, scene)
    if (writer.lang === 'en') text += ' '
    text += writer.sentence(dice, scene)
    blocks.push(`## ${writer.crosshead(dice, scene)}`, text)
    left -= 2 + Math.ceil((text.length + 2) / grid.charactersPerLine)
  }
  return {text: `${blocks.join('\n\n')}\n`, photos: []}
}

function writePhotoStory(
  order: StoryOrder,
  writer: Copywriter,
  dice: Dice,
  scene: Scene
): MadeStory {
  const photo = {
    path: `photo/${order.slug}.jpg`,
    aspectRatio: dice.pick([1.5, 1.33, 1.78])
  }
  const headline = writer.headline(dice, scene).replaceAll(' | ', ' ')
  const caption = `${writer.caption(dice, scene)}${writer.lang === 'en' ? ' ' : ''}${writer.sentence(dice, scene)}`
  return {
    text: `---\nkind: photo\n---\n\n# ${headline}\n\n![${caption}](${photo.path}){credit="${writer.credit(dice, scene)}" alt="${photo.path}"}\n`,
    photos: [photo]
  }
}

function writeAdvertisement(
  order: StoryOrder,
  writer: Copywriter,
  dice: Dice,
  scene: Scene
): MadeStory {
  const {body, headline} = writer.advertisement(dice, scene)
  const {columnCount, lineCount} = order.size ?? {columnCount: 2, lineCount: 12}
  return {
    text: `---\nkind: ad\nsize: {columns: ${columnCount}, lines: ${lineCount}}\n---\n\n# ${headline}\n\n${body}\n`,
    photos: []
  }
}
