// The catalogue finds exactly what is there: queries of one to eight characters
// against a search of the plain text.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {CatalogueStory} from '../../src/model/shelf.ts'
import {openCatalogue, type OpenCatalogue} from '../../src/plant/catalogue.ts'
import {listScriptPairs} from '../../src/plant/script-pairs.ts'
import {
  findPhrase,
  makeFold,
  toMatch,
  toPhrases,
  toTokens
} from '../../src/plant/to-tokens.ts'
import {findSnippet} from '../../src/archive/archive.ts'
import {makeTemporaryFolder} from '../end-to-end/press.ts'

const syllables =
  '天镇县沙棘产业黄花乡村振兴绿色发展记者大同日报年月老城墙上的砖一二三，。、！AVATAR office 2022 '
let folder: string
let catalogue: OpenCatalogue
const texts: Array<string> = []
/** As they are looked through: `申 力` is 申力, as papers space short names. */
const solid: Array<string> = []

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  catalogue = openCatalogue(path.join(folder, 'catalogue.sqlite'))
  let seed = 7
  const pick = (count: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * count)
  }
  for (let issue = 0; issue < 50; issue++) {
    const stories: Array<CatalogueStory> = []
    for (let number = 0; number < 8; number++) {
      let text = ''
      while (text.length < 120) {
        const at = pick(syllables.length)
        text += syllables.slice(at, at + 1 + pick(6))
      }
      texts.push(text)
      solid.push(
        text.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
      )
      stories.push({
        ...makeStory(`${issue}-${number}`, text),
        ...(number > 3 && {section: '综合'}),
        ...(number > 5 && {kind: 'feature'}),
        ...(number === 1 && {byline: 'By ADA Lindqvist'})
      })
    }
    catalogue.add(makeBag(`issue-${issue}`, 1, issue), stories)
  }
})

afterAll(async () => {
  catalogue.close()
  await fs.rm(folder, {recursive: true})
})

describe('find', () => {
  test.for([
    '棘',
    '沙棘',
    '天镇',
    '天镇县',
    '黄花',
    '乡村振兴',
    '沙棘产业黄花',
    '乡村振兴绿色发展',
    '振兴绿',
    '年月',
    '大同日报',
    '砖',
    '不在',
    '棘黄'
  ])('should find `%s` wherever it stands', (query) => {
    const expected = solid.filter((text) => text.includes(query)).length
    const {count} = catalogue.find({text: query, limit: 5})

    expect(count).toBe(expected)
  })

  test('should find stories with all of several words', () => {
    const expected = solid.filter(
      (text) => text.includes('沙棘') && text.includes('黄花')
    ).length

    expect(expected).toBeGreaterThan(3)
    expect(catalogue.find({text: '沙棘 黄花', limit: 1}).count).toBe(expected)
  })

  test('should take words of letters whole, in any case and width', () => {
    expect(toTokens('ＡＢＣ 2022年，Office', makeFold())).toEqual([
      'abc',
      '2022',
      '年',
      '\uE000',
      'office'
    ])
    const isWord = /(?<![A-Za-z0-9])ava(?![A-Za-z0-9])/i
    const expected = texts.filter((text) => isWord.test(text)).length
    expect(expected).toBeGreaterThan(0)
    expect(catalogue.find({text: 'Ava', limit: 1}).count).toBe(expected)
  })

  test('should leave no way to say something to the database', () => {
    expect(toMatch(toPhrases('沙" OR *', makeFold()))).toBe('"沙" AND "or"')
    expect(catalogue.find({text: '") NEAR(', limit: 1}).count).toBe(0)
    expect(catalogue.find({text: '、', limit: 1}).count).toBe(texts.length)
  })

  test('should keep to days, kinds and names', () => {
    const all = {text: '', limit: 1000}
    const find = (more: object): number =>
      catalogue.find({...all, ...more}).count

    expect(find({from: '2022-01-11'})).toBe(40 * 8)
    expect(find({to: '2022-01-10'})).toBe(10 * 8)
    expect(find({from: '2022-02', to: '2022-02'})).toBe(19 * 8)
    expect(find({to: '2022'})).toBe(400)
    expect(find({from: '2023'})).toBe(0)
    expect(find({from: '2022-01-11', to: '2022-01-10'})).toBe(0)
    expect(find({kind: 'news'})).toBe(300)
    expect(find({kind: 'feature'})).toBe(100)
    expect(find({kind: 'feat'})).toBe(0)
    expect(find({section: '要闻'})).toBe(200)
    expect(find({section: '要'})).toBe(0)
    expect(find({author: '申力'})).toBe(350)
    expect(find({author: 'ada'})).toBe(50)
    expect(find({author: '申'})).toBe(350)
    expect(find({publication: '云中日报'})).toBe(400)
    expect(find({publication: '云中'})).toBe(0)
  })

  test('should keep to all of them at once, and to the words', () => {
    const {count, findings} = catalogue.find({
      text: '沙',
      from: '2022-01-05',
      to: '2022-01',
      kind: 'feature',
      section: '综合',
      author: '申力',
      limit: 1000
    })

    expect(count).toBe(findings.length)
    expect(count).toBeGreaterThan(10)
    for (const {date, story} of findings) {
      expect(date >= '2022-01-05' && date <= '2022-01-31').toBe(true)
      expect(story).toMatchObject({kind: 'feature', section: '综合'})
      expect(story.text).toContain('沙')
    }
  })

  test('should show the newest first', () => {
    const {findings} = catalogue.find({text: '沙棘', limit: 3})
    const dates = findings.map(({date}) => date)

    expect(dates).toEqual(dates.toSorted().toReversed())
    expect(dates[0]?.slice(0, 7)).toBe('2022-02')
  })
})

describe('folding', () => {
  let paper: OpenCatalogue

  beforeAll(() => {
    paper = openCatalogue(path.join(folder, 'folding.sqlite'))
    paper.add(makeBag('plain', 1, 0), [
      {...makeStory('a', '天镇县的沙棘产业，第12期。'), section: '要闻'}
    ])
    paper.add(makeBag('old', 1, 1), [
      {
        ...makeStory('b', '天鎮縣的沙棘產業，第１２期。'),
        section: '要聞',
        byline: '□ 本報記者　趙　力'
      }
    ])
  })

  afterAll(() => paper.close())

  test.for([
    '天镇',
    '天鎮',
    '鎮',
    '產业',
    '第12期',
    '第１２期',
    '"天镇縣的沙棘"'
  ])('should find `%s` in either script and width', (text) => {
    const {count, findings} = paper.find({text, limit: 5})

    expect(count).toBe(2)
    // The snippet shows what is printed, not what it counts as.
    expect(findings.map(findSnippet)).toEqual([
      '天鎮縣的沙棘產業，第１２期。',
      '天镇县的沙棘产业，第12期。'
    ])
  })

  test('should know names and sections in either script, set wide or not', () => {
    const find = (more: object): Array<string> =>
      paper
        .find({text: '', limit: 5, ...more})
        .findings.map(({story}) => story.slug)

    expect(find({author: '赵力'})).toEqual(['b'])
    expect(find({author: '趙 力'})).toEqual(['b'])
    expect(find({author: '申力'})).toEqual(['a'])
    expect(find({section: '要闻'})).toEqual(['b', 'a'])
  })

  test('should take no character for two', () => {
    const pairs = listScriptPairs()
    const fold = makeFold(pairs)
    expect(pairs).toContain('鎮镇')
    for (let index = 0; index < pairs.length; index += 2) {
      const both = pairs.slice(index, index + 2)
      const [one = '', other = ''] = both
      expect(fold(one), both).toBe(fold(other))
    }
  })
})

describe('findSnippet', () => {
  test.for([
    ['沙棘', '今年的沙棘比去年多。', '今年的沙棘比去年多。'],
    ['申力', '记者\u3000申\u3000力\n报道', '记者 申 力 报道'],
    ['office', 'In our ＯＦＦＩＣＥ today', 'In our ＯＦＦＩＣＥ today'],
    ['"二 三"', '一二三', '一二三'],
    ['三 二', '一二三', '一二三'],
    [
      'm2',
      `${'一'.repeat(30)}12㎡ 与 m2 之间`,
      `…${'一'.repeat(18)}12㎡ 与 m2 之间`
    ]
  ] as const)('should show where `%s` stands', ([text, copy, expected]) => {
    const one = openCatalogue(':memory:')
    one.add(makeBag('one', 1, 0), [makeStory('a', copy)])
    const {findings} = one.find({text, limit: 1})
    one.close()

    expect(findings.map(findSnippet)).toEqual([expected])
  })

  test('should cut long copy around the words, and no character in two', () => {
    const copy = `${'𠮷'.repeat(40)}沙棘${'𠮷'.repeat(40)}`
    const one = openCatalogue(':memory:')
    one.add(makeBag('one', 1, 0), [makeStory('a', copy)])
    const [finding] = one.find({text: '沙棘', limit: 1}).findings
    one.close()
    const snippet = finding ? findSnippet(finding) : ''

    expect(snippet).toBe(`…${'𠮷'.repeat(12)}沙棘${'𠮷'.repeat(12)}…`)
  })

  test('should find every story’s words where the catalogue found them', () => {
    for (const text of ['沙棘', '天镇县', '振兴绿', 'avatar', '年月']) {
      const {findings} = catalogue.find({text, limit: 1000})
      expect(findings.length).toBeGreaterThan(0)
      for (const {hit, story} of findings) {
        const lit = story.text.slice(hit?.start, hit?.end).toLowerCase()
        expect(lit.replaceAll(/\s/g, '')).toBe(text)
      }
    }
  })

  test('should find each token of odd copy where it stands', () => {
    const fold = makeFold(listScriptPairs())
    const odd = '鎮㎡①Ａ，…é e\u0301è ﷺ 𠮷\n\nかな'
    const find = (token: string): string => {
      const hit = findPhrase(odd, [[token]], fold)
      return odd.slice(hit?.start, hit?.end)
    }

    expect(
      ['镇', 'm21a', 'é', 'éè', '𠮷', 'か'].map((token) => [token, find(token)])
    ).toEqual([
      ['镇', '鎮'],
      ['m21a', '㎡①Ａ'],
      ['é', 'é'],
      ['éè', 'e\u0301è'],
      ['𠮷', '𠮷'],
      ['か', 'か']
    ])
  })
})

describe('add', () => {
  test('should find the corrected version and no longer the first', () => {
    catalogue.add(makeBag('fixed', 1, 0), [makeStory('a', '错别字')])
    catalogue.add(makeBag('fixed', 2, 0), [makeStory('a', '改正了')])

    expect(catalogue.find({text: '错别字', limit: 5}).count).toBe(0)
    expect(catalogue.find({text: '改正', limit: 5}).findings).toMatchObject([
      {issueId: 'fixed', version: 2}
    ])
    // An older version that is taken in late changes nothing.
    catalogue.add(makeBag('fixed', 1, 0), [makeStory('a', '错别字')])
    expect(catalogue.find({text: '错别字', limit: 5}).count).toBe(0)
    expect(catalogue.findBag('fixed')?.version).toBe(2)
  })
})

describe('openCatalogue', () => {
  test('should begin anew when the file is none', async () => {
    const file = path.join(folder, 'broken.sqlite')
    await fs.writeFile(file, 'this is no database at all, not in the least')
    const other = openCatalogue(file)

    expect(other.isEmpty()).toBe(true)
    other.add(makeBag('one', 1, 0), [makeStory('a', '沙棘')])
    expect(other.find({text: '棘', limit: 1}).count).toBe(1)
    other.clear([])
    expect(other.isEmpty()).toBe(true)
    other.close()
  })
})

function makeStory(slug: string, text: string): CatalogueStory {
  return {
    slug,
    title: slug,
    kind: 'news',
    section: '要闻',
    byline: '□ 本报记者 申力',
    lang: 'zh-CN',
    pageNumbers: [1, 2],
    text
  }
}

function makeBag(
  issueId: string,
  version: number,
  day: number
): Parameters<OpenCatalogue['add']>[0] {
  const date = new Date(Date.UTC(2022, 0, day + 1)).toISOString().slice(0, 10)
  return {
    issueId,
    version,
    inputHash: `${issueId}/${version}`,
    tagHash: '',
    publication: '云中日报',
    date,
    lang: 'zh-CN',
    pageCount: 2,
    byteCount: 1
  }
}
