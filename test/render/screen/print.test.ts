// The whole way: made-up pages through the real machines, and what is on paper
// compared with what was composed. Left out, visibly, where there are none.

import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Plant} from '../../../src/model/plant.ts'
import {screen} from '../../../src/render/screen/screen.ts'
import {makeIssue, makeJob} from '../made-issue.ts'
import {comparePainted} from './compare-painted.ts'
import {readOutline} from './read-outline.ts'
import {findElements, readStructure, readWordsOf} from './read-structure.ts'
import {readTags} from './read-tags.ts'

interface OpenPlant extends Plant {
  close(): Promise<void>
}

const path = fileURLToPath(
  new URL('../../../src/plant/plant.ts', import.meta.url)
)

describe.skipIf(!existsSync(path))('screen, printed', () => {
  let plant: OpenPlant | undefined
  let pdf: Uint8Array | string = ''
  let again: Uint8Array | string = ''
  let fontFiles: ReadonlyMap<string, Uint8Array> = new Map()
  let pages: Awaited<ReturnType<typeof makeIssue>>['pages'] = []

  beforeAll(async () => {
    const machines: unknown = await import(path)
    if (!canOpen(machines)) throw new TypeError('Unexpected plant')
    plant = await machines.openPlant({})
    const made = await makeIssue()
    const job = {
      ...makeJob(made),
      pictureFiles: new Map([['photo/field.jpg', grayPng]])
    }
    pages = made.pages
    fontFiles = job.fontFiles
    for (const {value} of await screen.render(job, plant)) pdf = value
    for (const {value} of await screen.render(job, plant)) again = value
  })

  afterAll(async () => plant?.close())

  test('should paint every glyph where it was composed', async () => {
    const result = await comparePainted({pages, pdf, fontFiles})
    expect(result.wrong).toEqual([])
    expect(result.count).toBeGreaterThan(200)
    expect(result.worstXEm).toBeLessThan(0.002)
    expect(result.worstYEm).toBeLessThan(0.01)
  })

  test('should give the same bytes twice', () => {
    expect(Buffer.from(again).equals(Buffer.from(pdf))).toBe(true)
  })

  test('should tag what is there', async () => {
    const tags = readTags(await PDFDocument.load(pdf))
    for (const tag of ['Part', 'Art', 'H1', 'H2', 'H3', 'P', 'Link']) {
      expect(tags).toContain(tag)
    }
    for (const tag of [
      'Table',
      'TR',
      'TH',
      'TD',
      'Figure',
      'Caption',
      'L',
      'LI'
    ]) {
      expect(tags).toContain(tag)
    }
  })

  test('should link inside and outside', async () => {
    const document = await PDFDocument.load(pdf)
    const annotations = document.getPage(0).node.Annots()
    // The first two are those of the note.
    const links = [2, 3].map((index) => annotations?.lookup(index, PDFDict))
    expect(annotations?.size()).toBe(4)
    expect(String(links[0]?.get(PDFName.of('Dest')))).toContain(
      String(document.getPage(1).ref)
    )
    expect(String(links[1]?.get(PDFName.of('A')))).toContain(
      'https://news.example/office'
    )
  })

  test('should put ruby over its base, and call notes both ways', async () => {
    const structure = await readStructure(toBytes(pdf))
    const [ruby] = findElements(structure, 'Ruby')
    const parts = ruby ? [ruby, ...ruby.children] : []
    expect(
      parts.map((one) =>
        typeof one === 'string' ? one : `${one.kind} ${readWordsOf(one).trim()}`
      )
    ).toEqual(['Ruby 漢字\nかな', 'RB 漢字', 'RT かな'])

    const [note] = findElements(structure, 'Note')
    const [reference] = findElements(structure, 'Reference')
    if (!note || !reference) throw new TypeError('Unexpected missing note')
    expect([reference.id, note.id]).toEqual(['call-lead-1', 'note-lead-1'])
    const [there] = findElements(reference, 'Link')
    const [back] = findElements(note, 'Link')
    expect(there?.links).toMatchObject([{says: '注释1', pageIndex: 0}])
    expect(back?.links).toMatchObject([{says: '返回正文 1', pageIndex: 0}])
    const [x = 0, y = 0] = there?.links[0]?.place ?? []
    expect([x, pages[0]?.depthPt ?? 0]).toEqual([30, expect.any(Number)])
    // Upper edge of the note's line, with a little white.
    expect((pages[0]?.depthPt ?? 0) - y).toBeCloseTo(190 - 12 + 3.6 - 6, -1)
  })

  test('should count the items of lists', async () => {
    const [list] = findElements(await readStructure(toBytes(pdf)), 'L')
    expect(list?.attributes).toContain('/ListNumbering /Decimal')
    const [first] = list ? findElements(list, 'LI') : []
    expect(
      first?.children.map((one) =>
        typeof one === 'string' ? one : `${one.kind} ${readWordsOf(one).trim()}`
      )
    ).toEqual(['Lbl 1', 'LBody 项目'])
  })

  test('should have bookmarks', async () => {
    expect(readOutline(await PDFDocument.load(pdf))).toContain(
      '第05版 乡村特刊'
    )
  })
})

function toBytes(value: Uint8Array | string): Uint8Array {
  if (typeof value !== 'string') return value
  throw new TypeError('Unexpected text, expected a PDF')
}

function canOpen(
  value: unknown
): value is {openPlant: (options: object) => Promise<OpenPlant>} {
  return typeof value === 'object' && value !== null && 'openPlant' in value
}

// One gray pixel.
const grayPng = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64'
  )
)
