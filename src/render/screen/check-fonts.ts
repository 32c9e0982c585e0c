// Check: nothing is printed in a face that is not ours.
//
// A browser that lacks a glyph takes it from any font of the machine: a page
// that nobody measured, and another one on the next machine.

import {PDFDict, PDFName, type PDFDocument} from '@cantoo/pdf-lib'
import type {PrintedFacts} from './repair.ts'

// Fonts cut down to the glyphs in use have six letters before their name.
const subsetPrefix = /^[A-Z]{6}\+/

/** Throw when a font of the document is not one of the issue's. */
export function checkFonts(document: PDFDocument, facts: PrintedFacts): void {
  for (const [, value] of document.context.enumerateIndirectObjects()) {
    if (!(value instanceof PDFDict)) continue
    const name = value.lookupMaybe(PDFName.of('FontName'), PDFName)
    if (!name) continue
    const fontName = name.decodeText().replace(subsetPrefix, '')
    if (facts.fontNames.has(fontName)) continue
    throw new Error(
      `Unexpected font \`${fontName}\` in the printed pages, expected only the issue's`
    )
  }
}
