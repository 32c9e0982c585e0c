import {describe, expect, test} from 'vitest'
import {chooseCuts} from '../../src/compose/choose-cuts.ts'
import {listCutPlaces} from '../../src/compose/cut-places.ts'
import {toAtoms} from '../../src/compose/atoms.ts'
import {madeFaces} from './made-faces.ts'

/** What is between `[` and `]` is a name, `|` a split the copy prefers. */
function splitRows(copy: string, rowCount: number, widthEm = 1e3): string {
  const lang = /[a-z] [a-z]/i.test(copy) ? 'en' : 'zh-CN'
  const preferred = new Set<number>()
  let offset = 0
  const texts = copy.split(/(?=[[\]|])/u).flatMap((part) => {
    const isName = part.startsWith('[')
    const text = part.replaceAll(/[[\]]/gu, '').replace('|', '\u3000')
    if (part.startsWith('|')) preferred.add(offset + 1)
    offset += text.length
    return [{text, style, isCopy: true, isName}]
  })
  const atoms = toAtoms(texts, {faces: madeFaces, lang, hyphenates: false})
  const widthOf = (start: number, end: number): number => {
    const text = atoms
      .slice(start, end)
      .map((atom) => atom.text)
      .join('')
      .trim()
    let em = 0
    for (const character of text) em += /[\x20-\x7E]/u.test(character) ? 0.5 : 1
    return em
  }
  const cuts = chooseCuts({
    places: listCutPlaces(atoms, {lang, preferred}),
    atomCount: atoms.length,
    rowCount,
    widthPt: widthEm,
    measure: widthOf
  })
  let from = 0
  const rows: Array<string> = []
  for (const end of [...cuts, atoms.length]) {
    rows.push(
      atoms
        .slice(from, end)
        .map((atom) => atom.text)
        .join('')
        .trim()
    )
    from = end
  }
  return rows.join(' / ')
}

const style = {
  face: 'song',
  sizePt: 1,
  color: 'black',
  trackingEm: 0,
  lang: 'zh-CN'
}

describe('rows of a headline', () => {
  test.for([
    // Copy, rows wanted; rows.
    // By meaning: words whole, rows even.
    ['青麓县让小山菇走进大市场', 2, '青麓县让小山菇 / 走进大市场'],
    ['公交慢车道让老人坐得稳', 2, '公交慢车道 / 让老人坐得稳'],
    ['把柜台搬到农户家门口', 2, '把柜台搬到 / 农户家门口'],
    [
      '全市旱坡地改造三年行动带动山区特色产业发展',
      2,
      '全市旱坡地改造三年行动 / 带动山区特色产业发展'
    ],
    [
      '暴雨中的十二小时我们怎样守住了古桥',
      2,
      '暴雨中的十二小时 / 我们怎样守住了古桥'
    ],
    // A mark is the best place.
    ['砚桥坪村：把老村子还给村里人', 2, '砚桥坪村： / 把老村子还给村里人'],
    ['水退人不退，候鸟来了三百种', 2, '水退人不退， / 候鸟来了三百种'],
    // A compound may be cut at its hyphen; an X-ray may not.
    [
      'Ferry carries its hundred-thousandth X-ray',
      4,
      'Ferry carries / its hundred- / thousandth / X-ray'
    ],
    // No row begins with what leans on the word before it.
    ['一位退休教师的四百块城砖', 2, '一位退休教师的 / 四百块城砖'],
    // 书名号, numbers with units, and names are never parted.
    ['县剧团重排《白蛇传》下乡演出', 2, '县剧团重排 / 《白蛇传》下乡演出'],
    ['今年全市新增高标准农田12.5万亩', 2, '今年全市新增高标准 / 农田12.5万亩'],
    [
      '到2030年全县森林覆盖率达到百分之六十三',
      2,
      '到2030年全县森林 / 覆盖率达到百分之六十三'
    ],
    ['记[云中县柳弦营村]党支部书记', 2, '记云中县柳弦营村 / 党支部书记'],
    ['读长篇《一条巷子的四季与炊烟》', 2, '读长篇 / 《一条巷子的四季与炊烟》'],
    // The copy's own split comes first, whatever the lengths.
    ['梯田修到云深处|新苗绿遍旱坡头', 2, '梯田修到云深处 / 新苗绿遍旱坡头'],
    ['雨水足|本周市场菜价总体平稳', 2, '雨水足 / 本周市场菜价总体平稳'],
    // Three rows of two parts: the longer one is parted again.
    ['雨水足|本周市场菜价总体平稳', 3, '雨水足 / 本周市场菜价 / 总体平稳'],
    [
      '老城墙的户口本|一位退休教师和他的四百块城砖',
      3,
      '老城墙的户口本 / 一位退休教师 / 和他的四百块城砖'
    ],
    // Two rows of three parts: one of the splits.
    ['种得好|卖得远|村民的腰包鼓起来', 2, '种得好　卖得远 / 村民的腰包鼓起来'],
    // Rows of words.
    [
      'Old harbour comes back,|stone by numbered stone',
      3,
      'Old harbour / comes back, / stone by numbered stone'
    ],
    [
      'Harbour bridge reopens after nine months of repair',
      2,
      'Harbour bridge reopens / after nine months of repair'
    ],
    [
      'The ferries keep their evening runs until the spring',
      3,
      'The ferries keep / their evening runs / until the spring'
    ]
  ] as const)('should split %s into %i', ([copy, rowCount, rows]) => {
    expect(splitRows(copy, rowCount)).toBe(rows)
  })

  test('should leave a preferred split where its rows are too wide', () => {
    const copy = '雨水足|本周市场菜价总体平稳'

    expect(splitRows(copy, 2, 12)).toBe('雨水足 / 本周市场菜价总体平稳')
    expect(splitRows(copy, 2, 9)).toBe('雨水足　本周 / 市场菜价总体平稳')
  })

  test('should split long copy into many rows at once', () => {
    const copy = '一句很长很长的话被拎出来放大'.repeat(20)

    expect(splitRows(copy, 6).split(' / ')).toHaveLength(6)
  })
})
