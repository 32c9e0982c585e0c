// Colours of a page as inks: tokens to operators, exactly as the template has
// them. Process colours are DeviceCMYK; a spot ink is a Separation of its name,
// with the process colour as its alternate (ISO 32000-1, 8.6.6.4).
//
// Pure black prints over what lies under it, so that no white shows beside it
// on a press out of register, unless that is more ink than the paper takes (see
// `paint-page.ts`); everything else, white above all, knocks out.

import type {Color, ComposedPage} from '../../model/page.ts'
import {write} from './press-page.ts'

/** Tones of cyan, magenta, yellow and black, in per cent. */
export type Cmyk = Color['cmyk']

/** What prints a colour. */
export interface Ink {
  cmyk: Cmyk
  /** Name of the spot plate, where it is one. */
  spot?: string
  /** Operator that fills with it, and the one that strokes. */
  fill: string
  stroke: string
  /** Whether it prints over what lies under it. */
  overprints: boolean
}

/** Colours that a page has used. */
export interface InkTable {
  /** Find the ink of a token. */
  find(token: string): Ink
  /** Find the ink for a screen colour, `#rrggbb`; absent when no token has it. */
  findRgb(rgb: string): Ink | undefined
  /** Spot inks used, by the name of their colour space in the page. */
  spots(): ReadonlyMap<string, {name: string; alternate: Cmyk}>
  /** Take the tones of a plain process colour. */
  toInk(cmyk: Cmyk): Ink
  /**
   * Thin an ink out, as with what lies under it (default: white paper); a spot
   * ink stays on its plate.
   */
  fade(ink: Ink, ratio: number, ground?: Readonly<Cmyk>): Ink
}

/** Open the colours of a page; `own` are those of the marks around it. */
export function openInkTable(
  page: ComposedPage,
  own: ComposedPage['colors']
): InkTable {
  const spots = new Map<string, {name: string; alternate: Cmyk}>()
  const byRgb = new Map<string, Color>([
    ['#000000', {cmyk: [0, 0, 0, 100], rgb: '#000000'}],
    ['#ffffff', {cmyk: [0, 0, 0, 0], rgb: '#ffffff'}]
  ])
  for (const color of Object.values(page.colors)) {
    if (!byRgb.has(color.rgb)) byRgb.set(color.rgb, color)
  }

  return {fade, find, findRgb, spots: () => spots, toInk}

  function find(token: string): Ink {
    const color = page.colors[token] ?? own[token]
    if (color) return use(color)
    throw new TypeError(
      `Unexpected color \`${token}\` on page \`${page.pageNumber}\`, expected one of its tokens`
    )
  }

  function findRgb(rgb: string): Ink | undefined {
    const color = byRgb.get(rgb)
    return color && use(color)
  }

  function fade(
    {cmyk, spot}: Ink,
    ratio: number,
    ground: Readonly<Cmyk> = [0, 0, 0, 0]
  ): Ink {
    if (spot !== undefined) return toSpot({cmyk, spot, rgb: ''}, ratio)
    const mix = (own: number, under: number): number =>
      own * ratio + under * (1 - ratio)
    return toInk([
      mix(cmyk[0], ground[0]),
      mix(cmyk[1], ground[1]),
      mix(cmyk[2], ground[2]),
      mix(cmyk[3], ground[3])
    ])
  }

  function use(color: Color): Ink {
    return color.spot === undefined ? toInk(color.cmyk) : toSpot(color, 1)
  }

  function toSpot({cmyk, spot = ''}: Color, tint: number): Ink {
    const names = [...spots]
    const known = names.find(([, {name}]) => name === spot)?.[0]
    const space = known ?? `S${names.length}`
    if (!known) spots.set(space, {name: spot, alternate: cmyk})
    return {
      cmyk,
      spot,
      fill: `/${space} cs ${write(tint)} scn`,
      stroke: `/${space} CS ${write(tint)} SCN`,
      overprints: false
    }
  }
}

function toInk(cmyk: Cmyk): Ink {
  const tones = cmyk.map((percent) => Math.round(percent * 100) / 10_000)
  const [c, m, y, k] = cmyk
  return {
    cmyk,
    fill: `${tones.join(' ')} k`,
    stroke: `${tones.join(' ')} K`,
    overprints: c === 0 && m === 0 && y === 0 && k === 100
  }
}
