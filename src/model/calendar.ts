// Calendar: the words a paper prints for its day. `2026-06-02` is a Tuesday,
// 2 June, and 农历丙午年四月十七.
//
// Chinese is written by us: to make the host's tables ready takes longer than to
// set a story. Other languages are written by those, always in UTC, so the words
// don't depend on where the press stands.

import {findLunarDay, type LunarDay} from './lunar-day.ts'
import {unknownText} from './unknown.ts'

const digits = [
  '',
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九'
] as const

/** Name the day of the week: `星期二`, `Tuesday`; `''` when `date` is none. */
export function weekdayName(date: string, lang: string): string {
  const time = isPlainChinese(lang) ? toTime(date) : undefined
  if (time === undefined) return format(date, lang, {weekday: 'long'})
  return `星期${'日一二三四五六'[new Date(time).getUTCDay()] ?? ''}`
}

/** Write a date out: `2026年6月2日`, `June 2, 2026`; else that it is unknown. */
export function longDate(date: string, lang: string): string {
  if (isPlainChinese(lang) && toTime(date) !== undefined) {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
    if (year >= firstPlainYear) return `${year}年${month}月${day}日`
  }
  return format(date, lang, {dateStyle: 'long'}) || unknownText('date', lang)
}

/** Write a day of the lunar calendar: `农历丙午年四月十七`; `''` when none. */
export function lunarDate(date: string): string {
  const time = toTime(date)
  if (time === undefined) return ''
  const found = findLunarDay(time)
  if (found) return nameLunarDate(found)
  const parts = findFormat('zh-CN-u-ca-chinese', {
    year: 'numeric',
    month: 'long',
    day: 'numeric'
  }).formatToParts(time)
  // `yearName` is younger than the types of the library.
  const find = (name: string) =>
    parts.find((part) => String(part.type) === name)?.value ?? ''

  const day = find('day')
  const dayName = /^\d+$/.test(day) ? nameLunarDay(Number(day)) : day
  return `农历${find('yearName')}年${find('month')}${dayName}`
}

const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
/** A year of the first stem and the first branch. */
const firstStemYear = 4

function nameLunarDate(found: LunarDay): string {
  const {dayNumber, isLeapMonth, monthNumber, year} = found
  const rank = year - firstStemYear
  const yearName = `${stems[rank % stems.length]}${branches[rank % branches.length]}`
  const month = `${isLeapMonth ? '闰' : ''}${lunarMonths[monthNumber - 1]}月`
  return `农历${yearName}年${month}${nameLunarDay(dayNumber)}`
}

const lunarMonths = ['正', ...digits.slice(2), '十', '十一', '腊']

/** Years of fewer digits than four are written by the host. */
const firstPlainYear = 1000

/** Whether a language is Chinese as it is written in some place, and no more. */
function isPlainChinese(lang: string): boolean {
  return /^zh(?:-Han[st])?(?:-(?:CN|HK|MO|SG|TW))?$/.test(lang)
}

function nameLunarDay(day: number): string {
  if (day === 10) return '初十'
  if (day === 20) return '二十'
  if (day === 30) return '三十'
  const tens = ['初', '十', '廿'] as const
  return `${tens[Math.floor(day / 10)] ?? ''}${digits[day % 10] ?? ''}`
}

function format(
  date: string,
  lang: string,
  options: Intl.DateTimeFormatOptions
): string {
  const time = toTime(date)
  if (time === undefined) return ''
  return findFormat(lang, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...options
  }).format(time)
}

// A format takes long to make, and much memory that is not soon given back.
const formats = new Map<string, Intl.DateTimeFormat>()

function findFormat(
  lang: string,
  options: Intl.DateTimeFormatOptions
): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const locale = isKnown(lang) ? lang : 'en'
  const made = new Intl.DateTimeFormat(locale, {timeZone: 'UTC', ...options})
  formats.set(key, made)
  return made
}

function toTime(date: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return undefined
  const time = Date.parse(`${date}T00:00:00Z`)
  // A day that does not exist, such as 30 February, is read as another one.
  if (Number.isNaN(time)) return undefined
  return new Date(time).toISOString().startsWith(date) ? time : undefined
}

// What nobody can name is written in English, but never stops the press.
function isKnown(lang: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([lang]).length > 0
  } catch {
    return false
  }
}
