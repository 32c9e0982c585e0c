import {describe, expect, test} from 'vitest'
import {findLeaves} from '../../../src/render/screen/structure.ts'
import {toStructure} from '../../../src/render/screen/to-structure.ts'
import {makeIssue} from '../made-issue.ts'
import {makeBlock, makeModule, makePage, setLine} from '../made-page.ts'
import {formatStructure} from './format-structure.ts'

const made = await makeIssue()
const {song} = made
const root = toStructure(made.pages, 'zh-CN')

describe('toStructure', () => {
  test('should build the reading structure', () => {
    expect(formatStructure(root)).toMatchInlineSnapshot(`
      "Document
        Part
          P 05
          H1 乡村特刊
          Art
            H2 “披荆斩棘”绿色发展
            P 记者张三
            P 连日来，上海“披荆斩棘”（记者张三）说：——绿色，AVATAR发展……道路！道路绿色发展。
              Reference
                Link 1
            H3 小标题
            P 小标题。
              Ruby
                RB 漢字
                RT かな
            Note 注一。
              Lbl
                Link 1　
            P 绿色发展道路。
            P
              Link （转06版）
          Art (en)
            H2 AVATAR To office
            P To fluffy waffle, efficientreading the quick brown fox; “Type” is ker-ned. 
              Link office
          Art
            L
              LI
                Lbl 1　
                LBody
                  P 项目
              LI
                Lbl 2　
                LBody
                  P 项目
            Table
              TR
                TH 表头一
                TH 表头二
              TR
                TD 单元格一
                TD 单元格二
            Sect
              Figure [一片田野]
              Caption
                P 图片说明。
            P 竖排文字：（开始）结束了。
        Part
          H1 第06版
          Sect
            P
              Link （接05版）
      "
    `)
  })

  test('should hold every run but those of decoration once', () => {
    const marks = findLeaves(root).map((leaf) => leaf.mark)

    expect(new Set(marks).size).toBe(marks.length)
    expect(marks.length).toBeGreaterThan(30)
  })

  test('should go on with a paragraph that a jump parts', () => {
    const half = (text: string, yPt: number) =>
      makeBlock('paragraph', 'a/body/0', [
        setLine(0, yPt, 100, [{face: song, text, sizePt: 9}])
      ])
    const from = makeBlock('jumpLine', 'a/from', [
      setLine(0, 10, 100, [{face: song, text: '接版', sizePt: 9}])
    ])
    const pages = [
      makePage(
        5,
        [song],
        [makeModule('a', [half('连日来，', 20)], {part: 'start'})]
      ),
      makePage(
        6,
        [song],
        [makeModule('a', [from, half('上海道路。', 20)], {part: 'rest'})]
      )
    ]

    expect(formatStructure(toStructure(pages, 'zh-CN'))).toBe(
      [
        'Document',
        '  Part',
        '    Art',
        '      P 连日来，上海道路。',
        '  Part',
        '    Sect',
        '      P 接版',
        ''
      ].join('\n')
    )
  })

  test('should make headlines first headings where no line names the page', () => {
    const lines = [
      setLine(0, 20, 100, [{face: song, text: '小标题', sizePt: 9}])
    ]
    const page = makePage(
      7,
      [song],
      [
        makeModule('a', [
          makeBlock('headline', 'a/headline', lines),
          makeBlock('crosshead', 'a/body/0', lines)
        ])
      ]
    )
    const outline = formatStructure(toStructure([page], 'zh-CN'))

    expect(outline).toContain('H1 小标题\n      H2 小标题')
  })

  test('should skip no rank in a story without a headline', () => {
    const lines = [
      setLine(0, 20, 100, [{face: song, text: '小标题', sizePt: 9}])
    ]
    const page = makePage(
      7,
      [song],
      [makeModule('a', [makeBlock('crosshead', 'a/body/0', lines)])]
    )

    expect(formatStructure(toStructure([page], 'zh-CN'))).toContain('H1 小标题')
  })

  test.for(['javascript:alert(1)', 'file:///etc/passwd', 'not a link'])(
    'should not link to `%s`',
    (url) => {
      const piece = {face: song, text: '一', sizePt: 9}
      const line = setLine(0, 10, 100, [
        {...piece, run: {link: {type: 'url', url}}}
      ])
      const block = makeBlock('paragraph', 'a/body/0', [line])
      const page = makePage(7, [song], [makeModule('a', [block])])

      expect(formatStructure(toStructure([page], 'zh-CN'))).not.toContain(
        'Link'
      )
    }
  )

  test('should describe a picture that says nothing by its story', () => {
    const picture = {
      type: 'picture' as const,
      src: 'photo/a.jpg',
      crop: {xRatio: 0, yRatio: 0, widthRatio: 1, depthRatio: 1},
      xPt: 0,
      yPt: 0,
      widthPt: 10,
      depthPt: 10
    }
    const page = makePage(
      7,
      [song],
      [makeModule('a', [makeBlock('figure', 'a/body/0', [picture])])]
    )

    expect(formatStructure(toStructure([page], 'zh-CN'))).toContain(
      'Figure [图片：a]'
    )
  })

  test('should refuse a picture that belongs to no story', () => {
    const picture = {
      type: 'picture' as const,
      src: 'photo/a.jpg',
      crop: {xRatio: 0, yRatio: 0, widthRatio: 1, depthRatio: 1},
      xPt: 0,
      yPt: 0,
      widthPt: 10,
      depthPt: 10
    }
    const page = makePage(7, [song], [makeModule('a', [picture])])

    expect(() => toStructure([page], 'zh-CN')).toThrow('photo/a.jpg')
  })
})
