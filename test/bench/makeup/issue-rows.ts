// Issues of 24 pages, planned together: one whose line counts are arithmetic,
// and one of made-up copy in type, with all it asks of the composing room.

import {makeUpIssue, type IssueRequest} from '../../../src/makeup/makeup.ts'
import {openMadeDesk, toMadeIssueRequest} from '../../made/open-made-desk.ts'
import {toIssueRequest, type Copy} from '../../makeup/desk.ts'
import {toRandomCopy} from '../random-page.ts'
import type {BenchRow} from './bench-row.ts'
import {timePage} from './time-page.ts'

const pageCount = 24
const mostMs = 5000

/** Make up 200 stories whose lines are counted by arithmetic. */
export function benchIssue(): BenchRow {
  const copy = new Map<number, ReadonlyArray<Copy>>()
  let storyCount = 0
  for (let index = 0; index < pageCount; index++) {
    const stories = toRandomCopy(index < 8 ? 9 : 8, 200 + index, 1)
    storyCount += stories.length
    copy.set(
      index + 1,
      stories.map((one) => ({...one, slug: `${index + 1}-${one.slug}`}))
    )
  }
  return measure(`${storyCount} stories`, toIssueRequest(copy))
}

/** Make up 216 stories in type, the casting off included. */
export async function benchComposedIssue(): Promise<BenchRow> {
  const desk = await openMadeDesk({seed: 7, pageCount, storiesPerPage: 9})
  const request = toMadeIssueRequest(desk)
  return measure(`${request.facts.size} stories in type`, request)
}

function measure(what: string, request: IssueRequest): BenchRow {
  const {result, time} = timePage(() => makeUpIssue(request))
  const filledCount = result.results.filter(({isFilled}) => isFilled).length
  return {
    name: `24 pages, ${what}`,
    filledCount: filledCount === pageCount ? 1 : 0,
    times: [time],
    goal: {filledRatio: 1, mostMs},
    remark: `${filledCount}/${pageCount} pages filled`
  }
}
