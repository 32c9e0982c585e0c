// The real page, from extracted text to all outputs. It is read in place: its
// sentences belong to the paper that printed them.

import fs from 'node:fs'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {BuildResult} from '../../src/build/build.ts'
import {importPage} from '../../src/parse/parse.ts'
import {listExcuses} from '../check-build.ts'
import {
  build,
  makeTemporaryFolder,
  openPlant,
  readAll,
  seedPage
} from './press.ts'
import {readEpubText, readHtmlText, readPdfText, squeeze} from './read-text.ts'

const hasSeedPage = fs.existsSync(seedPage)
const mark = '〔原文至此中断〕'

if (!hasSeedPage) {
  test.skip('the real page is not here: no ../shared/seed-page/page.txt')
}

describe.runIf(hasSeedPage)('the real page', () => {
  const plant = openPlant()
  let folder = ''
  let result: BuildResult
  let files: Map<string, Buffer>
  let paragraphs: Array<string>

  beforeAll(async () => {
    folder = await makeTemporaryFolder()
    const manuscript = path.join(folder, 'real')
    const {files: made} = importPage(fs.readFileSync(seedPage), {
      name: 'page.txt'
    })
    fs.mkdirSync(manuscript)
    for (const {path: name, value} of made) {
      fs.writeFileSync(path.join(manuscript, name), value)
    }
    paragraphs = made
      .filter((file) => file.path.endsWith('.md'))
      .flatMap((file) => listParagraphs(file.value))
    result = await build(manuscript, path.join(folder, 'out'), plant)
    files = await readAll(result.outFolder)
  })

  afterAll(async () => {
    await plant.close()
    fs.rmSync(folder, {recursive: true, force: true})
  })

  test('should be published without correction by hand', () => {
    const errors = result.files
      .flatMap((file) => file.messages)
      .filter((message) => message.fatal === true)

    expect(errors.map(String)).toEqual([])
    expect(result.isPublished).toBe(true)
    expect(listExcuses(result)).toEqual([])
  })

  test('should have all paragraphs of the page', () => {
    const page = squeeze(fs.readFileSync(seedPage, 'utf8'))

    expect(paragraphs.length).toBe(33)
    for (const paragraph of paragraphs) expect(page).toContain(paragraph)
  })

  test('should print every paragraph once and in order', async () => {
    const pages = await readPdfText(find('.pdf'))

    expect(findFaults(pages.join(''))).toEqual([])
  })

  test('should have every paragraph once and in order in the EPUB', async () => {
    const text = await readEpubText(find('.epub'))

    expect(findFaults(text)).toEqual([])
  })

  test('should have every paragraph once and in order in the web edition', () => {
    const stories = [...files]
      .filter(([name]) => /web\/p\d+\/a\d+\/index\.html$/.test(name))
      .sort(([a], [b]) => toNumber(a) - toNumber(b))
    const text = stories
      .map(([, value]) => readHtmlText(value.toString('utf8')))
      .join('')

    expect(stories.length).toBe(10)
    expect(findFaults(text)).toEqual([])
  })

  test('should mark the lead as cut off, everywhere', async () => {
    const pdf = await readPdfText(find('.pdf'))
    const epub = await readEpubText(find('.epub'))
    const web = String(files.get('web/p2/a1/index.html'))

    expect(count(pdf.join(''), mark)).toBe(1)
    expect(count(epub, mark)).toBe(1)
    expect(count(squeeze(web), mark)).toBe(1)
  })

  test('should report nothing overset', () => {
    const report = JSON.parse(String(files.get('report.json')))

    expect(report.pages).toHaveLength(1)
    expect(report.pages[0].oversetLineCount).toBe(0)
    expect(report.pages[0].fillRatio).toBe(1)
  })

  function find(extension: string): Buffer {
    const found = [...files].find(([name]) => name.endsWith(extension))
    if (found) return found[1]
    throw new Error(`No ${extension} among ${[...files.keys()].join()}`)
  }

  /** Paragraphs that are not there once, or not after the one before. */
  function findFaults(text: string): Array<string> {
    const faults: Array<string> = []
    let from = 0
    for (const paragraph of paragraphs) {
      const start = paragraph.slice(0, 12)
      if (count(text, paragraph) !== 1) {
        faults.push(`${count(text, paragraph)} times: ${start}`)
      }
      const at = text.indexOf(paragraph)
      if (at < from) faults.push(`out of order: ${start}`)
      from = at
    }
    return faults
  }
})

/** Paragraphs of a manuscript, as plain text. */
function listParagraphs(manuscript: string): Array<string> {
  const [, , body = ''] = manuscript.split(/^---$/m)
  return body
    .split('\n\n')
    .map((block) => block.trim())
    .filter((block) => block && !/^[#!]/.test(block))
    .map((block) => squeeze(block.replaceAll(/\*\*|\\/g, '')))
}

function count(text: string, part: string): number {
  return text.split(part).length - 1
}

function toNumber(name: string): number {
  return Number(/\/a(\d+)\//.exec(name)?.[1])
}
