// Checking an archive, bag by bag. What was checked is written down as it goes,
// so an interrupted check goes on where it was (not one against seals that were
// kept elsewhere); descriptions that were found good and have not changed since
// are not read again. A bag that is gone, or that was changed with its lists, is
// told by its seal.

import {VFile} from 'vfile'
import type {BagName, LedgerLine, Shelf} from '../model/shelf.ts'
import {note} from '../note/note.ts'
import type {RulePage} from '../note/rule-page.ts'
import {bagRules, descriptionCheckVersion} from '../preflight/preflight.ts'
import {
  listBags,
  nameBag,
  parseInfo,
  readTagHash,
  readText
} from './read-bag.ts'
import {findSeals, type Seals} from './seals.ts'
import {verifyBag} from './verify-bag.ts'

/** How to check. */
export interface VerifyOptions {
  /** Issues to check (default: all). */
  issueIds: ReadonlyArray<string>
  /** Begin at the beginning. */
  isAnew: boolean
  /** Read all descriptions again. */
  isFull: boolean
  /** Seals that were kept elsewhere (default: none). */
  seals?: Seals
  onProgress(doneBytes: number, totalBytes: number, label: string): void
  onNotes(files: ReadonlyArray<VFile>): void
}

/** What came of it. */
export interface Verified {
  bagCount: number
  /** Bags that an interrupted check had done already. */
  skippedCount: number
  faultyCount: number
  byteCount: number
  files: ReadonlyArray<VFile>
}

/** Check an archive. */
export async function verifyArchive(
  shelf: Shelf,
  options: VerifyOptions
): Promise<Verified> {
  const ids =
    options.issueIds.length > 0 ? options.issueIds : await shelf.listIssues()
  const bags = (await Promise.all(ids.map((id) => listBags(shelf, id)))).flat()
  const isWhole = options.issueIds.length === 0
  const ledger = await shelf.readLedger()
  const good = new Set(
    ledger
      .filter(({checkVersion}) => checkVersion === descriptionCheckVersion)
      .map(toKey)
  )
  // Seals from elsewhere are for whoever does not trust the ledger.
  const goesOn = isWhole && !options.isAnew && !options.seals
  const walked = new Set(
    goesOn ? ledger.filter(({walk}) => walk !== undefined).map(toKey) : []
  )

  const sizes = new Map<string, number>()
  let totalBytes = 0
  for (const bag of bags) {
    const info = parseInfo(await readText(shelf, bag, 'bag-info.txt'))
    const size = Number((info.get('Payload-Oxum') ?? '').split('.')[0]) || 0
    sizes.set(nameBag(bag), size)
    totalBytes += size
  }

  const isAsked = (issueId: string): boolean =>
    isWhole || options.issueIds.includes(issueId)
  const seals = [findSeals(ledger), ...(options.seals ? [options.seals] : [])]
  const lost = findLost(bags, seals, isAsked)
  let doneBytes = 0
  let byteCount = 0
  let skippedCount = 0
  let faultyCount = lost.length
  const files: Array<VFile> = [...lost]
  if (lost.length > 0) options.onNotes(lost)
  const kept: Array<LedgerLine> = []
  for (const [index, bag] of bags.entries()) {
    const name = nameBag(bag)
    const line: LedgerLine = {bag: name, tagHash: await readTagHash(shelf, bag)}
    const isGood = good.has(toKey(line))
    const found = checkSeal(line, seals)
    if (found.length === 0 && walked.has(toKey(line))) {
      skippedCount++
      doneBytes += sizes.get(name) ?? 0
      kept.push({...line, checkVersion: descriptionCheckVersion})
      continue
    }
    const label = `${index + 1}/${bags.length} ${name}`
    const others = await verifyBag(shelf, bag, {
      readsDescriptions: options.isFull || !isGood,
      onBytes: (count) => {
        doneBytes += count
        byteCount += count
        options.onProgress(doneBytes, totalBytes, label)
      }
    })
    found.push(...others)
    if (found.length > 0) {
      faultyCount++
      files.push(...found)
      options.onNotes(found)
      continue
    }
    const passed = {...line, checkVersion: descriptionCheckVersion}
    kept.push(passed)
    await shelf.appendLedger(isWhole ? {...passed, walk: 1} : passed)
  }
  if (isWhole) await closeLedger(shelf, kept)
  return {bagCount: bags.length, skippedCount, faultyCount, byteCount, files}
}

/**
 * The walk is over: the next one begins at the beginning. First seals stay, also
 * those of bags that were put away meanwhile, and of faulty ones.
 */
async function closeLedger(
  shelf: Shelf,
  kept: ReadonlyArray<LedgerLine>
): Promise<void> {
  await shelf.changeLedger((ledger) => {
    const first = findSeals(ledger)
    const good = new Map(kept.map((line) => [line.bag, line]))
    const lines: Array<LedgerLine> = []
    for (const [bag, tagHash] of first) {
      const line = good.get(bag)
      if (line?.tagHash !== tagHash) lines.push({bag, tagHash})
      if (line) lines.push(line)
      good.delete(bag)
    }
    return [...lines, ...good.values()]
  })
}

/** Compare a bag with its seals. */
function checkSeal(
  {bag, tagHash}: LedgerLine,
  seals: ReadonlyArray<Seals>
): Array<VFile> {
  const isKnown = seals.every((one) => (one.get(bag) ?? tagHash) === tagHash)
  if (isKnown) return []
  const reason = `Unexpected lists in \`${bag}\`, expected those it was put away with`
  return [toFault(bag, bagRules.resealed, reason)]
}

/** Find bags that were put away and are no longer there. */
function findLost(
  bags: ReadonlyArray<BagName>,
  seals: ReadonlyArray<Seals>,
  isAsked: (issueId: string) => boolean
): Array<VFile> {
  const present = new Set(bags.map(nameBag))
  const known = new Set(seals.flatMap((one) => [...one.keys()]))
  const files: Array<VFile> = []
  for (const name of [...known].sort()) {
    const [issueId = ''] = name.split('/')
    if (present.has(name) || !isAsked(issueId)) continue
    const reason = `Unexpected missing bag \`${name}\`, expected it`
    files.push(toFault(name, bagRules.lost, reason))
  }
  return files
}

function toFault(path: string, rule: RulePage, reason: string): VFile {
  const file = new VFile({path})
  note(file, rule, reason, {fix: rule.fix})
  return file
}

function toKey({bag, tagHash}: LedgerLine): string {
  return `${bag} ${tagHash}`
}
