// Every rule about copy: what it finds, and what it must leave alone.

import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import type {Issue} from '../../../src/model/issue.ts'
import {parseStory} from '../../../src/parse/parse-story.ts'
import {checkCopy} from '../../../src/preflight/preflight.ts'

// `rule: what is flagged`; none for copy that is right.
const rows: ReadonlyArray<readonly [copy: string, ...found: Array<string>]> = [
  // unpaired-mark
  ['他说：“今年好，明年更好。', 'unpaired-mark: “'],
  ['他说今年好”，大家都笑了。', 'unpaired-mark: ”'],
  ['《山村《夜校》故事》开讲了。', 'unpaired-mark: 《'],
  ['他说：“书名叫《山村（上。”', 'unpaired-mark: 《', 'unpaired-mark: （'],
  ['他说：“她讲过‘读书好’，我记得。”（完）'],
  ['她说：“第一段还没有说完。\n\n“第二段说完了。”'],
  ['The miller’s boys (all 3) said “no”.'],
  // half-width-mark
  ['今年雨水好,庄稼长得快。', 'half-width-mark: ,'],
  ['各村(社区)都通了水。', 'half-width-mark: (社区)'],
  ['他说:“好!”', 'half-width-mark: :', 'half-width-mark: !'],
  ['比分是3:2，气温12.5℃，见 https://a.example/x?y=1 。'],
  // mark-usage
  ['大家都来了。。', 'mark-usage: 。。'],
  ['有山有水，、有田有林。', 'mark-usage: ，、'],
  ['桃、杏、和梨都熟了。', 'mark-usage: 、'],
  ['山上有桃、杏……等等。', 'mark-usage: ……等等'],
  ['他走了...再没回来。', 'mark-usage: ...'],
  ['社区—网格—楼栋，9月—10月，雨下了……他笑了！'],
  // particle-usage
  ['沙棘甜的很。', 'particle-usage: 的很'],
  ['大家悄悄得走了。', 'particle-usage: 得'],
  ['沙棘甜得很，大家悄悄地走了。'],
  // number-usage
  ['村里来了30几个人。', 'number-usage: 30几'],
  ['干了3、4天才干完。', 'number-usage: 3、4'],
  ['二零二六年开春，村里通了水。', 'number-usage: 二零二六'],
  ['全村有近20多户人家。', 'number-usage: 近20多'],
  ['增产5-10%不成问题。', 'number-usage: 5-10%'],
  ['收入１２万元。', 'number-usage: １２'],
  ['2026年6月2日，三十几个人忙了三四天，修渠1200米，增产5%—10%。'],
  // doubled-word
  ['在凉秋秋夜里赶路。', 'doubled-word: 秋秋'],
  ['屋子干净净净，院子宽敞。', 'doubled-word: 净净净'],
  ['这都是是不是能办成的事。', 'doubled-word: 是是'],
  ['反映了群众群众的心声。', 'doubled-word: 群众群众'],
  ['The boat left left the harbour.', 'doubled-word: left left'],
  ['工作作风渐渐好转，家家户户干干净净，大家商量商量。'],
  ['李冰冰看看天天气，局局长说：乡乡长来了，学生生活好。'],
  ['年年丰收，层层梯田绿油油，哈哈哈！'],
  ['He said that that was all he had had.'],
  // odd-word: words that lost half of themselves
  ['社区把群众诉求理清，贯落实会议精神。', 'odd-word: 贯落实'],
  ['当地积极拓市场，协推进项目建设。', 'odd-word: 协推进'],
  ['各村督促检查，健完善机制。', 'odd-word: 健完善'],
  ['一户一策，核掌握家庭情况。', 'odd-word: 核掌握'],
  ['持续推动展旅游产业。', 'odd-word: 推动展'],
  ['调查组掌握了情况，技术员负责检查，县里新建设施二十处。'],
  ['工作组开展服务，党组织建设不断加强，大家都说好。'],
  // broken-paragraph
  [
    '初夏的早晨雾气还没有散去，村里的人已经忙碌起来了，大家\n\n都在地里。',
    'broken-paragraph: 家'
  ],
  ['初夏的早晨雾气还没有散去，\\\n村里的人已经忙碌起来，大家\n\n都在地里。'],
  ['联系方式请见本报网站，来信请寄本报编辑部：news.example.org'],
  // sic
  ['在凉:sic[秋秋]夜里赶路。']
]

describe('checkCopy', () => {
  test.for(rows)('should read %s', ([copy, ...found]) => {
    expect(proofread(copy)).toEqual(found)
  })

  test('should say where in the manuscript', () => {
    const [message] = check('连日来，\n**天气**好,人也好。')
    expect(String(message)).toMatch(/^a\.md:7:8/)
    expect(message?.note).toBe('Write `，`.')
  })

  test.for(['half-width-mark', '好,人'])('should accept `%s`', (entry) => {
    const copy = '连日来天气好,人也好。'
    expect(proofread(copy)).toHaveLength(1)
    expect(check(copy, `accept: ["${entry}"]`)).toEqual([])
  })

  test('should compare names across stories', () => {
    const messages = checkAll([
      '县农业农村局局长段青川说，今年雨水好。',
      '县农业农村局局长段清川表示，要抓好春耕。',
      '鹿笙乡乡长岑石生介绍，路通了。鹿笙乡党委书记岑石生说，水也通了。'
    ])
    expect(messages.map(({reason}) => reason)).toEqual([
      'Unexpected `段清川`, expected `段青川` as in `s0`',
      'Unexpected `党委书记岑石生`, expected `乡长岑石生` as in `s2`'
    ])
  })

  test('should compare titles across stories', () => {
    const messages = checkAll([
      '新修的《云中县水利志》出版了。',
      '他写过《云中县水力志》，也写过《云中民歌选》上册。',
      '《云中民歌一集》《云中民歌二集》和《小河》都在《小荷》旁边。'
    ])
    expect(messages.map(({reason}) => reason)).toEqual([
      'Unexpected `云中县水力志`, expected `云中县水利志` as in `s0`'
    ])
  })

  test('should say what is accepted for nothing, and where', () => {
    const copy = '连日来天气好,人也好。'
    const messages = check(copy, 'accept: ["好,人", "odd-word", "春天"]')
    expect(
      messages.map(({actual, fatal, line, ruleId}) => [
        ruleId,
        actual,
        fatal,
        line
      ])
    ).toEqual([
      ['accept-unused', 'odd-word', undefined, 2],
      ['accept-unused', '春天', undefined, 2]
    ])
  })

  test('should ask who made a picture, and who speaks', () => {
    const ids = check(
      '![田野。](photo/a.jpg){alt="田野"}\n\n好。',
      'kind: commentary'
    ).map(({ruleId}) => ruleId)
    expect(ids).toEqual([
      'missing-credit',
      'untitled-commentary',
      'missing-byline'
    ])
  })

  test('should leave the end of a truncated story alone', () => {
    const copy =
      '他说：“初夏的早晨雾气还没有散去，村里的人已经忙碌起来了，大家都'
    expect(proofread(copy)).toHaveLength(2)
    expect(check(copy, 'status: truncated')).toEqual([])
  })
})

function proofread(copy: string): Array<string> {
  const lang = /\p{Script=Han}/u.test(copy) ? '' : 'lang: en'
  return check(copy, lang).map(({actual, ruleId}) => `${ruleId}: ${actual}`)
}

function check(copy: string, frontMatter = '') {
  return checkAll([copy], frontMatter)
}

function checkAll(copies: ReadonlyArray<string>, frontMatter = '') {
  const files = new Map<string, VFile>()
  const stories = copies.map((copy, index) => {
    const slug = copies.length === 1 ? 'a' : `s${index}`
    const title = frontMatter.includes('commentary') ? '' : '# 题目\n\n'
    const path = `${slug}.md`
    const value = `---\n${frontMatter}\n---\n${title}${copy}\n`
    const file = new VFile({path, value})
    const story = parseStory(file, {
      path,
      slug,
      lang: 'zh-CN',
      pictures: new Set(['photo/a.jpg'])
    })
    file.messages.length = 0
    files.set(path, file)
    return story
  })
  const issue: Issue = {
    type: 'issue',
    id: 'made',
    publication: '云中日报',
    date: '2026-06-02',
    lang: 'zh-CN',
    imprint: {},
    children: [
      {
        type: 'page',
        pageNumber: 1,
        template: 'made',
        staff: [],
        placements: [],
        children: stories
      }
    ]
  }
  checkCopy(issue, files)
  return [...files.values()].flatMap((file) => file.messages)
}
