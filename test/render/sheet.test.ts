// What is on a sheet. Where things are painted is for `screen/print.test.ts`.

import {describe, expect, test} from 'vitest'
import {toSheet} from '../../src/render/sheet.ts'
import {makeIssue} from './made-issue.ts'
import {makeBlock, makeModule, makePage, setLine} from './made-page.ts'

const made = await makeIssue()
const fontFiles = new Map([
  ['song', made.song.file],
  ['serif', made.serif.file]
])
const sources = {
  title: '云中日报',
  lang: 'zh-CN',
  fontFiles,
  templates: new Map([
    [5, 'made'],
    [6, 'made']
  ])
}
const sheet = toSheet(made.pages, sources)
const {song} = made

describe('toSheet', () => {
  test('should tell what it needs', () => {
    expect(sheet.fontFamilies).toEqual(['face-1', 'face-2', 'face-3'])
    expect([...sheet.resources.keys()]).toEqual([
      'font/face-1.ttf',
      'font/face-2.ttf',
      'font/face-3.ttf'
    ])
    expect(sheet).toMatchObject({title: '云中日报', scale: 8})
    expect(sheet.widthPt).toBeCloseTo(1105.512, 3)
  })

  test('should give each size of paper a page of its own', () => {
    expect(sheet.html.match(/@page [^{]+/g)).toEqual([
      '@page p1106x851',
      '@page p501x401'
    ])
  })

  test('should paint what the page has, in order, and nothing around it', () => {
    const body = sheet.html.slice(sheet.html.indexOf('<body'))
    const tags = body.match(/<[a-z0-9]+/g)
    expect(new Set(tags)).toEqual(
      new Set(['<body', '<section', '<span', '<i', '<svg', '<path', '<img'])
    )
  })

  test('should join lines as the copy does', () => {
    const text = toPlainText(sheet.html)
    expect(text).toContain('waffle, efficient reading the')
    expect(text).toContain('is ker-ned. office')
  })

  test('should paint a hyphen that stands for no copy', () => {
    const line = setLine(
      0,
      10,
      100,
      [{face: made.serif, text: 'ker-', sizePt: 9, lang: 'en'}],
      '-'
    )
    for (const run of line.children) {
      run.glyphs = run.glyphs.map((glyph) =>
        glyph.text === '-' ? {...glyph, text: ''} : glyph
      )
    }
    expect(toPlainText(printParagraph([line]))).toContain('ker-')
  })

  test('should name a language only where it changes', () => {
    expect(new Set(sheet.html.match(/lang="[^"]*"/g))).toEqual(
      new Set(['lang="zh-CN"', 'lang="en"'])
    )
    const line = setLine(0, 10, 100, [
      {face: song, text: '一', sizePt: 9, run: {lang: 'ja'}},
      {face: song, text: '二', sizePt: 9, run: {lang: 'zh-CN'}}
    ])
    expect(printParagraph([line]).match(/lang="[^"]*"/g)).toEqual(['lang="ja"'])
  })

  test('should not let copy become markup', () => {
    const line = setLine(0, 10, 100, [{face: song, text: '一', sizePt: 9}])
    const [run] = line.children
    const glyph = run?.glyphs[0]
    if (glyph) glyph.text = '<script>&"'
    expect(printParagraph([line])).not.toContain('<script>')
  })

  test.for(['color', 'face'] as const)('should refuse an unknown %s', (key) => {
    const line = setLine(0, 10, 100, [
      {face: song, text: '一', sizePt: 9, run: {[key]: 'nobody'}}
    ])
    expect(() => printParagraph([line])).toThrow('`nobody`')
  })
})

function printParagraph(lines: Parameters<typeof makeBlock>[2]): string {
  const block = makeBlock('paragraph', 'a/body/0', lines)
  const page = makePage(7, [song, made.serif], [makeModule('a', [block])])
  return toSheet([page], sources).html.replace(/^[\s\S]*<body>/, '')
}

function toPlainText(html: string): string {
  return html.replaceAll(/<style>[\s\S]*?<\/style>|<[^>]*>/g, '')
}
