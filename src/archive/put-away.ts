// A packed issue is written beside the shelf, and put in place under the lock:
// as the next version, or not at all where the same is there already.

import type {VFile} from 'vfile'
import type {BagName, CatalogueBag, Shelf} from '../model/shelf.ts'
import {readRecord} from './bag-record.ts'
import type {PackedIssue} from './pack-issue.ts'
import {nameBag} from './read-bag.ts'
import {settleAlone, takeIn} from './take-in.ts'

/** What came of it. */
export interface AddedIssue {
  issueId: string
  outcome: 'added' | 'refused' | 'same' | 'stopped'
  /** Where it is; absent when it was stopped or refused. */
  bag?: BagName
  /** Why it was refused. */
  reason?: string
  /** Files that carry the notes. */
  notes: ReadonlyArray<VFile>
}

/** Put a packed issue on the shelf. */
export async function putAway(
  packed: PackedIssue,
  shelf: Shelf,
  {isAgain = false}: {isAgain?: boolean} = {}
): Promise<AddedIssue> {
  const {bag, issueId, notes} = packed
  if (!bag) return {issueId, outcome: 'stopped', notes}
  const staged = await shelf.stage(bag.files)
  try {
    return await shelf.runAlone(async () => {
      await settleAlone(shelf)
      const latest = shelf.catalogue.findBag(issueId)
      // Someone else may have put the same issue away meanwhile.
      if (latest && !isAgain && (await isSame(latest, packed, shelf))) {
        return {issueId, outcome: 'same', bag: toName(latest), notes}
      }
      const clash = latest ? findClash(latest, packed) : undefined
      if (clash) return {issueId, outcome: 'refused', reason: clash, notes}

      const versions = await shelf.listVersions(issueId)
      const name = {issueId, version: (versions.at(-1) ?? 0) + 1}
      try {
        shelf.catalogue.expect(name)
      } catch (error) {
        throw explain(error, shelf, 'the archive is as it was')
      }
      await staged.place(name)
      try {
        await takeIn(shelf, name)
      } catch (error) {
        const state = `\`${nameBag(name)}\` was put away, but is not in the catalogue yet`
        throw explain(error, shelf, state)
      }
      return {issueId, outcome: 'added', bag: name, notes}
    })
  } finally {
    await staged.discard()
  }
}

/** Whether a bag has the same files and designs, and the same came of them. */
async function isSame(
  latest: BagName,
  {bag}: PackedIssue,
  shelf: Shelf
): Promise<boolean> {
  const old = await readRecord(shelf, latest)
  if (!old || !bag) return false
  const {inputHash, outputHash, templates} = bag.record
  return (
    old.inputHash === inputHash &&
    old.outputHash === outputHash &&
    JSON.stringify(old.templates) === JSON.stringify(templates)
  )
}

/** Two papers, or two days, of one name would be versions of each other. */
function findClash(
  latest: CatalogueBag,
  {bag, issueId}: PackedIssue
): string | undefined {
  if (!bag) return undefined
  const {date, publication} = bag.copy
  if (latest.publication === publication && latest.date === date) {
    return undefined
  }
  return `Unexpected issue \`${issueId}\` of ${publication}, ${date}: the archive has that name for ${latest.publication}, ${latest.date} (\`${nameBag(latest)}\`). Give this one an \`id\` of its own in \`issue.yaml\``
}

/** Say a disk that has no room for the catalogue in words. */
function explain(error: unknown, {folder}: Shelf, state: string): unknown {
  const isFull = error instanceof Error && /disk is full/.test(error.message)
  if (!isFull) return error
  return new Error(
    `The disk of \`${folder}\` is full; ${state}. Make room, and add the issue again`,
    {cause: error}
  )
}

function toName({issueId, version}: BagName): BagName {
  return {issueId, version}
}
