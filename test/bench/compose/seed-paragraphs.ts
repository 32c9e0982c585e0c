// The 36 paragraphs of the real page, as its file has them; read in place.

import fs from 'node:fs'

const page = new URL('../../../../shared/seed-page/page.txt', import.meta.url)

/** Lines of the file that hold body copy: first to last, every second one. */
const bodies = [
  [11, 17],
  [23, 29],
  [35, 41],
  [50, 58],
  [62, 72],
  [74, 84],
  [90, 94],
  [98, 104]
] as const

/** Read the paragraphs; `undefined` where the page is not on this machine. */
export function readSeedParagraphs(): Array<string> | undefined {
  if (!fs.existsSync(page)) return undefined
  const lines = fs.readFileSync(page, 'utf8').split('\n')
  const paragraphs: Array<string> = []
  for (const [from, to] of bodies) {
    for (let line = from; line <= to; line += 2) {
      paragraphs.push((lines[line - 1] ?? '').trim())
    }
  }
  return paragraphs
}
