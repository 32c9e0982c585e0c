// Faces with round numbers: every hanzi and mark is one em wide, every other
// character half of one. `☃` is in no face.

import type {FaceTable} from '../../src/type/type.ts'

/** Faces for tests. */
export const madeFaces: FaceTable = {
  shapeDown(text, face, lang) {
    return madeFaces.shape(text, face, lang)
  },
  shape(text, face) {
    const glyphs = [...text].map((character) => ({
      id: character.codePointAt(0) ?? 0,
      text: character,
      advanceEm: /[\u2014\u2018-\u201D\u2026\u3000-\uFFEF]/u.test(character)
        ? 1
        : 0.5
    }))
    let widthEm = 0
    for (const glyph of glyphs) widthEm += glyph.advanceEm
    return {
      pieces: [{face, glyphs}],
      widthEm,
      missing: [...text].filter((character) => character === '☃')
    }
  },
  metricsOf: () => ({ascentRatio: 0.88, descentRatio: 0.12}),
  hasCharacter: () => true
}
