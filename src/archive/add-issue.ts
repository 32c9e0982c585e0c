// Adding an issue: made, packed, and put away. What was added before and has
// not changed is left alone.

import {planPath} from '../build/build.ts'
import type {Machines} from '../build/machines.ts'
import type {BagName, Shelf} from '../model/shelf.ts'
import {readRecord} from './bag-record.ts'
import {hashValue} from './make-bag.ts'
import {
  hashFolder,
  hashInput,
  packIssue,
  type PackOptions
} from './pack-issue.ts'
import {putAway, type AddedIssue} from './put-away.ts'

/** What to add. */
export interface AddOptions extends PackOptions {
  /** Whether it is made again though nothing changed (default: `false`). */
  isAgain?: boolean
}

/** Add an issue to an archive. */
export async function addIssue(
  options: AddOptions,
  machines: Machines,
  shelf: Shelf
): Promise<AddedIssue> {
  const known = options.isAgain
    ? undefined
    : await findSame(options, machines, shelf)
  if (known) {
    return {issueId: known.issueId, outcome: 'same', bag: known, notes: []}
  }
  return putAway(await packIssue(options, machines), shelf, options)
}

/** Find the bag that was made of the same files, designs and plan. */
async function findSame(
  options: AddOptions,
  {disk}: Machines,
  shelf: Shelf
): Promise<BagName | undefined> {
  const filed = await disk.readIssue(options.folder)
  const bag = shelf.catalogue.findInput(hashInput(filed, options))
  const record = bag && (await readRecord(shelf, bag))
  if (!record) return undefined
  for (const [name, hash] of Object.entries(record.templates)) {
    const folder = await disk.readTemplate(name)
    if (!folder || hashFolder(folder) !== hash) return undefined
  }
  const plan =
    options.publishedFolder === undefined
      ? undefined
      : await disk.readPublished(
          `${options.publishedFolder}/${bag.issueId}`,
          planPath
        )
  // Pages that stand elsewhere now were printed otherwise.
  if (plan && hashValue(plan) !== record.planHash) return undefined
  return {issueId: bag.issueId, version: bag.version}
}
