// Pages cut out of a tagged PDF: their own structure stays, what belongs to other
// pages goes, and so does the weight of it.

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFRef
} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {toPagePdfs} from '../../../src/render/web/page-pdfs.ts'

/**
 * Two pages. A story begins on the first and ends on the second; each page has
 * a paragraph of its own; on the first stand a link to the second, one to itself
 * and one to another host; on the second is something heavy.
 */
async function makeWhole(): Promise<Uint8Array> {
  const document = await PDFDocument.create({updateMetadata: false})
  const {catalog, context} = document
  const pages = [document.addPage([100, 200]), document.addPage([100, 200])]
  const [first, second] = pages
  if (!first || !second) throw new Error('no pages')
  const treeRef = context.nextRef()
  const toElement = (
    kind: string,
    page: PDFRef,
    kids: Array<PDFDict | PDFRef | number>,
    id?: string
  ): PDFRef =>
    context.register(
      context.obj({
        Type: 'StructElem',
        S: kind,
        Pg: page,
        K: kids,
        ...(id === undefined ? {} : {ID: id})
      })
    )
  const toLink = (key: number, more: object): PDFRef =>
    context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        StructParent: key,
        Rect: [0, 0, 9, 9],
        ...more
      })
    )
  const links = [
    toLink(2, {Dest: [second.ref, 'Fit']}),
    toLink(3, {Dest: [first.ref, 'Fit']}),
    toLink(4, {A: {S: 'URI', URI: 'https://example.org'}})
  ]
  const linkElements = links.map((Obj) =>
    toElement('Link', first.ref, [
      context.obj({Type: 'OBJR', Obj, Pg: first.ref})
    ])
  )
  const story = toElement('Art', first.ref, [
    1,
    context.obj({Type: 'MCR', MCID: 1, Pg: second.ref})
  ])
  const own = toElement('P', first.ref, [0], 'own')
  const others = toElement('H2', second.ref, [0], 'others')
  const empty = toElement('TD', second.ref, [])
  const root = toElement('Document', first.ref, [
    own,
    story,
    ...linkElements,
    others,
    empty
  ])
  context.assign(
    treeRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: root,
      ParentTree: {
        Nums: [
          0,
          context.register(context.obj([own, story])),
          1,
          context.register(context.obj([others, story])),
          ...linkElements.flatMap((ref, index) => [2 + index, ref])
        ]
      },
      IDTree: {Names: ['others', others, 'own', own]}
    })
  )
  catalog.set(PDFName.of('StructTreeRoot'), treeRef)
  catalog.set(PDFName.of('MarkInfo'), context.obj({Marked: true}))
  catalog.set(PDFName.of('Outlines'), context.register(context.obj({})))
  catalog.set(
    PDFName.of('PageLabels'),
    context.obj({Nums: [0, {P: 'five'}, 1, {P: 'six'}]})
  )
  first.node.set(PDFName.of('StructParents'), context.obj(0))
  second.node.set(PDFName.of('StructParents'), context.obj(1))
  first.node.set(PDFName.of('Annots'), context.obj(links))
  const heavy = context.register(context.stream(new Uint8Array(50_000).fill(7)))
  second.node.set(PDFName.of('Contents'), heavy)
  document.setTitle('whole')
  return document.save({useObjectStreams: false})
}

/** Structure as an outline: kinds, with what is marked on the page. */
function outline(dict: PDFDict): string {
  const kids = dict.lookup(PDFName.of('K'))
  const list = kids instanceof PDFArray ? kids.asArray() : [kids]
  const parts = list.flatMap((kid) => {
    const one = kid && dict.context.lookup(kid)
    if (!(one instanceof PDFDict)) return one ? [String(one)] : []
    return one.get(PDFName.of('S'))
      ? [outline(one)]
      : [String(one.get(PDFName.of('MCID')) ?? 'link')]
  })
  const kind = String(dict.get(PDFName.of('S')) ?? '').slice(1)
  return `${kind}(${parts.join(' ')})`
}

async function cut(): Promise<Array<PDFDocument>> {
  const values = await toPagePdfs(await makeWhole(), ['第05版', '第06版'])
  return Promise.all(
    values.map((value) => PDFDocument.load(value, {updateMetadata: false}))
  )
}

function findTree({catalog}: PDFDocument): PDFDict {
  return catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
}

describe('toPagePdfs', () => {
  test('should keep the structure of each page, and no other', async () => {
    const [first, second] = await cut()
    if (!first || !second) throw new Error('no pages')
    expect(outline(findTree(first))).toBe(
      '(Document(P(0) Art(1) Link(link) Link(link) TD()))'
    )
    expect(outline(findTree(second))).toBe('(Document(Art(1) H2(0) TD()))')
    expect(first.getPageCount()).toBe(1)
    expect([first.getTitle(), second.getTitle()]).toEqual(['第05版', '第06版'])
  })

  test('should lead from content and links back to elements', async () => {
    const [first, second] = await cut()
    if (!first || !second) throw new Error('no pages')
    const readKeys = (document: PDFDocument) =>
      findTree(document)
        .lookup(PDFName.of('ParentTree'), PDFDict)
        .lookup(PDFName.of('Nums'), PDFArray)
        .asArray()
        .filter((_, index) => index % 2 === 0)
        .map(String)
    expect(readKeys(first)).toEqual(['0', '3', '4'])
    expect(readKeys(second)).toEqual(['1'])
    const ids = findTree(second).lookup(PDFName.of('IDTree'), PDFDict)
    expect(String(ids)).toContain('others')
    expect(String(ids)).not.toContain('own')
  })

  test('should lose links to pages that are gone, and the weight of them', async () => {
    const whole = await makeWhole()
    const [first = new Uint8Array()] = await toPagePdfs(whole, ['第05版'])
    const document = await PDFDocument.load(first)
    const annotations = document
      .getPage(0)
      .node.lookup(PDFName.of('Annots'), PDFArray)
    expect(annotations.size()).toBe(2)
    expect(document.catalog.get(PDFName.of('Outlines'))).toBeUndefined()
    expect(String(document.catalog.get(PDFName.of('PageLabels')))).toContain(
      'five'
    )
    expect(whole.length).toBeGreaterThan(50_000)
    expect(first.length).toBeLessThan(10_000)
  })

  test('should give the same bytes for the same issue', async () => {
    const whole = await makeWhole()
    const [once, again] = [
      await toPagePdfs(whole, ['第05版', '第06版']),
      await toPagePdfs(whole, ['第05版', '第06版'])
    ]
    expect(once).toEqual(again)
  })
})
