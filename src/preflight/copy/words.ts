// Words of a text, by the dictionary that comes with the engine (ICU).
//
// It knows some fifty thousand Chinese words and no names; what it does not know
// comes apart into single hanzi. Rules live with that: they look at few words
// around, and at lists of their own.

/** A word, or a mark, and where it begins. */
export interface Word {
  text: string
  start: number
  /** Whether it is made of hanzi only. */
  isHanzi: boolean
}

const segmenters = new Map<string, Intl.Segmenter>()
const hanziOnly = /^\p{Script=Han}+$/u

/** Part a text into words. */
export function toWords(text: string, lang: string): Array<Word> {
  let segmenter = segmenters.get(lang)
  if (!segmenter) {
    segmenter = new Intl.Segmenter(lang, {granularity: 'word'})
    segmenters.set(lang, segmenter)
  }
  return [...segmenter.segment(text)].map(({index, segment}) => ({
    text: segment,
    start: index,
    isHanzi: hanziOnly.test(segment)
  }))
}

/** Tell whether a language is Chinese. */
export function isChinese(lang: string): boolean {
  return lang === 'zh' || lang.startsWith('zh-')
}
