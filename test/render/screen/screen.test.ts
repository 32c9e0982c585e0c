import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream
} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {screen} from '../../../src/render/screen/screen.ts'
import {makeIssue, makeJob} from '../made-issue.ts'
import {readContent} from '../read-content.ts'
import {makeFakePlant, type FakePlantOptions} from './fake-plant.ts'
import {readOutline} from './read-outline.ts'

const job = makeJob(await makeIssue())
const sizesPt = [
  [1105.92, 851.04],
  [501.12, 401.04]
] as const

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

  test('should refuse a page that was printed on the paper of another', async () => {
    const [first] = sizesPt
    await expect(print({sizesPt: [first, first]})).rejects.toThrow(
      'Unexpected page `6` printed on `1105.92 × 851.04 pt`, expected `500.3 × 400.7 pt`'
    )
  })

  test('should move content with the paper', async () => {
    const document = await load({})
    const content = readContent(document.getPage(0))

    expect(content.split('\n')[0]).toBe('1 0 0 -1 0 850.394 cm')
  })

  test('should put links where their words are', async () => {
    expect(readLinks(await load({}))).toMatchInlineSnapshot(`
      "1 [ 149.98 717.26 152.33 729.26 ] 注释1 → page 1
      1 [ 36 657.39 46.3 669.39 ] 返回正文 1 → page 1
      1 [ 295.5 702.39 341.54 714.39 ] （转06版） → page 2
      1 [ 58.13 564.89 82.92 576.89 ] office https://news.example/office → (https://news.example/office)
      2 [ 31.5 317.7 77.54 329.7 ] （接05版） → page 1
      "
    `)
  })

  test('should carry files inside, as PDF/A-3', async () => {
    const attachments = [
      {
        path: 'manuscript/lead.md',
        mediaType: 'text/markdown',
        relationship: 'Source' as const,
        description: 'Manuscript',
        value: new TextEncoder().encode('# 连日来')
      }
    ]
    const [file] = await screen.render(
      {...job, attachments},
      makeFakePlant({sizesPt, pages: job.pages})
    )
    const document = await PDFDocument.load(file?.value ?? '', {
      updateMetadata: false
    })
    const [found] = document.getAttachments()

    expect(found?.name).toBe('manuscript/lead.md')
    expect(new TextDecoder().decode(found?.data)).toBe('# 连日来')
    expect(readXmp(document)).toContain('<pdfaid:part>3<')
    expect(readXmp(await load({}))).toContain('<pdfaid:part>2<')
  })

  test('should refuse a page that lacks some of its text', async () => {
    const [first, ...rest] = job.pages
    if (!first) throw new TypeError('No page')
    const short = {...first, children: first.children.slice(0, -1)}
    await expect(print({pages: [short, ...rest]})).rejects.toThrow(
      'Unexpected page without `1\u3000`'
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

  test('should label pages as printed', async () => {
    const document = await load({})
    const labels = document.catalog.lookup(PDFName.of('PageLabels'), PDFDict)
    // `05` and `06` in UTF-16.
    expect(String(labels)).toContain('/P <FEFF00300035>')
    expect(String(labels)).toContain('/P <FEFF00300036>')
  })

  test('should say what it is, alike in both places', async () => {
    const document = await load({})
    const xmp = readXmp(document)

    expect(document.getTitle()).toBe('云中日报 2026-06-02')
    expect(document.getProducer()).toBe('Qianzi')
    expect(document.getModificationDate()).toEqual(job.modified)
    expect(xmp).toContain('>云中日报 2026-06-02</rdf:li>')
    expect(xmp).toContain('<xmp:ModifyDate>2026-06-02T00:00:00Z<')
    expect(String(document.context.trailerInfo.ID)).toMatch(
      /^\[ <[0-9A-F]{32}> <[0-9A-F]{32}> \]$/i
    )
  })

  test('should give the same bytes whatever the clock says', async () => {
    const [first] = await print({clock: '20260601'})
    const [second] = await print({clock: '20270101'})
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
      screen.render(broken, makeFakePlant({sizesPt, pages: job.pages}))
    ).rejects.toThrow('Unexpected picture `photo/field.jpg`')
  })
})

function print(options: Partial<FakePlantOptions>) {
  return screen.render(
    job,
    makeFakePlant({sizesPt, pages: job.pages, ...options})
  )
}

function readXmp(document: PDFDocument): string {
  const metadata = document.catalog.lookup(PDFName.of('Metadata'))
  if (!(metadata instanceof PDFRawStream)) throw new TypeError('No XMP')
  return new TextDecoder().decode(metadata.getContents())
}

// Links by page: where they are, what they say, where they lead.
function readLinks(document: PDFDocument): string {
  const pages = document.getPages()
  const lines = pages.flatMap((page, index) => {
    const annotations = page.node.Annots()
    return Array.from({length: annotations?.size() ?? 0}, (_, at) => {
      const link = annotations?.lookup(at, PDFDict)
      const rect = String(link?.get(PDFName.of('Rect')))
      const contents = link?.lookup(PDFName.of('Contents'), PDFHexString)
      const uri = link
        ?.lookupMaybe(PDFName.of('A'), PDFDict)
        ?.get(PDFName.of('URI'))
      const place = link?.lookupMaybe(PDFName.of('Dest'), PDFArray)
      const to = pages.findIndex((one) => one.ref === place?.get(0))
      const target = place ? `page ${to + 1}` : String(uri)
      return `${index + 1} ${rect} ${contents?.decodeText()} → ${target}\n`
    })
  })
  return lines.join('')
}

async function load(options: Partial<FakePlantOptions>): Promise<PDFDocument> {
  const [file] = await print(options)
  return PDFDocument.load(file?.value ?? '', {updateMetadata: false})
}
