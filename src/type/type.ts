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
export {subsetFace} from './subset-face.ts'
