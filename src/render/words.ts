// Words the reflowing outputs themselves say, by language: the interface around
// the copy, never the copy.
//
// To add a language, add a line to `byLanguage`. A language that is not there
// gets English.

/** Words of one language. */
export interface Words {
  previous: string
  next: string
  /** Links to the stories before and after this one. */
  neighbours: string
  /** The list of a page's stories. */
  pageContents: string
  /** The contents of the whole issue. */
  contents: string
  pageList: string
  landmarks: string
  start: string
  cover: string
  /** Staff, imprint and how the edition was made. */
  colophon: string
  staff: string
  imprint: string
  /** Name of a page: `第05版`; of a spread: `第04–05版`. */
  page(pageNumber: number, section?: string, facingPageNumber?: number): string
  /** Link to the page of a story. */
  toPage(pageNumber: number): string
  /** Where the rest of a story is printed. */
  jumpTo(pageNumber: number): string
  /** Where a story began. */
  jumpFrom(pageNumber: number): string
  /** A picture of a printed page. */
  pagePicture(pageNumber: number): string
  /** Stories that begin on other pages and end on this one. */
  restsHere: string
  truncated: string
  pictureMissing: string
  /** What a picture is called when the copy says nothing about it. */
  picture(title: string): string
  advertisement: string
  notes: string
  backToText: string
  /** Where a number in the text leads. */
  note(number: number): string
  /** Name of a story without headline; `opening` is how its copy begins. */
  untitled(opening: string): string
  /** Between cutline and credit. */
  creditSeparator: string
  /** Around the small text of ruby, where ruby is not known. */
  rubyParentheses: readonly [string, string]
  /** Between a role and a name, and between two such pairs. */
  colon: string
  issueNumber(issueNumber: number): string
  /** Weekday, date. */
  date(date: string): string
}

const chinese: Words = {
  previous: '上一篇',
  next: '下一篇',
  neighbours: '前后篇目',
  pageContents: '本版目录',
  contents: '目录',
  pageList: '版次',
  landmarks: '导览',
  start: '正文',
  cover: '封面',
  colophon: '版权',
  staff: '编校人员',
  imprint: '版权信息',
  page: (pageNumber, section, facing) =>
    `第${pad(pageNumber)}${facing === undefined ? '' : `–${pad(facing)}`}版${section ? ` ${section}` : ''}`,
  toPage: (pageNumber) => `回第${pad(pageNumber)}版`,
  jumpTo: (pageNumber) => `下转第${pad(pageNumber)}版`,
  jumpFrom: (pageNumber) => `上接第${pad(pageNumber)}版`,
  pagePicture: (pageNumber) => `第${pad(pageNumber)}版版面图`,
  restsHere: '转入本版',
  truncated: '〔原文至此中断〕',
  pictureMissing: '〔图片暂缺〕',
  picture: (title) => `图片：${title}`,
  advertisement: '广告',
  notes: '注释',
  backToText: '返回正文',
  note: (number) => `注释${number}`,
  untitled: (opening) => (opening ? `（无题）${opening}` : '（无题）'),
  creditSeparator: '\u3000',
  rubyParentheses: ['（', '）'],
  colon: '：',
  issueNumber: (issueNumber) => `第${issueNumber}期`,
  date: (date) => {
    const {day, month, weekday, year} = readDate(date)
    const name = '日一二三四五六'[weekday] ?? ''
    return `${year}年${month}月${day}日 星期${name}`
  }
}

const weekdays = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday'
] as const

/** Months in English. */
export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
] as const

const english: Words = {
  previous: 'Previous',
  next: 'Next',
  neighbours: 'Stories before and after',
  pageContents: 'On this page',
  contents: 'Contents',
  pageList: 'Pages',
  landmarks: 'Landmarks',
  start: 'Start',
  cover: 'Cover',
  colophon: 'Imprint',
  staff: 'Staff',
  imprint: 'Publisher',
  page: (pageNumber, section, facing) =>
    `${facing === undefined ? `Page ${pageNumber}` : `Pages ${pageNumber}–${facing}`}${section ? `, ${section}` : ''}`,
  toPage: (pageNumber) => `Back to page ${pageNumber}`,
  jumpTo: (pageNumber) => `Continued on page ${pageNumber}`,
  jumpFrom: (pageNumber) => `From page ${pageNumber}`,
  pagePicture: (pageNumber) => `Page ${pageNumber} as printed`,
  restsHere: 'Continued here',
  truncated: '[The source breaks off here]',
  pictureMissing: '[Picture missing]',
  picture: (title) => `Picture: ${title}`,
  advertisement: 'Advertisement',
  notes: 'Notes',
  backToText: 'Back to text',
  note: (number) => `Note ${number}`,
  untitled: (opening) => (opening ? `(Untitled) ${opening}` : '(Untitled)'),
  creditSeparator: ' ',
  rubyParentheses: ['(', ')'],
  colon: ': ',
  issueNumber: (issueNumber) => `No. ${issueNumber}`,
  date: (date) => {
    const {day, month, weekday, year} = readDate(date)
    const name = englishMonths[month - 1] ?? ''
    return `${weekdays[weekday] ?? ''}, ${day} ${name} ${year}`
  }
}

const byLanguage: Readonly<Record<string, Words>> = {en: english, zh: chinese}

/** Find the words of a language, such as `zh-CN`. */
export function findWords(lang: string): Words {
  const [language = ''] = lang.toLowerCase().split('-')
  return byLanguage[language] ?? english
}

function pad(pageNumber: number): string {
  return String(pageNumber).padStart(2, '0')
}

function readDate(date: string): {
  day: number
  month: number
  weekday: number
  year: number
} {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return {day, month, weekday, year}
}
