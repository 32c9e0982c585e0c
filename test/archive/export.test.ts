// What an archive is handed on as: read back by programs that are not ours, and
// the same bytes twice.

import fs from 'node:fs/promises'
import path from 'node:path'
import {gunzipSync} from 'node:zlib'
import JSZip from 'jszip'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {
  exportArchive,
  exportNames,
  putAway,
  type ExportName
} from '../../src/archive/archive.ts'
import type {Shelf} from '../../src/model/shelf.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {makeTemporaryFolder} from '../end-to-end/press.ts'
import {makePacked} from './made-bag.ts'

const oldBase = 'https://qianzi.invalid/today'
const html =
  '<!doctype html><title>第1版 &#x26; “沙棘”</title><img src="a b#.jpg">'
let folder: string
let shelf: Shelf

beforeEach(async () => {
  folder = path.join(await makeTemporaryFolder(), 'archive')
  shelf = await openShelf({folder, isNew: true})
  for (const text of ['沙棘红了', '=SUM(1,2) 沙棘，“熟”了']) {
    await putAway(
      makePacked({
        issueId: 'today',
        text,
        files: new Map([
          ['iiif/manifest.json', JSON.stringify(makeManifest())],
          ['image/page-01.jpg', 'JPEG'],
          ['issue/web/index.html', html],
          ['issue/web/a b#.jpg', 'photo'],
          ['issue/press/p1.pdf', 'not for readers']
        ])
      }),
      shelf
    )
  }
})

afterEach(async () => {
  shelf.close()
  await fs.rm(path.dirname(folder), {recursive: true})
})

// Batches have a test of their own.
const names = exportNames.filter((name) => name !== 'ndnp')

test.for(names)('should give the same %s twice', async (to) => {
  const once = await collect(to)

  expect(once.size).toBeGreaterThan(0)
  expect([...(await collect(to))]).toEqual([...once])
})

describe('csv', () => {
  test('should be a table that works nothing out', async () => {
    const files = await collect('csv')
    const rows = text(files, 'stories.csv').split('\r\n')

    expect(rows[0]).toMatch(/^\uFEFFissue,version,date,slug,title/)
    expect(rows[1]).toBe(
      `today,2,2026-06-02,lead,"'=SUM(1,2",news,complete,,,,zh-CN,1,16`
    )
    expect(rows.slice(2)).toEqual([''])
    expect(text(files, 'issues.csv')).toContain('today,2,云中日报,2026-06-02')
  })
})

describe('json', () => {
  test('should list the latest version, with its stories', async () => {
    const listing: unknown = JSON.parse(
      text(await collect('json'), 'archive.json')
    )

    expect(listing).toMatchObject({
      issues: [
        {
          id: 'today',
          version: 2,
          stories: [{slug: 'lead', pages: [1], characterCount: 16}]
        }
      ]
    })
  })
})

describe('iiif', () => {
  test('should stand at the address it is given', async () => {
    const files = await collect('iiif', 'https://paper.example/iiif')

    expect([...files.keys()].sort()).toEqual([
      'changes.json',
      'changes/1.json',
      'collection.json',
      'today/iiif/manifest.json',
      'today/image/page-01.jpg'
    ])
    const manifest = text(files, 'today/iiif/manifest.json')
    expect(manifest).not.toContain('qianzi.invalid')
    // Every address leads to a file, or is a name inside one.
    for (const [, inside = ''] of manifest.matchAll(
      /"https:\/\/paper\.example\/iiif\/([^"]+\.\w+)"/g
    )) {
      expect(files.has(inside), inside).toBe(true)
    }
    expect(JSON.parse(text(files, 'collection.json'))).toMatchObject({
      type: 'Collection',
      label: {'zh-CN': ['云中日报']},
      items: [
        {
          id: 'https://paper.example/iiif/today/iiif/manifest.json',
          type: 'Manifest',
          label: {'zh-CN': ['云中日报']},
          navDate: '2026-06-02T00:00:00Z'
        }
      ]
    })
  })

  test('should list what there is, once, where nobody said when it was made', async () => {
    const files = await collect('iiif', 'https://paper.example/iiif')
    const object = {
      id: 'https://paper.example/iiif/today/iiif/manifest.json',
      type: 'Manifest'
    }

    expect(JSON.parse(text(files, 'changes.json'))).toMatchObject({
      '@context': 'http://iiif.io/api/discovery/1/context.json',
      type: 'OrderedCollection',
      totalItems: 1,
      last: {id: 'https://paper.example/iiif/changes/1.json'}
    })
    expect(JSON.parse(text(files, 'changes/1.json'))).toMatchObject({
      type: 'OrderedCollectionPage',
      partOf: {id: 'https://paper.example/iiif/changes.json'},
      orderedItems: [{type: 'Update', object}]
    })
  })

  test('should tell harvesters of every version, by time, where all say theirs', async () => {
    const files = new Map([
      ['iiif/manifest.json', JSON.stringify(makeManifest())]
    ])
    const other = path.join(folder, 'other')
    const timed = await openShelf({folder: other, isNew: true})
    for (const [issueId, text, epoch] of [
      ['b', '一稿', 1_780_358_400],
      ['a', '甲', 1_780_444_800],
      ['b', '二稿', 1_780_531_200]
    ] as const) {
      await putAway(makePacked({issueId, text, epoch, files}), timed)
    }
    const made = await collect('iiif', 'https://paper.example', timed)
    timed.close()
    const {orderedItems} = JSON.parse(text(made, 'changes/1.json'))

    expect(
      orderedItems.map(
        (item: {type: string; endTime: string; object: {id: string}}) =>
          `${item.endTime} ${item.type} ${item.object.id.split('/')[3]}`
      )
    ).toEqual([
      '2026-06-02T00:00:00Z Create b',
      '2026-06-03T00:00:00Z Create a',
      '2026-06-04T00:00:00Z Update b'
    ])
  })
})

describe('wacz', () => {
  test('should find every document where the index says', async () => {
    const files = await collect('wacz', 'https://paper.example')
    const zip = await JSZip.loadAsync(files.get('today.wacz') ?? '', {
      checkCRC32: true
    })
    const read = async (name: string): Promise<Buffer> =>
      (await zip.file(name)?.async('nodebuffer')) ?? Buffer.alloc(0)
    const warc = await read('archive/data.warc.gz')
    const lines = gunzipSync(await read('indexes/index.cdx.gz'))
      .toString()
      .trim()
      .split('\n')
    const found = new Map<string, string>()
    for (const line of lines) {
      const facts: Record<string, string> = JSON.parse(
        line.slice(line.indexOf('{'))
      )
      const from = Number(facts['offset'])
      const record = gunzipSync(
        warc.subarray(from, from + Number(facts['length']))
      ).toString()
      expect(record).toContain(`WARC-Target-URI: ${facts['url']}\r\n`)
      const [, , body = ''] = record.split('\r\n\r\n')
      found.set(facts['url'] ?? '', body)
    }

    expect([...found]).toEqual([
      ['https://paper.example/today/web/a%20b%23.jpg', 'photo'],
      ['https://paper.example/today/web/index.html', html]
    ])
    const [, page = ''] = (await read('pages/pages.jsonl'))
      .toString()
      .split('\n')
    expect(JSON.parse(page)).toMatchObject({
      url: 'https://paper.example/today/web/index.html',
      ts: '2026-06-02T00:00:00Z',
      title: '第1版 & “沙棘”'
    })
  })
})

async function collect(
  to: ExportName,
  base?: string,
  from: Shelf = shelf
): Promise<Map<string, Uint8Array | string>> {
  const files = new Map<string, Uint8Array | string>()
  for await (const {path: name, value} of exportArchive(from, {
    to,
    issueIds: [],
    ...(base === undefined ? {} : {base}),
    engine: {name: 'qianzi', version: '0.0.0-test'}
  })) {
    files.set(name, value)
  }
  return files
}

function text(
  files: ReadonlyMap<string, Uint8Array | string>,
  name: string
): string {
  return Buffer.from(files.get(name) ?? '').toString()
}

function makeManifest(): object {
  const image = {id: `${oldBase}/image/page-01.jpg`, type: 'Image'}
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: `${oldBase}/iiif/manifest.json`,
    type: 'Manifest',
    label: {'zh-CN': ['云中日报']},
    navDate: '2026-06-02T00:00:00Z',
    items: [
      {id: `${oldBase}/iiif/canvas/1`, type: 'Canvas', thumbnail: [image]}
    ]
  }
}
