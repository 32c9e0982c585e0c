// Adding an issue: made, packed, written beside the shelf, and put in place
// under the lock. What was added before and has not changed is left alone.

import type {VFile} from 'vfile'
import {planPath} from '../build/build.ts'
import type {Machines} from '../build/machines.ts'
import type {BagName, CatalogueBag, Shelf} from '../model/shelf.ts'
import {readRecord} from './bag-record.ts'
import {hashValue} from './make-bag.ts'
import {nameBag} from './read-bag.ts'
import {
  hashFolder,
  hashInput,
  packIssue,
  type PackOptions,
  type PackedIssue
} from './pack-issue.ts'
import {settleCatalogue, takeIn} from './take-in.ts'

/** What to add. */
export interface AddOptions extends PackOptions {
  /** Whether it is made again though nothing changed (default: `false`). */
  isAgain?: boolean
}

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

/** Put a packed issue on the shelf. */
export async function putAway(
  packed: PackedIssue,
  shelf: Shelf,
  {isAgain = false}: Pick<AddOptions, 'isAgain'> = {}
): Promise<AddedIssue> {
  const {bag, issueId, notes} = packed
  if (!bag) return {issueId, outcome: 'stopped', notes}
  const staged = await shelf.stage(bag.files)
  try {
    return await shelf.runAlone(async () => {
      await settleCatalogue(shelf)
      const latest = shelf.catalogue.findBag(issueId)
      // Someone else may have put the same issue away meanwhile.
      if (latest && !isAgain && (await isSame(latest, packed, shelf))) {
        return {issueId, outcome: 'same', bag: toName(latest), notes}
      }
      const clash = latest ? findClash(latest, packed) : undefined
      if (clash) return {issueId, outcome: 'refused', reason: clash, notes}

      const versions = await shelf.listVersions(issueId)
      const name = {issueId, version: (versions.at(-1) ?? 0) + 1}
      shelf.catalogue.expect(name)
      await staged.place(name)
      await takeIn(shelf, name)
      return {issueId, outcome: 'added', bag: name, notes}
    })
  } finally {
    await staged.discard()
  }
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
  return toName(bag)
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

function toName({issueId, version}: BagName): BagName {
  return {issueId, version}
}
