// The slug line: which paper, which day, which page, which plate. It stands
// below the page; the name of each plate is printed in its own ink, so that
// every plate says what it is.

import type {ComposedPage, Line, Run} from '../../model/page.ts'
import type {FaceTable} from '../../type/type.ts'
import {mmToPt} from '../../unit/length.ts'
import {formatSheetNumber} from './format-sheet-number.ts'
import {marksPt} from './press-page.ts'

const mostSizePt = 8
/** How far the line stands in from the trim, at most. */
const mostInsetPt = mmToPt(15)
const leastSizePt = 4
/** Half the room of the register mark in the middle. */
const registerPt = mmToPt(5)
const plates = [
  ['Cyan', 'cyan'],
  ['Magenta', 'magenta'],
  ['Yellow', 'yellow'],
  ['Black', 'black']
] as const

/** Colours of the slug line, by token; they shadow no token of a template. */
export const slugColors: ComposedPage['colors'] = {
  'slug:cyan': {cmyk: [100, 0, 0, 0], rgb: '#00a0e0'},
  'slug:magenta': {cmyk: [0, 100, 0, 0], rgb: '#e0007a'},
  'slug:yellow': {cmyk: [0, 0, 100, 0], rgb: '#ffe000'},
  'slug:black': {cmyk: [0, 0, 0, 100], rgb: '#000000'}
}

/** Set the slug line of a page, in the face of its that has most of it. */
export function setSlugLine(page: ComposedPage, faces: FaceTable): Line {
  const spots = Object.entries(page.colors).filter(([, {spot}]) => spot)
  const number = formatSheetNumber(page)
  const parts: Array<[string, string]> = [
    [`${page.publication}   ${page.date}   ${number}   `, 'slug:black'],
    ...plates.map(([name, token]): [string, string] => [
      `${name} `,
      `slug:${token}`
    ]),
    ...spots.map(([token, {spot = ''}]): [string, string] => [
      `${spot} `,
      token
    ])
  ]
  const insetPt = Math.min(mostInsetPt, page.widthPt / 10)
  const shaped = parts.map(([text, color]) => {
    const [face = ''] = rankFaces(page, text, faces)
    const pieces = faces
      .shape(text, face, page.lang)
      .pieces.filter((piece) => page.faces[piece.face])
    const glyphs = pieces.flatMap((piece) => piece.glyphs)
    const widthEm = glyphs.reduce((sum, {advanceEm}) => sum + advanceEm, 0)
    return {color, pieces, widthEm}
  })
  // As large as lets it end before the corner; type can't be smaller than some.
  let sizePt = mostSizePt
  let places = placeParts(shaped, insetPt, sizePt, page.widthPt)
  while (places.endPt > page.widthPt - insetPt && sizePt > leastSizePt) {
    sizePt -= 0.5
    places = placeParts(shaped, insetPt, sizePt, page.widthPt)
  }
  const children: Array<Run> = []
  for (const [index, {color, pieces}] of shaped.entries()) {
    let xPt = places.xPts[index] ?? insetPt
    for (const piece of pieces) {
      const glyphs = piece.glyphs.map((glyph) => {
        const advancePt = glyph.advanceEm * sizePt
        const placed = {id: glyph.id, text: glyph.text, xPt, advancePt}
        xPt += advancePt
        return placed
      })
      children.push({type: 'run', face: piece.face, sizePt, color, glyphs})
    }
  }
  return {
    type: 'line',
    xPt: insetPt,
    yPt: page.depthPt + page.bleedPt + marksPt / 2 + sizePt / 3,
    widthPt: places.endPt - insetPt,
    ascentPt: sizePt,
    descentPt: sizePt / 4,
    join: '',
    stretchEm: 0,
    writing: 'horizontal',
    children
  }
}

// Parts one after the other; what would run into the register mark in the
// middle goes on behind it.
function placeParts(
  parts: ReadonlyArray<{widthEm: number}>,
  startPt: number,
  sizePt: number,
  pageWidthPt: number
): {xPts: Array<number>; endPt: number} {
  const xPts: Array<number> = []
  const markPt = pageWidthPt / 2 - registerPt
  let xPt = startPt
  for (const {widthEm} of parts) {
    const widthPt = widthEm * sizePt
    if (xPt < markPt + 2 * registerPt && xPt + widthPt > markPt) {
      xPt = Math.max(xPt, markPt + 2 * registerPt)
    }
    xPts.push(xPt)
    xPt += widthPt
  }
  return {xPts, endPt: xPt}
}

// Only faces of the page: their files are there already.
function rankFaces(
  page: ComposedPage,
  text: string,
  faces: FaceTable
): Array<string> {
  const countLacking = (face: string): number =>
    [...text].filter((character) => !faces.hasCharacter(face, character)).length
  return Object.keys(page.faces)
    .sort()
    .map((face) => ({face, count: countLacking(face)}))
    .sort((a, b) => a.count - b.count)
    .map(({face}) => face)
}
