// One issue as WACZ 1.1.1: its web edition, PDF and EPUB as a web archive that
// replay programs open, with an index and the list of its pages.
//
// Nothing was fetched: the records hold what the press published, and are dated
// as the issue is. The archive says so itself (`warcinfo`).

import {createHash} from 'node:crypto'
import {gzipSync} from 'node:zlib'
import type {Shelf} from '../../model/shelf.ts'
import {toMediaType} from '../../render/archive/archive.ts'
import type {OutputFile} from '../../render/renderer.ts'
import {readRecord} from '../bag-record.ts'
import {nowhere, type CopiedBag, type ExportOptions} from './export-archive.ts'
import {toMoment} from './to-moment.ts'
import {toWarc, type WarcEntry, type WebDocument} from './to-warc.ts'
import {zipFiles} from './zip-files.ts'

/** What readers get: not what only plants and programs do. */
const shown = /^data\/issue\/(?:epub|screen|web)\//

/** Lines of the index that are packed together. */
const linesPerBlock = 1024

/** Hand on an issue as WACZ. */
export async function exportWacz(
  {bag, copy}: CopiedBag,
  shelf: Shelf,
  {base = nowhere, engine}: ExportOptions
): Promise<OutputFile> {
  const record = await readRecord(shelf, bag)
  const moment = toMoment(copy.date, record?.sourceDateEpoch)
  const root = `${base}/${encodeURIComponent(bag.issueId)}`
  const documents: Array<WebDocument> = []
  for (const {path} of await shelf.listFiles(bag)) {
    if (!shown.test(path)) continue
    const value = await shelf.readFile(bag, path)
    if (!value) continue
    const inside = path.slice('data/issue/'.length)
    const type = toMediaType(inside)
    documents.push({
      url: `${root}/${encodeURI(inside).replaceAll('#', '%23').replaceAll('?', '%3F')}`,
      mediaType: type === 'text/html' ? 'text/html; charset=utf-8' : type,
      value
    })
  }
  const title = `${copy.publication} ${copy.date}`
  const software = `${engine.name} ${engine.version}`
  const {entries, value: warc} = toWarc({
    documents,
    moment,
    fileName: 'data.warc.gz',
    info: [
      ['software', software],
      ['format', 'WARC File Format 1.1'],
      ['isPartOf', bag.issueId],
      [
        'description',
        'What the press published of this issue; nothing was fetched, and records are dated as the issue is'
      ]
    ]
  })
  const {blocks, index} = toIndex(entries, moment)
  const files = new Map<string, Uint8Array>([
    ['archive/data.warc.gz', warc],
    ['indexes/index.cdx.gz', blocks],
    ['indexes/index.idx', Buffer.from(index)],
    ['pages/pages.jsonl', Buffer.from(toPages(entries, moment))]
  ])
  const datapackage = Buffer.from(
    toText({
      profile: 'data-package',
      wacz_version: '1.1.1',
      title,
      created: moment,
      software,
      mainPageUrl: `${root}/web/index.html`,
      mainPageDate: moment,
      resources: [...files].map(([path, value]) => ({
        name: path.slice(path.lastIndexOf('/') + 1),
        path,
        hash: toHash(value),
        bytes: value.byteLength
      }))
    })
  )
  files.set('datapackage.json', datapackage)
  files.set(
    'datapackage-digest.json',
    Buffer.from(toText({path: 'datapackage.json', hash: toHash(datapackage)}))
  )
  return {path: `${bag.issueId}.wacz`, value: zipFiles(files)}
}

/** Write the index (CDXJ), packed by blocks, and where each block begins. */
function toIndex(
  entries: ReadonlyArray<WarcEntry>,
  moment: string
): {blocks: Uint8Array; index: string} {
  const time = moment.replaceAll(/\D/g, '')
  const lines = entries
    .map((entry) => {
      const facts = {
        url: entry.url,
        mime: entry.mediaType.split(';')[0],
        status: '200',
        digest: entry.digest,
        length: String(entry.byteCount),
        offset: String(entry.offset),
        filename: 'data.warc.gz'
      }
      return `${toSurt(entry.url)} ${time} ${JSON.stringify(facts)}\n`
    })
    .sort((a, b) => (a < b ? -1 : 1))
  const blocks: Array<Uint8Array> = []
  let offset = 0
  let index =
    '!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n'
  for (let at = 0; at < lines.length; at += linesPerBlock) {
    const some = lines.slice(at, at + linesPerBlock)
    const block = gzipSync(some.join(''))
    const key = (some[0] ?? '').split(' ').slice(0, 2).join(' ')
    const facts = {
      offset,
      length: block.byteLength,
      digest: toHash(block),
      filename: 'index.cdx.gz'
    }
    index += `${key} ${JSON.stringify(facts)}\n`
    blocks.push(block)
    offset += block.byteLength
  }
  return {blocks: Buffer.concat(blocks), index}
}

/** Turn an address round, so that neighbours sort together: `org,paper)/a`. */
function toSurt(url: string): string {
  const {host, pathname} = new URL(url)
  const name = host.split('.').toReversed().join(',')
  return `${name})${pathname}`.toLowerCase()
}

function toPages(entries: ReadonlyArray<WarcEntry>, moment: string): string {
  const pages = entries
    .filter(({mediaType}) => mediaType.startsWith('text/html'))
    .map(({url, value}) => {
      const html = new TextDecoder().decode(value)
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
      return {
        id: createHash('sha256').update(url).digest('hex').slice(0, 16),
        url,
        ts: moment,
        title: readEntities(title)
      }
    })
  const head = {format: 'json-pages-1.0', id: 'pages', title: 'All Pages'}
  return [head, ...pages].map((one) => JSON.stringify(one) + '\n').join('')
}

/** Our own documents write these, and no others. */
function readEntities(text: string): string {
  return text
    .replaceAll(/&#x([\da-f]+);/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16))
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function toHash(value: Uint8Array): string {
  return `sha256:${createHash('sha256').update(value).digest('hex')}`
}

function toText(value: unknown): string {
  return JSON.stringify(value, undefined, 2) + '\n'
}
