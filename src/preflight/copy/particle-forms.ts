// 的, 地 and 得 where one of them is wrong by what stands beside it, whoever
// reads it. What depends on the sentence (跑的快, 慢慢的走) is left alone: it is
// often right, and papers differ.

import type {Form} from './form.ts'

/** 得 that begins no word: not 得到, 得体, … */
const alone =
  '得(?![不了到知出以意体当罪分奖胜益力失逞来手票名救很多像连让叫使])'

/** Particles. */
export const particleForms: ReadonlyArray<Form> = [
  {
    // 好的很: 得 before how much.
    pattern:
      /(?<=[好大快慢高低冷热忙累穷苦美香甜早晚乱静亮暖凉多少远近])的很(?=[，。！？；”]|$)/gu,
    expected: '`得很`',
    better: () => '得很'
  },
  {
    // 舍不的: words that end in 得.
    pattern: /(?:舍|巴|恨|怪|免|少|记|要|使|由|值|了|见|顾)不的(?!话)/gu,
    expected: 'the word that ends in `得`',
    better: ([all]) => all.replace('的', '得')
  },
  {
    // 值的一提; but 价值的关注.
    pattern:
      /(?<![价产数分总均平峰颜净市面阈增贬保升原超])值的(?=一提|一看|注意|关注|学习|推广|借鉴|肯定|期待|信赖|尊敬|骄傲|深思|思考|称道|庆祝|商榷|高兴)/gu,
    expected: '`值得`',
    better: () => '值得'
  },
  {
    // 我觉的; but 自觉的, 视觉的.
    pattern: /(?<=[我你他她它们都也总就才却还])觉的(?=\p{Script=Han})/gu,
    expected: '`觉得`',
    better: () => '觉得'
  },
  {
    // 跑地很快: how well something is done stands behind 得.
    pattern:
      /(?<=[跑走说写唱跳做飞吃睡笑哭])地(?=(?:很|太|非常|特别|十分)(?:快|慢|好|早|晚|对|香|甜|甜美|远|漂亮|清楚|仔细|认真)(?:[，。！？；]|$))/gu,
    expected: '`得`',
    better: () => '得'
  },
  {
    // 悄悄得走, 高高兴兴得走: how something is done stands before 地. (Looking
    // back, what is repeated is read first.)
    pattern: new RegExp(
      `(?<=渐渐|慢慢|悄悄|轻轻|静静|默默|深深|紧紧|牢牢|缓缓|匆匆|偷偷|狠狠|\\1(\\p{Script=Han})\\2(\\p{Script=Han}))${alone}(?=\\p{Script=Han})`,
      'gu'
    ),
    expected: '`地`',
    better: () => '地'
  }
]
