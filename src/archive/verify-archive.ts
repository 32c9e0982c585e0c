// Checking an archive, bag by bag. What was checked is written down as it goes,
// so an interrupted check goes on where it was; descriptions that were found
// good and have not changed since are not read again.

import type {VFile} from 'vfile'
import type {LedgerLine, Shelf} from '../model/shelf.ts'
import {descriptionCheckVersion} from '../preflight/preflight.ts'
import {
  listBags,
  nameBag,
  parseInfo,
  readTagHash,
  readText
} from './read-bag.ts'
import {verifyBag} from './verify-bag.ts'

/** How to check. */
export interface VerifyOptions {
  /** Issues to check (default: all). */
  issueIds: ReadonlyArray<string>
  /** Begin at the beginning. */
  isAnew: boolean
  /** Read all descriptions again. */
  isFull: boolean
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
  const walked = new Set(
    isWhole && !options.isAnew
      ? ledger.filter(({walk}) => walk !== undefined).map(toKey)
      : []
  )

  const sizes = new Map<string, number>()
  let totalBytes = 0
  for (const bag of bags) {
    const info = parseInfo(await readText(shelf, bag, 'bag-info.txt'))
    const size = Number((info.get('Payload-Oxum') ?? '').split('.')[0]) || 0
    sizes.set(nameBag(bag), size)
    totalBytes += size
  }

  let doneBytes = 0
  let byteCount = 0
  let skippedCount = 0
  let faultyCount = 0
  const files: Array<VFile> = []
  const kept: Array<LedgerLine> = []
  for (const [index, bag] of bags.entries()) {
    const name = nameBag(bag)
    const line: LedgerLine = {bag: name, tagHash: await readTagHash(shelf, bag)}
    const isGood = good.has(toKey(line))
    if (walked.has(toKey(line))) {
      skippedCount++
      doneBytes += sizes.get(name) ?? 0
      kept.push({...line, checkVersion: descriptionCheckVersion})
      continue
    }
    const label = `${index + 1}/${bags.length} ${name}`
    const found = await verifyBag(shelf, bag, {
      readsDescriptions: options.isFull || !isGood,
      onBytes: (count) => {
        doneBytes += count
        byteCount += count
        options.onProgress(doneBytes, totalBytes, label)
      }
    })
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
  // The walk is over: the next one begins at the beginning.
  if (isWhole) await shelf.replaceLedger(kept)
  return {bagCount: bags.length, skippedCount, faultyCount, byteCount, files}
}

function toKey({bag, tagHash}: LedgerLine): string {
  return `${bag} ${tagHash}`
}
