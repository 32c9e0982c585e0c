// The reference checker: whether the descriptions in a bag agree with each
// other, with the copy, and with the files. Schemas check none of this.

import type {VFile} from 'vfile'
import {checkAlto, type AltoPage} from './check-alto.ts'
import {checkMets} from './check-mets.ts'
import {checkPremis} from './check-premis.ts'
import {checkViewer} from './check-viewer.ts'
import {
  checkCopyWords,
  checkLayoutWords,
  type SheetPage
} from './check-words.ts'
import {
  isObject,
  listOf,
  openJson,
  openXml,
  type DescribedBag,
  type Sheet
} from './described-bag.ts'
import {descriptionBroken, descriptionRecord} from './rules.ts'

/** Raised when more is checked; bags that were checked by less are read anew. */
export const descriptionCheckVersion = 1

/** Whether a file of the payload has to be read for the check. */
export function isDescription(path: string): boolean {
  return (
    /^(?:alto|iiif)\/[^/]+$/.test(path) ||
    [
      'copy.json',
      'issue/layout.json',
      'mets.xml',
      'premis.xml',
      'record.json'
    ].includes(path)
  )
}

/** Check a bag's descriptions; gives the files that have notes. */
export function checkDescriptions(bag: DescribedBag): Array<VFile> {
  const sheets: Array<Sheet> = []
  const copy = openJson(bag, 'copy.json')
  const record = openJson(bag, 'record.json')
  const layout = openJson(bag, 'issue/layout.json')
  sheets.push(copy, record, layout)
  checkPdfs(record, record.value, bag)
  if (copy.value !== undefined && listOf(copy.value, 'stories').length === 0) {
    copy.fault(
      descriptionBroken,
      'Unexpected copy without stories, expected some'
    )
  }

  const pages = new Map<string, AltoPage>()
  const sheetPages: Array<SheetPage> = []
  const paths = [...bag.files.keys()].filter((path) => path.startsWith('alto/'))
  for (const path of paths.sort()) {
    const sheet = openXml(bag, path, 'alto')
    sheets.push(sheet)
    if (!('root' in sheet)) continue
    const page = checkAlto(sheet)
    pages.set(path, page)
    sheetPages.push({sheet, page})
  }
  checkCopyWords(inPageOrder(sheetPages, copy.value), copy.value, copy)
  checkLayoutWords(sheetPages, layout.value)

  const mets = openXml(bag, 'mets.xml', 'mets')
  if ('root' in mets) checkMets(mets, bag, pages, copy.value)
  const premis = openXml(bag, 'premis.xml', 'premis')
  if ('root' in premis) checkPremis(premis, bag)
  sheets.push(mets, premis, ...checkViewer(bag, pages))
  return sheets
    .map(({file}) => file)
    .filter(({messages}) => messages.length > 0)
}

/** Stories run over pages in the order of the issue. */
function inPageOrder(
  pages: ReadonlyArray<SheetPage>,
  copy: unknown
): Array<SheetPage> {
  const order = listOf(copy, 'pages').map((page) => Number(page['pageNumber']))
  const place = ({page}: SheetPage): number =>
    order.indexOf(Number(/(\d+)\.xml$/.exec(page.path)?.[1]))
  return pages.toSorted((a, b) => place(a) - place(b))
}

function checkPdfs(sheet: Sheet, record: unknown, bag: DescribedBag): void {
  const pdfs = isObject(record) ? record['pdfs'] : undefined
  if (!isObject(pdfs)) return
  for (const [path, hash] of Object.entries(pdfs)) {
    const file = bag.files.get(path)
    if (file?.hash === hash) continue
    sheet.fault(
      descriptionRecord,
      `Unexpected ${file ? 'other' : 'missing'} PDF \`${path}\`, expected the one that was recorded when it was made`
    )
  }
}
