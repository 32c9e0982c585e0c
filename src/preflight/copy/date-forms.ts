// Dates and times that are wrong by their form (GB/T 15835-2011, GB/T 7408), and
// days that no calendar has.

import type {Form} from './form.ts'
import {fromHanzi, fromHanziDigits, toHanzi} from './hanzi-number.ts'

const dayCounts = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const lunar = '正月|冬月|腊月|闰?[一二三四五六七八九十]+月'

/** Dates. */
export const dateForms: ReadonlyArray<Form> = [
  {
    // 二零二六年, 二○二六年, 二O二六年: the zero of years is 〇 (5.1.2).
    pattern: /[一二][一二三四五六七八九〇零○OＯ0０o]{3}(?=年)/gu,
    expected: '`〇` in a year',
    better: ([all]) => all.replaceAll(/[零○OＯ0０o]/gu, '〇')
  },
  {
    // 05年: a year has four digits.
    pattern: /(?<![\d.])(?:0\d年|9\d年(?=\d{1,2}月))/gu,
    expected: 'a year of four digits',
    better: ([all]) => (all.startsWith('0') ? `20${all}` : `19${all}`)
  },
  {
    // 2026.6.2 in running text.
    pattern:
      /(?<![\d.])((?:19|20)\d\d)[./](1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?![\d./])/g,
    expected: 'a date with 年, 月 and 日',
    better: ([, year = '', month = '', day = '']) =>
      `${year}年${Number(month)}月${Number(day)}日`
  },
  {
    // 六月2日, 6月二日: one kind of number in one date.
    pattern:
      /(?<![正冬腊历年])([一二三四五六七八九十]{1,2})月(\d{1,2})([日号])/gu,
    expected: 'a date all in digits',
    better: ([, month = '', day = '', unit = '']) => {
      const number = fromHanzi(month)
      return number === undefined ? undefined : `${number}月${day}${unit}`
    }
  },
  {
    pattern: /(?<!\d)(\d{1,2})月([一二三四五六七八九十]{1,3})([日号])/gu,
    expected: 'a date all in digits',
    better: ([, month = '', day = '', unit = '']) => {
      const number = fromHanzi(day)
      return number === undefined ? undefined : `${month}月${number}${unit}`
    }
  },
  {
    pattern: /([一二][〇零一二三四五六七八九]{3})年(?=\d{1,2}月)/gu,
    expected: 'a date all in digits',
    better: ([, year = '']) => `${fromHanziDigits(year)}年`
  },
  {
    // 正月15, 腊月初8: the old calendar is told in hanzi (5.1.1).
    pattern: new RegExp(
      `(?:农历(?:${lunar})|正月|冬月|腊月)初?(\\d{1,2})`,
      'gu'
    ),
    expected: 'a day of the old calendar in hanzi',
    better: ([all, day = '']) => {
      const hanzi = toHanzi(Number(day))
      const isEarly = Number(day) <= 10 && !all.includes('初')
      return all.replace(day, isEarly ? `初${hanzi}` : hanzi)
    }
  },
  {
    pattern: /大年(初?)(\d{1,2})/gu,
    expected: 'a day of the old calendar in hanzi',
    better: ([, early = '', day = '']) => `大年${early}${toHanzi(Number(day))}`
  },
  {
    // 星期3: days of the week have names.
    pattern: /(?<![每个整一两几半\d])星期([1-6])(?![\d.次天]|个)/gu,
    expected: 'the name of the day',
    better: ([, day = '']) => `星期${toHanzi(Number(day))}`
  },
  {
    // 下午14时: said twice.
    pattern:
      /(?:早上|早晨|上午|中午|下午|傍晚|晚上|夜里)(?=(?:1[3-9]|2[0-4])[:：时点])/gu,
    expected: 'an hour of 24, or a time of day, not both',
    fix: 'Take the time of day out, or count the hours to 12.'
  },
  {
    // 8：30 (GB/T 7408).
    pattern: /(?<![\d：:])((?:[01]?\d|2[0-3]))：([0-5]\d)(?![\d：:])/gu,
    expected: '`:` in a time',
    better: ([all]) => all.replace('：', ':')
  },
  {
    // 25时, 8时65分.
    pattern:
      /(?<![\d.])(?:2[5-9]|[3-9]\d)时(?=\d{1,2}分|整)|\d时(?:[6-9]\d)分/gu,
    expected: 'a time of the clock',
    fix: 'Look the time up.'
  },
  {
    // 13月2日, 2月30日.
    pattern: /(?<![\d.])(\d{1,2})月(\d{1,2})日/gu,
    expected: 'a day of the calendar',
    better: ([, month = '', day = '']) => {
      const count = dayCounts[Number(month) - 1] ?? 0
      const isDay = Number(day) >= 1 && Number(day) <= count
      return isDay ? undefined : ''
    },
    fix: 'Look the date up.'
  },
  {
    // 2月29日 where there is none.
    pattern: /(?<!\d)(\d{4})年2月29日/gu,
    expected: 'a day of the calendar',
    better: ([, text = '']) => {
      const year = Number(text)
      const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      return isLeap ? undefined : ''
    },
    fix: 'Look the date up: February had 28 days that year.'
  }
]
