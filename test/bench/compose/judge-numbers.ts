// Numbers parted from their units at a line's end, told by a list of patterns.
// The composer does not know this list: it prices what stands around figures,
// and this names what a reader would take amiss.

const count = String.raw`\d[\d,]*(?:\.\d+)?(?:余|多|几)?(?:十|百|千)?(?:万|亿)?(?:余|多)?`
const times = '年|月|日|时|分|秒|天|周|岁|号|点|小时|分钟|个月|周年|年代|世纪'
const amounts =
  '元|万元|亿元|美元|吨|公斤|千克|克|斤|升|度|千瓦|公里|千米|米|里|厘米|毫米|亩|公顷|平方米|平方公里|立方米'
const things =
  '人|人次|名|位|户|口|家|个|只|头|株|棵|台|辆|套|件|份|次|批|项|条|座|栋|所|间|张|笔|场|种|类|处|期|届|级|层|组|村|省道|国道'

const wholes = [
  new RegExp(`${count}(?:${times}|${amounts}|${things})`, 'gu'),
  new RegExp(`第${count}`, 'gu'),
  new RegExp(`${count}[%％‰℃]`, 'gu')
]

/** Tell whether a number is parted between two lines that follow each other. */
export function partsNumber(before: string, after: string): boolean {
  const head = before.slice(-14)
  const text = head + after.slice(0, 8)
  return wholes.some((pattern) =>
    [...text.matchAll(pattern)].some(
      ({0: match, index}) =>
        index < head.length && index + match.length > head.length
    )
  )
}
