// Feeds, catalogues, maps, the manifest and what machines are told of stories,
// against what their standards say; and for each a fault that has to be found.

import {spawnSync} from 'node:child_process'
import fs from 'node:fs'
import {fileURLToPath} from 'node:url'
import {Ajv2020} from 'ajv/dist/2020.js'
import {beforeAll, describe, expect, test} from 'vitest'
import {makeSite} from '../../../src/build/make-site.ts'
import {makeMemoryDisk, publishInto} from '../../build/memory-site.ts'
import {hasProgram} from '../../end-to-end/has-program.ts'
import type {
  CatalogIssue,
  CatalogStory
} from '../../../src/render/web/catalog.ts'
import {toFeeds} from '../../../src/render/web/feeds.ts'
import {checkVocabulary} from './check-vocabulary.ts'

const schemaFolder = fileURLToPath(new URL('schema/', import.meta.url))
const hasXmllint = hasProgram('xmllint')
const sites = {
  'with an address': new Map<string, string>(),
  'without one': new Map<string, string>()
} as const
const names = ['with an address', 'without one'] as const

beforeAll(async () => {
  for (const name of names) {
    const disk = makeMemoryDisk()
    const folders = ['a/first', 'a/second', 'a/evening']
    for (const [index, folder] of folders.entries()) {
      await publishInto(disk, folder, ({issue}) => {
        issue.date = index === 0 ? '2025-06-02' : '2026-06-02'
        if (index === 2) issue.edition = 2
        if (index !== 1) return
        const [story] = issue.children[0]?.children ?? []
        if (story) story.corrections = [{date: '2026-06-04', text: '有误。'}]
      })
    }
    // Files of the whole issue, as the press leaves them.
    for (const folder of folders) {
      const id = folder.slice(2)
      const edition = JSON.parse(disk.text(`${folder}/edition.json`))
      edition.formats = [
        {name: 'pdf', path: `screen/${id}.pdf`, byteCount: 5},
        {name: 'epub', path: `epub/${id}.epub`, byteCount: 2}
      ]
      await disk.write(`${folder}/edition.json`, JSON.stringify(edition))
      await disk.write(`${folder}/screen/${id}.pdf`, '%PDF-')
      await disk.write(`${folder}/epub/${id}.epub`, 'PK')
    }
    await makeSite(
      {
        folders,
        outFolder: 'site',
        ...(name === 'with an address' && {url: 'https://paper.example'}),
        foldsScript: true,
        isCompatible: true,
        isAnew: false,
        version: '1'
      },
      disk
    )
    for (const path of disk.files.keys()) {
      if (!path.startsWith('site/') || path.includes('/.qianzi/')) continue
      sites[name].set(path.slice(5), disk.text(path))
    }
  }
})

function read(name: (typeof names)[number], path: string): string {
  const text = sites[name].get(path)
  if (text === undefined) throw new Error(`no \`${path}\``)
  return text
}

/** Say what a grammar finds wrong; nothing if it finds nothing. */
function checkXml(text: string, grammar: string): string {
  const {status, stderr} = spawnSync(
    'xmllint',
    ['--noout', '--nonet', '--relaxng', `${schemaFolder}${grammar}.rng`, '-'],
    {input: text, encoding: 'utf8'}
  )
  return status === 0 ? '' : stderr || 'could not run'
}

function checkJson(value: unknown, name: string): ReadonlyArray<string> {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    formats: {
      date: /^\d{4}-\d\d-\d\d$/,
      'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
      uri: /^[a-z][a-z\d+.-]*:[!-~]+$/,
      'uri-reference': /^[!-~]+$/
    }
  })
  const schema: unknown = JSON.parse(
    fs.readFileSync(`${schemaFolder}${name}.schema.json`, 'utf8')
  )
  if (typeof schema !== 'object' || schema === null) throw new Error('none')
  const validate = ajv.compile(schema)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({instancePath, message}) => `${instancePath} ${message}`
  )
}

const xmlFiles = [
  ['feed.atom', 'atom', ['<id>', '<id>a b']],
  ['feed.atom', 'atom', ['<updated>2026-06-02T00:00:00.000Z', '<updated>2026']],
  ['feed.atom', 'atom', ['<published>', '<title>twice</title><published>']],
  ['feed.xml', 'rss', ['<pubDate>Tue, 02 Jun', '<pubDate>2 June']],
  ['feed.xml', 'rss', ['<guid isPermaLink=', '<guid isLink=']],
  ['opds/index.xml', 'opds', [';profile=opds-catalog;kind=acq', ';kind=acq']],
  [
    'opds/latest.xml',
    'opds',
    ['/acquisition/open-access', '/acquisition/free']
  ],
  ['opds/2026.xml', 'opds', [' type="application/epub+zip"', '']]
] as const

describe.skipIf(!hasXmllint)('XML of a site (needs xmllint)', () => {
  for (const name of names) {
    test.for(xmlFiles)(
      `should be valid ${name}: %s`,
      ([path, grammar, fault]) => {
        const text = read(name, path)
        expect(checkXml(text, grammar)).toBe('')

        const [from, to] = fault
        const planted =
          from === '<guid isPermaLink='
            ? text.replaceAll(from, to)
            : text.replace(from, to)
        expect(planted).not.toBe(text)
        expect(checkXml(planted, grammar)).not.toBe('')
      }
    )
  }

  test.for([
    ['sitemap.xml', ['https://paper.example/', '/']],
    ['sitemap-news.xml', ['<news:language>zh-cn', '<news:language>zh-CN']],
    ['sitemaps/2026.xml', ['<lastmod>2026-06-0', '<lastmod>2026/06/0']]
  ] as const)('should map addresses: %s', ([path, [from, to]]) => {
    const text = read('with an address', path)
    expect(checkXml(text, 'sitemap')).toBe('')

    const planted = text.replace(from, to)
    expect(planted).not.toBe(text)
    expect(checkXml(planted, 'sitemap')).not.toBe('')
  })
})

describe('feeds', () => {
  test('should name each entry once, and an author for all of them', () => {
    for (const path of ['feed.atom', 'opds/latest.xml', 'opds/index.xml']) {
      const text = read('with an address', path)
      const ids = [...text.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id]) => id)
      const [head = ''] = text.split('<entry')
      expect(ids.length).toBeGreaterThan(2)
      expect(new Set(ids).size, path).toBe(ids.length)
      expect(head, path).toContain('<author>')
      expect(head, path).toContain('rel="self"')
    }
  })

  test('should say in the marks of the language where a story stands', () => {
    const story: CatalogStory = {
      slug: 'quay',
      folder: 'p3/a1',
      title: 'Old harbour comes back',
      kind: 'news',
      lang: 'en',
      pageNumber: 3,
      description: 'The quay opens on Friday.',
      authors: [],
      hash: 'a',
      firstHash: 'a'
    }
    const issue: CatalogIssue = {
      id: 'a',
      folder: '2026/06/02/',
      publication: 'The Courant',
      date: '2026-06-02',
      lang: 'en',
      imprint: {},
      modified: '2026-06-02T00:00:00.000Z',
      formats: [],
      pages: [{pageNumber: 3}],
      stories: [story],
      withdrawn: []
    }
    const paper = {publication: 'The Courant', lang: 'en', imprint: {}}
    for (const {path, value} of toFeeds({paper, issues: [issue]})) {
      expect(value, path).toContain('Friday. (June 2, 2026 Page 3)')
    }
    expect(read('with an address', 'feed.xml')).toMatch(/\S（2026年6月2日/)
  })

  test('should lead to files that are there', () => {
    for (const [path, text] of sites['with an address']) {
      if (!/^(?:feed\.|opds\/|sitemap)/.test(path)) continue
      const addresses = text.matchAll(/https:\/\/paper\.example\/([^"<\s]*)/g)
      for (const [, address = ''] of addresses) {
        const file = decodeURI(address)
        const known = sites['with an address']
        const isThere = known.has(file) || known.has(`${file}index.html`)
        expect(isThere, `${path}: ${file}`).toBe(true)
      }
    }
  })
})

describe('documents', () => {
  test('should tell what Open Graph asks for', () => {
    const site = sites['with an address']
    const paths = [...site.keys()].filter((path) =>
      /^(?:20[^_]*\/)?index\.html$/.test(path)
    )
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths) {
      const told = new Map(
        [
          ...read('with an address', path).matchAll(
            /<meta (?:property|name)="([^"]+)" content="([^"]+)"/g
          )
        ].map(([, name, content]) => [name, content])
      )
      const image = told.get('og:image')?.replace('https://paper.example/', '')
      expect(site.has(image ?? ''), `${path}: ${image}`).toBe(true)
      for (const name of ['title', 'type', 'url', 'site_name', 'description']) {
        expect(told.get(`og:${name}`), `${path}: ${name}`).toMatch(/\S/)
      }
      expect(told.get('description'), path).toBe(told.get('og:description'))
    }
  })

  test('should call none but themselves the current page', () => {
    let count = 0
    for (const [path, html] of sites['with an address']) {
      if (!/\.html?$/.test(path)) continue
      for (const [tag] of html.matchAll(/<a [^>]*aria-current="page"[^>]*>/g)) {
        const [, href = ''] = /href="([^"]*)"/.exec(tag) ?? []
        const base = `https://paper.example/${path.replace(/index\.html$/, '')}`
        expect(new URL(href, base).href, `${path}: ${href}`).toBe(
          encodeURI(base)
        )
        count += 1
      }
    }
    expect(count).toBeGreaterThan(5)
  })
})

describe('JSON of a site', () => {
  const jsonFiles = [
    ['feed.json', 'json-feed', 'version'],
    ['opds/index.json', 'opds2', 'metadata'],
    ['opds/2026.json', 'opds2', 'links'],
    ['manifest.webmanifest', 'web-manifest', 'icons']
  ] as const

  for (const name of names) {
    test.for(jsonFiles)(
      `should be valid ${name}: %s`,
      ([path, schema, key]) => {
        const value = JSON.parse(read(name, path))
        expect(checkJson(value, schema)).toEqual([])

        delete value[key]
        expect(checkJson(value, schema)).not.toEqual([])
      }
    )
  }

  test('should find faults deep inside', () => {
    const feed = JSON.parse(read('with an address', 'feed.json'))
    feed.items[0].date_published = 'yesterday'
    expect(checkJson(feed, 'json-feed')).toHaveLength(1)
    const catalogue = JSON.parse(read('with an address', 'opds/2026.json'))
    delete catalogue.publications[0].metadata.title
    catalogue.publications[1].images = []
    expect(checkJson(catalogue, 'opds2').join()).toMatch(/0.*title.*1\/images/)
  })
})

describe('what machines are told of stories', () => {
  function findTold(path: string): unknown {
    const html = read('with an address', path)
    const [, json = ''] =
      /<script type="application\/ld\+json">(.+?)<\/script>/s.exec(html) ?? []
    return JSON.parse(json)
  }

  test('should be in the vocabulary of schema.org', () => {
    const paths = [...sites['with an address'].keys()].filter((path) =>
      /\/p\d+\/a\d+\/index\.html$/.test(path)
    )
    expect(paths.length).toBeGreaterThan(15)
    for (const path of paths) {
      const told = findTold(path)
      expect(checkVocabulary(told), path).toEqual([])
      expect(told).toMatchObject({
        '@context': 'https://schema.org',
        '@type': expect.stringMatching(/Article$/),
        headline: expect.stringMatching(/\S/),
        datePublished: expect.stringMatching(/^20\d\d-06-02$/),
        isPartOf: {
          '@type': 'PublicationIssue',
          isPartOf: {'@type': 'Newspaper'}
        }
      })
    }
  })

  test('should say where news is printed', () => {
    expect(findTold('2026/06/02/p5/a1/index.html')).toMatchObject({
      '@type': 'NewsArticle',
      printPage: '5, 6',
      printSection: '乡村振兴',
      correction: [{text: '有误。'}]
    })
    expect(findTold('2026/06/02/ed-2/p5/a2/index.html')).toMatchObject({
      printEdition: '2'
    })
  })

  test('should name authors and corrections to libraries, too', () => {
    const html = read('with an address', '2026/06/02/p5/a1/index.html')
    const metas = [
      ...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)
    ]
    const told = (name: string) =>
      metas.flatMap(([, one, content]) => (one === name ? [content] : []))
    expect(told('DCTERMS.creator')).toEqual(['申小禾'])
    const [modified] = told('DCTERMS.modified')
    expect(modified).toMatch(/^2026-06-\d\d$/)
    expect(told('article:modified_time')).toEqual([modified])
    expect(findTold('2026/06/02/p5/a1/index.html')).toMatchObject({
      dateModified: modified
    })
  })

  test('should find what is in no vocabulary', () => {
    expect(
      checkVocabulary({
        '@type': 'NewsArticle',
        headLine: '',
        printPage: '5',
        author: [{'@type': 'Person', name: '', printPage: '5'}],
        isPartOf: {'@type': 'Issue'}
      })
    ).toEqual(['NewsArticle.headLine', 'Person.printPage', 'Issue'])
  })
})
