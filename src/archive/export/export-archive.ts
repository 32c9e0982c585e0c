// Handing an archive on: to spreadsheets and scripts (CSV, JSON), to viewers and
// harvesters (IIIF), to web archives (WACZ), to newspaper libraries (NDNP).
// Everything is read from the bags; the same bags give the same files.

import type {BagName, Shelf} from '../../model/shelf.ts'
import type {OutputFile} from '../../render/renderer.ts'
import {toJson, type Copy} from '../../render/archive/archive.ts'
import {listBags, readJson} from '../read-bag.ts'
import {isCopy} from '../take-in.ts'
import {toCsvFiles} from './to-csv.ts'
import {exportIiif} from './to-iiif.ts'
import {toListing} from './to-listing.ts'
import {exportNdnp, type NdnpOptions} from './to-ndnp.ts'
import {exportWacz} from './to-wacz.ts'

/** What an archive can be handed on as. */
export const exportNames = ['csv', 'json', 'iiif', 'wacz', 'ndnp'] as const

/** What an archive can be handed on as. */
export type ExportName = (typeof exportNames)[number]

/** What to hand on. */
export interface ExportOptions {
  to: ExportName
  /** Issues (default: all). */
  issueIds: ReadonlyArray<string>
  /** Address the files will be below; no slash at the end. */
  base?: string
  engine: {name: string; version: string}
  /** What a batch is called, and how its pages are drawn; only for `ndnp`. */
  ndnp?: NdnpOptions
}

/** A bag and its copy. */
export interface CopiedBag {
  bag: BagName
  /** All versions there are; the bag is the last. */
  versions: ReadonlyArray<number>
  copy: Copy
}

/** Where files are below, when nobody says (RFC 2606, 2: never resolves). */
export const nowhere = 'https://qianzi.invalid'

/** Hand on the latest version of issues, by date, then name. */
export async function* exportArchive(
  shelf: Shelf,
  options: ExportOptions
): AsyncGenerator<OutputFile> {
  const bags = await readCopies(shelf, options.issueIds)
  switch (options.to) {
    case 'csv':
      yield* toCsvFiles(bags)
      return
    case 'json':
      yield {path: 'archive.json', value: toJson(toListing(bags))}
      return
    case 'iiif':
      yield* exportIiif(bags, shelf, options.base ?? nowhere)
      return
    case 'wacz':
      for (const one of bags) yield await exportWacz(one, shelf, options)
      return
    case 'ndnp': {
      const {engine, ndnp} = options
      if (!ndnp) throw new TypeError('Unexpected batch without `ndnp`')
      yield* exportNdnp(bags, shelf, {...ndnp, engine})
    }
  }
}

async function readCopies(
  shelf: Shelf,
  issueIds: ReadonlyArray<string>
): Promise<Array<CopiedBag>> {
  const ids = issueIds.length > 0 ? issueIds : await shelf.listIssues()
  const copies: Array<CopiedBag> = []
  for (const id of ids) {
    const bags = await listBags(shelf, id)
    const bag = bags.at(-1)
    if (!bag) continue
    const copy = await readJson(shelf, bag, 'data/copy.json')
    if (!copy || !isCopy(copy)) {
      throw new Error(
        `Unexpected \`${id}/v${bag.version}\` whose copy can’t be read, expected a sound bag; \`qianzi archive verify\` says more`
      )
    }
    copies.push({bag, copy, versions: bags.map(({version}) => version)})
  }
  return copies.sort((a, b) => (toKey(a) < toKey(b) ? -1 : 1))
}

function toKey({bag, copy}: CopiedBag): string {
  return `${copy.date}\n${bag.issueId}`
}
