// What every renderer is: a named function from a finished issue to files.

import type {FaceTable} from '../type/type.ts'
import type {Issue} from '../model/issue.ts'
import type {ComposedPage} from '../model/page.ts'
import type {PictureTable} from '../model/picture.ts'
import type {Plant, RasterPage} from '../model/plant.ts'
import type {CutGlyphs, PackStream, PagePress} from '../model/press.ts'
import type {Rule} from '../note/note.ts'

/** A finished issue; renderers read it and never change it. */
export interface Job {
  issue: Issue
  pages: ReadonlyArray<ComposedPage>
  pictures: PictureTable
  /** Bytes of each picture, by `src`. */
  pictureFiles: ReadonlyMap<string, Uint8Array>
  /** Bytes of each font file (already subset), by `PageFace.fileKey`. */
  fontFiles: ReadonlyMap<string, Uint8Array>
  /** The same, open for measuring (default: opened when needed). */
  faceTable?: FaceTable
  /** Whole faces, for outputs that subset by themselves; by face name. */
  faces: ReadonlyMap<string, JobFace>
  /** Files of each template's folder, by template name, then path. */
  templateFiles: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>
  /** Moment of the issue, for metadata; from SOURCE_DATE_EPOCH or its date. */
  modified: Date
  /** Pages as pictures, by page number; made once, shared by the outputs. */
  pageImages: ReadonlyMap<number, RasterPage>
  /** The finished screen PDF, once it is there. */
  screenPdf?: Uint8Array
  /** What each page is printed with, by page number. */
  press?: ReadonlyMap<number, PagePress>
  /** Font files with the outlines they came with, by `PageFace.fileKey`. */
  pressFontFiles?: ReadonlyMap<string, Uint8Array>
  /** Cuts those files down to glyphs. */
  cutGlyphs?: CutGlyphs
  /** Packs streams of press files (default: with zlib, each time). */
  packStream?: PackStream
  /** Files the screen PDF carries inside (default: none). */
  attachments?: ReadonlyArray<Attachment>
  /** Outputs published in this run; others must not be linked to. */
  outputNames?: ReadonlyArray<string>
}

/** A file carried inside a PDF. */
export interface Attachment {
  /** Name it is saved as. */
  path: string
  mediaType: string
  /** What it is to the document: what it was made of, or the same as data. */
  relationship: 'Data' | 'Source'
  description: string
  value: Uint8Array
}

/** A whole font file, read by whoever needs it. */
export interface JobFace {
  /**
   * Name in the template: `song`, `songBold`, `kai`, `serif`, `serifItalic`, …;
   * outputs that reflow choose by it.
   */
  name: string
  read(): Promise<Uint8Array>
}

/** A file to publish; the build writes it, the renderer does not. */
export interface OutputFile {
  /** Place in the folder of the issue, such as `epub/today.epub`. */
  path: string
  value: Uint8Array | string
  /** What there is to say about it. */
  notes?: ReadonlyArray<OutputNote>
  /** For the press: the most ink that may lie on a point of it, in per cent. */
  inkPercent?: number
}

/** A note about an output. */
export interface OutputNote {
  rule: Rule
  reason: string
  fix: string
  /** Story it is about (default: none). */
  slug?: string
}

/** One way to publish an issue. */
export interface Renderer {
  /** Name people use to ask for it: `--to screen`. */
  name: string
  /** Raised when it gives other results for the same job (default: `1`). */
  version?: number
  /** Rendering the same job twice must give the same bytes. */
  render(job: Job, plant: Plant): Promise<Array<OutputFile>>
}
