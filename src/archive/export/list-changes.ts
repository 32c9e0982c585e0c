// What changed, for harvesters (IIIF Change Discovery 1.0).
//
// A bag says when its issue was made where that was said when it was made
// (`SOURCE_DATE_EPOCH`); no time is made up. Where every bag says so, the list is
// one of changes: each version, in the order of their times (level 2). Where one
// does not, it is a list of what there is: every manifest once (level 0).

import type {Shelf} from '../../model/shelf.ts'
import {toJson, type Json} from '../../render/archive/archive.ts'
import type {OutputFile} from '../../render/renderer.ts'
import {readRecord} from '../bag-record.ts'
import type {CopiedBag} from './export-archive.ts'
import {toMoment} from './to-moment.ts'

const discovery = 'http://iiif.io/api/discovery/1/context.json'

/** Changes on one page of the list. */
const changesPerPage = 1000

/** A version, and when it was made. */
interface Made {
  issueId: string
  version: number
  epoch: number | undefined
}

/** List changes, page by page. */
export async function* listChanges(
  bags: ReadonlyArray<CopiedBag>,
  shelf: Shelf,
  base: string
): AsyncGenerator<OutputFile> {
  const changes = toChanges(await readMade(bags, shelf), base)
  const pageCount = Math.max(1, Math.ceil(changes.length / changesPerPage))
  const whole = {id: `${base}/changes.json`, type: 'OrderedCollection'}
  const link = (number: number): Json => ({
    id: `${base}/changes/${number}.json`,
    type: 'OrderedCollectionPage'
  })
  yield {
    path: 'changes.json',
    value: toJson({
      '@context': discovery,
      ...whole,
      totalItems: changes.length,
      first: link(1),
      last: link(pageCount)
    })
  }
  for (let number = 1; number <= pageCount; number++) {
    const startIndex = (number - 1) * changesPerPage
    yield {
      path: `changes/${number}.json`,
      value: toJson({
        '@context': discovery,
        ...link(number),
        partOf: whole,
        startIndex,
        ...(number > 1 ? {prev: link(number - 1)} : {}),
        ...(number < pageCount ? {next: link(number + 1)} : {}),
        orderedItems: changes.slice(startIndex, startIndex + changesPerPage)
      })
    }
  }
}

async function readMade(
  bags: ReadonlyArray<CopiedBag>,
  shelf: Shelf
): Promise<Array<Made>> {
  const made: Array<Made> = []
  for (const {bag, versions} of bags) {
    for (const version of versions) {
      const record = await readRecord(shelf, {...bag, version})
      const epoch = record?.sourceDateEpoch
      made.push({issueId: bag.issueId, version, epoch})
    }
  }
  return made
}

function toChanges(made: ReadonlyArray<Made>, base: string): Array<Json> {
  const object = (issueId: string): Json => ({
    id: `${base}/${encodeURIComponent(issueId)}/iiif/manifest.json`,
    type: 'Manifest'
  })
  if (made.some(({epoch}) => epoch === undefined)) {
    const issueIds = new Set(made.map(({issueId}) => issueId))
    return [...issueIds].map((id) => ({type: 'Update', object: object(id)}))
  }
  return made
    .toSorted((a, b) => (a.epoch ?? 0) - (b.epoch ?? 0))
    .map(({epoch, issueId, version}) => ({
      type: version === 1 ? 'Create' : 'Update',
      object: object(issueId),
      endTime: toMoment('', epoch)
    }))
}
