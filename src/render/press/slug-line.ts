// The slug line: which paper, which day, which page, which plate. It stands
// below the page; the name of each plate is printed in its own ink, so that
// every plate says what it is.

import type {ComposedPage, Line, Run} from '../../model/page.ts'
import type {FaceTable} from '../../type/type.ts'
import {mmToPt} from '../../unit/length.ts'
import {formatSheetNumber} from './format-sheet-number.ts'
import {marksPt} from './press-page.ts'

const sizePt = 8
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
  const yPt = page.depthPt + page.bleedPt + marksPt / 2 + sizePt / 3
  let xPt = mmToPt(15)
  const children: Array<Run> = []
  for (const [text, color] of parts) {
    const [face = ''] = rankFaces(page, text, faces)
    for (const piece of faces.shape(text, face, page.lang).pieces) {
      if (!page.faces[piece.face]) continue
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
    xPt: mmToPt(15),
    yPt,
    widthPt: xPt - mmToPt(15),
    ascentPt: sizePt,
    descentPt: sizePt / 4,
    join: '',
    stretchEm: 0,
    writing: 'horizontal',
    children
  }
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
