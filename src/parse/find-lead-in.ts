// The opening of a news item: `本报讯（记者 …）`, `新华社北京6月1日电`,
// `LONDON, June 1 —`.

import type {PhrasingContent} from 'mdast'
import type {LeadIn} from '../model/story.ts'

const people = '(?:[ \\u3000]?[（(][^（）()\\n]{1,60}[）)])?'
const digits = '[\\d０-９一二三四五六七八九十]{1,3}'
const chinese = [
  `本(?:报|台|刊|网)讯${people}`,
  `本报[\\p{Script=Han}]{1,6}讯[ \\u3000]?[（(][^（）()\\n]{1,60}[）)]`,
  `(?:本报|本台|新华社|新华网|中新社|中新网|人民网)[\\p{Script=Han}·]{0,12}${digits}月${digits}日(?:讯|专电|电)${people}`
].join('|')
const english =
  "[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}(?:, [A-Z][A-Za-z. ]{1,20})?(?:, [A-Z][a-z]{2,8}\\.? \\d{1,2})?(?: \\([A-Z][A-Za-z ]{1,20}\\))? ?—"
const leadIn = new RegExp(`^(?:${chinese}|${english})`, 'u')

/** Find how many characters of some text are a lead-in; `0` for none. */
export function findLeadIn(text: string): number {
  return leadIn.exec(text.slice(0, 200))?.[0].length ?? 0
}

/** Make the opening of a paragraph a `leadIn`, where it is one. */
export function withLeadIn(
  nodes: ReadonlyArray<PhrasingContent>
): Array<PhrasingContent> {
  const [first, ...others] = nodes
  const length = first?.type === 'text' ? findLeadIn(first.value) : 0
  if (first?.type !== 'text' || length === 0) return [...nodes]

  const value = first.value.slice(0, length)
  const node: LeadIn = {type: 'leadIn', children: [{...first, value}]}
  if (first.position) node.position = first.position
  const rest = first.value.slice(length)
  return rest === ''
    ? [node, ...others]
    : [node, {...first, value: rest}, ...others]
}
