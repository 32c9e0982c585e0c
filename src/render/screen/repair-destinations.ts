// Repair: links inside the issue lead to the module, not to the page's corner.
//
// Structure elements of a sheet have no place of their own, so Chromium sends
// readers to the top left; where a module stands, the composed page knows.

import {PDFDict, PDFName, type PDFDocument} from '@cantoo/pdf-lib'
import {toPartId} from '../sheet-line.ts'
import {findModules} from '../sheet.ts'
import type {PrintedFacts} from './repair.ts'
import {toDestination} from './to-destination.ts'

/** Point the names of story parts at their modules. */
export function repairDestinations(
  document: PDFDocument,
  facts: PrintedFacts
): void {
  const names = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)
  if (!names) return
  const keys = new Map(names.keys().map((key) => [key.decodeText(), key]))

  for (const [index, page] of facts.pages.entries()) {
    for (const module of findModules(page)) {
      const key = keys.get(toPartId(module.slug, module.part))
      if (!key) continue
      names.set(key, toDestination(document, page, index, module.area))
    }
  }
}
