// Type: fonts cut down, opened and measured.

export {
  openFaces,
  type FaceFile,
  type FaceMetrics,
  type FaceTable,
  type ShapedGlyph,
  type ShapedPiece,
  type ShapedText
} from './face-table.ts'
export {cutFace, type FaceChoice} from './cut-face.ts'
export {findEmbeddingLimit} from './may-embed.ts'
export {hyphenate} from './hyphenate.ts'
export {openGlyphPlaces} from './open-glyph-places.ts'
export {subsetFace} from './subset-face.ts'
export {inflateFont, unpackFont, type WriteFont} from './unpack-font.ts'
export {
  openGlyphCutter,
  openSubsetter,
  type Subsetter,
  type SubsetRequest
} from './subset-sfnt.ts'
export {hasCffOutlines, toTrueType} from './to-true-type.ts'
