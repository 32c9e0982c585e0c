// What a repair of a printed PDF is: one step over the loaded document.
//
// Chromium prints well and files badly: it rounds paper, dates by the clock and
// names things by its own counters. Each repair sets one of these right and
// knows nothing of the others, so the list can grow.

import type {PDFDocument} from '@cantoo/pdf-lib'
import type {ComposedPage} from '../../model/page.ts'
import type {Attachment} from '../renderer.ts'

/** Set one thing right, in place. */
export type Repair = (document: PDFDocument, facts: PrintedFacts) => void

/** What repairs may know of what was printed. */
export interface PrintedFacts {
  /** One for each page of the document, in order. */
  pages: ReadonlyArray<ComposedPage>
  title: string
  /** Language, as in BCP 47. */
  lang: string
  /** Name of the paper. */
  publication: string
  /** PostScript names of the fonts. */
  fontNames: ReadonlySet<string>
  /** Moment of the issue. */
  modified: Date
  /** Files carried inside, by path; any makes it PDF/A-3. */
  attachments: ReadonlyArray<Attachment>
}
