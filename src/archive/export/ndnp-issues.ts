// Which issue goes where in a batch: title, day and edition name its folder.
// What is not known is an error that says how to tell it.

import {nameBag} from '../read-bag.ts'
import type {CopiedBag} from './export-archive.ts'

/** An issue of a batch. */
export interface NdnpIssue {
  copied: CopiedBag
  /** Control number of its title, in its plain form: `sn86069873`. */
  lccn: string
  /** Edition of its day, from 1. */
  editionNumber: number
  /** Day and edition: `2026060201`. */
  stamp: string
  /** Folder in the payload: `sn86069873/print/2026060201`. */
  folder: string
}

/** Find the place of each issue; `lccn` is that of those that don't say theirs. */
export function checkNdnpIssues(
  bags: ReadonlyArray<CopiedBag>,
  lccn: string | undefined
): Array<NdnpIssue> {
  if (bags.length === 0) {
    throw new Error('Unexpected batch without issues, expected one or more')
  }
  const silent = new Set(
    bags
      .filter(({copy}) => !copy.imprint.lccn)
      .map(({copy}) => copy.publication)
  )
  if (lccn !== undefined && silent.size > 1) {
    throw new Error(
      `Unexpected \`--lccn\` for issues of ${[...silent].map((name) => `\`${name}\``).join(', ')}, expected one title; name the issues of one, or give each its \`lccn\` under \`imprint\` in \`issue.yaml\``
    )
  }
  const known = new Map<string, string>()
  return bags.map((copied) => {
    const issue = toIssue(copied, lccn)
    const name = nameBag(copied.bag)
    const other = known.get(issue.folder)
    if (other !== undefined) {
      throw new Error(
        `Unexpected \`${other}\` and \`${name}\` of the same title, day and edition, expected one; give the later its \`edition\` in \`issue.yaml\`, or name only one of them`
      )
    }
    known.set(issue.folder, name)
    return issue
  })
}

function toIssue(copied: CopiedBag, given: string | undefined): NdnpIssue {
  const {bag, copy} = copied
  const name = nameBag(bag)
  const raw = copy.imprint.lccn ?? given
  if (raw === undefined) {
    throw new Error(
      `Unexpected \`${name}\` without a control number of the Library of Congress, expected one: put \`lccn\` under \`imprint\` in its \`issue.yaml\` and add it again, or say \`--lccn\``
    )
  }
  const lccn = normalizeLccn(raw)
  // China's own numbers look like some of these: `CN 14-0001`.
  const {cn = ''} = copy.imprint
  const isOwn = lccn === normalizeLccn(`cn${cn.replace(/^\s*cn/i, '')}`)
  if (lccn === undefined || (cn !== '' && isOwn)) {
    throw new Error(
      `Unexpected control number \`${raw}\` of \`${name}\`, expected one such as \`sn86069873\` or \`2001012345\``
    )
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(copy.date)) {
    throw new Error(
      `Unexpected date \`${copy.date}\` of \`${name}\`, expected a day such as \`2026-06-02\`; batches are filed by day`
    )
  }
  const editionNumber = copy.edition ?? 1
  const stamp =
    copy.date.replaceAll('-', '') + String(editionNumber).padStart(2, '0')
  return {
    copied,
    lccn,
    editionNumber,
    stamp,
    folder: `${lccn}/print/${stamp}`
  }
}

/**
 * Bring a control number into its plain form: no spaces, what is behind a slash
 * left out, six figures behind a hyphen (`n78-890351` is `n78890351`).
 * `undefined` where it can't be one.
 */
export function normalizeLccn(text: string): string | undefined {
  const [whole = ''] = text.replaceAll(/\s/g, '').toLowerCase().split('/')
  const match = /^([a-z]*\d+)-(\d{1,6})$/.exec(whole)
  const plain = match
    ? `${match[1]}${(match[2] ?? '').padStart(6, '0')}`
    : whole
  return /^(?:[a-z]{0,3}\d{8}|[a-z]{0,2}\d{10})$/.test(plain)
    ? plain
    : undefined
}
