// The press room's own preflight: a sound file has no fault, and every check is
// proved by a file that fails it.

import {deflateSync} from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
  type PDFContext
} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, test} from 'vitest'
import type {ComposedPage} from '../../../src/model/page.ts'
import type {PressStandard} from '../../../src/model/press.ts'
import {checkPress} from '../../../src/render/press/check-press.ts'
import {openFaces, subsetFace} from '../../../src/type/type.ts'
import {srgb, writeMatrixProfile} from '../../made/write-matrix-profile.ts'
import {
  makeSheet,
  plainMarks,
  readPackageFile,
  readPagePress,
  setText,
  writeSheet
} from './made-sheet.ts'

const serif =
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'

let font: Uint8Array = new Uint8Array()
let page: ComposedPage | undefined
const sound = new Map<PressStandard, Uint8Array>()

beforeAll(async () => {
  font = await subsetFace(await readPackageFile(serif), 'Qianzi 05')
  const faces = await openFaces(
    new Map([['face', {value: font, fallback: []}]])
  )
  page = makeSheet([
    plainMarks.tint,
    setText('Qianzi', {xPt: 20, yPt: 40, sizePt: 12}, faces)
  ])
  for (const standard of ['x-4', 'x-1a'] as const) {
    sound.set(standard, (await writeSheet(page, font, standard)).value)
  }
})

/** Spoil a sound file, and say what is found in it. */
async function check(
  spoil: (document: PDFDocument) => unknown,
  standard: PressStandard = 'x-4'
): Promise<string> {
  const document = await PDFDocument.load(sound.get(standard) ?? '', {
    updateMetadata: false
  })
  spoil(document)
  const value = await document.save({useObjectStreams: false})
  if (!page) throw new Error('No page')
  const notes = await checkPress(value, page, await readPagePress(standard))
  return notes.map(({reason}) => reason).join('\n')
}

function findDict(context: PDFContext, type: string, subtype = ''): PDFDict {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    const isType = object.lookup(PDFName.of('Type')) === PDFName.of(type)
    const isSubtype =
      subtype === '' ||
      object.lookup(PDFName.of('Subtype')) === PDFName.of(subtype)
    if (isType && isSubtype) return object
  }
  throw new Error(`Unexpected file without ${type}`)
}

function findState({context}: PDFDocument): PDFDict {
  const sheet = findDict(context, 'Page')
  return sheet
    .lookup(PDFName.of('Resources'), PDFDict)
    .lookup(PDFName.of('ExtGState'), PDFDict)
    .lookup(PDFName.of('Knock'), PDFDict)
}

function paint(document: PDFDocument, content: string): void {
  const {context} = document
  const packed = deflateSync(new TextEncoder().encode(content))
  const stream = context.stream(packed, {Filter: 'FlateDecode'})
  findDict(context, 'Page').set(
    PDFName.of('Contents'),
    context.register(stream)
  )
}

describe('checkPress', () => {
  test.for(['x-4', 'x-1a'] as const)(
    'should pass what we write as %s',
    async (standard) => {
      expect(await check(() => undefined, standard)).toBe('')
    }
  )

  test.for([
    [
      'colour by `rg`',
      (one: PDFDocument): void => paint(one, '1 0 0 rg 0 0 9 9 re f')
    ],
    [
      'white that overprints',
      (one: PDFDocument): void => paint(one, '/Over gs 0 0 0 0 k 0 0 9 9 re f')
    ],
    [
      '`TrimBox` of',
      ({context}: PDFDocument): unknown =>
        findDict(context, 'Page')
          .lookup(PDFName.of('TrimBox'), PDFArray)
          .set(2, PDFNumber.of(342.03))
    ],
    [
      'annotations',
      ({context}: PDFDocument): unknown =>
        findDict(context, 'Page').set(PDFName.of('Annots'), context.obj([]))
    ],
    [
      '`GTS_PDFXVersion` of',
      ({context}: PDFDocument): void => {
        const info = context.lookup(context.trailerInfo.Info, PDFDict)
        info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of('PDF/X-3:2002'))
      }
    ],
    [
      '`Trapped`',
      ({context}: PDFDocument): void => {
        const info = context.lookup(context.trailerInfo.Info, PDFDict)
        info.set(PDFName.of('Trapped'), PDFName.of('Unknown'))
      }
    ],
    [
      'XMP without',
      ({catalog}: PDFDocument): boolean =>
        catalog.delete(PDFName.of('Metadata'))
    ],
    [
      'output intent',
      ({catalog}: PDFDocument): boolean =>
        catalog.delete(PDFName.of('OutputIntents'))
    ],
    [
      'not embedded',
      ({context}: PDFDocument): unknown =>
        findDict(context, 'FontDescriptor').delete(PDFName.of('FontFile2'))
    ],
    [
      'without ToUnicode',
      ({context}: PDFDocument): unknown =>
        findDict(context, 'Font', 'Type0').delete(PDFName.of('ToUnicode'))
    ],
    [
      'Type 3 font',
      ({context}: PDFDocument): unknown =>
        findDict(context, 'Font', 'CIDFontType2').set(
          PDFName.of('Subtype'),
          PDFName.of('Type3')
        )
    ],
    [
      'colour space `DeviceRGB`',
      ({context}: PDFDocument): void => {
        const image = {
          Type: 'XObject',
          Subtype: 'Image',
          ColorSpace: 'DeviceRGB'
        }
        context.register(context.stream(new Uint8Array(3), image))
      }
    ],
    [
      'colour space `ICCBased` of RGB',
      ({context}: PDFDocument): void => {
        const profile = context.register(
          context.stream(new Uint8Array(3), {N: 3})
        )
        context.register(context.obj(['ICCBased', profile]))
      }
    ],
    [
      'entry `OpenAction`',
      ({catalog, context}: PDFDocument): void =>
        catalog.set(PDFName.of('OpenAction'), context.obj({S: 'JavaScript'}))
    ],
    [
      'entry `AcroForm`',
      ({catalog, context}: PDFDocument): void =>
        catalog.set(PDFName.of('AcroForm'), context.obj({Fields: []}))
    ],
    [
      'entry `TR`',
      (one: PDFDocument): void =>
        findState(one).set(PDFName.of('TR'), PDFName.of('Identity'))
    ],
    [
      'entry `OPI`',
      ({context}: PDFDocument): unknown =>
        context.register(context.obj({OPI: {}}))
    ],
    [
      'PostScript',
      ({context}: PDFDocument): unknown =>
        context.register(
          context.stream(new Uint8Array(), {Type: 'XObject', Subtype: 'PS'})
        )
    ],
    [
      'filter `JPXDecode`',
      ({context}: PDFDocument): unknown =>
        context.register(
          context.stream(new Uint8Array(), {Filter: 'JPXDecode'})
        )
    ],
    [
      'spot ink `Gold` without an alternate',
      ({context}: PDFDocument): unknown =>
        context.register(context.obj(['Separation', 'Gold']))
    ],
    [
      'spot ink `Gold` without an alternate',
      ({context}: PDFDocument): unknown =>
        context.register(
          context.obj([
            'Separation',
            'Gold',
            'DeviceRGB',
            {FunctionType: 2, Domain: [0, 1], N: 1}
          ])
        )
    ],
    [
      'spot ink `Gold` without a function',
      ({context}: PDFDocument): unknown =>
        context.register(context.obj(['Separation', 'Gold', 'DeviceCMYK']))
    ],
    [
      '`Do` of `P7`, which is not there',
      (one: PDFDocument): void => paint(one, 'q 9 0 0 9 0 0 cm /P7 Do Q')
    ],
    [
      'colour by `RG`',
      ({context}: PDFDocument): unknown =>
        context.register(
          context.stream(
            deflateSync(new TextEncoder().encode('1 0 0 RG 0 0 9 9 re S')),
            {Type: 'XObject', Subtype: 'Form', Filter: 'FlateDecode'}
          )
        )
    ],
    [
      '`BleedBox` of',
      ({context}: PDFDocument): boolean =>
        findDict(context, 'Page').delete(PDFName.of('BleedBox'))
    ],
    [
      '`MediaBox` of',
      ({context}: PDFDocument): unknown =>
        findDict(context, 'Page')
          .lookup(PDFName.of('MediaBox'), PDFArray)
          .set(3, PDFNumber.of(200))
    ],
    [
      'missing title',
      ({context}: PDFDocument): unknown =>
        context
          .lookup(context.trailerInfo.Info, PDFDict)
          .delete(PDFName.of('Title'))
    ],
    [
      'missing file identifier',
      ({context}: PDFDocument): void => {
        delete context.trailerInfo.ID
      }
    ],
    [
      'PDF version `1.7`',
      ({context}: PDFDocument): void => {
        context.header = PDFHeader.forVersion(1, 7)
      }
    ],
    [
      'output intent without a CMYK output profile',
      ({catalog, context}: PDFDocument): void => {
        const intent = catalog
          .lookup(PDFName.of('OutputIntents'), PDFArray)
          .lookup(0, PDFDict)
        const profile = writeMatrixProfile(srgb)
        intent.set(
          PDFName.of('DestOutputProfile'),
          context.register(context.stream(profile, {N: 3}))
        )
      }
    ],
    ['`2` pages', (one: PDFDocument): void => void one.addPage([9, 9])]
  ] as const)('should find %s', async ([fault, spoil]) => {
    expect(await check(spoil)).toContain(fault)
  })

  test.for([
    ['opacity', {ca: 0.5}],
    ['a mask', {SMask: {S: 'Luminosity'}}],
    ['a blend', {BM: 'Multiply'}],
    ['a group', {S: 'Transparency'}]
  ] as const)('should find %s where there is to be none', async ([, entry]) => {
    const spoil = ({context}: PDFDocument): unknown =>
      context.register(context.obj(entry))

    expect(await check(spoil, 'x-1a')).toContain('transparency')
    expect(await check(spoil, 'x-4')).toBe('')
  })

  test('should find encryption', async () => {
    const value = sound.get('x-4') ?? new Uint8Array()
    const text = Buffer.from(value).toString('latin1')
    const at = text.lastIndexOf('trailer')
    const locked = `${text.slice(0, at)}${text.slice(at).replace('<<', '<< /Encrypt << /Filter /Standard >>')}`
    if (!page) throw new Error('No page')
    const notes = await checkPress(
      new Uint8Array(Buffer.from(locked, 'latin1')),
      page,
      await readPagePress('x-4')
    )
    expect(notes.map(({reason}) => reason).join()).toContain('encryption')
  })

  test('should find transparency where the standard has none', async () => {
    const spoil = (one: PDFDocument): void =>
      findState(one).set(PDFName.of('ca'), PDFNumber.of(0.5))

    expect(await check(spoil, 'x-1a')).toContain('transparency')
    expect(await check(spoil, 'x-4')).toBe('')
  })

  test('should write the versions of the standards', async () => {
    const heads = ['x-4', 'x-1a'] as const
    const versions = heads.map((one) =>
      new TextDecoder('latin1').decode(sound.get(one)?.subarray(0, 8))
    )
    expect(versions).toEqual(['%PDF-1.6', '%PDF-1.4'])
    const old = await PDFDocument.load(sound.get('x-1a') ?? '', {
      updateMetadata: false
    })
    const streams = old.context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFRawStream)
      .map(([, object]) => String(object))
    expect(streams.some((one) => one.includes('/ObjStm'))).toBe(false)
  })
})
