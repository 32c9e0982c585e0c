// Authors of a story, as far as its byline or lead-in names them. Roles are not
// names; what does not look like a name is nobody.
//
// ```text
// □ 本报记者 申小禾 通讯员 何川      申小禾, 何川
// 本报讯（记者 何川）                何川
// By Ada Lindqvist and Jo Marsh      Ada Lindqvist, Jo Marsh
// ```

import {toString} from 'mdast-util-to-string'
import type {Story} from '../../model/story.ts'

const roles =
  /本报|本刊|新华社|全媒体|融媒体|首席|特约|见习|实习|驻[^\s]{1,6}?(?=记者|通讯员)|记者|通讯员|评论员|编辑|整理|采写|撰文|文并图|文\/图|图\/文|摄影|报道|（|）|\(|\)|[□■●◎○]/gu
const chineseName = /^\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})*$/u
const otherName = /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+[\p{L}\p{M}'’.-]+){1,3}$/u
// A desk is not a person.
const desks = /部$|社$|组$|室$|中心$|报道$|综合$/

/** Find the authors of a story, each once, in order. */
export function findAuthors(story: Story): Array<string> {
  const byline = story.children.find((child) => child.type === 'byline')
  const texts = byline ? [toString(byline)] : findLeadIns(story)
  const names = texts.flatMap((text) =>
    /\p{Script=Han}/u.test(text) ? readChinese(text) : readOther(text)
  )
  return [...new Set(names)]
}

function findLeadIns(story: Story): Array<string> {
  const body = story.children.find((child) => child.type === 'body')
  return (body?.children ?? []).flatMap((block) =>
    block.type === 'paragraph'
      ? block.children
          .filter((child) => child.type === 'leadIn')
          .flatMap((child) => /（(.+)）/.exec(toString(child))?.[1] ?? [])
      : []
  )
}

function readChinese(text: string): Array<string> {
  // Names of two characters are set with a blank to be as wide as three.
  const joined = text.replace(
    /(?<![\p{Script=Han}])(\p{Script=Han})[ \u3000]+(\p{Script=Han})(?![\p{Script=Han}])/gu,
    '$1$2'
  )
  return (
    joined
      .replace(roles, ' ')
      .split(/[\s\u3000、，,；;/]+/u)
      // Given names hold 和, too: 周和平.
      .flatMap((text) =>
        chineseName.test(text) ? text : text.split(/[与和]/u)
      )
      .filter((name) => chineseName.test(name) && !desks.test(name))
  )
}

function readOther(text: string): Array<string> {
  return text
    .replace(/^\s*(?:by|words by|text by|story by)\s+/i, '')
    .split(/\s*(?:,|;|&|\band\b)\s*/i)
    .map((name) => name.trim())
    .filter((name) => otherName.test(name))
}
