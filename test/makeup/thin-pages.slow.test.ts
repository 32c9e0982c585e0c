// Thin pages of many kinds: copy for a fiftieth to nine tenths of a page, a
// single story, a picture alone, nothing but notices. What the note asks for
// is done to the manuscripts, and the page fills.

import {describe, expect, test} from 'vitest'
import {makeUpPage, tryPage} from '../../src/makeup/make-up-page.ts'
import {checkThinPage} from './check-thin-page.ts'
import {applyFix} from '../made/apply-fix.ts'
import {makeIssue, type MadeFiles} from '../made/make-issue.ts'
import {makePhoto} from '../made/make-photo.ts'
import {openDice} from '../made/open-dice.ts'
import {openFiles, toPageRequest} from '../made/open-made-desk.ts'

const templates = ['broadsheet', 'tabloid', 'broadsheet-en'] as const
const amounts = [
  {fillRatio: 0.02, storiesPerPage: 1},
  {fillRatio: 0.05, storiesPerPage: 2},
  {fillRatio: 0.1, storiesPerPage: 3, withPictures: false},
  {fillRatio: 0.2, storiesPerPage: 4},
  {fillRatio: 0.4, storiesPerPage: 5, withPictures: false},
  {fillRatio: 0.7, storiesPerPage: 6, withPictures: false},
  {fillRatio: 0.86, storiesPerPage: 7},
  {fillRatio: 0.92, storiesPerPage: 7, withPictures: false}
]
const rows = templates.flatMap((template) =>
  amounts.map((amount) => ({template, seed: 17, ...amount}))
)

/** The least a newcomer files. */
const scraps = {
  story: {'one.md': story('news', '气象小组测得 今年最高气温', 76)},
  notices: {
    'one.md': story('notice', '启事', 26),
    'two.md': story('notice', '失物招领', 22),
    'three.md': story('notice', '停水通知', 30)
  },
  newcomer: {
    'one.md': story('news', '图书馆今天开门 座位多了一倍', 260),
    'two.md': story('news', '高一篮球赛收场 三班最后一投取胜', 120),
    'three.md': story('notice', '启事', 26)
  }
}

/** The first story of a page leads, however short it is. */
const upsideDown = {
  'one.md': story('news', '操场下周关闭 铺设新的跑道', 40),
  'two.md': story('news', '学生合唱团登上 市里的新年音乐会', 900),
  'three.md': story('feature', '门房老周 三十年的钥匙', 600)
}
const scrapRows = templates.flatMap((template) =>
  Object.keys(scraps).map((name) => ({template, name}))
)

describe('thin pages', () => {
  test.each(rows)(
    'should look well and say what they lack: $template, $fillRatio, $seed',
    async (row) => {
      const files = await makeIssue({pageCount: 1, withJumps: false, ...row})
      await check(files)
    }
  )

  test.each(scrapRows)(
    'should look well and say what they lack: $template, $name',
    async ({name, template}) => {
      const copy = Object.entries(scraps).find(([one]) => one === name)?.[1]
      await check(toFiles(template, copy ?? {}))
    }
  )

  test.each(templates)(
    'should show a picture by itself: %s',
    async (template) => {
      const photo = await makePhoto(openDice(3), 1600, 1.5)
      const text = `---\nkind: photo\n---\n\n# 渔船回港\n\n![傍晚的港口。](photo/one.jpg){alt="x"}\n`
      const files = toFiles(template, {'one.md': text})
      await check(new Map([...files, ['photo/one.jpg', photo]]))
    }
  )

  test.each(templates)(
    'should let a short story lead: %s',
    async (template) => {
      const files = toFiles(template, upsideDown)
      const request = toPageRequest(await openFiles(files), 1)
      checkThinPage(tryPage(request), request)
    }
  )
})

async function check(files: MadeFiles): Promise<void> {
  const request = toPageRequest(await openFiles(files), 1)
  const tried = tryPage(request)
  const {fixes, isFilled} = makeUpPage(request, tried)
  checkThinPage(tried, request)
  if (isFilled) return
  expect(fixes.length).toBeGreaterThan(0)
  for (const fix of fixes) {
    for (const changed of await applyFix(fix, files)) {
      const again = makeUpPage(toPageRequest(await openFiles(changed), 1))
      expect({fix, isFilled: again.isFilled}).toEqual({fix, isFilled: true})
    }
  }
}

function toFiles(
  template: string,
  copy: Readonly<Record<string, string>>
): MadeFiles {
  const listed = Object.keys(copy).map((name) => `      - ${name}\n`)
  const issue = `publication: 山谷校报
date: 2026-06-05
lang: zh-CN
imprint: {publisher: 山谷中学}
pages:
  - number: 1
    template: ${template}
    stories:
${listed.join('')}`
  return new Map([['issue.yaml', issue], ...Object.entries(copy)])
}

function story(kind: string, headline: string, characterCount: number): string {
  const words = '清晨七点半新楼的门还没有开，台阶上已经站了四十多名同学。'
  const body = words.repeat(Math.ceil(characterCount / words.length))
  return `---\nkind: ${kind}\n---\n\n# ${headline}\n\n${body.slice(0, characterCount - 1)}。\n`
}
