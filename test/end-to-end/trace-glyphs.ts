// Glyphs of a PDF's page as MuPDF paints them (`mutool draw -F trace`): a
// program that is neither of our painters.

import {execFileSync} from 'node:child_process'

/** A painted glyph. */
export interface TracedGlyph {
  text: string
  /** Origin, from the top left of the sheet. */
  xPt: number
  yPt: number
  sizePt: number
  /** Ink it is painted in: `DeviceCMYK 0 0 0 1`. */
  color: string
  /** Whether it prints over what lies under it. */
  overprints: boolean
}

const pieces =
  /<fill_text colorspace="(?<space>[^"]*)" color="(?<color>[^"]*)"(?<rest>[^>]*)>|<span [^>]*trm="(?<trm>[^"]*)"|<g unicode="(?<unicode>[^"]*)"[^>]* x="(?<x>[^"]*)" y="(?<y>[^"]*)"/g

/** Trace the glyphs of a page, in painting order. */
export function traceGlyphs(file: string, pageNumber = 1): Array<TracedGlyph> {
  const trace = execFileSync(
    'mutool',
    ['draw', '-F', 'trace', file, String(pageNumber)],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore']
    }
  )
  const glyphs: Array<TracedGlyph> = []
  let color = ''
  let overprints = false
  let transform = [1, 0, 0, 1, 0, 0]
  let sizePt = 0

  for (const {groups = {}} of trace.matchAll(pieces)) {
    const {rest, space, trm, unicode, x, y} = groups
    if (space !== undefined) {
      color = `${space} ${groups.color}`
      overprints = / op="1"/.test(rest ?? '')
      transform = toNumbers(/transform="([^"]*)"/.exec(rest ?? '')?.[1])
    } else if (trm !== undefined) {
      const [a = 0, b = 0] = toNumbers(trm)
      sizePt =
        Math.hypot(a, b) * Math.hypot(transform[0] ?? 0, transform[1] ?? 0)
    } else {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
      const [gx, gy] = [Number(x), Number(y)]
      glyphs.push({
        text: decode(unicode ?? ''),
        xPt: a * gx + c * gy + e,
        yPt: b * gx + d * gy + f,
        sizePt,
        color,
        overprints
      })
    }
  }
  return glyphs
}

function toNumbers(text = ''): Array<number> {
  return text.split(' ').map(Number)
}

function decode(text: string): string {
  return text
    .replaceAll(/&#x([\da-f]+);/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16))
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
