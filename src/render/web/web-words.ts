// Words only the site says, by language; what it shares with the EPUB is in
// `words.ts`.

import type {Imprint} from '../../model/issue.ts'

/** Words of one language. */
export interface WebWords {
  skipToContent: string
  skipToStories: string
  /** The list of pages, the ways to other forms of the issue, the imprint. */
  pages: string
  editions: string
  epub: string
  pdf: string
  breadcrumb: string
  turnPages: string
  turnStories: string
  previousPage: string
  nextPage: string
  /** How to use the picture of a page. */
  pageHint: string
  largePicture: string
  seeOnPage(page: string): string
  printedOn(pages: ReadonlyArray<string>): string
  pageCount(count: number): string
  /** The running number of an issue. */
  runningNumber(issueNumber: number): string
  imprint: Readonly<Record<keyof Imprint, string>>
}

const chinese: WebWords = {
  skipToContent: '跳到正文',
  skipToStories: '跳到本版稿件',
  pages: '版面',
  editions: '本期其他版本',
  epub: 'EPUB 电子书',
  pdf: '整期 PDF',
  breadcrumb: '位置',
  turnPages: '翻版',
  turnStories: '前后稿件',
  previousPage: '上一版',
  nextPage: '下一版',
  pageHint: '点版面上的文章，或从目录选读。',
  largePicture: '看大图',
  seeOnPage: (page) => `在${page}版面上看`,
  printedOn: (pages) => `本文刊于${pages.join('、')}`,
  pageCount: (count) => `共${count}版`,
  runningNumber: (issueNumber) => `总第${issueNumber}期`,
  imprint: {
    cn: '国内统一连续出版物号',
    issn: 'ISSN',
    lccn: 'LCCN',
    authority: '主管',
    publisher: '主办',
    address: '地址',
    postalCode: '邮编',
    phone: '电话',
    email: '电子邮箱',
    printer: '印刷',
    price: '定价',
    note: '说明'
  }
}

const english: WebWords = {
  skipToContent: 'Skip to content',
  skipToStories: 'Skip to stories on this page',
  pages: 'Pages',
  editions: 'Other editions of this issue',
  epub: 'EPUB',
  pdf: 'PDF of all pages',
  breadcrumb: 'You are here',
  turnPages: 'Turn pages',
  turnStories: 'Previous and next story',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageHint: 'Choose a story on the page or in the list.',
  largePicture: 'Large picture',
  seeOnPage: (page) => `See it on ${lower(page)}`,
  printedOn: (pages) => `Printed on ${pages.map(lower).join(' and ')}`,
  pageCount: (count) => `${count} ${count === 1 ? 'page' : 'pages'}`,
  runningNumber: (issueNumber) => `No. ${issueNumber}`,
  imprint: {
    cn: 'CN',
    issn: 'ISSN',
    lccn: 'LCCN',
    authority: 'Authority',
    publisher: 'Publisher',
    address: 'Address',
    postalCode: 'Postal code',
    phone: 'Telephone',
    email: 'E-mail',
    printer: 'Printer',
    price: 'Price',
    note: 'Note'
  }
}

/** Find the words of a language, such as `zh-CN`. */
export function findWebWords(lang: string): WebWords {
  return /^zh(?:-|$)/i.test(lang) ? chinese : english
}

// `Page 3, Sport` within a sentence.
function lower(page: string): string {
  return page.charAt(0).toLowerCase() + page.slice(1)
}
