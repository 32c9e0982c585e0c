// What a press file says of itself: information dictionary, XMP, output intent
// (ISO 15930-4:2003 for X-1a, ISO 15930-7:2010 for X-4).

import {createHash} from 'node:crypto'
import {
  PDFHexString,
  PDFName,
  PDFString,
  type PDFContext,
  type PDFDict
} from '@cantoo/pdf-lib'
import type {PagePress, PressStandard} from '../../model/press.ts'
import {addPacked} from './add-stream.ts'

/** Facts for the metadata of a page. */
export interface PressFacts {
  title: string
  publication: string
  lang: string
  modified: Date
  press: PagePress
  /** Its profile, packed. */
  packedProfile: Uint8Array
}

const maker = 'Qianzi'

/** Name of a standard, as files give it. */
export const standardNames: Readonly<Record<PressStandard, string>> = {
  'x-1a': 'PDF/X-1a:2003',
  'x-4': 'PDF/X-4'
}

/** Write the metadata of a file. */
export function addPressMetadata(
  facts: PressFacts,
  catalog: PDFDict,
  context: PDFContext
): void {
  const {modified, packedProfile, press, publication, title} = facts
  const moment = PDFString.of(toPdfDate(modified))
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(title),
      Author: PDFHexString.fromText(publication),
      Creator: PDFString.of(maker),
      Producer: PDFString.of(maker),
      CreationDate: moment,
      ModDate: moment,
      Trapped: 'False',
      GTS_PDFXVersion: PDFString.of(standardNames[press.standard])
    })
  )
  // XMP stays as it is, so that programs that know no PDF can read it.
  const xmp = new TextEncoder().encode(toXmp(facts))
  const entries = {Type: 'Metadata', Subtype: 'XML'}
  const metadata = context.register(context.stream(xmp, entries))
  catalog.set(PDFName.of('Metadata'), metadata)
  catalog.set(PDFName.of('Lang'), PDFString.of(facts.lang))
  catalog.set(
    PDFName.of('OutputIntents'),
    context.obj([toIntent(press, packedProfile, context)])
  )
}

// Not a condition of the ICC's registry: then the profile itself must be there,
// and what it is must be said.
function toIntent(
  press: PagePress,
  packedProfile: Uint8Array,
  context: PDFContext
): PDFDict {
  const {name} = press.profile
  return context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFString.of('Custom'),
    OutputCondition: PDFHexString.fromText(name),
    Info: PDFHexString.fromText(name),
    DestOutputProfile: addPacked(packedProfile, {N: 4}, context)
  })
}

function toXmp({
  lang,
  modified,
  press,
  publication,
  title
}: PressFacts): string {
  const date = modified.toISOString().replace(/\.\d+Z$/, 'Z')
  const version = standardNames[press.standard]
  const id = toUuid([title, publication, date, version])
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(publication)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${maker}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>${version}</pdfxid:GTS_PDFXVersion>
<xmp:CreatorTool>${maker}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:${id}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
`
}

// The same page of the same day has the same name (RFC 9562, version 8).
function toUuid(parts: ReadonlyArray<string>): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32)
  ].join('-')
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function toPdfDate(date: Date): string {
  const digits = date.toISOString().replaceAll(/[-:T]|\.\d+Z$/g, '')
  return `D:${digits}+00'00'`
}
