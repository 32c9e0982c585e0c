// A whole issue of pictures that can't be printed: each is refused by what it
// is, where it is named, with what to do; none keeps another from being read.

import fs from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {VFileMessage} from 'vfile-message'
import {writeFiles} from '../made/make-issue.ts'
import {writeBlackPng} from '../made/write-black-png.ts'
import {build, makeTemporaryFolder, openPlant} from './press.ts'

const head = `---
kind: news
---

# 山谷里的灯夜里也亮着

这是一段平平常常的正文。

`
/** Line of the manuscript that names the picture. */
const pictureLine = 9

function toBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function draw(inside: string, before = ''): Uint8Array {
  return toBytes(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">${inside}</svg>`
  )
}

const noise = sharp({
  create: {
    width: 320,
    height: 240,
    channels: 3,
    background: '#000',
    noise: {type: 'gaussian', mean: 120, sigma: 40}
  }
})
const jpeg = new Uint8Array(await noise.clone().jpeg().toBuffer())
const png = new Uint8Array(await noise.clone().png().toBuffer())
const frames = sharp(
  await Promise.all(
    ['#ff0000', '#0000ff'].map((background) =>
      sharp({create: {width: 8, height: 8, channels: 3, background}})
        .png()
        .toBuffer()
    )
  ),
  {join: {animated: true}}
)
const entities = ['a "qianzi"', ...[...'bcdefghi'].map(toEntity)]
const bomb = `<?xml version="1.0"?><!DOCTYPE svg [${entities.map((one) => `<!ENTITY ${one}>`).join('')}]>`

/** Ten of the letter before. */
function toEntity(letter: string): string {
  const before = String.fromCharCode(letter.charCodeAt(0) - 1)
  return `${letter} "${`&${before};`.repeat(10)}"`
}

/** Files, what the note calls them, and a word of what to do. */
const refused: Readonly<Record<string, readonly [Uint8Array, RegExp, RegExp]>> =
  {
    'empty.jpg': [new Uint8Array(), /no bytes/, /Copy it again/],
    'text.jpg': [toBytes('no picture'), /no picture format/, /Export/],
    'page.jpg': [
      toBytes('<!doctype html><html>'),
      /web page/,
      /picture itself/
    ],
    'cut.jpg': [
      jpeg.subarray(0, jpeg.length / 2),
      /breaks off/,
      /Copy the file again/
    ],
    'cut.png': [
      png.subarray(0, png.length - 200),
      /damaged/,
      /Copy the file again/
    ],
    'script.svg': [draw('<script>alert(1)</script>'), /SVG/, /PNG/],
    'outside.svg': [draw('<image href="file:///etc/passwd"/>'), /SVG/, /PNG/],
    'foreign.svg': [
      draw('<foreignObject><p>a</p></foreignObject>'),
      /SVG/,
      /PNG/
    ],
    'bomb.svg': [draw('<text>&i;</text>', bomb), /SVG/, /PNG/],
    'svg-as.png': [draw('<rect width="9" height="9"/>'), /SVG/, /PNG/],
    'moving.webp': [
      new Uint8Array(await frames.clone().webp().toBuffer()),
      /2 pictures/,
      /the one you mean/
    ],
    'moving.gif': [
      new Uint8Array(await frames.clone().gif().toBuffer()),
      /2 pictures/,
      /the one you mean/
    ],
    'two.tif': [
      new Uint8Array(await frames.clone().tiff().toBuffer()),
      /2 pictures/,
      /the one you mean/
    ],
    'phone.heic': [
      toBytes('\0\0\0\u0018ftypheic\0\0\0\0mif1heic'),
      /HEIC/,
      /Most Compatible/
    ],
    'web.avif': [
      new Uint8Array(await noise.clone().avif({effort: 0}).toBuffer()),
      /AVIF/,
      /save it as JPEG/
    ],
    'page.pdf': [toBytes('%PDF-1.7\n1 0 obj'), /a PDF/, /300 pixels an inch/],
    'layers.psd': [toBytes('8BPS\0\u0001'), /Photoshop/, /JPEG/],
    'huge.png': [
      writeBlackPng(20_000, 10_000),
      /20000 × 10000 pixels, more than 120 million/,
      /smaller/
    ]
  }

let folder = ''
const plant = openPlant()

beforeAll(async () => {
  folder = await makeTemporaryFolder()
})

afterAll(async () => {
  await plant.close()
  await fs.rm(folder, {recursive: true, force: true})
})

describe('pictures that are refused', () => {
  let notes: ReadonlyArray<VFileMessage> = []
  const names = Object.keys(refused)

  beforeAll(async () => {
    const issue = path.join(folder, 'refused')
    await writeFiles(issue, toIssue([...names, 'outside.jpg', 'good.png']))
    await fs.writeFile(path.join(folder, 'secret.jpg'), jpeg)
    await fs.symlink(
      path.join(folder, 'secret.jpg'),
      path.join(issue, 'photo/outside.jpg')
    )
    const result = await build(issue, path.join(folder, 'out'), plant, [
      'press',
      'screen'
    ])
    notes = result.files.flatMap(({messages}) => messages)
    expect(result.isPublished).toBe(false)
  })

  test.for(names)('should say what `%s` is and what to do', (name) => {
    const [, reason, fix] = refused[name] ?? []
    const found = findNotes(name)

    expect(found).toHaveLength(1)
    const [note] = found
    expect(note).toMatchObject({
      ruleId: 'picture-broken',
      fatal: true,
      line: pictureLine,
      reason: expect.stringMatching(reason ?? 'nothing'),
      note: expect.stringMatching(fix ?? 'nothing')
    })
    expect(note?.reason).toContain(`\`photo/${name}\``)
  })

  test('should not follow a link that leaves the folder', () => {
    expect(findNotes('outside.jpg').map(({ruleId}) => ruleId)).toEqual([
      'picture-missing'
    ])
  })

  test('should have nothing against a picture among them', () => {
    expect(findNotes('good.png')).toEqual([])
  })

  function findNotes(name: string): Array<VFileMessage> {
    return notes.filter(
      ({file, ruleId}) =>
        ruleId?.startsWith('picture-') === true &&
        file?.endsWith(`/${toSlug(name)}.md`) === true
    )
  }
})

function toIssue(
  names: ReadonlyArray<string>
): Map<string, Uint8Array | string> {
  const files = new Map<string, Uint8Array | string>()
  for (const name of names) {
    const value = name === 'good.png' ? png : refused[name]?.[0]
    if (value) files.set(`photo/${name}`, value)
    files.set(
      `${toSlug(name)}.md`,
      `${head}![图](photo/${name}){credit="自绘" alt="图"}\n`
    )
  }
  const stories = names.map((name) => `${toSlug(name)}.md`).join(', ')
  files.set(
    'issue.yaml',
    `publication: 试报\ndate: 2026-06-02\nlang: zh-CN\npages:\n  - number: 1\n    template: tabloid\n    stories: [${stories}]\n`
  )
  return files
}

function toSlug(name: string): string {
  return name.replace('.', '-')
}
