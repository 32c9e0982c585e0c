// Rule: numbers as GB/T 15835-2011 writes them, as far as form alone tells.

import type {CopyRule} from './copy-rule.ts'
import type {Finding, Passage} from './passage.ts'

interface Pattern {
  pattern: RegExp
  /** What is wrong with it. */
  expected: string
  better(match: RegExpMatchArray): string
}

const hanziDigits = '〇一二三四五六七八九'

const patterns: ReadonlyArray<Pattern> = [
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
    // 3、4天: two numbers that stand for about so many (5.2.2).
    pattern: /(?<![\d.、])([1-8])、([2-9])(?=[天个人年月次种户里家斤亩米元])/gu,
    expected: 'neighbouring numbers in hanzi, without a mark',
    better: ([all, a = '', b = '']) =>
      Number(b) === Number(a) + 1
        ? `${hanziDigits[Number(a)]}${hanziDigits[Number(b)]}`
        : all
  },
  {
    // 三、四天.
    pattern:
      /([一二三四五六七八])、([二三四五六七八九])(?=[天个年月次种户家斤亩米元])/gu,
    expected: 'neighbouring numbers without a mark',
    better: ([all, a = '', b = '']) =>
      hanziDigits.indexOf(b) === hanziDigits.indexOf(a) + 1 ? a + b : all
  },
  {
    // 二零二六年: the zero of years is 〇 (5.1.2).
    pattern: /[一二]零[〇零一二三四五六七八九]{2}(?=年)/gu,
    expected: '`〇` in a year',
    better: ([all]) => all.replaceAll('零', '〇')
  },
  {
    // 近20多, 约30左右, 超过50余: said twice.
    pattern: /(?:近|约|大约|超过|至少)\d[\d.]*[万亿]?(?:多|余|来)/gu,
    expected: 'one word for about, not two',
    better: ([all]) => all.replace(/[多余来]$/u, '')
  },
  {
    pattern: /(?:约|大约|近)\d[\d.]*[万亿]?\p{Script=Han}{0,2}(?:左右|上下)/gu,
    expected: 'one word for about, not two',
    better: ([all]) => all.replace(/左右|上下/u, '')
  },
  {
    // 1，000 and 1,0 00.
    pattern: /\d，\d{3}(?!\d)/g,
    expected: 'no Chinese comma in a number',
    better: ([all]) => all.replace('，', '')
  },
  {
    // 5%-10% is fine, 5-10% is not (4.1.4).
    pattern: /(?<![\d.%％])\d+(?:\.\d+)?(?:-|—|～|~)\d+(?:\.\d+)?[%％]/g,
    expected: 'the sign after both numbers',
    better: ([all]) => all.replace(/^(\d+(?:\.\d+)?)/, '$1%')
  },
  {
    // 2O26, l00: letters that look like digits.
    pattern: /\d[OoIl]\d|(?<![A-Za-z])[Ol]\d{2,}/g,
    expected: 'digits only',
    better: ([all]) => all.replaceAll(/[Oo]/g, '0').replaceAll(/[Il]/g, '1')
  },
  {
    // 13月, 32日.
    pattern:
      /(?<![\d.])(?:1[3-9]|[2-9]\d)月(?=\d{1,2}日)|月(?:3[2-9]|[4-9]\d)日/gu,
    expected: 'a day of the calendar',
    better: ([all]) => all
  }
]

/** The rule. */
export const numberUsage: CopyRule = {
  id: 'number-usage',
  level: 'warning',
  lang: 'zh',
  errorCount: 0.1,
  what: 'A number is not written as GB/T 15835 has it.',
  why: 'Hanzi and digits have each their place: vague numbers in hanzi (十几, 三四天), counted ones in digits, and nothing said twice (近20多).',
  fix: 'Write the number as the note says.',
  find
}

function find({text}: Passage): Array<Finding> {
  return patterns.flatMap(({better, expected, pattern}) =>
    [...text.matchAll(pattern)].flatMap((match): Array<Finding> => {
      const [all] = match
      const instead = better(match)
      const isDate = expected === 'a day of the calendar'
      if (instead === all && !isDate) return []
      return [
        {
          start: match.index,
          end: match.index + all.length,
          reason: `Unexpected \`${all}\`, expected ${expected}`,
          fix: isDate ? 'Look the date up.' : `Write \`${instead}\`.`
        }
      ]
    })
  )
}
