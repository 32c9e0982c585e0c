// Words on the pages against the copy, and against the layout they were printed
// from.

import type {AltoBlock, AltoPage} from './check-alto.ts'
import {listOf, squeeze, stringOf, type Sheet} from './described-bag.ts'
import {descriptionReference, descriptionText} from './rules.ts'

/** A page and where notes about it go. */
export interface SheetPage {
  sheet: Sheet
  page: AltoPage
}

/** Parts a page may be without: what make-up leaves out to fit. */
const optionalRoles = new Set(['figure', 'pullQuote'])

/** Check that every part of the copy is on the pages, character by character. */
export function checkCopyWords(
  pages: ReadonlyArray<SheetPage>,
  copy: unknown,
  copySheet: Sheet
): void {
  const parts = new Map(
    listOf(copy, 'stories')
      .flatMap((story) => listOf(story, 'parts'))
      .map((part) => [stringOf(part, 'id'), part])
  )
  const blocksByPart = new Map<
    string,
    Array<{block: AltoBlock; sheet: Sheet}>
  >()
  for (const {page, sheet} of pages) {
    for (const block of page.blocks) {
      if (block.copyId === undefined) continue
      const id = findPart(block.copyId, parts)
      if (id === undefined) {
        if (isPlaceOfStory(block.copyId, copy)) continue
        sheet.fault(
          descriptionReference,
          `Unexpected link to \`${block.copyId}\` in the copy, expected a part of that name`,
          block
        )
        continue
      }
      const list = blocksByPart.get(id) ?? []
      list.push({block, sheet})
      blocksByPart.set(id, list)
    }
  }

  for (const [id, part] of parts) {
    const found = blocksByPart.get(id) ?? []
    const text = squeeze(stringOf(part, 'text'))
    const [first] = found
    if (!first) {
      if (!optionalRoles.has(stringOf(part, 'role'))) {
        copySheet.fault(
          descriptionText,
          `Unexpected \`${id}\` on no page, expected \`${shorten(text)}\``
        )
      }
      continue
    }
    if (isSaid(text, found, part['isExact'] === true)) continue
    const printed = squeeze(found.map(({block}) => readCopy(block)).join(''))
    first.sheet.fault(
      descriptionText,
      `Unexpected \`${around(printed, text)}\` in \`${id}\`, expected \`${around(text, printed)}\` as in the copy`,
      first.block
    )
  }
}

/** Check that every line of the layout is on the page, and no other. */
export function checkLayoutWords(
  pages: ReadonlyArray<SheetPage>,
  layout: unknown
): void {
  const layoutPages = listOf(layout, 'pages')
  for (const {page, sheet} of pages) {
    const number = Number(/(\d+)\.xml$/.exec(page.path)?.[1])
    const laidOut = layoutPages.find((one) => one['pageNumber'] === number)
    if (!laidOut) continue
    const expected = listOf(laidOut, 'modules')
      .flatMap((module) => listOf(module, 'blocks'))
      .flatMap((block) => listOf(block, 'lines'))
      .map((line) => squeeze(stringOf(line, 'text')))
      .filter((text) => text !== '')
    const lines = page.blocks
      .filter(({kind}) => kind === 'article')
      .flatMap((block) => block.lines)
    for (let index = 0; index < expected.length; index++) {
      const text = expected[index] ?? ''
      const line = lines[index]
      if (line && squeeze(line.text) === text) continue
      sheet.fault(
        descriptionText,
        `Unexpected line \`${shorten(line?.text ?? '')}\`, expected \`${shorten(text)}\` as in the layout`,
        line ?? {line: 1}
      )
      return
    }
    if (lines.length > expected.length) {
      const line = lines[expected.length]
      sheet.fault(
        descriptionText,
        `Unexpected line \`${shorten(line?.text ?? '')}\`, expected none as in the layout`,
        line ?? {line: 1}
      )
    }
  }
}

/** A block in a list is part of the list: the longest name that is known. */
function findPart(
  copyId: string,
  parts: ReadonlyMap<string, unknown>
): string | undefined {
  for (
    let id = copyId;
    id.includes('/');
    id = id.slice(0, id.lastIndexOf('/'))
  ) {
    if (parts.has(id)) return id
  }
  return undefined
}

/** Lines of a story that no part of the copy is: the name of an advertiser. */
function isPlaceOfStory(copyId: string, copy: unknown): boolean {
  const [slug] = copyId.split('/')
  return listOf(copy, 'stories').some(
    (story) => stringOf(story, 'slug') === slug
  )
}

function isSaid(
  text: string,
  found: ReadonlyArray<{block: AltoBlock}>,
  isExact: boolean
): boolean {
  const whole = squeeze(found.map(({block}) => readCopy(block)).join(''))
  if (!isExact) return isWithin(text, whole)
  if (whole === text) return true
  // A headline stands over both parts of a story that jumps.
  const byRegion = Map.groupBy(found, ({block}) => block.regionId)
  return (
    byRegion.size > 1 &&
    [...byRegion.values()].every(
      (blocks) =>
        squeeze(blocks.map(({block}) => readCopy(block)).join('')) === text
    )
  )
}

function readCopy(block: AltoBlock): string {
  return block.lines
    .filter(({isRuby}) => !isRuby)
    .map(({copyText}) => copyText)
    .join('')
}

/** Whether all characters are there, in order, maybe with others between. */
function isWithin(text: string, whole: string): boolean {
  let at = 0
  for (const character of text) {
    const found = whole.indexOf(character, at)
    if (found === -1) return false
    at = found + character.length
  }
  return true
}

/** Show where a text begins to differ from another. */
function around(text: string, other: string): string {
  let at = 0
  while (at < text.length && text[at] === other[at]) at++
  const from = Math.max(0, at - 4)
  return `${from > 0 ? '…' : ''}${text.slice(from, at + 8)}${at + 8 < text.length ? '…' : ''}`
}

function shorten(text: string): string {
  return text.length > 16 ? `${text.slice(0, 16)}…` : text
}
