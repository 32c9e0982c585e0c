// Repair: which red, green and blue the colours on the page are: those of sRGB,
// as it is everywhere on screens (PDF/A asks that it be said).

import {PDFHexString, PDFName, type PDFDocument} from '@cantoo/pdf-lib'
import {makeSrgbProfile} from './srgb-profile.ts'

/** Write the output intent. */
export function repairColor(document: PDFDocument): void {
  const {catalog, context} = document
  const profile = context.flateStream(makeSrgbProfile(), {N: 3})
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFHexString.fromText('sRGB IEC61966-2.1'),
    Info: PDFHexString.fromText('sRGB IEC61966-2.1'),
    DestOutputProfile: context.register(profile)
  })
  catalog.set(
    PDFName.of('OutputIntents'),
    context.obj([context.register(intent)])
  )
}
