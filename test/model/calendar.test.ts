import {describe, expect, test} from 'vitest'
import {longDate, lunarDate, weekdayName} from '../../src/model/calendar.ts'

describe('lunarDate', () => {
  test.for([
    ['2026-06-02', '农历丙午年四月十七'],
    ['2022-05-31', '农历壬寅年五月初二'],
    ['2026-02-16', '农历乙巳年腊月廿九'],
    ['2026-02-17', '农历丙午年正月初一'],
    ['2026-05-26', '农历丙午年四月初十'],
    ['2026-06-05', '农历丙午年四月二十'],
    ['2026-05-16', '农历丙午年三月三十'],
    ['2026-06-06', '农历丙午年四月廿一'],
    ['2023-03-22', '农历癸卯年闰二月初一'],
    ['2025-07-25', '农历乙巳年闰六月初一'],
    ['2034-01-01', '农历癸丑年闰十一月十一'],
    ['someday', ''],
    ['2026-02-30', '']
  ] as const)('should write %s as %s', ([date, expected]) => {
    expect(lunarDate(date)).toBe(expected)
  })
})

describe('weekdayName', () => {
  test.for([
    ['2026-06-02', 'zh-CN', '星期二'],
    ['2026-06-02', 'zh-Hant', '星期二'],
    ['2026-06-02', 'en', 'Tuesday'],
    ['2026-06-07', 'zh', '星期日'],
    ['2026-06-02', 'not a language', 'Tuesday'],
    ['2026-13-02', 'zh-CN', '']
  ] as const)('should name %s in %s', ([date, lang, expected]) => {
    expect(weekdayName(date, lang)).toBe(expected)
  })
})

describe('longDate', () => {
  test.for([
    ['2026-06-02', 'zh-CN', '2026年6月2日'],
    ['2026-06-02', 'en', 'June 2, 2026'],
    ['2026-06-02', 'en-GB', '2 June 2026'],
    ['2026-06-02', 'th', '2 มิถุนายน ค.ศ. 2026'],
    ['2026-13-02', 'zh-CN', '〔日期不详〕'],
    ['unknown', 'en', '[date unknown]']
  ] as const)('should write %s in %s', ([date, lang, expected]) => {
    expect(longDate(date, lang)).toBe(expected)
  })
})
