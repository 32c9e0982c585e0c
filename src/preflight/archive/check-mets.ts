// METS: every file there and as recorded, every reference leading somewhere,
// pages in order, stories called as in the copy.

import type {AltoPage} from './check-alto.ts'
import {
  isObject,
  listOf,
  stringOf,
  type DescribedBag,
  type XmlSheet
} from './described-bag.ts'
import {findAll, findOne, textOf, type Xml} from './read-xml.ts'
import {
  descriptionOrder,
  descriptionRecord,
  descriptionReference,
  descriptionTitle
} from './rules.ts'

/** Check METS against the bag, the pages and the copy. */
export function checkMets(
  sheet: XmlSheet,
  bag: DescribedBag,
  pages: ReadonlyMap<string, AltoPage>,
  copy: unknown
): void {
  const {root} = sheet
  const ids = new Set(
    findAll(root, 'dmdSec', 'amdSec', 'digiprovMD', 'file', 'fileGrp', 'div')
      .map((element) => element.attributes['ID'] ?? '')
      .filter((id) => id !== '')
  )
  const filePaths = checkFiles(sheet, bag)
  checkReferences(sheet, ids, filePaths, pages)
  checkPages(sheet, copy, filePaths)
  checkStories(sheet, copy)
}

function checkFiles(sheet: XmlSheet, bag: DescribedBag): Map<string, string> {
  const paths = new Map<string, string>()
  const elements = findAll(sheet.root, 'file', 'mdRef')
  for (const element of elements) {
    const location = findOne(element, 'FLocat') ?? element
    const path = decode(location.attributes['xlink:href'] ?? '')
    if (element.name === 'file') paths.set(element.attributes['ID'] ?? '', path)
    checkRecord(sheet, bag, {
      path,
      hash: element.attributes['CHECKSUM'] ?? '',
      byteCount: Number(element.attributes['SIZE']),
      element
    })
  }
  const listed = new Set(paths.values())
  for (const path of bag.files.keys()) {
    if (path === 'mets.xml' || path === 'premis.xml' || listed.has(path)) {
      continue
    }
    sheet.fault(
      descriptionRecord,
      `Unexpected file \`${path}\` that METS does not list, expected it there`
    )
  }
  return paths
}

/** Compare a record of a file with the file. */
export function checkRecord(
  sheet: XmlSheet,
  bag: DescribedBag,
  record: {path: string; hash: string; byteCount: number; element: Xml}
): void {
  const {byteCount, element, hash, path} = record
  const file = bag.files.get(path)
  if (!file) {
    sheet.fault(
      descriptionReference,
      `Unexpected file \`${path}\` in \`${sheet.path}\`, expected one that is in the bag`,
      element
    )
    return
  }
  if (file.hash !== hash.toLowerCase()) {
    sheet.fault(
      descriptionRecord,
      `Unexpected hash \`${file.hash.slice(0, 12)}…\` of \`${path}\`, expected \`${hash.slice(0, 12)}…\` as recorded`,
      element
    )
  }
  if (file.byteCount !== byteCount) {
    sheet.fault(
      descriptionRecord,
      `Unexpected size \`${file.byteCount}\` of \`${path}\`, expected \`${byteCount}\` bytes as recorded`,
      element
    )
  }
}

function checkReferences(
  sheet: XmlSheet,
  ids: ReadonlySet<string>,
  filePaths: ReadonlyMap<string, string>,
  pages: ReadonlyMap<string, AltoPage>
): void {
  for (const element of findAll(sheet.root, 'div', 'file')) {
    for (const name of ['ADMID', 'DMDID']) {
      for (const id of (element.attributes[name] ?? '').split(' ')) {
        if (id === '' || ids.has(id)) continue
        sheet.fault(
          descriptionReference,
          `Unexpected \`${name}\` to \`${id}\`, expected a section of that name`,
          element
        )
      }
    }
  }
  for (const element of findAll(sheet.root, 'fptr', 'area')) {
    const {BEGIN: begin, FILEID: id} = element.attributes
    if (id === undefined) continue
    const path = filePaths.get(id)
    if (path === undefined) {
      sheet.fault(
        descriptionReference,
        `Unexpected \`FILEID\` to \`${id}\`, expected a file of that name`,
        element
      )
      continue
    }
    if (begin !== undefined && !pages.get(path)?.ids.has(begin)) {
      sheet.fault(
        descriptionReference,
        `Unexpected area \`${begin}\` of \`${path}\`, expected a block of that name there`,
        element
      )
    }
  }
  for (const link of findAll(sheet.root, 'smLink')) {
    for (const end of ['xlink:from', 'xlink:to']) {
      const id = link.attributes[end] ?? ''
      if (ids.has(id)) continue
      sheet.fault(
        descriptionReference,
        `Unexpected link to \`${id}\`, expected a division of that name`,
        link
      )
    }
  }
}

function checkPages(
  sheet: XmlSheet,
  copy: unknown,
  filePaths: ReadonlyMap<string, string>
): void {
  const map = findMap(sheet.root, 'PHYSICAL')
  const divs = map
    ? findAll(map, 'div').filter(
        ({attributes}) => attributes['TYPE'] === 'page'
      )
    : []
  const numbers = divs
    .toSorted((a, b) => orderOf(a) - orderOf(b))
    .map(({attributes}) => attributes['ORDERLABEL'] ?? '')
  const expected = listOf(copy, 'pages').map((page) =>
    [page['pageNumber'], page['facingPageNumber']]
      .filter((number) => number !== undefined)
      .join('–')
  )
  if (numbers.join() !== expected.join()) {
    sheet.fault(
      descriptionOrder,
      `Unexpected pages \`${numbers.join(', ')}\`, expected \`${expected.join(', ')}\` as in the copy`,
      map
    )
  }
  for (const div of divs) {
    // The files of a spread are named after its left half.
    const [left = ''] = (div.attributes['ORDERLABEL'] ?? '').split('–')
    const number = left.padStart(2, '0')
    const files = div.children.map(
      ({attributes}) => filePaths.get(attributes['FILEID'] ?? '') ?? ''
    )
    for (const path of [
      `alto/page-${number}.xml`,
      `image/page-${number}.jpg`
    ]) {
      if (files.includes(path)) continue
      sheet.fault(
        descriptionOrder,
        `Unexpected page \`${number}\` without \`${path}\`, expected it among its files`,
        div
      )
    }
  }
}

function checkStories(sheet: XmlSheet, copy: unknown): void {
  const stories = listOf(copy, 'stories')
  const map = findMap(sheet.root, 'LOGICAL')
  const divs = map
    ? findAll(map, 'div').filter(({attributes}) =>
        ['advertisement', 'article'].includes(attributes['TYPE'] ?? '')
      )
    : []
  if (divs.length !== stories.length) {
    sheet.fault(
      descriptionOrder,
      `Unexpected \`${divs.length}\` stories, expected \`${stories.length}\` as in the copy`,
      map
    )
  }
  const descriptions = new Map(
    findAll(sheet.root, 'dmdSec').map((one) => [one.attributes['ID'], one])
  )
  for (const [index, div] of divs.entries()) {
    const title = stringOf(stories[index], 'title')
    const label = div.attributes['LABEL'] ?? ''
    const mods = descriptions.get(div.attributes['DMDID'])
    const called = mods ? textOf(mods, 'title') : label
    for (const name of [label, called]) {
      if (toLine(name) === toLine(title)) continue
      sheet.fault(
        descriptionTitle,
        `Unexpected title \`${name}\`, expected \`${title}\` as in the copy`,
        div
      )
    }
  }
  const issue = descriptions.get('D_issue')
  if (!issue || !isObject(copy)) return
  const day = textOf(issue, 'dateIssued')
  const facts = [
    [textOf(issue, 'title'), stringOf(copy, 'publication')],
    ...(day === '' ? [] : [[day, stringOf(copy, 'date')]])
  ]
  for (const [actual = '', expected = ''] of facts) {
    if (toLine(actual) === toLine(expected)) continue
    sheet.fault(
      descriptionTitle,
      `Unexpected \`${actual}\`, expected \`${expected}\` as in the copy`,
      issue
    )
  }
}

function findMap(root: Xml, type: string): Xml | undefined {
  return findAll(root, 'structMap').find(
    ({attributes}) => attributes['TYPE'] === type
  )
}

function orderOf({attributes}: Xml): number {
  return Number(attributes['ORDER'] ?? 0)
}

function toLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
