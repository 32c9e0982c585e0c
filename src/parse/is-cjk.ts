// What counts as Chinese when lines are joined and headlines are split.

const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3001-\u303f\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]/u
const either = /[“”‘’…—·《》〈〉「」『』【】（）]/u
const closing = /[”’》〉」』】）〕！？。，；：、…]/u
const opening = /[“‘《〈「『【（〔]/u

/** Tell whether text has a Chinese (or Japanese) character, marks included. */
export function isCjk(text: string): boolean {
  return cjk.test(text)
}

/** Tell whether lines are joined without a space between two characters. */
export function joinsTight(before: string, after: string): boolean {
  const isBefore = isCjk(before)
  const isAfter = isCjk(after)
  return (
    (isBefore || isAfter) &&
    (isBefore || either.test(before)) &&
    (isAfter || either.test(after))
  )
}

/** Tell whether a space between two characters splits a Chinese headline. */
export function splitsHeadline(before: string, after: string): boolean {
  const han = /\p{Script=Han}/u
  return (
    (han.test(before) || closing.test(before)) &&
    (han.test(after) || opening.test(after))
  )
}
