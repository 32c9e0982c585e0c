// Rows of the catalogue's tables, as what they stand for.

import type {CatalogueBag, Finding} from '../model/shelf.ts'

type Row = Readonly<Record<string, unknown>>

/** Make a bag of a row. */
export function toBag(row: Row): CatalogueBag {
  const issueNumber = row['issueNumber']
  return {
    issueId: toText(row, 'issueId'),
    version: toNumber(row, 'version'),
    inputHash: toText(row, 'inputHash'),
    tagHash: toText(row, 'tagHash'),
    publication: toText(row, 'publication'),
    date: toText(row, 'date'),
    ...(typeof issueNumber === 'number' ? {issueNumber} : {}),
    lang: toText(row, 'lang'),
    pageCount: toNumber(row, 'pageCount'),
    byteCount: toNumber(row, 'byteCount')
  }
}

/** Make a finding of a row. */
export function toFinding(row: Row): Finding {
  const pages: unknown = JSON.parse(toText(row, 'pageNumbers'))
  return {
    issueId: toText(row, 'issueId'),
    version: toNumber(row, 'version'),
    publication: toText(row, 'publication'),
    date: toText(row, 'date'),
    story: {
      slug: toText(row, 'slug'),
      title: toText(row, 'title'),
      kind: toText(row, 'kind'),
      section: toText(row, 'section'),
      byline: toText(row, 'byline'),
      lang: toText(row, 'lang'),
      pageNumbers: Array.isArray(pages) ? pages.map(Number) : [],
      text: toText(row, 'text')
    }
  }
}

/** Read a text of a row; empty where there is none. */
export function toText(row: Row, name: string): string {
  return String(row[name] ?? '')
}

/** Read a number of a row; `0` where there is none. */
export function toNumber(row: Row, name: string): number {
  return Number(row[name] ?? 0)
}
