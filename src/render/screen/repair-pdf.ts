// A printed PDF made fit to publish: every repair in turn, then saved so that
// the same print gives the same bytes.

import {createHash} from 'node:crypto'
import {PDFDocument, PDFHeader, PDFHexString} from '@cantoo/pdf-lib'
import {addAttachments} from './add-attachments.ts'
import {checkFonts} from './check-fonts.ts'
import {repairBoxes} from './repair-boxes.ts'
import {repairColor} from './repair-color.ts'
import {repairContent} from './repair-content.ts'
import {repairLabels} from './repair-labels.ts'
import {repairMetadata} from './repair-metadata.ts'
import {repairOutline} from './repair-outline.ts'
import type {PrintedFacts, Repair} from './repair.ts'

const repairs: ReadonlyArray<Repair> = [
  checkFonts,
  repairBoxes,
  repairContent,
  repairOutline,
  repairLabels,
  repairColor,
  addAttachments,
  repairMetadata
]

/** Repair a PDF printed by Chromium. */
export async function repairPdf(
  pdf: Uint8Array,
  facts: PrintedFacts
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {updateMetadata: false})
  const {length} = facts.pages
  if (document.getPageCount() !== length) {
    throw new Error(
      `Unexpected \`${document.getPageCount()}\` printed pages, expected \`${length}\``
    )
  }

  for (const repair of repairs) repair(document, facts)

  const {context} = document
  context.header = PDFHeader.forVersion(1, 7)
  // The name of a file is what is in it; packing takes most of the time.
  const draft = await save(document, false)
  const hash = createHash('sha256').update(draft).digest('hex').slice(0, 32)
  const id = PDFHexString.of(hash)
  context.trailerInfo.ID = context.obj([id, id])
  return save(document, true)
}

async function save(
  document: PDFDocument,
  isPacked: boolean
): Promise<Uint8Array> {
  return document.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    useObjectStreams: isPacked,
    objectsPerTick: Infinity
  })
}
