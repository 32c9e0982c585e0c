// Repair: what the document says of itself, in both places it is asked for:
// the old information dictionary and XMP (ISO 16684-1). Both must agree.

import {
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
  type PDFDocument
} from '@cantoo/pdf-lib'
import type {PrintedFacts} from './repair.ts'

const maker = 'Qianzi'

/** Write title, language, maker and dates. */
export function repairMetadata(
  document: PDFDocument,
  facts: PrintedFacts
): void {
  const {catalog, context} = document
  const {lang, modified, publication, title} = facts
  const moment = PDFString.of(toPdfDate(modified))
  const info = context.obj({
    Title: PDFHexString.fromText(title),
    Author: PDFHexString.fromText(publication),
    Creator: PDFString.of(maker),
    Producer: PDFString.of(maker),
    CreationDate: moment,
    ModDate: moment
  })
  const oldInfo = context.trailerInfo.Info
  context.trailerInfo.Info = context.register(info)
  if (oldInfo instanceof PDFRef) context.delete(oldInfo)

  const packet = new TextEncoder().encode(toXmp(facts))
  const type = {Type: PDFName.of('Metadata'), Subtype: PDFName.of('XML')}
  const metadata = context.register(context.stream(packet, type))
  catalog.set(PDFName.of('Metadata'), metadata)
  catalog.set(PDFName.of('Lang'), PDFString.of(lang))
  catalog.set(
    PDFName.of('ViewerPreferences'),
    context.obj({DisplayDocTitle: true})
  )
}

// PDF/A knows no PDF/UA: properties it does not know must be described.
const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

function toXmp(facts: PrintedFacts): string {
  const date = facts.modified.toISOString().replace(/\.\d+Z$/, 'Z')
  const title = escapeXml(facts.title)
  const lang = escapeXml(facts.lang)
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>${facts.attachments.length > 0 ? 3 : 2}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(facts.publication)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${maker}</pdf:Producer>
<xmp:CreatorTool>${maker}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
</rdf:Description>
${uaSchema}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
`
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Write a moment as PDF does. */
export function toPdfDate(date: Date): string {
  const digits = date.toISOString().replaceAll(/[-:T]|\.\d+Z$/g, '')
  return `D:${digits}+00'00'`
}
