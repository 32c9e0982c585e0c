// Faces of a sheet: each font file that a line uses, as a family to load.
//
// Lines that run down get a family of their own: there a browser centres type
// on the middle between ascent and descent, and that is the middle of the em.

import type {ComposedPage, Line, PageFace} from '../model/page.ts'
import type {SheetResource} from '../model/plant.ts'
import {findLines} from './find-marks.ts'
import {levelAscentEm, levelFace} from './level-face.ts'
import {readAdvances} from './read-advances.ts'
import {findFace, toFaceKey, type SheetFace} from './sheet-page.ts'
import {readVerticalOrigins} from './vertical-origin.ts'

/** Families of a sheet and how they are loaded. */
export interface DeclaredFaces {
  /** By `toFaceKey`. */
  faces: Map<string, SheetFace>
  files: Map<string, SheetResource>
  /** The `@font-face` rules. */
  style: string
}

/** Declare the faces that the lines of some pages use. */
export function declareFaces(
  pages: ReadonlyArray<ComposedPage>,
  fontFiles: ReadonlyMap<string, Uint8Array>
): DeclaredFaces {
  const declared: DeclaredFaces = {
    faces: new Map(),
    files: new Map(),
    style: ''
  }

  for (const page of pages) {
    for (const line of findLines(page.children)) {
      for (const run of line.children) {
        declare(findFace(page, run.face), line.writing, fontFiles, declared)
      }
    }
  }

  return declared
}

function declare(
  face: PageFace,
  writing: Line['writing'],
  fontFiles: ReadonlyMap<string, Uint8Array>,
  declared: DeclaredFaces
): void {
  const key = toFaceKey(face, writing)
  if (declared.faces.has(key)) return
  const value = fontFiles.get(face.fileKey)
  if (!value) {
    throw new TypeError(`Unexpected font \`${face.fileKey}\`, expected a file`)
  }

  const family = `face-${declared.faces.size + 1}`
  const path = `font/${family}.ttf`
  const isDown = writing === 'vertical'
  const extent = isDown
    ? 'ascent-override:88%;descent-override:12%'
    : 'ascent-override:100%;descent-override:0%'
  declared.faces.set(key, {
    family,
    advanceOf: readAdvances(value),
    originOf: isDown ? readVerticalOrigins(value) : () => levelAscentEm
  })
  declared.files.set(path, {
    mediaType: 'font/ttf',
    value: isDown ? levelFace(value) : value
  })
  declared.style += `@font-face{font-family:${family};src:url(${path});${extent};line-gap-override:0%}\n`
}
