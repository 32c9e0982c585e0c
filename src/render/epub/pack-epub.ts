// Files to one EPUB: the container, with the same bytes every time.
//
// The packing is epub-gen-memory's. Of what it makes, only the zip is kept: its
// documents are flat, its ids and dates random, and its HTML normalizer removes
// most of what ours say. So the step that writes its documents writes ours.

import {EPub} from 'epub-gen-memory'

/** A file in the EPUB. */
export interface EpubFile {
  /** Path from the root of the zip, such as `OEBPS/nav.xhtml`. */
  path: string
  value: Uint8Array | string
}

/** What to pack. */
export interface EpubContainer {
  title: string
  lang: string
  /** Date of every file in the zip. */
  modified: Date
  files: ReadonlyArray<EpubFile>
}

const stored = /\.(?:gif|jpe?g|png|webp|woff2?)$/

/** Pack the files, in their order. */
export async function packEpub(container: EpubContainer): Promise<Uint8Array> {
  const epub = new IssueEpub(container)
  await epub.render()
  return epub.generateAsync({
    type: 'uint8array',
    mimeType: 'application/epub+zip',
    compression: 'DEFLATE',
    compressionOptions: {level: 9}
  })
}

class IssueEpub extends EPub {
  readonly container: EpubContainer

  constructor(container: EpubContainer) {
    const {lang, modified, title} = container
    const date = modified.toISOString()
    super({title, lang, date, description: title, version: 3}, [])
    this.container = container
  }

  protected override async generateTemplateFiles(): Promise<void> {
    // Zip dates start in 1980.
    const from = Date.UTC(1980, 0, 1)
    const date = new Date(Math.max(from, this.container.modified.getTime()))
    const options = {date, createFolders: false}
    this.zip.file('mimetype', 'application/epub+zip', {
      ...options,
      compression: 'STORE'
    })
    for (const {path, value} of this.container.files) {
      const compression = stored.test(path) ? 'STORE' : 'DEFLATE'
      this.zip.file(path, value, {...options, compression})
    }
  }
}
