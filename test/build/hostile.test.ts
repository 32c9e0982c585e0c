// Copy that is hostile or broken: notes, never a crash, and nothing published
// that is not whole.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {build, makeTemporaryFolder, openPlant} from '../end-to-end/press.ts'
import {writeBlackPng} from '../made/write-black-png.ts'

const issue = `publication: 试报
date: 2026-06-02
lang: zh-CN
pages:
  - number: 1
    template: tabloid
    stories: [a.md]
`
const story = `---
kind: news
---

# 山谷里的灯 夜里也亮着

${'这是一段平平常常的正文，写来看看版面能不能排得下。'.repeat(12)}
`

/** Files, whether it is published, and rules of notes that must be there. */
const cases: Readonly<
  Record<
    string,
    {
      files: Readonly<Record<string, Uint8Array | string>>
      isPublished: boolean
      rules: ReadonlyArray<string>
      encoding?: string
    }
  >
> = {
  'an empty file': {
    files: {'a.md': ''},
    isPublished: false,
    rules: ['story-empty']
  },
  'no heading': {
    files: {'a.md': story.replace(/^#.*$/m, '')},
    isPublished: true,
    rules: ['headline-missing']
  },
  'an unknown kind': {
    files: {'a.md': story.replace('news', 'novel')},
    isPublished: false,
    rules: ['wrong-value']
  },
  'two stories of one name': {
    files: {
      'issue.yaml': issue.replace('[a.md]', '[a.md, b/a.md]'),
      'a.md': story,
      'b/a.md': story
    },
    isPublished: false,
    rules: ['slug-twice']
  },
  'an advertisement wider than the page': {
    files: {
      'a.md': '---\nkind: ad\nsize: {columns: 40, lines: 10}\n---\n\n# 修车\n'
    },
    isPublished: false,
    rules: ['story-unplaced']
  },
  'a missing picture': {
    files: {'a.md': `${story}\n![图](photo/no.jpg)\n`},
    isPublished: false,
    rules: ['picture-missing']
  },
  'a JPEG of one byte': {
    files: {
      'a.md': `${story}\n![图](photo/one.jpg)\n`,
      'photo/one.jpg': new Uint8Array([0xff])
    },
    isPublished: false,
    rules: ['picture-broken']
  },
  'a path that leaves the folder': {
    files: {'a.md': `${story}\n![图](../../../etc/passwd)\n`},
    isPublished: false,
    rules: ['picture-path']
  },
  'a script': {
    files: {'a.md': `${story}\n<script>alert(1)</script>\n`},
    isPublished: true,
    rules: ['html-dropped']
  },
  'a paragraph of many pages': {
    files: {'a.md': `${story}\n${'很长很长的话，'.repeat(5000)}\n`},
    isPublished: false,
    rules: ['long-paragraph', 'story-unplaced']
  },
  'a paragraph of a million characters': {
    files: {'a.md': `${story}\n${'很长很长的话，'.repeat(142_858)}\n`},
    isPublished: false,
    rules: ['long-paragraph', 'story-too-long']
  },
  'a picture of one pixel': {
    files: {
      'a.md': `${story}\n![图](photo/one.png){credit="某某 摄"}\n`,
      'photo/one.png': writeBlackPng(1, 1)
    },
    isPublished: true,
    rules: ['soft-picture']
  },
  'a directive without end': {
    files: {'a.md': `${story}\n:::box{title="链接"}\n里面\n`},
    isPublished: false,
    rules: ['unclosed-directive']
  },
  'bad YAML': {
    files: {'issue.yaml': 'publication: [\ndate: x', 'a.md': story},
    isPublished: false,
    rules: ['yaml-syntax']
  },
  'a day that is none': {
    files: {'issue.yaml': issue.replace('06-02', '13-45'), 'a.md': story},
    isPublished: false,
    rules: ['issue-date']
  },
  'characters of no font': {
    files: {'a.md': `${story}\n缺字😀。\n`},
    isPublished: false,
    rules: ['missing-glyph']
  },
  'a right-to-left override': {
    files: {'a.md': `${story}\n正\u202E文\u202C。\n`},
    isPublished: true,
    rules: ['invisible-character']
  },
  'a byte order mark': {
    files: {'a.md': `\uFEFF${story}`},
    isPublished: true,
    rules: []
  },
  'lines that end in CRLF': {
    files: {'a.md': story.replaceAll('\n', '\r\n')},
    isPublished: true,
    rules: []
  },
  'bytes that are not UTF-8': {
    files: {'a.md': new Uint8Array([0xc9, 0xbd, 0xb9, 0xc8, 0xa1, 0xa3])},
    isPublished: false,
    rules: ['wrong-encoding']
  },
  'no issue.yaml': {
    files: {'issue.yaml': new Uint8Array(), 'a.md': story},
    isPublished: false,
    rules: ['missing-field']
  }
}

describe('hostile copy', () => {
  const plant = openPlant()
  let folder = ''

  beforeAll(async () => {
    folder = await makeTemporaryFolder()
  })

  afterAll(async () => {
    await plant.close()
    await fs.rm(folder, {recursive: true, force: true})
  })

  test.for(Object.entries(cases))('should bear %s', async ([name, one]) => {
    const manuscript = path.join(
      folder,
      String(Object.keys(cases).indexOf(name))
    )
    for (const [file, value] of Object.entries({
      'issue.yaml': issue,
      ...one.files
    })) {
      await fs.mkdir(path.dirname(path.join(manuscript, file)), {
        recursive: true
      })
      await fs.writeFile(path.join(manuscript, file), value)
    }

    const result = await build(manuscript, path.join(folder, 'out'), plant, [
      'screen'
    ])
    const rules = result.files
      .flatMap((file) => file.messages)
      .map((message) => message.ruleId)

    expect(rules).toEqual(expect.arrayContaining([...one.rules]))
    expect(result.isPublished).toBe(one.isPublished)
    const isThere = await fs.access(result.outFolder).then(
      () => true,
      () => false
    )
    expect(isThere).toBe(one.isPublished)
  })
})
