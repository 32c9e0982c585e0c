// Hits of a search lit on the picture of a page. Their places come from where
// the page was composed, character by character.

import type {PrintedLine, StoryWords} from '../story-words.ts'
import {findHits, joinHits} from './find-hits.ts'
import {loadTerms} from './reader-folds.ts'

/** A box on the page, in ten-thousandths of its width and depth. */
export type HitBox = [x: number, y: number, width: number, depth: number]

/** Light the hits of the query in the address; says how many there are. */
export async function lightPage(replica: HTMLElement): Promise<number> {
  const zones = replica.querySelector('.zones')
  const values = new URLSearchParams(location.search)
  const {tell, terms} = await loadTerms(values)
  if (!zones || terms.length === 0) return 0

  const pageNumber = /\/p(\d+)\/(?:index\.html)?$/.exec(location.pathname)?.[1]
  const target = location.hash.slice(1)
  const links = [...zones.querySelectorAll('a')].filter(
    (link) => target === '' || !target.startsWith('zone-') || link.id === target
  )
  const boxes: Array<HitBox> = []
  for (const link of links) {
    const href = link.getAttribute('href') ?? ''
    const address = new URL('words.json', new URL(href, location.href))
    const response = await fetch(address)
    if (!response.ok) continue
    const words: StoryWords = await response.json()
    for (const lines of joinParts(words)) {
      const texts = lines.map(({line}) => line.text)
      const folded = tell(texts.join(''))
      for (const {from, to} of joinHits(findHits(folded, terms))) {
        let start = 0
        for (const {line, page} of lines) {
          const end = start + line.text.length
          if (from < end && to > start && String(page) === pageNumber) {
            boxes.push(toBox(line, Math.max(0, from - start), to - start))
          }
          start = end
        }
      }
    }
  }
  paint(zones, boxes)
  return boxes.length
}

interface PlacedLine {
  line: PrintedLine
  page: number
}

// A paragraph that a jump parts goes on in the next part.
function joinParts({parts}: StoryWords): Array<Array<PlacedLine>> {
  const blocks: Array<Array<PlacedLine>> = []
  for (const [partIndex, {blocks: inside, page}] of parts.entries()) {
    for (const [index, lines] of inside.entries()) {
      const placed = lines.map((line) => ({line, page}))
      const last = blocks.at(-1)
      if (partIndex > 0 && index === 0 && last) last.push(...placed)
      else blocks.push(placed)
    }
  }
  return blocks
}

function toBox(
  {box, down, edges}: PrintedLine,
  from: number,
  to: number
): HitBox {
  const [x, y, width, depth] = box
  const start = edges[Math.min(from, edges.length - 1)] ?? 0
  const end = edges[Math.min(to, edges.length - 1)] ?? start
  return down
    ? [x, y + start, width, end - start]
    : [x + start, y, end - start, depth]
}

function paint(zones: Element, boxes: ReadonlyArray<HitBox>): void {
  const space = 'http://www.w3.org/2000/svg'
  for (const [x, y, width, depth] of boxes) {
    const rect = document.createElementNS(space, 'rect')
    rect.setAttribute('class', 'hit')
    rect.setAttribute('x', String(x / 100))
    rect.setAttribute('y', String(y / 100))
    rect.setAttribute('width', String(width / 100))
    rect.setAttribute('height', String(depth / 100))
    zones.append(rect)
  }
}
