// Rules about pages: one that fails each, and what must pass.

import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import type {Issue} from '../../src/model/issue.ts'
import type {
  Block,
  ComposedModule,
  ComposedPage,
  Line
} from '../../src/model/page.ts'
import {checkFolios, checkPages} from '../../src/preflight/preflight.ts'
import {makeBlock, makeModule, makePage} from '../render/made-page.ts'

// What made-up pages do not care for.
const others = ['module-overlap', 'outside-type-area', 'short-module']

describe('checkPages', () => {
  test('should see headlines side by side', () => {
    const page = (right: number, sizePt: number) =>
      makePage(5, [], [head('a', 0, 20), head('b', right, sizePt)])

    expect(check([page(90, 20)])).toEqual(['b: butting-heads'])
    expect(check([page(90, 26)])).toEqual([])
    expect(check([page(300, 20)])).toEqual([])
  })

  test('should see a headline that is wider than its story', () => {
    const page = (widthPt: number) => {
      const made = head('a', 0, 20)
      return makePage(5, [], [{...made, area: {...made.area, xPt: 0, widthPt}}])
    }

    expect(check([page(59)])).toEqual(['a: wide-line'])
    // Marks may hang by an em.
    expect(check([page(60)])).toEqual([])
  })

  test('should see a crosshead at the foot of a column', () => {
    const page = (yPt: number) =>
      makePage(
        5,
        [],
        [
          place(
            makeModule('a', [
              setBlock('paragraph', '正文', 0, 20),
              setBlock('crosshead', '小标题', 0, 40),
              setBlock('paragraph', '下文', yPt === 0 ? 110 : 0, yPt)
            ]),
            [0, 110]
          )
        ]
      )

    expect(check([page(0)])).toEqual(['a: orphan-crosshead'])
    expect(check([page(52)])).toEqual([])
  })

  test('should see an advertisement that is not marked', () => {
    const page = (word: string) =>
      makePage(
        5,
        [],
        [makeModule('a', [setBlock('label', word, 0, 20)], {kind: 'ad'})]
      )

    expect(check([page('大减价')])).toEqual(['a: unmarked-advertisement'])
    expect(check([page('广告')])).toEqual([])
  })

  test.for([
    ['下转第6版', '上接第5版', []],
    ['下转第7版', '上接第5版', ['a: jump-lines']],
    ['下转第06版', '', ['a: jump-lines']]
  ] as const)('should compare `%s` and `%s`', ([to, from, expected]) => {
    const start = makeModule('a', [setBlock('jumpLine', to, 0, 20)], {
      part: 'start',
      jumpPageNumber: 6
    })
    const rest = makeModule('a', [setBlock('jumpLine', from, 0, 20)], {
      part: 'rest',
      jumpPageNumber: 5
    })

    expect(check([makePage(5, [], [start]), makePage(6, [], [rest])])).toEqual(
      expected
    )
  })

  test('should see a rest that is nowhere', () => {
    const start = makeModule('a', [setBlock('jumpLine', '下转6版', 0, 20)], {
      part: 'start'
    })
    expect(check([makePage(5, [], [start])])).toEqual(['a: jump-lines'])
  })
})

describe('checkFolios', () => {
  test('should ask for numbers in order, and printed', () => {
    expect(folios([5, 6], ['05', '第06版'])).toEqual([])
    expect(folios([5, 7], ['05', '07'])).toEqual(['folio-sequence'])
    expect(folios([5, 6], ['05', '今日'])).toEqual(['folio-sequence'])
  })

  test('should know page one by its flag', () => {
    const imprint = {
      cn: '14-0001',
      publisher: '报社',
      address: '云中',
      printer: '印厂',
      price: '免费'
    }
    const all = Object.values(imprint).join('')
    expect(folios([1, 2], [`云中日报${all}`, '02'], imprint)).toEqual([])
    expect(folios([1, 3], [`云中日报${all}`, '03'], imprint)).toEqual([
      'folio-sequence'
    ])
  })

  test('should ask for the imprint on page one', () => {
    const imprint = {
      cn: 'CN 14-0001',
      publisher: '云中报社',
      address: '云中市一号',
      printer: '云中印厂',
      price: '1.5元'
    }
    const all = `01 ${Object.values(imprint).join('')}`
    expect(folios([1], [all], imprint)).toEqual([])
    expect(folios([1], ['01'], imprint)).toEqual(['imprint-on-front'])
    expect(folios([1], [all], {})).toEqual(['imprint-on-front'])
  })
})

function check(pages: ReadonlyArray<ComposedPage>): Array<string> {
  const slugs = pages.flatMap((page) =>
    page.children.flatMap((child) =>
      child.type === 'module' ? [child.slug] : []
    )
  )
  const files = new Map(
    slugs.map((slug) => [`${slug}.md`, new VFile({path: `${slug}.md`})])
  )
  checkPages(pages, files)
  return [...files].flatMap(([path, file]) =>
    file.messages
      .filter(({ruleId = ''}) => !others.includes(ruleId))
      .map(({ruleId}) => `${path.replace('.md', '')}: ${ruleId}`)
  )
}

function folios(
  numbers: ReadonlyArray<number>,
  texts: ReadonlyArray<string>,
  imprint: Issue['imprint'] = {}
): Array<string | undefined> {
  const pages = numbers.map((number, index) =>
    makePage(
      number,
      [],
      [
        {
          type: 'furniture',
          name: 'folio',
          role: 'header',
          children: [setText(texts[index] ?? '', 0, 20, 9)]
        }
      ]
    )
  )
  const issue: Issue = {
    type: 'issue',
    id: 'made',
    publication: '云中日报',
    date: '2026-06-02',
    lang: 'zh-CN',
    imprint,
    children: []
  }
  const file = new VFile({path: 'issue.yaml'})
  checkFolios(issue, pages, file)
  return file.messages.map(({ruleId}) => ruleId)
}

function head(slug: string, xPt: number, sizePt: number): ComposedModule {
  const made = makeModule(slug, [
    makeBlock('headline', `${slug}/headline`, [
      setText('四字标题', xPt, 40, sizePt)
    ])
  ])
  return {...made, area: {...made.area, xPt: xPt + 36}}
}

function place(
  module: ComposedModule,
  lefts: ReadonlyArray<number>
): ComposedModule {
  return {
    ...module,
    legs: lefts.map((xPt) => ({
      xPt,
      yPt: 0,
      widthPt: 100,
      depthPt: 60,
      lineCount: 5
    }))
  }
}

function setBlock(
  role: Block['role'],
  text: string,
  xPt: number,
  yPt: number
): Block {
  return makeBlock(role, `a/${text}`, [setText(text, xPt, yPt, 9)])
}

function setText(text: string, xPt: number, yPt: number, sizePt: number): Line {
  const glyphs = [...text].map((character, index) => ({
    id: 1,
    text: character,
    xPt: xPt + index * sizePt,
    advancePt: sizePt
  }))
  return {
    type: 'line',
    xPt,
    yPt,
    widthPt: 100,
    ascentPt: sizePt,
    descentPt: 0,
    join: '',
    stretchEm: 0,
    writing: 'horizontal',
    children: [{type: 'run', face: 'song', sizePt, color: 'black', glyphs}]
  }
}
