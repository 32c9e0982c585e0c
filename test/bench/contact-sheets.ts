// Contact sheets: the sample issues, the real page (where it is) and twenty
// made-up issues, printed and laid side by side, to be looked at. Nothing is
// asserted here: hierarchy, colour and white are for eyes.
//
// `npm run contact-sheets [-- FOLDER]` writes sheet-1.png, … (default:
// dist/contact-sheets).

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import sharp from 'sharp'
import {importPage} from '../../src/parse/parse.ts'
import {openPlant} from '../../src/plant/plant.ts'
import {build, projectFolder, seedPage} from '../end-to-end/press.ts'
import {writeMadeIssue, type MadeIssueOptions} from '../made/make-issue.ts'

/** Pages on a sheet, and how wide each is. */
const columnCount = 5
const rowCount = 2
const pageWidthPx = 520
const pageDepthPx = 760
const gapPx = 16

const outFolder = path.resolve(process.argv[2] ?? 'dist/contact-sheets')
/** Every template with few and many stories, thin copy, jumps, a spread. */
const madeIssues: ReadonlyArray<
  Pick<MadeIssueOptions, 'storiesPerPage'> & Partial<MadeIssueOptions>
> = [
  {template: 'broadsheet', storiesPerPage: 6},
  {template: 'broadsheet', storiesPerPage: 8},
  {template: 'broadsheet', storiesPerPage: 12},
  {template: 'broadsheet', storiesPerPage: 20},
  {template: 'broadsheet', storiesPerPage: 9, withPictures: false},
  {template: 'broadsheet', storiesPerPage: 8, fillRatio: 0.85},
  {template: 'broadsheet', storiesPerPage: 8, pageCount: 3, withJumps: true},
  {template: 'broadsheet', storiesPerPage: 6, pageCount: 3, spreadNumber: 2},
  {template: 'tabloid', storiesPerPage: 4},
  {template: 'tabloid', storiesPerPage: 6},
  {template: 'tabloid', storiesPerPage: 8},
  {template: 'tabloid', storiesPerPage: 12},
  {template: 'tabloid', storiesPerPage: 6, pageCount: 3, withJumps: true},
  {template: 'tabloid', storiesPerPage: 3, pageCount: 3, spreadNumber: 2},
  {template: 'broadsheet-en', storiesPerPage: 5},
  {template: 'broadsheet-en', storiesPerPage: 8},
  {template: 'broadsheet-en', storiesPerPage: 12},
  {template: 'broadsheet-en', storiesPerPage: 9, withPictures: false},
  {template: 'broadsheet-en', storiesPerPage: 8, fillRatio: 0.85},
  {template: 'broadsheet-en', storiesPerPage: 8, pageCount: 3, withJumps: true}
]

const workFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'qianzi-sheets-'))
const plant = openPlant()

try {
  const pages: Array<Uint8Array> = []
  for (const folder of await listFolders()) {
    pages.push(...(await printFolder(folder)))
  }
  fs.rmSync(outFolder, {recursive: true, force: true})
  fs.mkdirSync(outFolder, {recursive: true})
  const perSheet = columnCount * rowCount
  for (let start = 0; start < pages.length; start += perSheet) {
    const file = path.join(outFolder, `sheet-${start / perSheet + 1}.png`)
    await sharp(await layOut(pages.slice(start, start + perSheet))).toFile(file)
    process.stdout.write(`${file}\n`)
  }
} finally {
  await plant.close()
  fs.rmSync(workFolder, {recursive: true, force: true})
}

async function listFolders(): Promise<Array<string>> {
  const folders = fs
    .readdirSync(path.join(projectFolder, 'manuscript'))
    .sort()
    .map((name) => path.join(projectFolder, 'manuscript', name))

  if (fs.existsSync(seedPage)) {
    const folder = path.join(workFolder, 'real')
    fs.mkdirSync(folder)
    const {files} = importPage(fs.readFileSync(seedPage), {name: 'page.txt'})
    for (const {path: name, value} of files) {
      fs.writeFileSync(path.join(folder, name), value)
    }
    folders.push(folder)
  } else {
    process.stdout.write('The real page is not here.\n')
  }

  for (const [index, options] of madeIssues.entries()) {
    const seed = index + 1
    folders.push(
      await writeMadeIssue(path.join(workFolder, `made-${seed}`), {
        pageCount: 1,
        withJumps: false,
        seed,
        ...options
      })
    )
  }
  return folders
}

async function printFolder(folder: string): Promise<Array<Uint8Array>> {
  const out = path.join(workFolder, 'out')
  const {files, isPublished, issueId} = await build(folder, out, plant, [
    'screen'
  ])
  process.stdout.write(`${issueId}: ${isPublished ? 'printed' : 'refused'}\n`)
  if (!isPublished) {
    for (const message of files.flatMap((file) => file.messages)) {
      if (message.fatal) process.stdout.write(`  ${message.reason}\n`)
    }
    return []
  }
  const pdf = fs.readFileSync(path.join(out, issueId, `screen/${issueId}.pdf`))
  const options = {widthPx: pageWidthPx * 2, format: 'png'} as const
  const images = await plant.rasterizePdf(pdf, options)
  return images.map(({value}) => value)
}

async function layOut(pages: ReadonlyArray<Uint8Array>): Promise<Buffer> {
  const composites = await Promise.all(
    pages.map(async (page, index) => ({
      input: await sharp(page)
        .resize(pageWidthPx, pageDepthPx, {fit: 'contain', background: '#888'})
        .toBuffer(),
      left: gapPx + (index % columnCount) * (pageWidthPx + gapPx),
      top: gapPx + Math.floor(index / columnCount) * (pageDepthPx + gapPx)
    }))
  )
  return sharp({
    create: {
      width: columnCount * (pageWidthPx + gapPx) + gapPx,
      height: rowCount * (pageDepthPx + gapPx) + gapPx,
      channels: 3,
      background: '#888'
    }
  })
    .composite(composites)
    .png()
    .toBuffer()
}
