// The press room's own preflight: a finished file is opened again and looked at
// as a plant would, down to every operator of its content. No free program
// checks PDF/X; this is what of ISO 15930 can be seen without one.

import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject
} from '@cantoo/pdf-lib'
import type {ComposedPage} from '../../model/page.ts'
import type {PagePress} from '../../model/press.ts'
import {readPressDocument, type ReadDocument} from './press-document.ts'
import {standardNames} from './press-metadata.ts'
import type {PressNote} from './press-note.ts'
import {toMarginPt} from './press-page.ts'
import {pressFile} from './press-rules.ts'
import {checkSpaces} from './check-spaces.ts'
import {scanContent, type ContentResources} from './scan-content.ts'
import {unpackStream} from '../unpack-stream.ts'

/** How far a box may be off: a hundredth of a point. */
const tolerancePt = 0.01

/** Check the press file of a page. */
export async function checkPress(
  value: Uint8Array,
  page: ComposedPage,
  press: PagePress
): Promise<Array<PressNote>> {
  const document = await readPressDocument(value)
  const faults = [
    ...checkHeader(document, press),
    ...checkBoxes(document, page),
    ...checkIdentity(document, press),
    ...checkFonts(document.context),
    ...checkObjects(document.context, press),
    ...checkSpaces(listArrays(document.context)),
    ...checkContents(document.context)
  ]
  return [...new Set(faults)].map((fault) => ({
    rule: pressFile,
    reason: `Unexpected ${fault} in the press file of page \`${page.pageNumber}\``,
    fix: pressFile.fix
  }))
}

function checkHeader({context}: ReadDocument, press: PagePress): Array<string> {
  const version = /1\.\d/.exec(context.header.toString())?.[0] ?? ''
  const wanted = press.standard === 'x-4' ? '1.6' : '1.4'
  if (version === wanted) return []
  return [`PDF version \`${version}\`, expected \`${wanted}\``]
}

function checkBoxes(document: ReadDocument, page: ComposedPage): Array<string> {
  const [node, ...others] = document.sheets
  if (!node || others.length > 0) {
    return [`\`${document.sheets.length}\` pages, expected \`1\``]
  }
  const marginPt = toMarginPt(page)
  const {bleedPt, depthPt, widthPt} = page
  const wanted = {
    MediaBox: [0, 0, widthPt + 2 * marginPt, depthPt + 2 * marginPt],
    TrimBox: [marginPt, marginPt, marginPt + widthPt, marginPt + depthPt],
    BleedBox: [
      marginPt - bleedPt,
      marginPt - bleedPt,
      marginPt + widthPt + bleedPt,
      marginPt + depthPt + bleedPt
    ]
  }
  const faults: Array<string> = []
  for (const [name, numbers] of Object.entries(wanted)) {
    const box = node.lookupMaybe(PDFName.of(name), PDFArray)?.asArray() ?? []
    const isRight = numbers.every((number, index) => {
      const found = box[index]
      return (
        found instanceof PDFNumber &&
        Math.abs(found.asNumber() - number) < tolerancePt
      )
    })
    if (!isRight)
      faults.push(
        `\`${name}\` of [${box.join(' ')}], expected [${numbers.join(' ')}]`
      )
  }
  if (node.lookup(PDFName.of('Annots')))
    faults.push('annotations, expected none')
  return faults
}

function checkIdentity(
  {catalog, context}: ReadDocument,
  press: PagePress
): Array<string> {
  const faults: Array<string> = []
  const info = context.lookup(context.trailerInfo.Info)
  const find = (dict: PDFObject | undefined, key: string) =>
    dict instanceof PDFDict ? dict.lookup(PDFName.of(key)) : undefined
  const version = toText(find(info, 'GTS_PDFXVersion'))
  const wanted = standardNames[press.standard]
  if (version !== wanted) {
    faults.push(`\`GTS_PDFXVersion\` of \`${version}\`, expected \`${wanted}\``)
  }
  const trapped = find(info, 'Trapped')
  if (trapped !== PDFName.of('False') && trapped !== PDFName.of('True')) {
    faults.push('`Trapped` that is neither true nor false')
  }
  if (!toText(find(info, 'Title'))) faults.push('missing title')
  if (!context.trailerInfo.ID) faults.push('missing file identifier')
  if (context.trailerInfo.Encrypt) faults.push('encryption')

  const metadata = catalog.lookup(PDFName.of('Metadata'))
  const xmp =
    metadata instanceof PDFRawStream
      ? new TextDecoder().decode(metadata.contents)
      : ''
  if (!xmp.includes(`<pdfxid:GTS_PDFXVersion>${wanted}<`)) {
    faults.push(`XMP without \`${wanted}\``)
  }
  const intents = catalog.lookup(PDFName.of('OutputIntents'))
  const intent = intents instanceof PDFArray ? intents.lookup(0) : undefined
  const profile = find(intent, 'DestOutputProfile')
  const bytes =
    profile instanceof PDFRawStream ? unpackStream(profile) : new Uint8Array()
  if (
    find(intent, 'S') !== PDFName.of('GTS_PDFX') ||
    String.fromCharCode(...bytes.subarray(12, 20)) !== 'prtrCMYK'
  ) {
    faults.push('output intent without a CMYK output profile')
  }
  return faults
}

function checkFonts(context: PDFContext): Array<string> {
  const faults: Array<string> = []
  for (const dict of listDicts(context)) {
    if (dict.lookup(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const name = String(dict.lookup(PDFName.of('BaseFont')))
    const subtype = dict.lookup(PDFName.of('Subtype'))
    if (subtype === PDFName.of('Type3')) faults.push(`Type 3 font \`${name}\``)
    if (subtype === PDFName.of('Type0')) {
      if (!dict.has(PDFName.of('ToUnicode')))
        faults.push(`font \`${name}\` without ToUnicode`)
      continue
    }
    const descriptor = dict.lookup(PDFName.of('FontDescriptor'))
    const isEmbedded =
      descriptor instanceof PDFDict &&
      ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
        descriptor.has(PDFName.of(key))
      )
    if (!isEmbedded) faults.push(`font \`${name}\` that is not embedded`)
  }
  return faults
}

const forbiddenSpaces = new Set(['CalGray', 'CalRGB', 'DeviceRGB', 'Lab'])
/** What makes a file do something, or look different elsewhere. */
const forbiddenKeys =
  'AA AcroForm Alternates EmbeddedFiles HTP JavaScript OpenAction OPI TR'.split(
    ' '
  )

function checkObjects(context: PDFContext, press: PagePress): Array<string> {
  const faults: Array<string> = []
  for (const [, object] of context.enumerateIndirectObjects()) {
    for (const name of listNames(object)) {
      if (forbiddenSpaces.has(name)) faults.push(`colour space \`${name}\``)
      if (name === 'JPXDecode' || name === 'LZWDecode')
        faults.push(`filter \`${name}\``)
    }
  }
  for (const dict of listDicts(context)) {
    for (const key of forbiddenKeys) {
      if (dict.has(PDFName.of(key))) faults.push(`entry \`${key}\``)
    }
    if (dict.lookup(PDFName.of('Subtype')) === PDFName.of('PS')) {
      faults.push('PostScript')
    }
    if (press.standard === 'x-4') continue
    const isClear = ['ca', 'CA'].some((key) => {
      const opacity = dict.lookup(PDFName.of(key))
      return opacity instanceof PDFNumber && opacity.asNumber() < 1
    })
    const mask = dict.lookup(PDFName.of('SMask'))
    const hasMask = mask !== undefined && mask !== PDFName.of('None')
    const blend = dict.lookup(PDFName.of('BM'))
    const blends = blend !== undefined && blend !== PDFName.of('Normal')
    const isGroup = dict.lookup(PDFName.of('S')) === PDFName.of('Transparency')
    if (isClear || hasMask || blends || isGroup) faults.push('transparency')
  }
  return faults
}

function checkContents(context: PDFContext): Array<string> {
  const faults: Array<string> = []
  for (const dict of listDicts(context)) {
    const isPage = dict.lookup(PDFName.of('Type')) === PDFName.of('Page')
    if (!isPage) continue
    const resources = readResources(dict)
    const entry = dict.lookup(PDFName.of('Contents'))
    for (const item of entry instanceof PDFArray ? entry.asArray() : [entry]) {
      const content = item instanceof PDFRef ? context.lookup(item) : item
      if (content instanceof PDFRawStream)
        faults.push(...scan(content, resources))
    }
  }
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const subtype = object.dict.lookup(PDFName.of('Subtype'))
    if (subtype !== PDFName.of('Form')) continue
    faults.push(...scan(object, readResources(object.dict)))
  }
  return faults
}

function scan(
  content: PDFRawStream,
  resources: ContentResources
): Array<string> {
  return scanContent(unpackStream(content), resources)
}

function readResources(owner: PDFDict): ContentResources {
  const resources = owner.lookup(PDFName.of('Resources'))
  const read = (kind: string): Array<[string, PDFObject | undefined]> => {
    const dict =
      resources instanceof PDFDict
        ? resources.lookup(PDFName.of(kind))
        : undefined
    if (!(dict instanceof PDFDict)) return []
    return dict.keys().map((key) => [key.decodeText(), dict.lookup(key)])
  }
  const name = (kind: string) => new Set(read(kind).map(([key]) => key))
  const overprinting = read('ExtGState').flatMap(([key, state]) =>
    state instanceof PDFDict && state.lookup(PDFName.of('op')) === PDFBool.True
      ? [key]
      : []
  )
  return {
    overprinting: new Set(overprinting),
    names: {
      Do: name('XObject'),
      Tf: name('Font'),
      cs: name('ColorSpace'),
      gs: name('ExtGState'),
      sh: name('Shading')
    }
  }
}

/** All dictionaries of a file, those of streams and those inside others too. */
function listDicts(context: PDFContext): Array<PDFDict> {
  return listObjects(context).filter((object) => object instanceof PDFDict)
}

function listArrays(context: PDFContext): Array<PDFArray> {
  return listObjects(context).filter((object) => object instanceof PDFArray)
}

function listObjects(context: PDFContext): Array<PDFObject> {
  const objects: Array<PDFObject> = []
  const visit = (object: PDFObject): void => {
    if (object instanceof PDFStream) {
      visit(object.dict)
      return
    }
    objects.push(object)
    if (object instanceof PDFArray) object.asArray().forEach(visit)
    else if (object instanceof PDFDict) object.values().forEach(visit)
  }
  for (const [, object] of context.enumerateIndirectObjects()) visit(object)
  return objects
}

function listNames(object: PDFObject): Array<string> {
  if (object instanceof PDFName) return [object.decodeText()]
  if (object instanceof PDFStream) return listNames(object.dict)
  if (object instanceof PDFArray) return object.asArray().flatMap(listNames)
  if (object instanceof PDFDict) return object.values().flatMap(listNames)
  return []
}

function toText(object: PDFObject | undefined): string | undefined {
  if (object instanceof PDFString || object instanceof PDFHexString) {
    return object.decodeText()
  }
  return undefined
}
