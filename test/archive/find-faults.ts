// What is wrong with an archive: every file of every bag, and its catalogue.

import {listBags, nameBag} from '../../src/archive/archive.ts'
import {verifyBag} from '../../src/archive/verify-bag.ts'
import type {Shelf} from '../../src/model/shelf.ts'

/** Hash every file of every bag, and read descriptions where asked to. */
export async function findFaults(
  shelf: Shelf,
  {readsDescriptions = false}: {readsDescriptions?: boolean} = {}
): Promise<Array<string>> {
  const faults: Array<string> = []
  for (const bag of await listBags(shelf)) {
    const files = await verifyBag(shelf, bag, {
      readsDescriptions,
      onBytes: () => undefined
    })
    faults.push(...files.flatMap(({messages}) => messages.map(String)))
  }
  return faults
}

/** List the bags that are in the catalogue. */
export function listCatalogue({catalogue}: Shelf): Array<string> {
  return catalogue.listBags().map(nameBag)
}
