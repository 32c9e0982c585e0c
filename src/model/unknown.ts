// What is printed where a fact of the paper is unknown. It says so; nothing is
// made up.

/** Facts a paper can lack. */
export type UnknownFact = 'date' | 'pageNumber' | 'publication'

const chinese: Readonly<Record<UnknownFact, string>> = {
  date: '〔日期不详〕',
  pageNumber: '〔版次不详〕',
  publication: '〔报名不详〕'
}

const english: Readonly<Record<UnknownFact, string>> = {
  date: '[date unknown]',
  pageNumber: '[page unknown]',
  publication: '[paper unknown]'
}

/** Give the words printed for an unknown fact, in a language (BCP 47). */
export function unknownText(fact: UnknownFact, lang: string): string {
  return /^zh\b/i.test(lang) ? chinese[fact] : english[fact]
}
