// The search finds exactly what is there: every query's stories are those that
// hold its words when each is looked at.

import {inflateRawSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {
  packYear,
  type SearchedIssue
} from '../../../src/render/web/search-files.ts'
import {listScriptPairs} from '../../../src/render/web/script-pairs.ts'
import {findStories} from '../../../src/render/web/search/find-stories.ts'
import {makeFold} from '../../../src/render/web/search/fold.ts'
import type {SearchedStory} from '../../../src/render/web/search/gather-places.ts'
import {toLabelLookup} from '../../../src/render/web/search/keys.ts'
import {parseQuery} from '../../../src/render/web/search/query.ts'
import {
  packFolders,
  unpackFolders
} from '../../../src/render/web/search/year-index.ts'
import {openDice} from '../../made/open-dice.ts'
import {findTruth, makeQueries, makeStories} from '../../made/make-stories.ts'

const exact = {width: true, script: ''}

function open(stories: ReadonlyArray<SearchedStory>, folding = exact) {
  const folder = '2026/06/02/'
  const changed = [
    {
      folder,
      date: '2026-06-02',
      stories: stories.map((story, index) => ({
        ...story,
        folder: `p1/a${index + 1}`
      }))
    }
  ]
  const packed = packYear({year: '2026', folders: [folder], changed}, folding)
  const fold = makeFold(folding)
  const source = {
    firstKeys: packed.index.firstKeys,
    read: (index: number) => {
      const value = packed.files[index]?.value
      if (typeof value === 'string' || !value) throw new Error('no shard')
      return Promise.resolve(new Uint8Array(inflateRawSync(value)))
    }
  }
  return async (
    query: string,
    labels: Array<['author' | 'kind' | 'section', string]> = []
  ) => {
    const found = await findStories(
      parseQuery(query, fold),
      labels.map(([name, value]) => toLabelLookup(name, value)),
      source
    )
    return found.map(({story}) => story).sort((a, b) => a - b)
  }
}

function toIssue(
  day: number,
  stories: ReadonlyArray<SearchedStory>
): SearchedIssue {
  const number = String(day).padStart(2, '0')
  return {
    folder: `2026/${number}/`,
    date: `2026-${number}`,
    stories: stories.map((story, index) => ({
      ...story,
      folder: `p1/a${index + 1}`
    }))
  }
}

function toStory(...blocks: Array<string>): SearchedStory {
  return {blocks, kind: 'news', authors: []}
}

describe('search', () => {
  test('should find what is there in 2,000 stories, and nothing else', async () => {
    const stories = makeStories(2000)
    const search = open(stories)
    const queries = makeQueries(stories)

    expect(queries).toHaveLength(30)
    for (const query of queries) {
      expect(await search(query), query).toEqual(findTruth(stories, query))
    }
    expect((await search('天镇')).length).toBeGreaterThan(20)
  })

  test('should find phrases across marks, but not across paragraphs', async () => {
    const search = open([
      toStory('小黄花、大产业'),
      toStory('小黄花，大产业'),
      toStory('小黄花', '大产业')
    ])
    expect(await search('小黄花、大产业')).toEqual([0])
    expect(await search('花大')).toEqual([])
    expect(await search('小黄花 大产业')).toEqual([0, 1, 2])
  })

  test('should find one character, the last one of a paragraph too', async () => {
    const search = open([toStory('披荆斩棘'), toStory('棘手'), toStory('花')])
    expect(await search('棘')).toEqual([0, 1])
    expect(await search('花')).toEqual([2])
  })

  test('should find words by their beginning, quoted ones as they are', async () => {
    const search = open([
      toStory('The ferry runs late'),
      toStory('Ferrymen are late runners'),
      toStory('５Ｇ基站 wto')
    ])
    expect(await search('ferry')).toEqual([0, 1])
    expect(await search('"ferry"')).toEqual([0])
    expect(await search('"ferry runs"')).toEqual([0])
    expect(await search('"runs ferry"')).toEqual([])
    expect(await search('late -ferry')).toEqual([])
    expect(await search('late -"ferry"')).toEqual([1])
    expect(await search('5g基站 WTO')).toEqual([2])
  })

  test('should take traditional and simplified for one where asked to', async () => {
    const stories = [toStory('天鎮縣'), toStory('天镇县')]
    expect(await open(stories)('天镇')).toEqual([1])
    const both = open(stories, {width: true, script: listScriptPairs()})
    expect(await both('天镇')).toEqual([0, 1])
    expect(await both('天鎮')).toEqual([0, 1])
  })

  test('should narrow by section, kind and author', async () => {
    const search = open([
      {blocks: ['沙棘'], kind: 'news', section: '要闻', authors: ['于宏']},
      {blocks: ['沙棘'], kind: 'feature', section: '要闻', authors: []},
      {blocks: ['沙棘'], kind: 'news', section: '副刊', authors: ['于宏']}
    ])
    expect(await search('沙棘', [['section', '要闻']])).toEqual([0, 1])
    expect(
      await search('沙棘', [
        ['section', '要闻'],
        ['kind', 'news']
      ])
    ).toEqual([0])
    expect(await search('', [['author', '于宏']])).toEqual([0, 2])
  })

  test('should find rare characters and survive odd copy', async () => {
    const search = open([
      toStory('𠮷野家。'),
      toStory('a\u0000b \ud800 😀'),
      toStory('')
    ])
    expect(await search('𠮷')).toEqual([0])
    expect(await search('𠮷野')).toEqual([0])
    expect(await search('😀')).toEqual([1])
    expect(await search('《》，。')).toEqual([])
  })

  test('should tell rare characters apart where they follow another', async () => {
    const find = open([toStory('口𠮷野家'), toStory('口𠮶野家'), toStory('𠮷')])
    expect(await find('口𠮷')).toEqual([0])
    expect(await find('口𠮷野')).toEqual([0])
    expect(await find('口𠮶')).toEqual([1])
    expect(await find('𠮷')).toEqual([0, 2])
    expect(await find('"𠮷野"')).toEqual([0])
  })

  test('should give the same bytes spliced as all at once', () => {
    const dice = openDice(5)
    const all = Array.from({length: 40}, (_, index) =>
      toIssue(index, makeStories(4, 100 + index))
    )
    let there: Parameters<typeof packYear>[0]['there']
    let issues: Array<SearchedIssue> = []
    for (let step = 0; step < 25; step++) {
      // Some come, some come again with other copy and count, some go.
      const changed = all
        .filter(() => dice.happens(16))
        .map((issue) => ({
          ...issue,
          stories: toIssue(0, makeStories(dice.between(1, 5), 500 + step))
            .stories
        }))
      const isChanged = new Set(changed.map(({folder}) => folder))
      issues = [
        ...issues.filter(
          ({folder}) => !isChanged.has(folder) && dice.happens(95)
        ),
        ...changed
      ].sort((a, b) => (a.date < b.date ? -1 : 1))
      const folders = issues.map(({folder}) => folder)
      const spliced = packYear(
        {year: '2026', folders, changed, ...(there && {there})},
        exact
      )
      const whole = packYear({year: '2026', folders, changed: issues}, exact)

      expect(spliced.index, `step ${step}`).toEqual(whole.index)
      expect(spliced.files, `step ${step}`).toEqual(whole.files)
      there = {
        index: spliced.index,
        shards: spliced.files.flatMap(({path, value}) =>
          path.endsWith('index.bin') || typeof value === 'string' ? [] : [value]
        )
      }
    }
  })

  test('should pack folders of stories', () => {
    const folders = ['p1/a1', 'p1/a2', 'p1/a4', 'p12/a1']
    expect(packFolders(folders)).toBe('1:1-2,1:4,12:1')
    expect(unpackFolders(packFolders(folders))).toEqual(folders)
  })
})
