// Numbers to hanzi and back, as far as dates and rounds need them.

const digits = '〇一二三四五六七八九'

/** Write a whole number below a hundred in hanzi: 23 is 二十三. */
export function toHanzi(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens === 0) return digits[ones] ?? ''
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`
}

/** Read hanzi below a hundred; absent where they are no number. */
export function fromHanzi(hanzi: string): number | undefined {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(
    hanzi
  )
  if (!match || hanzi === '') return undefined
  const [, first = '', ten, last = ''] = match
  if (ten === undefined) {
    return first !== '' && last !== '' ? undefined : digits.indexOf(first)
  }
  const tens = first === '' ? 1 : digits.indexOf(first)
  return tens * 10 + (last === '' ? 0 : digits.indexOf(last))
}

/** Read hanzi digit by digit: 二〇二六 is 2026. */
export function fromHanziDigits(hanzi: string): string {
  return [...hanzi]
    .map((one) => (one === '零' ? '0' : String(digits.indexOf(one))))
    .join('')
}
