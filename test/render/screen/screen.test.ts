import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream
} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {screen} from '../../../src/render/screen/screen.ts'
import {makeIssue, makeJob} from '../made-issue.ts'
import {makeFakePlant, type FakePlantOptions} from './fake-plant.ts'
import {readOutline} from './read-outline.ts'

const job = makeJob(await makeIssue())
const sizesPt = [
  [1105.92, 851.04],
  [501.12, 401.04]
] as const
const names = ['part-lead-start', 'part-lead-rest']

describe('screen', () => {
  test('should name the file after the issue', async () => {
    const [file, ...rest] = await print({})
    expect(file?.path).toBe('screen/yunzhong-2026-06-02.pdf')
    expect(rest).toEqual([])
  })

  test('should cut paper to the trim', async () => {
    const document = await load({})
    const boxes = document
      .getPages()
      .map((page) => [
        page.getMediaBox(),
        page.getCropBox(),
        page.getBleedBox(),
        page.getTrimBox()
      ])
    const first = {x: 0, y: 0, width: 1105.512, height: 850.394}
    const second = {x: 0, y: 0, width: 500.3, height: 400.7}
    expect(boxes).toEqual([
      [first, first, first, first],
      [second, second, second, second]
    ])
  })

  test('should move content and links with the paper', async () => {
    const document = await load({})
    const page = document.getPage(0)
    const link = page.node.Annots()?.lookup(0, PDFDict)
    const stream = page.node.lookup(PDFName.of('Contents'))
    if (!(stream instanceof PDFRawStream)) throw new TypeError('No stream')
    const content = new TextDecoder().decode(
      decodePDFRawStream(stream).decode()
    )

    expect(content.split('\n')[0]).toBe('.24 0 0 -.24 0 850.394 cm')
    expect(String(link?.get(PDFName.of('Rect')))).toBe(
      '[ 10 699.354 20 709.354 ]'
    )
  })

  test('should file bookmarks by page, then story', async () => {
    expect(readOutline(await load({}))).toMatchInlineSnapshot(`
      "第05版 乡村特刊 → 1 0 850.39
        “披荆斩棘”绿色发展 → 1 30 775.39
        AVATAR To office → 1 30 625.39
        竖排文字：（开始）结束了。 → 1 30 796.39
      第06版 乡村特刊 → 2 0 400.7
        “披荆斩棘”绿色发展 → 2 30 346.7
      "
    `)
  })

  test('should lead links to modules', async () => {
    const document = await load({names})
    const dests = document.catalog.lookup(PDFName.of('Dests'), PDFDict)
    const [first, second] = document.getPages().map((page) => page.ref)
    expect(String(dests.get(PDFName.of('part-lead-start')))).toBe(
      `[ ${first} /XYZ 30 796.39 null ]`
    )
    expect(String(dests.get(PDFName.of('part-lead-rest')))).toBe(
      `[ ${second} /XYZ 30 346.7 null ]`
    )
  })

  test('should label pages as printed', async () => {
    const document = await load({})
    const labels = document.catalog.lookup(PDFName.of('PageLabels'), PDFDict)
    // `05` and `06` in UTF-16.
    expect(String(labels)).toContain('/P <FEFF00300035>')
    expect(String(labels)).toContain('/P <FEFF00300036>')
  })

  test('should say what it is, alike in both places', async () => {
    const document = await load({})
    const metadata = document.catalog.lookup(PDFName.of('Metadata'))
    if (!(metadata instanceof PDFRawStream)) throw new TypeError('No XMP')
    const xmp = new TextDecoder().decode(metadata.getContents())

    expect(document.getTitle()).toBe('云中日报 2026-06-02')
    expect(document.getProducer()).toBe('Qianzi')
    expect(document.getModificationDate()).toEqual(job.modified)
    expect(xmp).toContain('>云中日报 2026-06-02</rdf:li>')
    expect(xmp).toContain('<xmp:ModifyDate>2026-06-02T00:00:00Z<')
    expect(String(document.context.trailerInfo.ID)).toMatch(
      /^\[ <[0-9A-F]{32}> <[0-9A-F]{32}> \]$/i
    )
  })

  test('should give the same bytes whatever the browser counted', async () => {
    const [first] = await print({names, firstNode: 100})
    const [second] = await print({names, firstNode: 990})
    expect(first?.value).toEqual(second?.value)
  })

  test('should refuse a face that is not of the issue', async () => {
    const ours = ['AAAAAA+NotoSerifSC-Regular', 'SourceSerif4-Regular']
    await expect(print({fontNames: ours})).resolves.toHaveLength(1)
    await expect(
      print({fontNames: [...ours, 'BAAAAA+DejaVuSans']})
    ).rejects.toThrow('Unexpected font `DejaVuSans`')
  })

  test('should refuse more pages than were composed', async () => {
    await expect(
      print({sizesPt: [...sizesPt, [501.12, 401.04]]})
    ).rejects.toThrow('Unexpected `3` printed pages, expected `2`')
  })

  test('should refuse a picture that is not there', async () => {
    const broken = {...job, pictureFiles: new Map()}
    await expect(
      screen.render(broken, makeFakePlant({sizesPt}))
    ).rejects.toThrow('Unexpected picture `photo/field.jpg`')
  })
})

function print(options: Partial<FakePlantOptions>) {
  return screen.render(job, makeFakePlant({sizesPt, ...options}))
}

async function load(options: Partial<FakePlantOptions>): Promise<PDFDocument> {
  const [file] = await print(options)
  return PDFDocument.load(file?.value ?? '', {updateMetadata: false})
}
