// Stories by the thousand, to be searched: words of common characters, as often
// as words of a language are (Zipf), among sentences of our grammar. Places and
// crops that have to be found are in some of them.

import {openDice, type Dice} from './open-dice.ts'
import {chineseCopywriter} from './write-chinese.ts'
import type {SearchedStory} from '../../src/render/web/search/gather-places.ts'

const wordCount = 40_000
const characterCount = 500
const sections = ['要闻', '乡村', '文化', '副刊', '经济', '综合'] as const
const kinds = ['news', 'feature', 'brief', 'commentary'] as const
// As in a paper of some county: name, what grows, what people say.
const local = [
  '天镇县',
  '天镇的',
  '沙棘',
  '沙棘林',
  '荆棘',
  '棘手',
  '黄花',
  '小黄花、大产业',
  '披荆斩棘',
  '2022年',
  '乡村振兴',
  'WTO',
  '5G基站'
] as const
const functionWords = [
  '的',
  '了',
  '在',
  '是',
  '和',
  '也',
  '把',
  '与',
  '这',
  '就'
]

let words: ReadonlyArray<string> | undefined

/** Make stories; the same ones for the same seed. */
export function makeStories(count: number, seed = 1): Array<SearchedStory> {
  const dice = openDice(seed)
  words ??= makeWords(openDice(1))
  const known = words
  return Array.from({length: count}, (_, index) =>
    makeStory(dice.fork(index + 2), known)
  )
}

/** Queries with one to eight characters; some are in quotation marks. */
export function makeQueries(
  stories: ReadonlyArray<SearchedStory>,
  seed = 7
): Array<string> {
  const dice = openDice(seed)
  const fixed = [
    '棘',
    '天镇',
    '天镇县',
    '沙棘',
    '黄花',
    '披荆斩棘',
    '乡村振兴',
    '2022年',
    'WTO',
    '5G基站',
    '小黄花、大产业',
    '沙棘 天镇',
    '黄花 "乡村振兴"',
    '的'
  ]
  const sampled = Array.from({length: 16}, (_, index) => {
    const length = (index % 8) + 1
    for (;;) {
      const {blocks} = dice.pick(stories)
      const text = blocks.at(-1) ?? ''
      const start = dice.between(0, text.length - length)
      const query = text.slice(start, start + length)
      if (/^\p{Script=Han}+$/u.test(query)) return query
    }
  })
  return [...fixed, ...sampled]
}

/** Find which stories hold all words of a query, by looking at each. */
export function findTruth(
  stories: ReadonlyArray<SearchedStory>,
  query: string
): Array<number> {
  const parts = (query.match(/"[^"]+"|\S+/g) ?? []).map((part) =>
    part.replaceAll('"', '').toLowerCase()
  )
  return stories.flatMap(({blocks}, index) => {
    const texts = blocks.map((block) => block.toLowerCase())
    const hasAll = parts.every((part) =>
      texts.some((text) => text.includes(part))
    )
    return hasAll ? [index] : []
  })
}

function makeStory(dice: Dice, words: ReadonlyArray<string>): SearchedStory {
  const scene = chineseCopywriter.toScene(dice)
  const blocks = [chineseCopywriter.headline(dice, scene).replace('|', '')]
  let length = 0
  while (length < characterCount) {
    let paragraph = ''
    for (let left = dice.between(2, 4); left > 0; left--) {
      paragraph += dice.happens(30)
        ? chineseCopywriter.sentence(dice, scene)
        : makeSentence(dice, words)
    }
    blocks.push(paragraph)
    length += paragraph.length
  }
  return {
    blocks,
    kind: dice.pick(kinds),
    section: dice.pick(sections),
    authors: [dice.pick(words).slice(0, 3)]
  }
}

function makeSentence(dice: Dice, words: ReadonlyArray<string>): string {
  let sentence = ''
  const parts = dice.between(2, 4)
  for (let part = 0; part < parts; part++) {
    for (let left = dice.between(3, 6); left > 0; left--) {
      sentence += pickWord(dice, words)
      if (dice.happens(22)) sentence += dice.pick(functionWords)
    }
    if (dice.happens(4)) sentence += dice.pick(local)
    if (dice.happens(6)) sentence += `${dice.between(2, 9999)}亩`
    sentence += part === parts - 1 ? '。' : '，'
  }
  return sentence
}

// The n-th word comes n times less often than the first.
function pickWord(dice: Dice, words: ReadonlyArray<string>): string {
  const share = dice.between(0, 1_000_000) / 1_000_000
  const rank = Math.floor(Math.exp(share * Math.log(words.length)))
  return words[Math.min(words.length - 1, rank)] ?? ''
}

function makeWords(dice: Dice): Array<string> {
  const characters = listCommon()
  const pick = () => {
    const share = dice.between(0, 1_000_000) / 1_000_000
    return characters[Math.floor(share * share * characters.length)] ?? '一'
  }
  return Array.from({length: wordCount}, () => {
    const length = dice.happens(75) ? 2 : dice.between(1, 4)
    return Array.from({length}, pick).join('')
  })
}

// The 3,755 characters of level one of GB 2312.
function listCommon(): Array<string> {
  const decoder = new TextDecoder('gb18030')
  const characters: Array<string> = []
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]))
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character)
    }
  }
  return characters
}
