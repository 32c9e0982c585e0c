// The search finds exactly what is there: every query's stories are those that
// hold its words when each is looked at.

import {inflateRawSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import type {OutputFile} from '../../../src/render/renderer.ts'
import {
  listKeys,
  packWords,
  packYear,
  type SearchedIssue
} from '../../../src/render/web/search-files.ts'
import {makeFold, type Folding} from '../../../src/model/fold-text.ts'
import {listScriptPairs} from '../../../src/plant/script-pairs.ts'
import {findStories} from '../../../src/render/web/search/find-stories.ts'
import {findYears} from '../../../src/render/web/search/find-years.ts'
import type {SearchedStory} from '../../../src/render/web/search/gather-places.ts'
import {toLabelLookup} from '../../../src/render/web/search/keys.ts'
import {parseQuery} from '../../../src/render/web/search/query.ts'
import {
  packFolders,
  unpackFolders
} from '../../../src/render/web/search/year-index.ts'
import {openDice} from '../../made/open-dice.ts'
import {findTruth, makeQueries, makeStories} from '../../made/make-stories.ts'

const exact: Folding = {script: ''}

/** Pack stories, to be searched by what is taken for one. */
async function open(stories: ReadonlyArray<SearchedStory>, folding = exact) {
  return (await openToTell(stories, folding))(folding)
}

/** Pack stories, to be searched by readers who tell more apart. */
async function openToTell(
  stories: ReadonlyArray<SearchedStory>,
  folding: Folding
) {
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
  const packed = await packYear(
    {year: '2026', folders: [folder], changed},
    folding
  )
  const fold = makeFold(folding)
  const source = {
    firstKeys: packed.index.firstKeys,
    read: (index: number) => {
      const value = packed.files[index]?.value
      if (typeof value === 'string' || !value) throw new Error('no shard')
      return Promise.resolve(new Uint8Array(inflateRawSync(value)))
    }
  }
  return (told: Folding) => {
    const tell = told === folding ? fold : makeFold(told)
    return async (
      query: string,
      labels: Array<['author' | 'kind' | 'section', string]> = []
    ) => {
      const found = await findStories(
        parseQuery(query, {fold, tell}),
        labels.map(([name, value]) => toLabelLookup(name, value)),
        source,
        tell
      )
      return found.map(({story}) => story).sort((a, b) => a - b)
    }
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

function toShards(files: ReadonlyArray<OutputFile>): Array<Uint8Array> {
  return files.flatMap(({path, value}) =>
    path.endsWith('index.bin') || typeof value === 'string' ? [] : [value]
  )
}

function toStory(...blocks: Array<string>): SearchedStory {
  return {blocks, kind: 'news', authors: []}
}

describe('search', () => {
  test('should find what is there in 2,000 stories, and nothing else', async () => {
    const stories = makeStories(2000)
    const search = await open(stories)
    const queries = makeQueries(stories)

    expect(queries).toHaveLength(30)
    for (const query of queries) {
      expect(await search(query), query).toEqual(findTruth(stories, query))
    }
    expect((await search('天镇')).length).toBeGreaterThan(20)
  })

  test('should find phrases across marks, but not across paragraphs', async () => {
    const search = await open([
      toStory('小黄花、大产业'),
      toStory('小黄花，大产业'),
      toStory('小黄花', '大产业')
    ])
    expect(await search('小黄花、大产业')).toEqual([0])
    expect(await search('花大')).toEqual([])
    expect(await search('小黄花 大产业')).toEqual([0, 1, 2])
  })

  test('should find one character, the last one of a paragraph too', async () => {
    const search = await open([
      toStory('披荆斩棘'),
      toStory('棘手'),
      toStory('花')
    ])
    expect(await search('棘')).toEqual([0, 1])
    expect(await search('花')).toEqual([2])
  })

  test('should find words by their beginning, quoted ones as they are', async () => {
    const search = await open([
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
    expect(await (await open(stories))('天镇')).toEqual([1])
    const both = await open(stories, {script: listScriptPairs()})
    expect(await both('天镇')).toEqual([0, 1])
    expect(await both('天鎮')).toEqual([0, 1])
  })

  test('should tell apart what a reader tells apart', async () => {
    const script = listScriptPairs()
    const stories = [
      toStory('天鎮縣的人'),
      toStory('天镇县'),
      toStory('天鎮。天镇'),
      toStory('加入WTO'),
      toStory('加入ＷＴＯ'),
      toStory('加入wto，WTOs'),
      toStory('苧麻'),
      toStory('薴麻')
    ]
    const tellApart = await openToTell(stories, {script})
    const ask = (told: Folding, query: string) => tellApart(told)(query)

    expect(await ask({script: ''}, '天镇')).toEqual([1, 2])
    expect(await ask({script: ''}, '天鎮')).toEqual([0, 2])
    expect(await ask({script: ''}, '天鎮縣')).toEqual([0])
    expect(await ask({script: ''}, '天鎮县')).toEqual([])
    expect(await ask({script: ''}, '鎮')).toEqual([0, 2])
    expect(await ask({script: ''}, 'wto -天鎮')).toEqual([3, 4, 5])
    expect(await ask({script, case: false}, 'WTO')).toEqual([3, 4, 5])
    expect(await ask({script, case: false}, '"WTO"')).toEqual([3, 4])
    expect(await ask({script, case: false}, 'wto')).toEqual([5])
    expect(await ask({script, width: false}, 'WTO')).toEqual([3, 5])
    expect(await ask({script, width: false}, 'ｗｔｏ')).toEqual([4])
    expect(await ask({script, width: false, case: false}, 'ＷＴＯ')).toEqual([
      4
    ])
    expect(await ask({script, width: false, case: false}, '加入wto')).toEqual([
      5
    ])
    // 薴 is 苧 is 苎: one word where they count as the same.
    expect(await ask({script}, '苎麻')).toEqual([6, 7])
    expect(await ask({script: ''}, '薴麻')).toEqual([7])
  })

  test('should agree with looking at each story, whatever is told apart', async () => {
    const script = listScriptPairs()
    const dice = openDice(11)
    const letters = [
      '鎮',
      '镇',
      '县',
      '縣',
      'A',
      'a',
      'Ａ',
      '1',
      '，',
      ' ',
      '薴',
      '苧'
    ]
    const stories = Array.from({length: 120}, () =>
      toStory(Array.from({length: 12}, () => dice.pick(letters)).join(''))
    )
    const tellApart = await openToTell(stories, {script})
    for (let step = 0; step < 8; step++) {
      const told: Folding = {
        script: step % 2 === 0 ? script : '',
        width: step % 4 < 2,
        case: step < 4
      }
      const tell = makeFold(told)
      const search = tellApart(told)
      for (let count = 0; count < 30; count++) {
        const query = Array.from({length: dice.between(1, 3)}, () =>
          dice.pick(['鎮', '镇', '縣', '县', '薴', '苧'])
        ).join('')
        const truth = stories.flatMap(({blocks: [text = '']}, index) =>
          tell(text).includes(tell(query)) ? [index] : []
        )
        expect(await search(query), `${JSON.stringify(told)} ${query}`).toEqual(
          truth
        )
      }
    }
  })

  test('should say which years have a word', async () => {
    const dice = openDice(3)
    const years = Array.from({length: 10}, (_, index) => String(2016 + index))
    const keys = new Map(
      years.map((year) => [
        year,
        [
          ...new Set(
            Array.from({length: 4000}, () => `k${dice.between(0, 30_000)}`)
          )
        ].sort()
      ])
    )
    let known: Array<string> = []
    let shards: ReadonlyArray<Uint8Array> = []
    let packed: Awaited<ReturnType<typeof packWords>> | undefined
    // Years come in any order.
    for (const year of [...years.slice(5), ...years.slice(0, 5)]) {
      const after = [...known, year].sort()
      const gained = keys.get(year) ?? []
      packed = await packWords(shards, {
        before: known,
        after,
        news: [{year, isAnew: true, gained, lost: new Set()}]
      })
      known = after
      shards = toShards(packed.files)
    }
    // All at once give the same.
    const whole = await packWords([], {
      before: [],
      after: years,
      news: years.map((year) => {
        const gained = keys.get(year) ?? []
        return {year, isAnew: true, gained, lost: new Set()}
      })
    })
    expect(whole).toEqual(packed)
    // One changes.
    const [first = '', ...rest] = keys.get('2020') ?? []
    keys.set('2020', [...rest, 'zz'])
    const lost = new Set([first])
    packed = await packWords(shards, {
      before: years,
      after: years,
      news: [{year: '2020', isAnew: false, gained: ['zz'], lost}]
    })
    shards = toShards(packed.files)
    expect(shards.length).toBeGreaterThan(2)
    let readCount = 0
    const source = {
      ...packed.index,
      read: (number: number) => {
        readCount++
        const value = shards[number]
        if (!value) throw new Error('no shard')
        return Promise.resolve(new Uint8Array(inflateRawSync(value)))
      }
    }
    const asked = ['zz', first, 'k1', 'k77', ...rest.slice(0, 300)]
    for (const key of asked) {
      const lookup = {offset: 0, from: key, to: `${key}\u0000`}
      readCount = 0
      expect(await findYears(years, [lookup], source), key).toEqual(
        years.filter((year) => keys.get(year)?.includes(key))
      )
      expect(readCount).toBe(1)
    }
  })

  test('should narrow by section, kind and author', async () => {
    const search = await open([
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
    const search = await open([
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
    const find = await open([
      toStory('口𠮷野家'),
      toStory('口𠮶野家'),
      toStory('𠮷')
    ])
    expect(await find('口𠮷')).toEqual([0])
    expect(await find('口𠮷野')).toEqual([0])
    expect(await find('口𠮶')).toEqual([1])
    expect(await find('𠮷')).toEqual([0, 2])
    expect(await find('"𠮷野"')).toEqual([0])
  })

  test('should give the same bytes spliced as all at once', async () => {
    const dice = openDice(5)
    const all = Array.from({length: 40}, (_, index) =>
      toIssue(index, makeStories(4, 100 + index))
    )
    let there: Parameters<typeof packYear>[0]['there']
    let issues: Array<SearchedIssue> = []
    let before = new Set<string>()
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
      const spliced = await packYear(
        {year: '2026', folders, changed, ...(there && {there})},
        exact
      )
      const whole = await packYear(
        {year: '2026', folders, changed: issues},
        exact
      )
      const keys = await listKeys(toShards(whole.files))
      const keySet = new Set(keys)
      expect(spliced.gained, `step ${step}`).toEqual(
        keys.filter((key) => !before.has(key))
      )
      expect([...spliced.lost].sort(), `step ${step}`).toEqual(
        [...before].filter((key) => !keySet.has(key)).sort()
      )
      before = keySet

      expect(spliced.index, `step ${step}`).toEqual(whole.index)
      expect(spliced.files, `step ${step}`).toEqual(whole.files)
      there = {
        index: spliced.index,
        shards: toShards(spliced.files)
      }
    }
  })

  test('should pack folders of stories', () => {
    const folders = ['p1/a1', 'p1/a2', 'p1/a4', 'p12/a1']
    expect(packFolders(folders)).toBe('1:1-2,1:4,12:1')
    expect(unpackFolders(packFolders(folders))).toEqual(folders)
  })
})
