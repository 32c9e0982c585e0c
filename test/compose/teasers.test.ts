import {expect, test} from 'vitest'
import {paintFurniture} from '../../src/compose/paint-furniture.ts'
import {listTeasers} from '../../src/compose/list-teasers.ts'
import type {Issue, Page} from '../../src/model/issue.ts'
import type {Story, StoryKind} from '../../src/model/story.ts'
import type {TypeStyle} from '../../src/model/template-settings.ts'
import type {Template} from '../../src/template/template.ts'
import {toTemplate} from '../makeup/desk.ts'
import {madeFaces} from './made-faces.ts'
import {madeRules} from './made-rules.ts'

test('should tell of no story on page one, and of no other kind', () => {
  const pages = [
    page(1, [story('头条', 'news')]),
    page(2, [story('茶馆', 'ad'), story('', 'news'), story('新桥通车', 'news')])
  ]
  expect(listTeasers(pages)).toEqual([
    {pageNumber: 2, rank: 0, heads: ['新桥通车']}
  ])
})

test('should tell of each page before it tells more of one', () => {
  const pages = [
    page(
      2,
      ['一一', '二二', '三三', '四四'].map((head) => story(head, 'news'))
    ),
    page(3, [story('五五', 'feature')])
  ]
  expect(listTeasers(pages).map(({heads}) => heads[0])).toEqual([
    '一一',
    '五五',
    '二二',
    '三三'
  ])
})

test('should offer the first part of a Chinese headline, where it says enough', () => {
  const heads = [
    '图书馆今天开门 座位多了一倍',
    '四个人 四百米',
    'Bridge reopens today'
  ]
  const pages = [
    page(2, [
      story(heads[0] ?? '', 'news'),
      story(heads[1] ?? '', 'news'),
      story(heads[2] ?? '', 'news', 'en')
    ])
  ]
  expect(listTeasers(pages).map((one) => one.heads)).toEqual([
    [heads[0], '图书馆今天开门'],
    [heads[1]],
    [heads[2]]
  ])
})

test('should stand in the ear where the flag leaves room, and only there', () => {
  const inside = page(2, [story('新桥通车', 'news'), story('旧书市集', 'news')])
  expect(paint('山谷报', [inside])).toEqual([
    'flag: 山谷报',
    'ear: 导读 02 新桥通车 02 旧书市集'
  ])
  expect(paint('山谷报', [])).toEqual(['flag: 山谷报', 'cloud:'])
  expect(paint('山谷报', [page(2, [story('长'.repeat(30), 'news')])])).toEqual([
    'flag: 山谷报',
    'cloud:'
  ])
  const long = '山谷镇第一中学学生会机关报'
  expect(paint(long, [inside])).toEqual([`flag: ${long}`, 'cloud:'])
})

/** Paint page one of a paper: what each group says. */
function paint(
  publication: string,
  inside: ReadonlyArray<Page>
): Array<string> {
  const front = page(1, [story('头条', 'news')])
  const pages = [front, ...inside]
  const issue: Issue = {
    type: 'issue',
    id: 'a',
    publication,
    date: '2026-06-05',
    lang: 'zh-CN',
    imprint: {},
    children: pages
  }
  const onMissing = () => undefined
  return paintFurniture({
    issue,
    page: front,
    pages,
    template,
    faces: madeFaces,
    onMissing
  }).map(({children, name}) =>
    [
      `${name}:`,
      ...children.flatMap((mark) =>
        mark.type === 'line'
          ? [
              mark.children
                .flatMap((run) => run.glyphs)
                .map((glyph) => glyph.text)
                .join('')
            ]
          : []
      )
    ].join(' ')
  )
}

const style: TypeStyle = {
  face: 'song',
  sizePt: 10,
  leadingPt: 10,
  color: 'black',
  align: 'left',
  indentEm: 0,
  trackingEm: 0
}

const at = {yPt: 10, depthPt: 20, fixed: false}

const template: Template = {
  ...toTemplate(),
  composition: madeRules,
  styles: {song: style},
  furniture: [
    {
      name: 'flag',
      on: 'first',
      role: 'header',
      items: [
        {
          type: 'text',
          ...at,
          xPt: 0,
          widthPt: 90,
          value: '{publication}',
          style: 'song'
        }
      ]
    },
    {
      name: 'cloud',
      on: 'first',
      when: 'noTeasers',
      role: 'artifact',
      items: []
    },
    {
      name: 'ear',
      on: 'first',
      when: 'teasers',
      role: 'header',
      items: [
        {
          type: 'text',
          ...at,
          xPt: 60,
          widthPt: 20,
          value: '导读',
          style: 'song'
        },
        {
          type: 'teasers',
          ...at,
          xPt: 80,
          widthPt: 200,
          style: 'song',
          numberStyle: 'song'
        }
      ]
    }
  ]
}

function page(pageNumber: number, children: Array<Story>): Page {
  return {
    type: 'page',
    pageNumber,
    template: 'tabloid',
    staff: [],
    placements: [],
    children
  }
}

function story(head: string, kind: StoryKind, lang = 'zh-CN'): Story {
  return {
    type: 'story',
    slug: head,
    path: `${head}.md`,
    kind,
    status: 'complete',
    lang,
    isBoxed: false,
    children: head
      ? [{type: 'headline', children: [{type: 'text', value: head}]}]
      : []
  }
}
