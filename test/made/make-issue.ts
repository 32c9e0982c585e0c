// Made-up issues for tests and benches: a newsroom's folder out of a seed.
//
// Every word is ours, put together by a grammar; every photo is drawn here.
// Same options, same bytes.

import fs from 'node:fs/promises'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'
import type {Copywriter} from './copywriter.ts'
import {makePhoto} from './make-photo.ts'
import {openDice, type Dice} from './open-dice.ts'
import {chineseCopywriter} from './write-chinese.ts'
import {englishCopywriter} from './write-english.ts'
import {writeStory, type MadeGrid, type StoryOrder} from './write-story.ts'

/** What kind of issue to make. */
export interface MadeIssueOptions {
  seed: number
  pageCount: number
  storiesPerPage: number
  /** Template of every page (default: `broadsheet`). */
  template?: 'broadsheet' | 'broadsheet-en' | 'tabloid'
  /** Day of the issue (default: `2026-06-02`). */
  date?: string
  /** Copy over the space of a page, by estimate (default: `1`). */
  fillRatio?: number
  /** Whether there are photos (default: `true`). */
  withPictures?: boolean
  /** Whether stories may jump to the next page (default: `true`). */
  withJumps?: boolean
  /** Even page made up with the one after it as a spread (default: none). */
  spreadNumber?: number
}

/** Files of a newsroom's folder, by path. */
export type MadeFiles = ReadonlyMap<string, Uint8Array | string>

const templatesFolder = fileURLToPath(
  new URL('../../templates/', import.meta.url)
)

/** Make an issue: `issue.yaml`, manuscripts, and `photo/*.jpg`. */
export async function makeIssue(options: MadeIssueOptions): Promise<MadeFiles> {
  const template = options.template ?? 'broadsheet'
  const writer = template.endsWith('-en')
    ? englishCopywriter
    : chineseCopywriter
  const grid = await readGrid(template, writer)
  const files = new Map<string, Uint8Array | string>()
  const dice = openDice(options.seed)
  const pages: Array<string> = []
  let carriedLineCount = 0

  for (let pageNumber = 1; pageNumber <= options.pageCount; pageNumber++) {
    const pageDice = dice.fork(pageNumber)
    const {jumpLineCount, orders} = orderPage({
      pageNumber,
      options,
      grid,
      dice: pageDice,
      carriedLineCount
    })
    carriedLineCount = jumpLineCount
    for (const [index, {order}] of orders.entries()) {
      const made = writeStory(order, grid, writer, pageDice.fork(100 + index))
      files.set(`${order.slug}.md`, made.text)
      for (const photo of made.photos) {
        const bytes = await makePhoto(
          pageDice.fork(500 + index),
          order.kind === 'photo' || order.kind === 'roundup' ? 1600 : 900,
          photo.aspectRatio
        )
        files.set(photo.path, bytes)
      }
    }
    const {spreadNumber} = options
    if (spreadNumber !== undefined && pageNumber === spreadNumber + 1) {
      // A right half has no entry of its own.
      pages[pages.length - 1] += '\n' + listEntries(orders).join('\n')
      continue
    }
    const isSpread = pageNumber === spreadNumber
    pages.push(writePage({pageNumber, isSpread, template, orders, writer}))
  }

  files.set('issue.yaml', writeIssueYaml(options, writer, pages))
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Make an issue in a folder; gives the folder. */
export async function writeMadeIssue(
  folder: string,
  options: MadeIssueOptions
): Promise<string> {
  await writeFiles(folder, await makeIssue(options))
  return folder
}

/** Write the files of an issue into a folder. */
export async function writeFiles(
  folder: string,
  files: MadeFiles
): Promise<void> {
  for (const [name, value] of files) {
    const file = path.join(folder, name)
    await fs.mkdir(path.dirname(file), {recursive: true})
    await fs.writeFile(file, value)
  }
}

interface OrderedStory {
  order: StoryOrder
  jumpTo?: number
}

interface PageOrder {
  pageNumber: number
  options: MadeIssueOptions
  grid: MadeGrid
  dice: Dice
  /** Room the rest of a story of the page before takes. */
  carriedLineCount: number
}

/** Order the stories of a page, so that together they fill it. */
function orderPage(request: PageOrder): {
  orders: Array<OrderedStory>
  jumpLineCount: number
} {
  const {carriedLineCount, dice, grid, options, pageNumber} = request
  const count = Math.max(1, options.storiesPerPage)
  const hasPictures = options.withPictures ?? true
  const isLast = pageNumber === options.pageCount
  const room =
    grid.columnCount * grid.lineCount * (options.fillRatio ?? 1) -
    carriedLineCount
  const kinds = listKinds(count, hasPictures, dice)
  const size = {
    columnCount: Math.min(dice.between(2, 4), grid.columnCount),
    lineCount: Math.min(dice.between(9, 20), Math.floor(grid.lineCount / 4))
  }
  const fixed = kinds.includes('ad') ? size.columnCount * size.lineCount : 0
  const weights = kinds.map((kind, rank) => toWeight(kind, rank, dice))
  const weightInAll = weights.reduce((sum, weight) => sum + weight, 0)
  const mayJump = (options.withJumps ?? true) && !isLast && count > 3
  const jumpIndex = mayJump && dice.happens(45) ? 2 : -1
  const jumpLineCount = jumpIndex < 0 ? 0 : dice.between(40, 70)

  const orders = kinds.map((kind, rank): OrderedStory => {
    const share = ((room - fixed) * (weights[rank] ?? 0)) / weightInAll
    const isJump = rank === jumpIndex
    const order: StoryOrder = {
      slug: `p${pageNumber}-${rank}-${kind}`,
      kind,
      roomLineCount:
        kind === 'ad' ? fixed : share + (isJump ? jumpLineCount : 0),
      hasPicture:
        hasPictures && (rank === 0 || (share > 60 && dice.happens(40))),
      hasExtras: share > 50 && dice.happens(25),
      ...(kind === 'ad' ? {size} : {})
    }
    return isJump ? {order, jumpTo: pageNumber + 1} : {order}
  })

  return {orders, jumpLineCount}
}

function listKinds(
  count: number,
  hasPictures: boolean,
  dice: Dice
): Array<StoryOrder['kind']> {
  const kinds: Array<StoryOrder['kind']> = ['roundup']
  if (count > 1) kinds.push('feature')
  if (count > 2) kinds.push(dice.pick(['news', 'feature'] as const))
  if (count > 4 && hasPictures && dice.happens(60)) kinds.push('photo')
  if (count > 4) kinds.push('commentary')
  const last: Array<StoryOrder['kind']> = []
  if (count > 6 && dice.happens(70)) last.push('brief')
  if (count > 5 && dice.happens(60)) last.push('ad')
  while (kinds.length + last.length < count) {
    kinds.push(dice.pick(['news', 'news', 'news', 'feature'] as const))
  }
  return [...kinds, ...last]
}

function toWeight(kind: StoryOrder['kind'], rank: number, dice: Dice): number {
  if (kind === 'ad') return 0
  if (rank === 0) return dice.between(24, 32)
  if (rank === 1) return dice.between(13, 18)
  if (kind === 'photo') return dice.between(8, 10)
  if (kind === 'brief') return dice.between(7, 12)
  return dice.between(5, 12)
}

function listEntries(orders: ReadonlyArray<OrderedStory>): Array<string> {
  return orders.map(({jumpTo, order}) =>
    jumpTo
      ? `      - {file: ${order.slug}.md, jumpTo: ${jumpTo}}`
      : `      - ${order.slug}.md`
  )
}

function writePage({
  isSpread,
  orders,
  pageNumber,
  template,
  writer
}: {
  pageNumber: number
  isSpread: boolean
  template: string
  orders: ReadonlyArray<OrderedStory>
  writer: Copywriter
}): string {
  const staff = Object.entries(writer.staff).map(
    ([role, name]) => `${role}: ${name}`
  )
  const {sections} = writer
  return [
    `  - number: ${pageNumber}`,
    `    section: ${sections[(pageNumber - 1) % sections.length]}`,
    `    template: ${template}`,
    `    staff: {${staff.join(', ')}}`,
    ...(isSpread ? ['    spread: true'] : []),
    '    stories:',
    ...listEntries(orders)
  ].join('\n')
}

function writeIssueYaml(
  options: MadeIssueOptions,
  writer: Copywriter,
  pages: ReadonlyArray<string>
): string {
  return `publication: ${writer.publication}
date: ${options.date ?? '2026-06-02'}
issueNumber: ${1000 + options.seed}
lang: ${writer.lang}
imprint:
  publisher: ${writer.publication}
  note: Made up for tests.
pages:
${pages.join('\n')}
`
}

async function readGrid(
  template: string,
  writer: Copywriter
): Promise<MadeGrid> {
  const text = await fs.readFile(
    path.join(templatesFolder, template, 'template.yaml'),
    'utf8'
  )
  const {grid} = parse(text)
  return {
    columnCount: grid.columnCount,
    lineCount: grid.lineCount,
    charactersPerLine: Math.floor(
      (grid.measurePt / grid.bodySizePt) * writer.charactersPerEm
    ),
    columnToLineRatio: (grid.measurePt + grid.gutterPt) / grid.leadingPt
  }
}
