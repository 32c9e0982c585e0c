// The catalogue finds exactly what is there: queries of one to eight characters
// against a search of the plain text.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {CatalogueStory} from '../../src/model/shelf.ts'
import {openCatalogue, type OpenCatalogue} from '../../src/plant/catalogue.ts'
import {toMatch, toTokens} from '../../src/plant/to-tokens.ts'
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
      stories.push(makeStory(`${issue}-${number}`, text))
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
    expect(toTokens('ＡＢＣ 2022年，Office')).toEqual([
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
    expect(toMatch('沙" OR *')).toBe('"沙" AND "or"')
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
    expect(find({kind: 'news'})).toBe(400)
    expect(find({kind: 'feature'})).toBe(0)
    expect(find({author: '申力'})).toBe(400)
    expect(find({publication: '云中日报', section: '要闻'})).toBe(400)
  })

  test('should show the newest first', () => {
    const {findings} = catalogue.find({text: '沙棘', limit: 3})
    const dates = findings.map(({date}) => date)

    expect(dates).toEqual(dates.toSorted().toReversed())
    expect(dates[0]?.slice(0, 7)).toBe('2022-02')
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
