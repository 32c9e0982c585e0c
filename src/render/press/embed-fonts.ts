// Fonts of a page into its file: Type 0 fonts over CID subsets (ISO 32000-1,
// 9.7), TrueType and CFF alike, each with its map to characters.

import {createHash} from 'node:crypto'
import {
  PDFHexString,
  PDFName,
  type PDFContext,
  type PDFRef
} from '@cantoo/pdf-lib'
import {findFontTable} from '../find-font-table.ts'
import {readFontName} from '../read-font-name.ts'
import {addPacked} from './add-stream.ts'
import {roundAdvance} from './paint-line.ts'
import type {FontParts} from './pack-parts.ts'
import type {PressFont, PressFontFile, PressFonts} from './press-fonts.ts'
import {readVerticalOrigins} from '../vertical-origin.ts'

/** A font file as objects. */
interface Embedded {
  descriptor: PDFRef
  name: string
  isCff: boolean
}

/** Width of a glyph, in thousandths of the em, where none is said. */
const usualWidth = 1000

/** Embed the fonts of a page; answers with the resources, by name. */
export function embedFonts(
  fonts: PressFonts,
  whole: ReadonlyMap<string, Uint8Array>,
  parts: FontParts,
  context: PDFContext
): Record<string, PDFRef> {
  const embedded = new Map<string, Embedded>()
  const resources: Record<string, PDFRef> = {}
  for (const font of fonts.fonts) {
    const file = fonts.files.get(font.fileKey)
    const original = whole.get(font.fileKey)
    const map = parts.get(font)
    const outlines = file && parts.get(file)
    if (!file || !original || !map || !outlines) continue
    const from = {original, outlines, map, context}
    const known = embedded.get(font.fileKey) ?? embedFile(file, from)
    embedded.set(font.fileKey, known)
    resources[font.name] = addFont(font, file, known, from)
  }
  return resources
}

/** What a font is made of besides its file. */
interface FontSources {
  /** File of the issue, whole. */
  original: Uint8Array
  /** Outlines, packed. */
  outlines: Uint8Array
  /** Map to characters, packed. */
  map: Uint8Array
  context: PDFContext
}

function embedFile(
  file: PressFontFile,
  {context, original, outlines}: FontSources
): Embedded {
  const {cff, value} = file
  const head = findFontTable(value, 'head')
  const hhea = findFontTable(value, 'hhea')
  const unitsPerEm = head.getUint16(18)
  const scale = (units: number): number =>
    Math.round((units * 1000) / unitsPerEm)
  const name = toSubsetName(value, original)
  const entries = cff ? {Subtype: 'CIDFontType0C'} : {Length1: value.length}
  const stream = addPacked(outlines, entries, context)
  const ascent = scale(hhea.getInt16(4))
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: PDFName.of(name),
      Flags: 4,
      FontBBox: [36, 38, 40, 42].map((at) => scale(head.getInt16(at))),
      ItalicAngle: 0,
      Ascent: ascent,
      Descent: scale(hhea.getInt16(6)),
      CapHeight: ascent,
      StemV: 80,
      [cff ? 'FontFile3' : 'FontFile2']: stream
    })
  )
  return {descriptor, name, isCff: cff !== undefined}
}

function addFont(
  font: PressFont,
  file: PressFontFile,
  {descriptor, isCff, name}: Embedded,
  {context, map, original}: FontSources
): PDFRef {
  const codes = [...font.texts.keys()].sort((a, b) => a - b)
  const isUpright = font.writing === 'upright'
  // Most characters are as wide as they are high, which need not be said.
  const widths = codes.flatMap((code) => {
    const width = roundAdvance(file.advanceOf(code))
    return width === usualWidth ? [] : [code, [width]]
  })
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: isCff ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: PDFName.of(name),
      CIDSystemInfo: {
        Registry: PDFHexString.of('41646F6265'),
        Ordering: PDFHexString.of('4964656E74697479'),
        Supplement: 0
      },
      FontDescriptor: descriptor,
      DW: usualWidth,
      W: widths,
      ...(isUpright ? toUprightMetrics(codes, file, original) : {}),
      ...(isCff ? {} : {CIDToGIDMap: 'Identity'})
    })
  )
  const encoding = isUpright ? 'Identity-V' : 'Identity-H'
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: PDFName.of(isCff ? `${name}-${encoding}` : name),
      Encoding: encoding,
      DescendantFonts: [descendant],
      ToUnicode: addPacked(map, {}, context)
    })
  )
}

// An upright glyph hangs from the middle of its upper edge, one em below which
// is the next: what stands otherwise on the page is said there.
function toUprightMetrics(
  codes: ReadonlyArray<number>,
  file: PressFontFile,
  original: Uint8Array
): {DW2: Array<number>; W2: Array<number | Array<number>>} {
  const originOf = readVerticalOrigins(original)
  const oldIds = new Map([...file.codes].map(([old, code]) => [code, old]))
  const metrics = codes.flatMap((code) => [
    code,
    [
      -1000,
      roundAdvance(file.advanceOf(code)) / 2,
      roundAdvance(originOf(oldIds.get(code) ?? 0))
    ]
  ])
  return {DW2: [880, -1000], W2: metrics}
}

// Six letters that tell one subset from another (ISO 32000-1, 9.6.4).
function toSubsetName(value: Uint8Array, original: Uint8Array): string {
  const hash = createHash('sha256').update(value).digest()
  const letters = [...hash.subarray(0, 6)].map((byte) =>
    String.fromCharCode(65 + (byte % 26))
  )
  const name = readFontName(original) ?? 'Face'
  return `${letters.join('')}+${name.replaceAll(/[^!-~]|[()<>[\]{}/%]/g, '')}`
}
