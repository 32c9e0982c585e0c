// What is in an EPUB, read from its files by other means than it was written
// with.

import type {EpubFile} from '../../../src/render/epub/pack-epub.ts'

/** Files of an EPUB as text, and the lists that must agree. */
export interface ReadBook {
  /** Text files by path. */
  texts: ReadonlyMap<string, string>
  /** Other files by path. */
  binaries: ReadonlyMap<string, Uint8Array>
  /** Manifest: paths by id. */
  items: ReadonlyMap<string, string>
  /** Documents in reading order. */
  spine: ReadonlyArray<string>
  /** Contents, page list and landmarks of the nav. */
  toc: ReadonlyArray<string>
  pageList: ReadonlyArray<string>
  landmarks: ReadonlyArray<string>
  /** Contents and page list of the NCX. */
  points: ReadonlyArray<string>
  targets: ReadonlyArray<string>
}

/** Read the files. */
export function readBook(files: ReadonlyArray<EpubFile>): ReadBook {
  const texts = new Map<string, string>()
  const binaries = new Map<string, Uint8Array>()
  for (const {path, value} of files) {
    if (typeof value === 'string') texts.set(path, value)
    else binaries.set(path, value)
  }
  const opf = texts.get('OEBPS/content.opf') ?? ''
  const ncx = texts.get('OEBPS/toc.ncx') ?? ''
  const nav = texts.get('OEBPS/nav.xhtml') ?? ''
  const items = new Map(
    readAll(opf, /<item id="([^"]+)" href="([^"]+)"/g).map(([id, href]) => [
      id ?? '',
      href ?? ''
    ])
  )
  const [toc, pageList = '', landmarks = ''] =
    nav.includes('page-list') || !nav.includes('landmarks')
      ? nav.split('<nav ').slice(1)
      : [nav.split('<nav ')[1], '', nav.split('<nav ')[2]]
  const [navMap = '', targets = ''] = ncx.split('<pageList>')
  return {
    texts,
    binaries,
    items,
    spine: readFirst(opf, /<itemref idref="([^"]+)"/g).map(
      (id) => items.get(id) ?? `nothing of id ${id}`
    ),
    toc: readFirst(toc ?? '', /href="([^"]+)"/g),
    pageList: readFirst(pageList, /href="([^"]+)"/g),
    landmarks: readFirst(landmarks, /href="([^"]+)"/g),
    points: readFirst(navMap, /<content src="([^"]+)"/g),
    targets: readFirst(targets, /<content src="([^"]+)"/g)
  }
}

/** List the first group of every match. */
export function readFirst(text: string, pattern: RegExp): Array<string> {
  return readAll(text, pattern).map(([first]) => first ?? '')
}

function readAll(text: string, pattern: RegExp): Array<Array<string>> {
  return [...text.matchAll(pattern)].map((match) => match.slice(1))
}

/** Give the text of a piece of XHTML, without what the press adds to copy. */
export function readCopy(xhtml: string): string {
  return unescape(
    xhtml
      .replace(/<sup>.*?<\/sup>/g, '')
      .replace(/<(rp|rt)>.*?<\/\1>/g, '')
      .replace(/<[^>]*>/g, '')
  )
}

/** Give all shown text of a document. */
export function readShown(xhtml: string): string {
  const body = xhtml.slice(xhtml.indexOf('<body'))
  return unescape(body.replace(/<[^>]*>/g, ''))
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
