// Words of a text. Chinese has no spaces between them, so a dictionary says.
//
// The dictionary is part of a package of a fixed version and not of the
// JavaScript engine: `Intl.Segmenter` cuts differently from one ICU to the
// next, and a bag must come out the same, byte for byte, on every machine.

import {cut} from 'jieba-wasm'

const han = /\p{Script=Han}/u
const chineseOrMark = /^(?:\p{P}|\p{S})$/u

/**
 * Cut a text into words and the spaces between them; joined, they are the text.
 *
 * Punctuation stays with a word of letters, as in ALTO's custom for English,
 * and stands alone next to Chinese.
 */
export function segmentWords(text: string, lang: string): Array<string> {
  return text.split(/(\s+)/u).flatMap((piece) => {
    if (piece === '') return []
    if (!han.test(piece)) return [piece]
    if (!lang.startsWith('zh')) return [...piece]
    const words = cut(piece, true)
    return words.join('') === piece ? words.flatMap(partMarks) : [...piece]
  })
}

// `——` and `……` are one mark of two characters; the dictionary parts them.
function partMarks(
  word: string,
  index: number,
  words: ReadonlyArray<string>
): Array<string> {
  if (!chineseOrMark.test(word)) return [word]
  if (words[index - 1] === word && isDouble(word)) return []
  let count = 1
  while (isDouble(word) && words[index + count] === word) count++
  return [word.repeat(count)]
}

function isDouble(mark: string): boolean {
  return mark === '—' || mark === '…'
}
