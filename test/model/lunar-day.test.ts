import {expect, test} from 'vitest'
import {longDate, lunarDate, weekdayName} from '../../src/model/calendar.ts'
import {findLunarDay} from '../../src/model/lunar-day.ts'

const dayMilliseconds = 24 * 60 * 60 * 1000

test('should count days as the host does', () => {
  const format = new Intl.DateTimeFormat('zh-CN-u-ca-chinese', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric'
  })
  const end = Date.UTC(2050, 11, 31)
  for (
    let time = Date.UTC(1950, 2, 1);
    time < end;
    time += 7 * dayMilliseconds
  ) {
    const date = new Date(time).toISOString().slice(0, 10)
    const parts = format.formatToParts(time)
    const find = (name: string) =>
      parts.find((part) => String(part.type) === name)?.value
    const start = `农历${find('yearName')}年${find('month')}`
    expect(lunarDate(date).startsWith(start), date).toBe(true)
    expect(findLunarDay(time)?.year, date).toBe(Number(find('relatedYear')))
    const day = find('day') ?? ''
    if (/^\d+$/.test(day)) {
      expect(findLunarDay(time)?.dayNumber, date).toBe(Number(day))
    }
  }
})

test('should write Chinese dates as the host does', () => {
  for (const lang of ['zh', 'zh-CN', 'zh-Hans', 'zh-Hant-HK', 'zh-TW']) {
    const options = {timeZone: 'UTC', calendar: 'gregory'}
    const long = new Intl.DateTimeFormat(lang, {...options, dateStyle: 'long'})
    const weekday = new Intl.DateTimeFormat(lang, {
      ...options,
      weekday: 'long'
    })
    for (let day = 0; day < 400; day += 5) {
      const time = Date.UTC(2026, 0, 1) + day * dayMilliseconds
      const date = new Date(time).toISOString().slice(0, 10)
      expect(longDate(date, lang)).toBe(long.format(time))
      expect(weekdayName(date, lang)).toBe(weekday.format(time))
    }
  }
})

test('should leave days before its table to the host', () => {
  expect(findLunarDay(Date.UTC(1950, 0, 1))).toBeUndefined()
  expect(findLunarDay(Date.UTC(2200, 0, 1))).toBeUndefined()
  expect(lunarDate('1949-10-01')).toBe('农历己丑年八月初十')
})
