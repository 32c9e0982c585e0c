// Languages by the codes of the MARC list, which American libraries and Open ONI
// name them by. A language that is not in this table is undetermined.

const codes: Readonly<Record<string, string>> = {
  ar: 'ara',
  bo: 'tib',
  de: 'ger',
  en: 'eng',
  es: 'spa',
  fr: 'fre',
  hi: 'hin',
  id: 'ind',
  it: 'ita',
  ja: 'jpn',
  kk: 'kaz',
  ko: 'kor',
  la: 'lat',
  mn: 'mon',
  ms: 'may',
  pt: 'por',
  ru: 'rus',
  th: 'tha',
  ug: 'uig',
  vi: 'vie',
  yue: 'chi',
  za: 'zha',
  zh: 'chi'
}

/** Name a language, such as `zh-CN`, by its code: `chi`. */
export function toMarcLanguage(lang: string): string {
  const [primary = ''] = lang.toLowerCase().split('-')
  return codes[primary] ?? 'und'
}
