// Names in bylines and credits, for the package: who reported, who photographed.
//
// Bylines are free text. A name is taken only where the form leaves no doubt;
// one that is missed is harmless, one that is made up is not.

import {toString} from 'mdast-util-to-string'
import type {Story} from '../../model/story.ts'

/** Somebody, and what for: a role of the MARC list. */
export interface Credit {
  name: string
  role: 'pht' | 'rpt'
}

const reporter =
  /(?:本报|本社|全媒体|融媒体|特约|特派|驻站|首席|见习|实习)*(?:记者|通讯员|评论员)/g
const organization = /[社报电网局部台办委院会据讯刊]/

/** Find the people a story names as its makers, each once. */
export function findCredits(story: Story): Array<Credit> {
  const byline = story.children.find((child) => child.type === 'byline')
  const credits: Array<Credit> = readNames(toString(byline)).map((name) => ({
    name,
    role: 'rpt'
  }))
  const body = story.children.find((child) => child.type === 'body')
  for (const node of body?.children ?? []) {
    if (node.type !== 'figure' || !node.credit) continue
    if (!/摄|photo/i.test(node.credit)) continue
    for (const name of readNames(node.credit)) credits.push({name, role: 'pht'})
  }
  return credits.filter(
    (credit, index) =>
      credits.findIndex(
        ({name, role}) => name === credit.name && role === credit.role
      ) === index
  )
}

function readNames(text: string): Array<string> {
  const isHan = /\p{Script=Han}/u.test(text)
  return isHan ? readHanNames(text) : readLatinNames(text)
}

function readHanNames(text: string): Array<string> {
  return text
    .replace(/[□■◎◇◆●○▲△（）()]/g, ' ')
    .replace(reporter, ' ')
    .replace(/(?:摄影报道|摄影|报道|文\/图|图\/文|摄|文|图)(?=\s|$)/g, ' ')
    .split(/[\s、，,；;/·]+/)
    .filter(
      (part) => /^\p{Script=Han}{2,4}$/u.test(part) && !organization.test(part)
    )
}

function readLatinNames(text: string): Array<string> {
  return text
    .replace(/^\s*(?:photo(?:graphs?)?\s*)?(?:by\b|:)?\s*/i, '')
    .split(/\s*(?:,|;|&|\band\b)\s*/)
    .filter((part) =>
      /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)+$/u.test(part)
    )
}
