import {PDFDocument} from '@cantoo/pdf-lib'
import {HtmlValidate} from 'html-validate'
import {describe, expect, test} from 'vitest'
import type {Job, OutputFile} from '../../../src/render/renderer.ts'
import {web} from '../../../src/render/web/web.ts'
import {findBrokenLinks} from './find-broken-links.ts'
import {
  fakePlant,
  hostileTitle,
  leadParagraphs,
  makeSiteJob,
  makeSitePages,
  makeStory
} from './made-site.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Titles are headlines: as long as the newsroom made them.
    'long-title': 'off',
    'doctype-style': ['error', {style: 'lowercase'}],
    // The stylesheet is a file of the site itself.
    'require-sri': 'off'
  }
})

async function render(more: Partial<Job> = {}): Promise<Map<string, string>> {
  const files = await web.render(makeSiteJob(more), fakePlant)
  return new Map(files.map(({path, value}) => [path, toText(value)]))
}

function toText(value: OutputFile['value']): string {
  return typeof value === 'string' ? value : new TextDecoder().decode(value)
}

/** Two blank pages. */
async function makePdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage()
  document.addPage()
  return document.save()
}

function findDocuments(files: ReadonlyMap<string, string>) {
  return [...files].filter(([path]) => path.endsWith('.html'))
}

/** Read what a reader reads: no elements, no data, no signs escaped. */
function readText(html: string): string {
  return html
    .replace(/<(script|title)[^>]*>.*?<\/\1>/gs, '')
    .replace(tags, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}

const tags = /<(\/?[a-z!][^\s>]*)(?:\s+[^\s"=>]+(?:="[^"]*")?)*\s*>/gi

function readData(html: string): Record<string, unknown> {
  const [, json = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  return JSON.parse(json)
}

describe('web', () => {
  test('should make a document for the issue, each page, each story', async () => {
    const files = await render()

    expect([...files.keys()].toSorted()).toEqual([
      'edition.json',
      'web/cover.jpg',
      'web/index.html',
      'web/p5/a1/card.jpg',
      'web/p5/a1/clipping-p5.jpg',
      'web/p5/a1/clipping-p6.jpg',
      'web/p5/a1/index.html',
      'web/p5/a1/photo-1-1000.jpg',
      'web/p5/a1/photo-1-1000.webp',
      'web/p5/a1/photo-1-640.webp',
      'web/p5/a2/card.jpg',
      'web/p5/a2/clipping-p5.jpg',
      'web/p5/a2/index.html',
      'web/p5/a3/card.jpg',
      'web/p5/a3/clipping-p5.jpg',
      'web/p5/a3/index.html',
      'web/p5/index.html',
      'web/p5/page-1200.webp',
      'web/p5/page-1474.webp',
      'web/p5/page-2400.webp',
      'web/p5/page-320.webp',
      'web/p5/page-800.webp',
      'web/p6/a1/card.jpg',
      'web/p6/a1/clipping-p6.jpg',
      'web/p6/a1/index.html',
      'web/p6/a2/card.jpg',
      'web/p6/a2/clipping-p6.jpg',
      'web/p6/a2/index.html',
      'web/p6/a3/card.jpg',
      'web/p6/a3/clipping-p6.jpg',
      'web/p6/a3/index.html',
      'web/p6/index.html',
      'web/p6/page-1200.webp',
      'web/p6/page-1474.webp',
      'web/p6/page-2400.webp',
      'web/p6/page-320.webp',
      'web/p6/page-800.webp',
      'web/style.css'
    ])
  })

  test('should write valid HTML', async () => {
    for (const [path, html] of findDocuments(await render())) {
      const {results} = await validator.validateString(html, path)
      const messages = results.flatMap((result) => result.messages)
      expect(messages.map((message) => `${path} ${message.message}`)).toEqual(
        []
      )
    }
  })

  test('should only link to what is there', async () => {
    expect(findBrokenLinks(await render())).toEqual([])
  })

  test('should link to the EPUB and the PDF only where they are made', async () => {
    const screenPdf = await makePdf()
    const none = await render({screenPdf})
    const both = await render({
      outputNames: ['epub', 'screen', 'web'],
      screenPdf
    })
    const id = 'yunzhong-2026-06-02'
    const published = [`epub/${id}.epub`, `screen/${id}.pdf`]

    expect(none.get('web/index.html')).not.toMatch(/\.(?:epub|pdf)"/)
    expect(both.get('web/index.html')).toContain(`"../epub/${id}.epub"`)
    expect(both.get('web/index.html')).toContain(`"../screen/${id}.pdf"`)
    expect(findBrokenLinks(both, published)).toEqual([])
  })

  test('should keep scripts, styles and other hosts out', async () => {
    for (const [path, html] of findDocuments(await render())) {
      const names = [...html.matchAll(tags)].map(([, name]) => name)
      expect(names, path).not.toContain('style')
      expect(html, path).toContain('default-src &#x27;none&#x27;')
      expect(names.filter((name) => name === 'script').length, path).toBe(
        html.split('<script type="application/ld+json">').length - 1
      )
      expect(html, path).not.toMatch(/ style="| on[a-z]+="/)
      expect(html, path).not.toMatch(/(?:src|srcset|href)="(?:https?:|\/)/)
    }
  })

  test('should carry every paragraph once, as the copy has it', async () => {
    const files = await render()
    const text = readText(files.get('web/p5/a1/index.html') ?? '')

    for (const paragraph of leadParagraphs) {
      expect(text.split(paragraph)).toHaveLength(2)
    }
    expect(text).toContain(
      '去年，全村栽下 1,200 亩，成活率九成以上，一棵也没有白栽。'
    )
    expect(text).toContain('〔原文至此中断〕')
  })

  test('should escape hostile words wherever they go', async () => {
    const files = await render()
    const html = files.get('web/p5/a2/index.html') ?? ''
    const title = hostileTitle.replace(/\s+/g, ' ')

    for (const [path, document] of findDocuments(files)) {
      // In quotes the signs of markup are but signs.
      const plain = document.replace(tags, '<$1>').split('<script>')
      expect(plain.length, path).toBeLessThanOrEqual(2)
      expect(plain[1]?.startsWith('{"@context"') ?? true, path).toBe(true)
      expect(plain.join(), path).not.toContain('<!--')
    }
    expect(readText(html)).toContain(title)
    expect(readData(html)).toMatchObject({
      '@type': 'NewsArticle',
      headline: title,
      printPage: '5',
      printSection: '乡村振兴',
      isPartOf: {'@type': 'PublicationIssue', issueNumber: '10986'}
    })
  })

  test('should lay the zones of the printed page over its picture', async () => {
    const files = await render()

    for (const page of makeSitePages()) {
      const html = files.get(`web/p${page.pageNumber}/index.html`) ?? ''
      const drawn = [...html.matchAll(/<polygon points="([^"]*)"/g)].map(
        ([, points = '']) =>
          points.split(' ').map((point) => point.split(',').map(Number))
      )
      const printed = page.children.flatMap((child) =>
        child.type === 'module'
          ? [
              child.zone.map(({xPt, yPt}) => [
                expect.closeTo((xPt / page.widthPt) * 100, 3),
                expect.closeTo((yPt / page.depthPt) * 100, 3)
              ])
            ]
          : []
      )
      expect(drawn).toEqual(printed)
    }
  })

  test('should name zones by their headline, in reading order', async () => {
    const files = await render()
    const html = files.get('web/p6/index.html') ?? ''
    const zones = html.slice(html.indexOf('<svg'), html.indexOf('</svg>'))
    const names = [...zones.matchAll(/href="([^"]*)" aria-label="([^"]*)"/g)]

    expect(names.map(([, href, name]) => [href, name])).toEqual([
      ['../p6/a2/index.html', 'A village library keeps its lamp lit'],
      ['../p6/a1/index.html', '乡村大集开到家门口'],
      ['../p5/a1/index.html', '一片沙棘林，半坡金果香'],
      ['../p6/a3/index.html', '河湾沙棘汁']
    ])
  })

  test('should lead from a jumped story to both of its places', async () => {
    const files = await render()
    const html = files.get('web/p5/a1/index.html') ?? ''

    expect(html).toContain('href="../../p5/index.html#zone-lead"')
    expect(html).toContain('href="../../p6/index.html#zone-lead"')
    expect(readText(html)).toContain('本文刊于第05版 乡村振兴、第06版 综合')
  })

  test('should go from story to story as a reader meets them', async () => {
    const files = await render()
    const next = findDocuments(files).map(([path, html]) => [
      path,
      /<link rel="next" href="([^"]*)"/.exec(html)?.[1]
    ])

    expect(Object.fromEntries(next)).toEqual({
      'web/index.html': 'p5/index.html',
      'web/p5/index.html': '../p6/index.html',
      'web/p6/index.html': undefined,
      'web/p5/a1/index.html': '../../p5/a2/index.html',
      'web/p5/a2/index.html': '../../p5/a3/index.html',
      'web/p5/a3/index.html': '../../p6/a2/index.html',
      'web/p6/a2/index.html': '../../p6/a1/index.html',
      'web/p6/a1/index.html': '../../p6/a3/index.html',
      'web/p6/a3/index.html': undefined
    })
  })

  test('should print the day as Chinese papers do', async () => {
    const html = (await render()).get('web/index.html') ?? ''

    expect(readText(html)).toContain(
      '2026年6月2日 星期二 农历丙午年四月十七 总第10986期 共2版'
    )
  })

  test('should give nothing a headline that has none', async () => {
    const html = (await render()).get('web/p5/a3/index.html') ?? ''

    expect(html).toContain('<h1 class="untitled">（无题）</h1>')
  })

  test('should put the style of the template after its own', async () => {
    const style = ':root { --accent: #123456; }'
    const files = new Map([['web/style.css', new TextEncoder().encode(style)]])
    const css =
      (await render({templateFiles: new Map([['broadsheet', files]])})).get(
        'web/style.css'
      ) ?? ''

    expect(css.indexOf(style)).toBeGreaterThan(css.indexOf('--accent: #a3161d'))
    expect(css.indexOf(style)).toBeLessThan(css.lastIndexOf('@media print'))
  })

  test('should do without pictures and composed pages', async () => {
    for (const more of [
      {pageImages: new Map()},
      {pages: []},
      {pictures: new Map(), pictureFiles: new Map()}
    ]) {
      const files = await render(more)
      expect(findBrokenLinks(files)).toEqual([])
      expect(files.has('web/p5/a1/index.html')).toBe(true)
    }
  })

  test('should keep addresses when a page is made up anew', async () => {
    const turned = makeSitePages().map((page) => ({
      ...page,
      children: page.children.toReversed()
    }))
    const before = await render()
    const after = await render({pages: turned})

    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted())
    for (const path of ['web/p5/a1/index.html', 'web/p6/a2/index.html']) {
      const title = /<h1[^>]*>.*?<\/h1>/.exec(before.get(path) ?? '')?.[0] ?? ''
      expect(after.get(path)).toContain(title)
    }
  })

  test('should survive a story nobody placed and one with an odd name', async () => {
    const job = makeSiteJob()
    const [first] = job.issue.children
    first?.children.push(makeStory('a"b c', 'Odd', []), makeStory('', '', []))
    const files = await render({issue: job.issue})

    expect(findBrokenLinks(files)).toEqual([])
    expect(files.has('web/p5/a5/index.html')).toBe(true)
    expect(files.get('web/index.html')).toContain('href="p5/a4/index.html"')
    expect(files.get('web/p5/index.html')).toContain('href="../p5/a4/')
  })

  test('should say what nobody knows, and make nothing up', async () => {
    const {issue} = makeSiteJob()
    issue.date = 'unknown'
    for (const page of issue.children) page.isNumberUnknown = true
    const files = await render({issue})
    const story = files.get('web/p5/a2/index.html') ?? ''

    expect(readText(files.get('web/index.html') ?? '')).toContain(
      '〔日期不详〕 总第10986期'
    )
    expect(readText(files.get('web/p5/index.html') ?? '')).toContain(
      '〔版次不详〕 乡村振兴'
    )
    expect(readData(story)).not.toHaveProperty('printPage')
    expect(readData(story)).not.toHaveProperty('datePublished')
    for (const html of files.values()) expect(html).not.toMatch(/第0[56]版版面/)
  })

  test('should name files in ASCII', async () => {
    for (const path of (await render()).keys()) {
      expect(path).toMatch(/^[a-z0-9./-]+$/)
    }
  })

  test('should give the same bytes twice', async () => {
    const job = makeSiteJob()

    expect(await web.render(job, fakePlant)).toEqual(
      await web.render(structuredClone(job), fakePlant)
    )
  })
})
