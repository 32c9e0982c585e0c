// A double-page spread 通版 in every output: one sheet for the plant, one page
// for screens, both its numbers everywhere.

import {execFileSync} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import {PDFDocument} from '@cantoo/pdf-lib'
import JSZip from 'jszip'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {mmToPt} from '../../src/unit/length.ts'
import {writeMadeIssue} from '../made/make-issue.ts'
import {build, makeTemporaryFolder, openPlant, projectFolder} from './press.ts'
import {readPdfText} from './read-text.ts'

let folder = ''
let manuscript = ''
let out = ''

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  manuscript = await writeMadeIssue(path.join(folder, 'paper'), {
    seed: 5,
    pageCount: 3,
    storiesPerPage: 3,
    template: 'tabloid',
    withJumps: false,
    spreadNumber: 2
  })
  const plant = openPlant()
  const result = await build(manuscript, path.join(folder, 'out'), plant, [
    'press',
    'screen',
    'epub',
    'web'
  ])
  await plant.close()
  out = result.outFolder
}, 180_000)

afterAll(() => fs.rm(folder, {recursive: true, force: true}))

test('should be one sheet of two pages for the plant', async () => {
  const names = await fs.readdir(path.join(out, 'press'))
  const file = path.join(out, 'press/paper-p02-03.pdf')
  const document = await PDFDocument.load(await fs.readFile(file))
  const {height, width} = document.getPage(0).getTrimBox()

  expect(names.sort()).toEqual(['paper-p01.pdf', 'paper-p02-03.pdf'])
  expect(width).toBeCloseTo(mmToPt(540), 2)
  expect(height).toBeCloseTo(mmToPt(390), 2)
})

test('should be one page of screen PDF, with both numbers', async () => {
  const value = await fs.readFile(path.join(out, 'screen/paper.pdf'))
  const document = await PDFDocument.load(value)
  const [, spread = ''] = await readPdfText(value)

  expect(document.getPageCount()).toBe(2)
  expect(document.getPage(1).getWidth()).toBeCloseTo(mmToPt(540), 1)
  expect(spread).toContain('02')
  expect(spread).toContain('03')
})

test('should be called by both numbers where people read', async () => {
  const epub = await JSZip.loadAsync(
    await fs.readFile(path.join(out, 'epub/paper.epub'))
  )
  const [nav = ''] = Object.keys(epub.files).filter((name) =>
    name.endsWith('nav.xhtml')
  )
  const web = await fs.readFile(path.join(out, 'web/p2/index.html'), 'utf8')

  expect(await epub.file(nav)?.async('string')).toContain('第02–03版')
  expect(web).toContain('第02–03版')
  // All stories of both halves are on it.
  for (const slug of ['p2-0', 'p2-2', 'p3-0', 'p3-2']) {
    expect(web).toContain(slug)
  }
})

test('should be put away whole', () => {
  const archive = path.join(folder, 'archive')
  const run = (...words: ReadonlyArray<string>): string =>
    execFileSync(
      process.execPath,
      ['src/cli/main.ts', 'archive', ...words, '--archive', archive],
      {cwd: projectFolder, encoding: 'utf8', stdio: 'pipe'}
    )

  run('add', manuscript)
  // Throws where a description is at odds with another.
  expect(run('verify')).toContain('1 bags checked')
}, 180_000)
