// From manuscripts to what those who listen get: headers of tables, languages
// of words, descriptions of pictures, as they are in the finished PDF.

import fs from 'node:fs/promises'
import path from 'node:path'
import {PDFHexString} from '@cantoo/pdf-lib'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {BuildResult} from '../../src/build/build.ts'
import {writeFiles} from '../made/make-issue.ts'
import {
  findElements,
  readStructure,
  readWordsOf,
  type ReadElement
} from '../render/screen/read-structure.ts'
import {build, makeTemporaryFolder, openPlant} from './press.ts'

const copy = {
  'issue.yaml': `publication: 云中日报
date: 2026-06-02
issueNumber: 10987
lang: zh-CN
pages:
  - number: 5
    section: 副刊
    template: tabloid
    stories: [stage.md, prices.md]
`,
  'stage.md': `---
kind: feature
byline: 本报记者 张三
---

# 剧社上演莎翁名剧

${'台下坐满了人，孩子们趴在前排的栏杆上听。'.repeat(6)}演到“:lang[To be, or not to be: that is the question]{en}”一句，台下一片掌声。

![演员在台上。](photo/stage.png){alt="一名演员站在灯光下，手里举着一只白色的骷髅。" credit="本报记者 李四 摄"}

${'散场后大家还在议论。'.repeat(12)}

![观众散场。](photo/crowd.png){credit="本报记者 李四 摄"}

![](photo/street.png)
`,
  'prices.md': `---
kind: news
---

# 菜价回落

${'市场里的摊位比上周多了一倍，价格也下来了。'.repeat(4)}

| 品种 | 上周（元） | 本周（元） |
|-|-:|-:|
| 白菜 | 2.40 | 1.80 |
| 萝卜 | 1.90 | 1.20 |
`
}

let folder = ''
let result: BuildResult
let structure: ReadElement

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  const photo = await sharp({
    create: {width: 900, height: 600, channels: 3, background: '#88a0b0'}
  })
    .png()
    .toBuffer()
  const files = new Map<string, Uint8Array | string>(Object.entries(copy))
  for (const name of ['stage', 'crowd', 'street'])
    files.set(`photo/${name}.png`, photo)
  await writeFiles(path.join(folder, 'paper'), files)
  const plant = openPlant()
  try {
    result = await build(
      path.join(folder, 'paper'),
      path.join(folder, 'out'),
      plant,
      ['screen']
    )
  } finally {
    await plant.close()
  }
  expect(result.isPublished).toBe(true)
  structure = await readStructure(
    await fs.readFile(path.join(result.outFolder, 'screen/paper.pdf'))
  )
})

afterAll(() => fs.rm(folder, {recursive: true, force: true}))

describe('structure of the screen PDF', () => {
  test('should lead from every cell to the header of its column', () => {
    const [table] = findElements(structure, 'Table')
    const rows = table ? findElements(table, 'TR') : []
    const [heads = [], ...others] = rows.map((row) =>
      row.children.filter((one) => typeof one !== 'string')
    )

    expect(
      heads.map((one) => [one.kind, readWordsOf(one).replaceAll(/\s/g, '')])
    ).toEqual([
      ['TH', '品种'],
      ['TH', '上周（元）'],
      ['TH', '本周（元）']
    ])
    for (const {attributes, id} of heads) {
      expect(attributes).toContain('/Scope /Column')
      expect(id).toBeDefined()
    }
    expect(new Set(heads.map(({id}) => id)).size).toBe(3)
    expect(
      others.map((row) => row.map((one) => readWordsOf(one).trim()))
    ).toEqual([
      ['白菜', '2.40', '1.80'],
      ['萝卜', '1.90', '1.20']
    ])
    for (const row of others) {
      for (const [index, cell] of row.entries()) {
        const id = String(PDFHexString.fromText(heads[index]?.id ?? ''))
        expect(cell.kind).toBe('TD')
        expect(squeeze(cell.attributes)).toContain(`/Headers[${id}]`)
      }
    }
  })

  test('should say the language of words that are in another', () => {
    const spans = findElements(structure, 'Span')

    expect(
      spans.map((one) => [
        one.lang,
        readWordsOf(one).trim().replaceAll(/\s+/g, ' ')
      ])
    ).toEqual([['en', 'To be, or not to be: that is the question']])
  })

  test('should describe pictures by the manuscript, or else by the cutline', () => {
    const figures = findElements(structure, 'Figure')
    const notes = result.files.flatMap(({messages}) => messages)
    const lacking = notes.filter(({ruleId}) => ruleId === 'picture-alt')

    expect(figures.map(({alt}) => alt)).toEqual([
      '一名演员站在灯光下，手里举着一只白色的骷髅。',
      '观众散场。',
      '图片：剧社上演莎翁名剧'
    ])
    const line = copy['stage.md'].split('\n').length - 3
    expect(
      lacking.map((one) => [path.basename(one.file ?? ''), one.line])
    ).toEqual([
      ['stage.md', line],
      ['stage.md', line + 2]
    ])
  })
})

function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '')
}
