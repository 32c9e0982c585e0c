// Structure of a sheet: what is read, in which order, as what. Where things are
// painted is for `screen/print.test.ts`.

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
  files: new Map(),
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

  test('should build the reading structure', () => {
    expect(outline(sheet.html)).toMatchInlineSnapshot(`
      "section
        header
          p 05
          h1 乡村特刊
        article
          h2 “披荆斩棘”绿色发展
          p 记者张三
          p 连日来，上海“披荆斩棘”1（记者张三）说：——绿色，AVATAR发展……道路！道路绿色发展。
          h3 小标题
          p かな漢字小标题。
          p
            a （转06版）
        article
          h2 AVATAR To office
          p To fluffy waffle, efficient reading the quick brown fox; “Type” is ker-ned.
            a office
        article
          ul
            li 一、项目
            li 二、项目
          table
            tbody
              tr
                th 表头一
                th 表头二
              tr
                td 单元格一
                td 单元格二
          figure
            img
            figcaption 图片说明。
          img
          p 竖排文字：（开始）结束了。
      section
        header
          h1 第06版
        article
          p
            a （接05版）
          p 绿色发展道路。
      "
    `)
  })

  test('should keep a paragraph over several legs in one element', () => {
    const paragraph = /<p>(?:(?!<\/p>).)*连日来(?:(?!<\/p>).)*<\/p>/.exec(
      sheet.html
    )
    expect(toPlainText(paragraph?.[0] ?? '')).toBe(
      '连日来，上海“披荆斩棘”1（记者张三）说：——绿色，AVATAR发展……道路！道路绿色发展。'
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
    expect(sheet.html.match(/lang="[^"]*"/g)).toEqual([
      'lang="zh-CN"',
      'lang="en"'
    ])
    const line = setLine(0, 10, 100, [
      {face: song, text: '一', sizePt: 9, run: {lang: 'ja'}},
      {face: song, text: '二', sizePt: 9, run: {lang: 'zh-CN'}}
    ])
    expect(printParagraph([line]).match(/lang="[^"]*"/g)).toEqual(['lang="ja"'])
  })

  test('should link both parts of a story', () => {
    expect(sheet.html).toMatch(/<article id="part-lead-start">/)
    expect(sheet.html).toMatch(/<article id="part-lead-rest">/)
    expect(sheet.html.match(/href="#[^"]*"/g)).toEqual([
      'href="#part-lead-rest"',
      'href="#part-lead-start"'
    ])
  })

  test.for(['javascript:alert(1)', 'file:///etc/passwd', 'not a link'])(
    'should not link to `%s`',
    (url) => {
      const piece = {face: song, text: '链', sizePt: 9}
      const line = setLine(0, 10, 100, [
        {...piece, text: '一', run: {link: {type: 'url', url}}}
      ])
      expect(printParagraph([line])).not.toContain('<a ')
    }
  )

  test('should not let copy become markup', () => {
    const line = setLine(0, 10, 100, [{face: song, text: '一', sizePt: 9}])
    const [run] = line.children
    const glyph = run?.glyphs[0]
    if (glyph) glyph.text = '<script>&"'
    expect(printParagraph([line])).not.toContain('<script>')
  })

  test('should keep what only decorates from being read', () => {
    const vectors = sheet.html.match(/<svg[^>]*>/g) ?? []
    expect(vectors.length).toBeGreaterThan(6)
    expect(vectors.every((tag) => tag.includes('aria-hidden="true"'))).toBe(
      true
    )
  })

  test('should make headlines first headings where no line names the page', () => {
    const headline = makeBlock('headline', 'a/headline', [
      setLine(0, 20, 100, [{face: song, text: '小标题', sizePt: 9}])
    ])
    const page = makePage(7, [song], [makeModule('a', [headline])])
    const {html} = toSheet([page], sources)
    expect(outline(html)).toContain('h1 小标题')
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

// Elements with their own text, indented; places and segments left out.
function outline(html: string): string {
  const body = html.replace(/^[\s\S]*<body>|<\/body>[\s\S]*$/g, '')
  const text = body
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, '')
    .replaceAll(/<\/?(?:span|i)\b[^>]*>/g, '')
  let depth = 0
  let result = ''
  for (const [, slash, name, inside] of text.matchAll(
    /<(\/?)([a-z]\w*)[^>]*>([^<]*)/g
  )) {
    if (slash) {
      depth--
      continue
    }
    result += `${'  '.repeat(depth)}${name} ${inside}`.trimEnd() + '\n'
    if (name !== 'img') depth++
  }
  return result
}
