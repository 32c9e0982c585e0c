// Seals: what a bag's tag manifest hashed to when it was put away. A bag whose
// files and lists were all changed together vouches for itself; its seal tells.
//
// The ledger keeps the first seal of every bag. Whoever can change bags can
// change the ledger, too: `archive list --seals` writes them as `sha256sum`
// does, to be kept elsewhere, and `archive verify --seals` compares.

import type {LedgerLine, Shelf} from '../model/shelf.ts'
import {parseManifest, listBags, nameBag, readTagHash} from './read-bag.ts'

/** Seals by a bag's name. */
export type Seals = ReadonlyMap<string, string>

const tagManifest = '/tagmanifest-sha256.txt'

/** Find the first seal of every bag in a ledger. */
export function findSeals(ledger: ReadonlyArray<LedgerLine>): Seals {
  const seals = new Map<string, string>()
  for (const {bag, tagHash} of ledger) {
    if (!seals.has(bag)) seals.set(bag, tagHash)
  }
  return seals
}

/** Write the seals of all bags as they are now, as `sha256sum` does. */
export async function writeSeals(shelf: Shelf): Promise<string> {
  let text = ''
  for (const bag of await listBags(shelf)) {
    const hash = await readTagHash(shelf, bag)
    text += `${hash}  ${nameBag(bag)}${tagManifest}\n`
  }
  return text
}

/** Read seals that were written down; `undefined` where there are none. */
export function parseSeals(text: string): Seals | undefined {
  const {faults, lines} = parseManifest(text)
  const isWhole = lines.every(({path}) => path.endsWith(tagManifest))
  if (faults.length > 0 || lines.length === 0 || !isWhole) return undefined
  return new Map(
    lines.map(({hash, path}) => [path.slice(0, -tagManifest.length), hash])
  )
}
