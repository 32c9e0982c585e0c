// Descriptions of two made-up pages: every character where it is printed, every
// word known as one, and everything the same twice.

import fs from 'node:fs/promises'
import {Ajv2020} from 'ajv/dist/2020.js'
import {beforeAll, describe, expect, test} from 'vitest'
import {
  toArchiveFiles,
  type ArchiveFiles
} from '../../../src/render/archive/archive.ts'
import {
  measurePage,
  type MeasuredPage,
  type TextBlock,
  type TextLine
} from '../../../src/render/archive/measure-page.ts'
import {segmentWords} from '../../../src/render/archive/segment-words.ts'
import type {Box} from '../../../src/render/archive/box.ts'
import {makeIssue, makeJob, type MadeIssue} from '../made-issue.ts'

let made: MadeIssue
let pages: Array<MeasuredPage>

beforeAll(async () => {
  made = await makeIssue()
  pages = made.pages.map(measurePage)
})

describe('segmentWords', () => {
  test.for<[string, string, string]>([
    ['天镇县沙棘产业', 'zh-CN', '天镇县|沙棘|产业'],
    ['他说：——好……', 'zh-CN', '他|说|：|——|好|……'],
    ['第05版 AVATAR！', 'zh-CN', '第|05|版| |AVATAR！'],
    ['To office, now', 'en', 'To| |office,| |now'],
    ['', 'en', '']
  ])('should cut `%s`', ([text, lang, expected]) => {
    expect(segmentWords(text, lang).join('|')).toBe(expected)
  })
})

describe('measurePage', () => {
  test('should keep all characters of the page, and no others', () => {
    const [page] = pages
    const read = page?.regions
      .flatMap(({blocks}) => blocks)
      .flatMap(({lines}) => lines)
      .map(readLine)
      .join('')

    expect(read).toContain('连日来，上海“披荆斩棘”1')
    expect(read).toContain('Tofluffywaffle,efficient')
    expect(read).toContain('竖排文字：（开始）结束')
  })

  test('should know a word over a line’s end as one', () => {
    const lines = findBlocks('reading/body/0').flatMap(({lines}) => lines)
    const parts = lines
      .flatMap(({words}) => words)
      .filter(({whole}) => whole !== undefined)

    expect(parts.map(({text, whole}) => [text, whole])).toEqual([
      ['ker', {text: 'kerned.', part: 1}],
      ['ned.', {text: 'kerned.', part: 2}]
    ])
    expect(lines[1]?.hyphen?.text).toBe('-')
  })

  test('should tell the copy from numbers of notes and ruby', () => {
    const note = findBlocks('lead/body/0')
      .flatMap(({lines}) => lines)
      .flatMap(({words}) => words)
      .find(({isAdded}) => isAdded)
    const ruby = findBlocks('lead/body/2')
      .flatMap(({lines}) => lines)
      .map(({isRuby}) => isRuby)

    expect(note?.text).toBe('1')
    expect(ruby).toEqual([false, true])
  })

  test('should share a ligature out among its characters', () => {
    const words = findBlocks('reading/body/0')
      .flatMap(({lines}) => lines)
      .flatMap(({words}) => words)
    const office = words.find(({text}) => text === 'office')

    expect(office?.characters.map(({text}) => text)).toEqual([...'office'])
    expect(office?.characters.every(({box}) => box.rightUm > box.leftUm)).toBe(
      true
    )
  })

  test('should put a character where its glyph is printed', () => {
    // The byline begins at 36pt: 12.7mm; its baseline is at 110pt: 38.8mm.
    const [block] = findBlocks('lead/byline')
    const first = block?.lines[0]?.words[0]

    expect(first?.box.leftUm).toBe(12700)
    expect(first?.box.topUm).toBeLessThan(38806)
    expect(first?.box.bottomUm).toBeGreaterThan(38806)
  })

  test('should run vertical lines from top to bottom', () => {
    const [line] = findBlocks('extras/body/3').flatMap(({lines}) => lines)
    const boxes = line?.words.flatMap(({characters}) => characters) ?? []
    const tops = boxes.map(({box}) => box.topUm)

    expect(line?.isVertical).toBe(true)
    expect(tops).toEqual(tops.toSorted((a, b) => a - b))
    expect(new Set(tops).size).toBe(tops.length)
  })

  test('should nest every box in the one around it', () => {
    const faults: Array<string> = []
    for (const page of pages) {
      const space: Box = {
        leftUm: 0,
        topUm: 0,
        rightUm: page.widthUm,
        bottomUm: page.depthUm
      }
      for (const region of page.regions) {
        check(region.box, space, region.id)
        for (const block of region.blocks) {
          check(block.box, region.box, block.id)
          for (const line of block.lines) {
            check(line.box, block.box, line.id)
            for (const word of line.words) {
              check(word.box, line.box, word.id)
              for (const character of word.characters) {
                check(character.box, word.box, `${word.id} ${character.text}`)
              }
            }
          }
        }
      }
    }
    expect(faults).toEqual([])

    function check(inner: Box, outer: Box, name: string): void {
      const isInside =
        inner.leftUm >= outer.leftUm &&
        inner.topUm >= outer.topUm &&
        inner.rightUm <= outer.rightUm &&
        inner.bottomUm <= outer.bottomUm &&
        inner.leftUm <= inner.rightUm
      if (!isInside) faults.push(name)
    }
  })
})

describe('toArchiveFiles', () => {
  test('should give the same files twice', () => {
    const [one, two] = [describeIssue(), describeIssue()]

    expect(one.files).toEqual(two.files)
  })

  test('should describe every page, and every file that is kept', () => {
    const {files} = describeIssue()
    const paths = files.map(({path}) => path).sort()
    const mets = files.find(({path}) => path === 'mets.xml')?.value

    expect(paths).toEqual([
      'alto/page-05.xml',
      'alto/page-06.xml',
      'copy.json',
      'iiif/manifest.json',
      'iiif/page-05-lines.json',
      'iiif/page-06-lines.json',
      'image/page-05.jpg',
      'image/page-06.jpg',
      'mets.xml',
      'premis.xml'
    ])
    expect(mets).toContain('xlink:href="issue/screen/a%20b%23.pdf"')
    expect(mets).toContain('xlink:href="image/page-06.jpg"')
  })

  test('should address a manifest below no host that could exist', () => {
    const {files} = describeIssue()
    const manifest = String(
      files.find(({path}) => path === 'iiif/manifest.json')?.value
    )
    const {id}: {id: string} = JSON.parse(manifest)

    expect(id).toBe(
      'https://qianzi.invalid/yunzhong-2026-06-02/iiif/manifest.json'
    )
  })

  test('should give viewers what IIIF’s schema asks for', async () => {
    const schema = new URL('iiif-presentation.schema.json', import.meta.url)
    const isValid = new Ajv2020().compile(
      JSON.parse(await fs.readFile(schema, 'utf8'))
    )
    const given = describeIssue().files.filter(({path}) =>
      path.startsWith('iiif/')
    )
    for (const {path, value} of given) {
      const json = JSON.parse(String(value))
      expect(isValid(json), `${path} ${JSON.stringify(isValid.errors)}`).toBe(
        true
      )
      const faults = [
        {...json, id: 'manifest.json'},
        {...json, label: 'Paper'},
        {...json, type: 'Sheet'},
        {...json, items: [{...json.items[0], id: undefined}]},
        {...json, items: [{...json.items[0], height: '12', target: 'p5'}]}
      ]
      expect(
        faults.map((fault) => isValid(JSON.parse(JSON.stringify(fault)))),
        path
      ).toEqual([false, false, false, false, false])
    }
    expect(given.length).toBe(3)
  })

  function describeIssue(): ArchiveFiles {
    const image = {
      widthPx: 400,
      depthPx: 550,
      value: new Uint8Array([1])
    }
    return toArchiveFiles(
      {
        ...makeJob(made),
        pageImages: new Map([
          [5, image],
          [6, image]
        ]),
        engine: {name: 'qianzi', version: '1.2.3'}
      },
      new Map([['issue/screen/a b#.pdf', 'PDF']])
    )
  }
})

function findBlocks(copyId: string): Array<TextBlock> {
  return pages
    .flatMap((page) => page.regions)
    .flatMap((region) => region.blocks)
    .filter((block) => block.copyId === copyId)
}

function readLine(line: TextLine): string {
  return line.words.map(({text}) => text).join('')
}
