// Numbers that are wrong by their form, after GB/T 15835-2011: digits or hanzi,
// about so many, parts of a whole, units.

import type {Form} from './form.ts'

const hanziDigits = '〇一二三四五六七八九'
/** A number, in digits or hanzi. */
const number = '(?:\\d[\\d.]*|[一二两三四五六七八九十百千]+)[万亿]?'
// 约 and 近 that are part of a word: 节约20多万元, 最近20多年.
const about =
  '(?<![节预签条契合大公制简履违特邀])约|(?<![最附远邻靠])近|大约|将近'

/** Numbers. */
export const numberForms: ReadonlyArray<Form> = [
  {
    // Full-width digits.
    pattern: /[０-９]+/g,
    expected: 'digits of half the width',
    better: ([all]) =>
      all.replaceAll(/[０-９]/g, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) - 0xfee0)
      )
  },
  {
    // 10几个, 30几年: a vague number is written in hanzi (5.2).
    pattern: /(?<![\d.])([1-9])0几(?=[\p{Script=Han}])/gu,
    expected: 'a vague number in hanzi',
    better: ([, tens = '']) =>
      `${tens === '1' ? '' : hanziDigits[Number(tens)]}十几`
  },
  {
    // 几10个, 数100名.
    pattern: /[几数](10{1,3})(?=[\p{Script=Han}])/gu,
    expected: 'a vague number in hanzi',
    better: ([all, round = '']) =>
      `${all[0]}${['十', '百', '千'][round.length - 2]}`
  },
  {
    // 3、4天, 5、6百人: two numbers that stand for about so many (5.2.2).
    pattern:
      /(?<![\d.、第])([1-8])、([2-9])(?=[天个人年月次种户里家斤亩米元十百千万])/gu,
    expected: 'neighbouring numbers in hanzi, without a mark',
    better: ([, a = '', b = '']) =>
      Number(b) === Number(a) + 1
        ? `${hanziDigits[Number(a)]}${hanziDigits[Number(b)]}`
        : undefined
  },
  {
    // 三、四天, 四、五十岁.
    pattern:
      /(?<![第十、])([一二三四五六七八])、([二三四五六七八九])(?=[天个年月次种户家斤亩米元]|[十百千万](?:多|来|余)?[个人天年岁户家里斤亩米元名])/gu,
    expected: 'neighbouring numbers without a mark',
    better: ([, a = '', b = '']) =>
      hanziDigits.indexOf(b) === hanziDigits.indexOf(a) + 1 ? a + b : undefined
  },
  {
    // 近20多, 约三十余, 超过50余: said twice.
    pattern: new RegExp(
      `(?:${about}|超过|至少|不到|不足)${number}(?:多|余|来(?=[个名人户家年天元亩吨种]))(?!少)`,
      'gu'
    ),
    expected: 'one word for about, not two',
    better: ([all]) => all.replace(/[多余来]$/u, '')
  },
  {
    pattern: new RegExp(
      `(?:${about})${number}[%％℃]?\\p{Script=Han}{0,2}(?:左右|上下)`,
      'gu'
    ),
    expected: 'one word for about, not two',
    better: ([all]) => all.replace(/左右|上下/u, '')
  },
  {
    // 超过100人以上, 至少3年以上.
    pattern: new RegExp(
      `(?:超过|突破|至少|最少)${number}[%％℃]?\\p{Script=Han}{0,2}以上`,
      'gu'
    ),
    expected: 'one word for more, not two',
    better: ([all]) => all.replace('以上', '')
  },
  {
    // 数十余, 几百多.
    pattern: /(?:数|几)[十百千万]+[多余]/gu,
    expected: 'one word for about, not two',
    better: ([all]) => all.slice(0, -1)
  },
  {
    // 减少3倍: nothing can become less by more than all of it.
    pattern: new RegExp(
      `(?:减少|下降|降低|缩小|缩短|下滑|缩减)了?(?:近|约)?${number}倍`,
      'gu'
    ),
    expected: 'a part, such as `三分之二`',
    fix: 'Say by what part it fell: times only grow.'
  },
  {
    // 1，000 and 3。5.
    pattern: /\d，\d{3}(?!\d)/g,
    expected: 'no Chinese comma in a number',
    better: ([all]) => all.replace('，', '')
  },
  {
    pattern: /\d[。·]\d+(?=[%％万亿元米公吨亩倍℃])/gu,
    expected: 'a decimal point',
    better: ([all]) => all.replace(/[。·]/u, '.')
  },
  {
    // 5%—10% is fine, 5—10% is not (4.1.4).
    pattern: /(?<![\d.%％])\d+(?:\.\d+)?(?:-|—|～|~)\d+(?:\.\d+)?[%％]/g,
    expected: 'the sign after both numbers',
    better: ([all]) => all.replace(/^(\d+(?:\.\d+)?)/, '$1%')
  },
  {
    // 5万-10万 is clear, 3-5天 takes a dash (GB/T 15834, 4.13).
    pattern:
      /(?<![\d.A-Za-z-])\d+(?:\.\d+)?[%％℃万亿]?-\d+(?:\.\d+)?(?=[%％℃万亿年月日天人岁个元米亩次家户级吨]|公[斤里]|小时|分钟|摄氏)/gu,
    expected: '`—` or `～` between two numbers',
    better: ([all]) => all.replace('-', '—')
  },
  {
    // 百分之30.
    pattern: /百分之(\d+(?:\.\d+)?)/g,
    expected: 'a number all in digits',
    better: ([, part = '']) => `${part}%`
  },
  {
    // 3千, 5百, 2十: only 万 and 亿 follow digits (4.1.3); 5千米 is a unit.
    pattern:
      /(?<![\d.])(\d+(?:\.\d+)?)(十|百(?!货|科|分|度|合|日|家姓)|千(?!米|克|瓦|伏|安|卡|赫|帕|焦|字节|比特|分|兆|古|禧|秋|里马))/gu,
    expected: 'digits to the end',
    better: ([, digits = '', unit = '']) => {
      const times = {十: 10, 百: 100, 千: 1000}[unit] ?? 1
      return String(Math.round(Number(digits) * times * 100) / 100)
    }
  },
  {
    // 1些, 1直, 1致: a word, no number (5.1.3).
    pattern:
      /(?<![\d.])1(?=些|直|旦|切(?![成为片块])|律(?!师)|致(?!力)|般|贯|向(?![前后左右东西南北]))/gu,
    expected: '`一`: it is a word, not a number',
    better: () => '一'
  },
  {
    pattern: /(?<!\d)3(?=农(?:问题|工作|政策))|(?<!\d)24(?=节气)/gu,
    expected: 'hanzi: it is a name, not a number',
    better: ([all]) => (all === '3' ? '三' : '二十四')
  },
  {
    // 二个: 两 stands before measures.
    pattern:
      /(?<![一二三四五六七八九十百千万亿第初〇零\d])二(?=[个只件](?!月))/gu,
    expected: '`两` before a measure',
    better: () => '两'
  },
  {
    // 2O26, l00: letters that look like digits.
    pattern: /\d[OoIl]\d|(?<![A-Za-z])[Ol]\d{2,}/g,
    expected: 'digits only',
    better: ([all]) => all.replaceAll(/[Oo]/g, '0').replaceAll(/[Il]/g, '1')
  },
  {
    // Kg, KM, MM (GB 3100).
    pattern: /(?<=\d)\s?(?:KG|Kg|KM|Km|CM|Cm|MM|Mm|ML|Ml|KW|Kw)(?![A-Za-z])/g,
    expected: 'the unit as GB 3100 writes it',
    better: ([all]) => all.toLowerCase().replace('kw', 'kW').replace('ml', 'mL')
  },
  {
    pattern: /(?<=[\d万亿])平米/gu,
    expected: '`平方米`',
    better: () => '平方米'
  },
  {
    pattern: /摄氏(零下)?(\d+(?:\.\d+)?)度/gu,
    expected: '`摄氏度` in one',
    better: ([, below = '', degrees = '']) => `${below}${degrees}摄氏度`
  },
  {
    // ¥100元.
    pattern: /[¥￥](\d[\d.,]*[万亿]?元)/gu,
    expected: 'the currency once',
    better: ([, amount = '']) => amount
  }
]
