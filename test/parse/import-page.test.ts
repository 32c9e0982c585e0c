// Importing pages. The real page is read in place and never copied; where it
// is absent its tests are skipped.

import fs from 'node:fs'
import {fileURLToPath} from 'node:url'
import {VFile} from 'vfile'
import {reporter} from 'vfile-reporter'
import {describe, expect, test} from 'vitest'
import {checkYaml, issueSchema} from '../../src/config/config.ts'
import {plainText} from '../../src/model/plain-text.ts'
import type {Story} from '../../src/model/story.ts'
import {escapeMarkdown} from '../../src/parse/escape-markdown.ts'
import {
  importPage,
  parseIssue,
  type ImportedPage
} from '../../src/parse/parse.ts'

const fixtures = new URL('import-fixtures/', import.meta.url)
const realPage = new URL('../../../shared/seed-page/page.txt', import.meta.url)

for (const name of fs.readdirSync(fixtures).sort()) {
  const at = (base: string) =>
    fileURLToPath(new URL(`${name}/${base}`, fixtures))
  const text = fs.readFileSync(at('page.txt'), 'utf8')
  const page = importPage(text, {name: 'page.txt'})

  test(`should import ${name}`, async () => {
    const files = page.files.map(({path, value}) => `=== ${path}\n${value}`)
    await expect(files.join('\n')).toMatchFileSnapshot(at('manuscript.txt'))
    await expect(reporter(page.file) + '\n').toMatchFileSnapshot(
      at('notes.txt')
    )
  })

  test(`should lose and change nothing in ${name}`, () => {
    // Photos stand after the story whose text they part.
    const copy = parse(page).map(copyText).join('')
    expect([...copy].sort().join('')).toBe([...bare(text)].sort().join(''))
  })
}

describe.skipIf(!fs.existsSync(realPage))('the real page', () => {
  const text = fs.existsSync(realPage) ? fs.readFileSync(realPage, 'utf8') : ''
  const page = importPage(text, {name: 'page.txt'})
  const stories = parse(page)

  test('should find its ten units, by the table of its README', () => {
    const table = stories.map((story) => {
      const body = bodyOf(story)
      return [
        story.kind,
        bare(textOf(story, 'headline')).length,
        body?.children.length,
        bare(body ? plainText(body) : '').length,
        story.status
      ]
    })

    expect(table).toEqual([
      ['roundup', 14, 4, 521, 'truncated'],
      ['feature', 14, 4, 620, 'complete'],
      ['feature', 14, 4, 752, 'complete'],
      ['photo', 0, 1, 36, 'complete'],
      ['news', 13, 4, 798, 'complete'],
      ['news', 17, 4, 744, 'complete'],
      ['commentary', 0, 6, 1265, 'complete'],
      ['feature', 12, 3, 322, 'complete'],
      ['news', 15, 4, 626, 'complete'],
      ['photo', 0, 1, 33, 'complete']
    ])
  })

  test('should keep every character in order', () => {
    expect(stories.map(copyText).join('')).toBe(bare(text))
  })

  test('should tell its furniture', () => {
    const [lead, second] = stories
    const types = lead?.children.map(({type}) => type)

    expect(types).toEqual(['headline', 'deck', 'byline', 'body'])
    expect(lead?.children[0]).toMatchObject({
      children: [{type: 'text'}, {type: 'split'}, {type: 'text'}]
    })
    expect(textOf(second, 'byline')).toMatch(/^□ 本报记者 /)
    expect(stories.filter(hasLeadIn).map(({kind}) => kind)).toEqual([
      'news',
      'news',
      'news'
    ])
    const strong = stories.map(
      ({children}) => [...JSON.stringify(children).matchAll(/"strong"/g)].length
    )
    expect(strong).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0])
  })

  test('should mark both pictures missing and invent nothing', () => {
    const figures = stories.flatMap(
      (story) => bodyOf(story)?.children.filter(isFigure) ?? []
    )

    expect(figures).toMatchObject([
      {isMissing: true, credit: expect.stringMatching(/^本报记者 .+ 摄$/)},
      {isMissing: true, credit: expect.stringMatching(/^本报记者 .+[^ ]摄$/)}
    ])
    expect(page.files[0]?.value).toContain('publication: unknown\n')
    expect(page.files[0]?.value).toContain('date: unknown\n')
    expect(page.files[0]?.value).toContain('number: unknown\n')
  })
})

describe('options', () => {
  test('should take what is known about the page', () => {
    const {files} = importPage('一篇稿件。', {
      name: 'page.txt',
      publication: '云中: 日报',
      date: '2026-06-02',
      pageNumber: 5,
      section: '要闻',
      template: 'tabloid'
    })

    expect(files[0]?.value).toBe(`publication: "云中: 日报"
date: "2026-06-02"
lang: "zh-CN"
pages:
  - number: 5
    section: "要闻"
    template: tabloid
    stories:
      - 01-commentary.md
`)
  })

  test('should note a page without text', () => {
    const {file} = importPage(' \n\n', {name: 'page.txt'})

    expect(file.messages).toMatchObject([{ruleId: 'import-empty', fatal: true}])
  })
})

describe('escapeMarkdown', () => {
  test('should make any line mean itself', () => {
    const marks = [...'\\`*_{}[]()<>#+-.!~|:&=@"\'/ 1a云。“”：—']
    let state = 42

    for (let count = 0; count < 3000; count++) {
      let line = ''
      for (let index = 0; index < 1 + (count % 24); index++) {
        state = (state * 1103515245 + 12345) % 2147483648
        line += marks[(state >> 8) % marks.length] ?? ''
      }
      expectItself(line.trim())
    }
  })

  test.for([
    '1. 不是列表',
    '- 不是列表',
    '> 不是引文',
    '# 不是标题',
    '---',
    '+1',
    '===',
    ':::box',
    '时间:上午',
    '&amp;与&#20;',
    '<b>不是HTML</b>',
    '看 https://a.example/x_y*z 和 www.a_b.example。',
    '信 a_b@c.example。',
    '深读 | 标题',
    '{漢字|かんじ}',
    '![图](x){missing}',
    '[^1]: 注',
    '`码`',
    '尾\\'
  ])('should make %j mean itself', (line) => expectItself(line))
})

function expectItself(line: string): void {
  if (line === '') return
  const issueText =
    'publication: 报\ndate: unknown\npages: [{number: 1, stories: [a.md]}]'
  const value = `---\nkind: brief\ndeck: ${JSON.stringify(escapeMarkdown(line))}\n---\n\n${escapeMarkdown(line)}\n`
  const [story] = parse({
    files: [
      {path: 'issue.yaml', value: issueText},
      {path: 'a.md', value}
    ],
    file: new VFile()
  })

  expect(textOf(story, 'body')).toBe(line)
  expect(textOf(story, 'deck')).toBe(line)
}

function parse(page: ImportedPage): Array<Story> {
  const [first, ...others] = page.files
  const value = first?.value ?? ''
  const issueFile = new VFile({path: 'issue.yaml', value})
  const settings = checkYaml(issueFile, value, issueSchema)
  if (!settings) throw new Error('Unexpected `issue.yaml`, expected a good one')
  const {files, issue} = parseIssue({
    id: 'page',
    settings,
    issueFile,
    stories: new Map(others.map((file) => [file.path, new VFile({...file})])),
    pictures: new Set()
  })
  const errors = files.flatMap(({messages}) =>
    messages.filter(({fatal}) => fatal === true)
  )
  expect(errors).toEqual([])
  return issue.children.flatMap(({children}) => children)
}

function copyText(story: Story): string {
  const figures = bodyOf(story)?.children.filter(isFigure) ?? []
  const credits = figures.map(({credit = ''}) => credit).join('')
  return bare(plainText(story) + credits)
}

function bare(text: string): string {
  return text.replace(/\s/g, '')
}

function bodyOf(story: Story) {
  return story.children.find((part) => part.type === 'body')
}

function textOf(story: Story | undefined, type: string): string {
  return (
    story?.children
      .filter((part) => part.type === type)
      .map(plainText)
      .join('') ?? ''
  )
}

function hasLeadIn(story: Story): boolean {
  const first = bodyOf(story)?.children[0]
  return first?.type === 'paragraph' && first.children[0]?.type === 'leadIn'
}

function isFigure<T extends {type: string}>(
  node: T
): node is Extract<T, {type: 'figure'}> {
  return node.type === 'figure'
}
