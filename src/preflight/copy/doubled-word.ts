// Rule: nothing is written twice by mistake.
//
// Chinese doubles on purpose (渐渐, 家家户户, 漂漂亮亮, 商量商量), so a doubled
// hanzi only counts when no word explains it: the dictionary has no such word,
// it is not one of those that are commonly doubled, and it is not where two
// words meet (工作作风).

import type {CopyRule} from './copy-rule.ts'
import type {Finding, Passage} from './passage.ts'
import {surnames} from './surnames.ts'
import {isChinese, toWords, type Word} from './words.ts'

// Hanzi that are doubled alone: measures, days, kin, adverbs, verbs that try.
const doubled = new Set(
  '个家户年月日天人处时事层条片座株村镇点步代样件句字行排队串束朵颗滴声次回遍趟张本页幅双对群班代世辈岁夜晚' +
    '爸妈爷奶哥姐弟妹公婆叔伯舅姑姨娃宝星' +
    '渐常慢快高大小细深轻重满好早晚紧牢静远近厚薄长短多少默悄偷暗明白红绿黑黄蓝青灰亮暖凉热冷稳实足整齐匆刚偏恰仅暂频屡略稍微久连沉徐缓冉悠袅滚潺汩簇郁葱苍茫皑皎熠闪晃荡飘洋纷攘熙穆堂赫侃谆孜兢振勃蒸欣' +
    '看想试走聊散跑帮谈说听读问讲逛唱跳学练写算洗尝歇坐躺站等找查摸拍打敲擦扫拉推摇笑哭骂吵闹动玩踢游转' +
    '哈呵嘻嘿啊哎呀嗯哦咚叮当哗呼嗖砰啪汪喵咩吱嘎咕唧'
)
// Verbs and adjectives of two hanzi that are doubled whole.
const doubledWords = new Set(
  '讨论 研究 商量 考虑 休息 学习 锻炼 活动 打听 了解 介绍 照顾 收拾 打扫 整理 检查 体验 品尝 交流 表现 放松 热闹 高兴 凉快 暖和 轻松 比较 观察 琢磨 合计 雪白 笔直 通红 漆黑 冰凉 一个 一步 一层 一天 一年 一排 一片 一条 一座 一幅 一点 一遍 一次 一件 一家 一户 一村 一代 一笔 一张 一双 一口 一针'.split(
    ' '
  )
)
const particles =
  /是是(?!非)|的的(?!确)|在在|与与|为为|被被|把把(?!关|脉)|及及|并并|也也|我我|你你|他他|这这|那那|不不|以以|或或|于于|从从(?!业)|们们/gu
// What ends the name of a place or an office, and begins a title: 局局长.
const offices = new Set(
  '局乡镇县村市省区州校院站社馆厂所部处科队组厅台会城店户园河江湖山路街港'
)
const english = new Set(['had', 'that', 'is', 'bye', 'no', 'so', 'very', 'ha'])

/** The rule. */
export const doubledWord: CopyRule = {
  id: 'doubled-word',
  level: 'warning',
  errorCount: 1,
  what: 'A hanzi or a word is written twice in a row, and no word explains it.',
  why: 'It is what is left when a sentence is changed in a hurry, and the eye skips it.',
  fix: 'Take the second one out; where it is meant, write `:sic[…]` around it.',
  find
}

function find(passage: Passage): Array<Finding> {
  const {lang, text} = passage
  const words = toWords(text, lang)
  if (!isChinese(lang)) return findEnglish(words)
  return [
    ...findTriples(text),
    ...findParticles(text),
    ...findPairs(text, words),
    ...findWords(words)
  ]
}

/** The same hanzi three times. */
function findTriples(text: string): Array<Finding> {
  return [...text.matchAll(/(\p{Script=Han})\1{2,}/gu)]
    .filter(([, hanzi = '']) => !/[哈呵嘻嘿啊呀哦咚哗哎嘟滴嗒呜]/u.test(hanzi))
    .filter(({0: all, 1: hanzi = '', index}) => {
      // 看着年年年画: a doubled hanzi that a word of its own goes on from.
      const rest = text.slice(index + all.length - 1, index + all.length + 1)
      const isTwo = all.length === 3 && isWord(hanzi + hanzi)
      return !(isTwo && rest.length === 2 && isWord(rest))
    })
    .map(({0: all, 1: hanzi = '', index}) => toFinding(all, index, hanzi))
}

/** Words of one hanzi that no word doubles: 是是不是, 的的. */
function findParticles(text: string): Array<Finding> {
  return [...text.matchAll(particles)]
    .filter(({index}) => !isFourFold(text, index))
    .map(({0: all, index}) => toFinding(all, index, all.slice(1)))
}

/** A hanzi alone, and again the same: 夏|夏日, 是|是不是. */
function findPairs(text: string, words: ReadonlyArray<Word>): Array<Finding> {
  return words.flatMap((word, index): Array<Finding> => {
    const {isHanzi, start, text: hanzi} = word
    const next = words[index + 1]
    if (!isHanzi || hanzi.length !== 1 || !next?.text.startsWith(hanzi))
      return []
    if (doubled.has(hanzi) || '一二三四五六七八九十零〇的'.includes(hanzi))
      return []
    const goesOn =
      next.text.length > 1 || /[长党政委干员民机]/u.test(text[start + 2] ?? '')
    if (offices.has(hanzi) && goesOn) return []
    // Told already, as a particle.
    if (text.slice(start, start + 2).match(particles)) return []
    if (text[start - 1] === hanzi || text[start + 2] === hanzi) return []
    if (isFourFold(text, start)) return []
    const before = text[start - 1] ?? ''
    // 李冰冰: what is after a surname is a name.
    if (next.text === hanzi && surnames.includes(before)) return []
    if (isWord(hanzi + hanzi)) return []
    return [toFinding(hanzi + hanzi, start, hanzi)]
  })
}

/** 干干净净, 踏踏实实. */
function isFourFold(text: string, start: number): boolean {
  const [a, b] = [text[start + 2], text[start + 3]]
  const [c, d] = [text[start - 2], text[start - 1]]
  return (a !== undefined && a === b) || (c !== undefined && c === d)
}

/** A word of two hanzi or more, and again the same. */
function findWords(words: ReadonlyArray<Word>): Array<Finding> {
  return words.flatMap((word, index): Array<Finding> => {
    const {isHanzi, start, text} = word
    if (!isHanzi || text.length < 2 || doubledWords.has(text)) return []
    if (words[index + 1]?.text !== text) return []
    if (text.startsWith('一') || text[0] === text[1]) return []
    return [toFinding(text + text, start, text)]
  })
}

function findEnglish(words: ReadonlyArray<Word>): Array<Finding> {
  return words.flatMap((word, index): Array<Finding> => {
    const next = words[index + 2]
    const isSame = next?.text.toLowerCase() === word.text.toLowerCase()
    if (!isSame || words[index + 1]?.text !== ' ') return []
    if (!/^[a-z]+$/.test(word.text) || english.has(word.text)) return []
    return [toFinding(`${word.text} ${next?.text}`, word.start, word.text)]
  })
}

function isWord(text: string): boolean {
  return toWords(text, 'zh').length === 1
}

function toFinding(all: string, start: number, once: string): Finding {
  return {
    start,
    end: start + all.length,
    reason: `Unexpected \`${all}\`, expected \`${once}\` once`,
    fix: `Take out what is doubled in \`${all}\`; where it is meant, write \`:sic[${all}]\`.`
  }
}
