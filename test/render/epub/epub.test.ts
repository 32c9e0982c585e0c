// EPUBs of the made-up issues, with validators and with checks no validator has.

import {EpubCheck} from '@likecoin/epubcheck-ts'
import * as hb from 'harfbuzzjs'
import {HtmlValidate} from 'html-validate'
import {toString} from 'mdast-util-to-string'
import sharp from 'sharp'
import {beforeAll, describe, expect, test} from 'vitest'
import type {Story} from '../../../src/model/story.ts'
import {makeEpub} from '../../../src/render/epub/make-epub.ts'
import {packEpub} from '../../../src/render/epub/pack-epub.ts'
import {toEpubFiles} from '../../../src/render/epub/to-epub-files.ts'
import {cleanXmlText} from '../../../src/render/write-xml.ts'
import type {Job} from '../../../src/render/renderer.ts'
import {machines, makeBooks} from './made-books.ts'
import {
  readBook,
  readCopy,
  readFirst,
  readShown,
  type ReadBook
} from './read-book.ts'

interface Made {
  job: Job
  book: ReadBook
  value: Uint8Array
}

const made = new Map<string, Made>()
const names = ['everything', 'english', 'hostile', 'empty'] as const

beforeAll(async () => {
  for (const {job, name} of await makeBooks()) {
    const files = await toEpubFiles(job, machines)
    const value = await makeEpub(job, machines)
    made.set(name, {job, book: readBook(files), value})
  }
})

function take(name: string): Made {
  const found = made.get(name)
  if (!found) throw new TypeError(`Unexpected book \`${name}\``)
  return found
}

describe.for(names)('the EPUB of `%s`', (name) => {
  test('should pass epubcheck-ts', async () => {
    const {messages} = await EpubCheck.validate(take(name).value)
    const bad = messages.filter(({severity}) => severity !== 'info')

    expect(bad.map(({id, message}) => `${id}: ${message}`)).toEqual([])
  })

  test('should pass html-validate', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      rules: {
        'doctype-style': 'off',
        // XML: empty elements are closed.
        'no-self-closing': 'off',
        'void-style': ['error', {style: 'selfclosing'}],
        // XML: attributes always have a value.
        'attribute-boolean-style': ['error', {style: 'name'}],
        // Not known to html-validate.
        'valid-id': 'off'
      }
    })
    const wrong: Array<string> = []
    for (const [path, text] of take(name).book.texts) {
      if (!path.endsWith('.xhtml')) continue
      const html = text.replace(/^<\?xml.*\n/, '')
      const {results} = await validator.validateString(html)
      for (const {line, message, ruleId} of results.flatMap(
        (result) => result.messages
      )) {
        wrong.push(`${path}:${line} ${ruleId} ${message}`)
      }
    }

    expect(wrong).toEqual([])
  })

  test('should begin with its media type, stored', () => {
    const {value} = take(name)
    const view = new DataView(value.buffer, value.byteOffset)
    const text = new TextDecoder('latin1').decode(value.subarray(30, 58))

    expect(text).toBe('mimetypeapplication/epub+zip')
    expect(view.getUint16(8, true)).toBe(0)
    expect(view.getUint16(28, true)).toBe(0)
  })

  test('should declare every file, under an ASCII name', () => {
    const {binaries, items, texts} = take(name).book
    const paths = [...texts.keys(), ...binaries.keys()]
    const inPackage = paths.filter(
      (path) => !/^META-INF|content\.opf$/.test(path)
    )

    expect(inPackage.sort()).toEqual(
      [...items.values()].map((href) => `OEBPS/${href}`).sort()
    )
    for (const path of paths) expect(path).toMatch(/^[A-Za-z0-9./-]+$/)
  })

  test('should agree with itself on the reading order', () => {
    const {landmarks, pageList, points, spine, targets, toc} = take(name).book

    expect(spine.slice(0, 2)).toEqual(['cover.xhtml', 'nav.xhtml'])
    expect(toc).toEqual(spine.slice(2))
    expect(points).toEqual(toc)
    expect(targets).toEqual(pageList)
    expect(pageList).toEqual(
      spine
        .filter((path) => path.startsWith('page-'))
        .map((path) => `${path}#${path.replace('.xhtml', '')}`)
    )
    for (const path of landmarks) expect(spine).toContain(path)
  })

  test('should have one identifier', () => {
    const {texts} = take(name).book
    const opf = texts.get('OEBPS/content.opf') ?? ''
    const ncx = texts.get('OEBPS/toc.ncx') ?? ''
    const uids = readFirst(ncx, /name="dtb:uid" content="([^"]+)"/g)

    expect(uids).toEqual(readFirst(opf, /id="uid">([^<]+)</g))
    expect(uids[0]).toMatch(
      /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
    )
  })

  test('should have pictures that decode, small enough for readers', async () => {
    for (const [path, value] of take(name).book.binaries) {
      if (!path.includes('/image/')) continue
      const {info} = await sharp(value)
        .raw()
        .toBuffer({resolveWithObject: true})
      expect(info.width * info.height).toBeLessThanOrEqual(4_000_000)
      expect(value.length).toBeLessThan(3_000_000)
    }
  })

  test('should say what every picture shows', () => {
    for (const text of take(name).book.texts.values()) {
      const images = readFirst(text, /(<img [^>]*>)/g)
      for (const image of images) {
        const [alt = ''] = readFirst(image, / alt="([^"]*)"/g)
        expect(alt).not.toBe('')
        expect(alt).not.toMatch(/\.(?:gif|jpe?g|png|webp)$/i)
      }
    }
  })

  test('should have every paragraph once, in order', () => {
    const {book, job} = take(name)
    const stories = job.issue.children.flatMap((page) => page.children)
    const documents = book.spine.filter((path) => path.startsWith('story-'))
    expect(documents).toHaveLength(stories.length)

    for (const [index, story] of stories.entries()) {
      const path = `OEBPS/${documents[index]}`
      const shown = readFirst(book.texts.get(path) ?? '', /<p>(.*?)<\/p>/gs)
      const copy = shown.map(readCopy)
      expect(copy.slice(0, listParagraphs(story).length)).toEqual(
        listParagraphs(story)
      )
    }
  })

  test('should keep to css that old readers know, without colours', () => {
    const css = take(name).book.texts.get('OEBPS/style.css') ?? ''
    const rules = css.replace(/\/\*.*?\*\//gs, '')

    expect(rules).not.toMatch(
      /flex|grid|var\(|(?:^|[\s{;-])color:|background|#/
    )
    expect(rules).not.toMatch(/[\d.](?:px|pt|mm|cm|in)\b/)
    expect(rules).toMatch(/\.hidden\s*\{\s*display: none/)
  })

  test('should give the same bytes in another time zone', async () => {
    const before = process.env['TZ']
    const values: Array<Uint8Array> = []
    for (const zone of ['Asia/Shanghai', 'America/St_Johns']) {
      process.env['TZ'] = zone
      expect(new Date(0).getHours()).toBe(zone === 'Asia/Shanghai' ? 8 : 20)
      values.push(await makeEpub(take(name).job, machines))
    }
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before

    expect(values.map(hash)).toEqual([
      hash(take(name).value),
      hash(take(name).value)
    ])
  })
})

describe('fonts', () => {
  test.for([
    // Book; its files by family, and the text each must have.
    ['everything', ['serif-normal']],
    ['english', ['serif-normal', 'more-1']]
  ] as const)('should show every character of `%s`', ([name, ids]) => {
    const {book} = take(name)
    const points = new Set(ids.flatMap((id) => [...readPoints(book, id)]))
    const missing = listDocuments(book)
      .flatMap((text) => [...readShown(text)])
      .filter((character) => character > ' ')
      .filter((character) => !points.has(character.codePointAt(0) ?? 0))

    expect([...new Set(missing)]).toEqual([])
  })

  test.for([
    ['everything', 'serif-bold', /<(h[12]|strong|th)\b[^>]*>(.*?)<\/\1>/gs],
    ['everything', 'kai-normal', /<(figcaption|blockquote)>(.*?)<\/\1>/gs],
    [
      'everything',
      'kai-normal',
      /<(p) class="(?:byline|summary)">(.*?)<\/p>/gs
    ],
    ['english', 'serif-bold', /<(h[12])\b[^>]*>(.*?)<\/\1>/gs],
    ['english', 'serif-italic', /<(em)>(.*?)<\/em>/gs]
  ] as const)('should have in `%s` what is set in %s', (row) => {
    const [name, id, pattern] = row
    const {book} = take(name)
    const points = readPoints(book, id)
    const shown = listDocuments(book)
      .flatMap((text) => [...text.matchAll(pattern)])
      .flatMap((match) => [...readShown(`<body>${match[2] ?? ''}`)])
      .filter((character) => character > ' ')

    expect(shown.length).toBeGreaterThan(0)
    const missing = shown.filter(
      (character) => !points.has(character.codePointAt(0) ?? 0)
    )
    expect(missing).toEqual([])
  })

  test('should have no more than is shown', () => {
    const {book} = take('everything')
    const shown = listDocuments(book).flatMap((text) => [...readShown(text)])

    expect(readPoints(book, 'serif-normal').size).toBeLessThanOrEqual(
      new Set(shown).size
    )
    expect(readPoints(book, 'serif-bold').size).toBeLessThan(
      readPoints(book, 'serif-normal').size
    )
  })
})

describe('the page of a paper', () => {
  test('should link every story on its picture, in reading order', () => {
    const text = take('everything').book.texts.get('OEBPS/page-06.xhtml') ?? ''
    const links = readFirst(text, /<a href="([^"]+)" xlink:href="\1">/g)

    expect(links).toEqual([
      'story-everything.xhtml',
      ...readFirst(text, /<li><a href="([^"]+)">[^<]*<\/a><\/li>/g)
    ])
    expect(text).toContain('上接第05版')
  })

  test('should have no picture where there is none', () => {
    const {texts} = take('hostile').book

    expect(texts.get('OEBPS/page-01.xhtml')).not.toContain('<svg')
    expect(texts.get('OEBPS/content.opf')).not.toContain('cover-image')
  })
})

describe('metadata', () => {
  test('should claim conformance only where somebody answers for it', () => {
    const claim = 'dcterms:conformsTo'

    expect(take('english').book.texts.get('OEBPS/content.opf')).toContain(claim)
    expect(
      take('everything').book.texts.get('OEBPS/content.opf')
    ).not.toContain(claim)
  })

  test('should say what it says', async () => {
    const opf = take('everything').book.texts.get('OEBPS/content.opf') ?? ''
    const metadata = opf.slice(
      opf.indexOf('<metadata'),
      opf.indexOf('<manifest')
    )

    await expect(metadata).toMatchFileSnapshot('everything-metadata.xml')
  })
})

test('should find a link to nowhere', async () => {
  const {job} = take('everything')
  const files = await toEpubFiles(job, machines)
  const broken = files.map((file) =>
    typeof file.value === 'string'
      ? {
          ...file,
          value: file.value.replace('href="page-05.xhtml"', 'href="x.xhtml"')
        }
      : file
  )
  const value = await packEpub({
    title: 'x',
    lang: 'zh-CN',
    modified: job.modified,
    files: broken
  })
  const {errorCount} = await EpubCheck.validate(value)

  expect(errorCount).toBeGreaterThan(0)
})

function listParagraphs(story: Story): Array<string> {
  const body = story.children.find((child) => child.type === 'body')
  return (body?.children ?? [])
    .filter((node) => node.type === 'paragraph')
    .map((node) => cleanXmlText(toString(node, {includeHtml: false})))
}

function listDocuments(book: ReadBook): Array<string> {
  return [...book.texts]
    .filter(([path]) => path.endsWith('.xhtml'))
    .map(([, text]) => text)
}

function readPoints(book: ReadBook, id: string): ReadonlySet<number> {
  const value = book.binaries.get(`OEBPS/font/${id}.ttf`)
  if (!value) throw new TypeError(`Unexpected lack of font \`${id}\``)
  return new Set(new hb.Face(new hb.Blob(value)).collectUnicodes())
}

function hash(value: Uint8Array): string {
  return Buffer.from(value).toString('base64')
}
