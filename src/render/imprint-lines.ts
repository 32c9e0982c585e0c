// What the imprint says, line by line, in the order papers print it.

import type {Imprint} from '../model/issue.ts'

/** One line: what it is, and what it says. */
export interface ImprintLine {
  label: string
  value: string
}

const labels: ReadonlyArray<readonly [keyof Imprint, string, string]> = [
  ['cn', '国内统一连续出版物号', 'CN'],
  ['issn', 'ISSN', 'ISSN'],
  ['authority', '主管', 'Authority'],
  ['publisher', '主办', 'Publisher'],
  ['address', '地址', 'Address'],
  ['postalCode', '邮政编码', 'Postal code'],
  ['phone', '电话', 'Telephone'],
  ['email', '电子邮箱', 'E-mail'],
  ['printer', '印刷', 'Printed by'],
  ['price', '定价', 'Price'],
  ['note', '说明', 'Note']
]

/** List what the imprint says; what it does not say is not there. */
export function toImprintLines(
  imprint: Imprint,
  lang: string
): Array<ImprintLine> {
  const isChinese = lang.toLowerCase().startsWith('zh')
  return labels.flatMap(([field, chinese, english]) => {
    const value = imprint[field]
    return value ? [{label: isChinese ? chinese : english, value}] : []
  })
}
