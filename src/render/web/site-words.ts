// Words of a whole site, by language; what an issue by itself says is in
// `web-words.ts`.

import {englishMonths} from '../words.ts'

/** Words of one language. */
export interface SiteWords {
  home: string
  siteLinks: string
  archive: string
  archiveLede(count: number, stories: number): string
  sections: string
  authors: string
  search: string
  /** The field every document has, told apart from the search page's form. */
  siteSearch: string
  about: string
  searchLabel: string
  searchHint: string
  latest: string
  previousIssue: string
  nextIssue: string
  editionOf(edition: number): string
  otherEditions: string
  calendarOf(year: string): string
  onThisDayOf(month: number, day: number): string
  months: ReadonlyArray<string>
  weekdays: ReadonlyArray<string>
  storyCount(count: number): string
  issueCount(count: number): string
  years: string
  from: string
  to: string
  section: string
  author: string
  kind: string
  any: string
  order: string
  newest: string
  oldest: string
  mostHits: string
  kinds: Readonly<Record<string, string>>
  year: string
  /** `{year}` is filled in. */
  yearName: string
  /** What counts as the same. */
  foldings: Readonly<Record<'case' | 'legend' | 'script' | 'width', string>>
  needsScript: string
  feeds: string
  tools: string
  smaller: string
  larger: string
  readAloud: string
  pause: string
  resume: string
  shortcut: string
  stop: string
  print: string
  share: string
  copied: string
  clipping: string
  clippingAlt(title: string): string
  asPrinted: string
  pagePdf: string
  zoomTools: string
  zoomIn: string
  zoomOut: string
  wholePage: string
  fullScreen: string
  zoomHint: string
  correction: string
  correctionCount(count: number): string
  changed: string
  corrected: string
  kept: string
  keepIssue: string
  theme: string
  themes: Readonly<Record<'auto' | 'contrast' | 'dark' | 'light', string>>
  hits: string
  madeWith: string
  aboutSearch: string
  missing: string
  missingNote: string
  offline: string
  offlineNote: string
  withdrawn: string
  withdrawnNote: string
  /** Said by the search script. `{n}`, `{year}` are filled in there. */
  searchSays: Readonly<
    Record<
      | 'empty'
      | 'error'
      | 'found'
      | 'looking'
      | 'more'
      | 'none'
      | 'older'
      | 'onPage'
      | 'soFar',
      string
    >
  >
}

const chinese: SiteWords = {
  home: '首页',
  siteLinks: '全站导航',
  archive: '往期',
  archiveLede: (count, stories) => `共 ${count} 期，${stories} 篇稿件`,
  sections: '栏目',
  authors: '作者',
  search: '检索',
  siteSearch: '全站检索',
  about: '关于本报',
  searchLabel: '检索词',
  searchHint: '一个字也能查；空格表示“并且”，引号表示“原样”，减号表示“不含”。',
  latest: '最新一期',
  previousIssue: '上一期',
  nextIssue: '下一期',
  editionOf: (edition) => `第${edition}次版`,
  otherEditions: '当日其他版次',
  calendarOf: (year) => `${year}年`,
  onThisDayOf: (month, day) => `历年${month}月${day}日`,
  months: [
    '1月',
    '2月',
    '3月',
    '4月',
    '5月',
    '6月',
    '7月',
    '8月',
    '9月',
    '10月',
    '11月',
    '12月'
  ],
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  storyCount: (count) => `${count} 篇`,
  issueCount: (count) => `${count} 期`,
  years: '年份',
  from: '起',
  to: '止',
  section: '栏目',
  author: '作者',
  kind: '体裁',
  any: '不限',
  order: '排序',
  newest: '最新在前',
  oldest: '最早在前',
  mostHits: '命中最多在前',
  kinds: {
    ad: '广告',
    brief: '短讯',
    commentary: '评论',
    feature: '通讯',
    filler: '补白',
    news: '消息',
    notice: '启事',
    photo: '图片新闻',
    roundup: '综述'
  },
  year: '年份',
  yearName: '{year}年',
  foldings: {
    legend: '视为相同',
    script: '简体与繁体',
    width: '全角与半角',
    case: '大写与小写'
  },
  needsScript:
    '检索在浏览器里进行，需要启用 JavaScript。不用它，可以从往期、栏目和作者查找。',
  feeds: '订阅',
  tools: '阅读工具',
  smaller: '小字',
  larger: '大字',
  readAloud: '朗读',
  pause: '暂停',
  resume: '继续',
  shortcut: '按 / 键检索',
  stop: '停止',
  print: '打印',
  share: '分享',
  copied: '链接已复制',
  clipping: '剪报',
  clippingAlt: (title) => `《${title}》见报原样`,
  asPrinted: '见报原样',
  pagePdf: '本版 PDF',
  zoomTools: '缩放',
  zoomIn: '放大',
  zoomOut: '缩小',
  wholePage: '整版',
  fullScreen: '全屏',
  zoomHint: '双击或双指放大，放大后滚轮缩放、拖动移动；键盘 + − 0 与方向键。',
  correction: '更正',
  correctionCount: (count) => `有更正（${count}）`,
  changed: '本文在首次上网之后有改动，本报未附说明；版面图为见报原样。',
  corrected: '有更正',
  kept: '本期已存好，断网也能读',
  keepIssue: '离线阅读',
  theme: '外观',
  themes: {auto: '随系统', light: '浅色', dark: '深色', contrast: '高对比'},
  hits: '命中之处',
  madeWith: '本站为静态文件，不设 Cookie，不向别处请求任何内容。',
  aboutSearch: '全文检索在读者自己的浏览器里完成，检索词不会发给任何人。',
  missing: '没有这一页',
  missingNote:
    '这个地址上什么也没有，也许抄错了一个字。每一期、每一版、每一篇的地址登出后不再改变，可从这里去找：',
  offline: '没有网络',
  offlineNote: '要看的内容没有存在这台设备上。连上网络再试，或先读存好的各期：',
  withdrawn: '本文已撤下',
  withdrawnNote: '这篇稿件曾刊于此处，本报已将它撤下。',
  searchSays: {
    empty: '请输入要查的字词。',
    error: '没能读到索引，请检查网络后再试。',
    found: '找到 {n} 篇',
    looking: '正在查 {year} 年……',
    more: '再看 20 篇',
    none: '没有找到。可以少写几个字，或去掉日期、栏目等限制。',
    older: '继续查更早的年份',
    onPage: '在版面上看',
    soFar: '已查到 {year} 年，找到 {n} 篇'
  }
}

const english: SiteWords = {
  home: 'Home',
  siteLinks: 'Site',
  archive: 'Archive',
  archiveLede: (count, stories) =>
    `${count} ${count === 1 ? 'issue' : 'issues'}, ${stories} stories`,
  sections: 'Sections',
  authors: 'Authors',
  search: 'Search',
  siteSearch: 'Search this site',
  about: 'About',
  searchLabel: 'Search for',
  searchHint:
    'All words are wanted; “quotes” mean exactly so, a minus means without.',
  latest: 'Latest issue',
  previousIssue: 'Previous issue',
  nextIssue: 'Next issue',
  editionOf: (edition) => `Edition ${edition}`,
  otherEditions: 'Other editions of the day',
  calendarOf: (year) => year,
  onThisDayOf: (month, day) =>
    `On ${english.months[month - 1] ?? ''} ${day} through the years`,
  months: englishMonths,
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  storyCount: (count) => `${count} ${count === 1 ? 'story' : 'stories'}`,
  issueCount: (count) => `${count} ${count === 1 ? 'issue' : 'issues'}`,
  years: 'Years',
  from: 'From',
  to: 'To',
  section: 'Section',
  author: 'Author',
  kind: 'Kind',
  any: 'Any',
  order: 'Order',
  newest: 'Newest first',
  oldest: 'Oldest first',
  mostHits: 'Most hits first',
  kinds: {
    ad: 'Advertisement',
    brief: 'Brief',
    commentary: 'Opinion',
    feature: 'Feature',
    filler: 'Filler',
    news: 'News',
    notice: 'Notice',
    photo: 'Picture',
    roundup: 'Roundup'
  },
  year: 'Year',
  yearName: '{year}',
  foldings: {
    legend: 'Count as the same',
    script: 'Traditional and simplified',
    width: 'Full and half width',
    case: 'Capitals and small letters'
  },
  needsScript:
    'Search runs in your browser and needs JavaScript. Without it, use the archive, the sections and the authors.',
  feeds: 'Feeds',
  tools: 'Reading tools',
  smaller: 'Smaller',
  larger: 'Larger',
  readAloud: 'Read aloud',
  pause: 'Pause',
  resume: 'Go on',
  shortcut: 'Press / to search',
  stop: 'Stop',
  print: 'Print',
  share: 'Share',
  copied: 'Link copied',
  clipping: 'Clipping',
  clippingAlt: (title) => `“${title}” as printed`,
  asPrinted: 'As printed',
  pagePdf: 'PDF of this page',
  zoomTools: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  wholePage: 'Whole page',
  fullScreen: 'Full screen',
  zoomHint:
    'Double-click or pinch to zoom; then the wheel zooms, dragging moves. Keys: + − 0 and arrows.',
  correction: 'Correction',
  correctionCount: (count) => `Corrected (${count})`,
  changed:
    'This story was changed after it first appeared here, without a note from the paper. The page shows it as printed.',
  corrected: 'Corrected',
  kept: 'This issue is kept: it can be read offline',
  keepIssue: 'Read offline',
  theme: 'Look',
  themes: {
    auto: 'As the system',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast'
  },
  hits: 'Where it was found',
  madeWith:
    'This site is plain files. It sets no cookies and asks nothing of other hosts.',
  aboutSearch:
    'Search runs in your own browser; what you look for is sent to nobody.',
  missing: 'Nothing here',
  missingNote:
    'There is nothing at this address; perhaps a letter is wrong. Addresses of issues, pages and stories never change once they are out. Look here:',
  offline: 'No connection',
  offlineNote:
    'What you asked for is not kept on this device. Try again with a connection, or read an issue that is kept:',
  withdrawn: 'Withdrawn',
  withdrawnNote: 'A story stood here. The paper has withdrawn it.',
  searchSays: {
    empty: 'Type what to look for.',
    error: 'The index could not be read. Check the connection and try again.',
    found: '{n} found',
    looking: 'Looking through {year} …',
    more: 'Show 20 more',
    none: 'Nothing found. Try fewer words, or fewer limits.',
    older: 'Look through earlier years',
    onPage: 'See it on the page',
    soFar: '{n} found back to {year}'
  }
}

/** Find the words of a language, such as `zh-CN`. */
export function findSiteWords(lang: string): SiteWords {
  return /^zh(?:-|$)/i.test(lang) ? chinese : english
}
