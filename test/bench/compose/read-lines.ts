// Lines of a printed PDF: `mutool trace` says where each glyph stands, whoever
// set it.

import {execFileSync} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A glyph on paper. */
export interface PrintedGlyph {
  text: string
  xPt: number
  yPt: number
}

/** A line on paper, its glyphs from left to right. */
export interface PrintedLine {
  glyphs: ReadonlyArray<PrintedGlyph>
  text: string
  /** Whether it begins a paragraph: it is indented. */
  isFirst: boolean
}

/** Read the lines of every page of a PDF. */
export function readLines(
  pdf: Uint8Array,
  indentPt: number
): Array<Array<PrintedLine>> {
  return readPrinted(pdf).map((glyphs) => toLines(glyphs, indentPt))
}

/** Read the glyphs of every page of a PDF, in the order they are painted. */
export function readPrinted(pdf: Uint8Array): Array<Array<PrintedGlyph>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'qianzi-lines-'))
  try {
    const file = path.join(folder, 'lines.pdf')
    fs.writeFileSync(file, pdf)
    const trace = execFileSync('mutool', ['trace', file], {
      encoding: 'utf8',
      maxBuffer: 1 << 30
    })
    return trace
      .split(/<page [^>]*>/u)
      .slice(1)
      .map(readGlyphs)
  } finally {
    fs.rmSync(folder, {recursive: true})
  }
}

const tags =
  /<fill_text [^>]*transform="(?<matrix>[^"]*)"|<g unicode="(?<unicode>[^"]*)" glyph="[^"]*" x="(?<x>[^"]*)" y="(?<y>[^"]*)"/gu

function readGlyphs(page: string): Array<PrintedGlyph> {
  const glyphs: Array<PrintedGlyph> = []
  let matrix = [1, 0, 0, 1, 0, 0]
  for (const {groups = {}} of page.matchAll(tags)) {
    if (groups['matrix'] !== undefined) {
      matrix = groups['matrix'].split(' ').map(Number)
      continue
    }
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
    const x = Number(groups['x'])
    const y = Number(groups['y'])
    const text = unescape(groups['unicode'] ?? '')
    glyphs.push({text, xPt: a * x + c * y + e, yPt: b * x + d * y + f})
  }
  return glyphs
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#x([0-9a-f]+);/giu, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16))
    )
    .replaceAll('&amp;', '&')
}

function toLines(
  glyphs: ReadonlyArray<PrintedGlyph>,
  indentPt: number
): Array<PrintedLine> {
  const byBaseline = new Map<number, Array<PrintedGlyph>>()
  for (const glyph of glyphs) {
    const key = Math.round(glyph.yPt)
    const line = byBaseline.get(key) ?? byBaseline.get(key - 1)
    if (line) line.push(glyph)
    else byBaseline.set(key, [glyph])
  }
  return [...byBaseline.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, line]) => {
      const sorted = line.toSorted((a, b) => a.xPt - b.xPt)
      const first = sorted.find(({text}) => text.trim() !== '')
      return {
        glyphs: sorted,
        text: sorted.map(({text}) => text).join(''),
        isFirst: (first?.xPt ?? 0) > indentPt * 0.7
      }
    })
}
