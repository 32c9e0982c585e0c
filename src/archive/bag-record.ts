// `record.json`: how an issue was made, so that it can be made again from its
// bag. The bag has the manuscripts, the designs, the plan and the paper's own
// colour profiles; what it lacks is named here, by path and hash.

import type {BagName, Shelf} from '../model/shelf.ts'
import {isRecord, readJson} from './read-bag.ts'

/** How an issue was made. */
export interface BagRecord {
  version: 2
  issueId: string
  /** Name of the issue's folder: it names the issue where the copy does not. */
  folderName: string
  encoding?: string
  sourceDateEpoch?: number
  engine: {name: string; version: string}
  /** Hash of what was filed. */
  inputHash: string
  /** Hash of all outputs: the same, the same paper. */
  outputHash: string
  /** Hash of where its stories stand, as a build of it writes it down. */
  planHash: string
  /** Fonts and other files of the press's packages; they are not in the bag. */
  fonts: Array<{path: string; template: string; hash: string}>
  /** Colour profiles; without a `path` it is the press's own. */
  profiles: Array<{path?: string; template: string; hash: string}>
  /** Hash of each template's files. */
  templates: Record<string, string>
  /** Hashes of the PDFs, by path in the payload. */
  pdfs: Record<string, string>
}

/** Read how an issue was made; `undefined` where that can't be read. */
export async function readRecord(
  shelf: Shelf,
  bag: BagName
): Promise<BagRecord | undefined> {
  const value = await readJson(shelf, bag, 'data/record.json')
  return value && isBagRecord(value) ? value : undefined
}

function isBagRecord(
  value: Readonly<Record<string, unknown>>
): value is Readonly<Record<string, unknown>> & BagRecord {
  const {engine, folderName, fonts, outputHash, planHash, profiles, templates} =
    value
  return (
    typeof folderName === 'string' &&
    typeof outputHash === 'string' &&
    typeof planHash === 'string' &&
    isRecord(engine) &&
    isRecord(templates) &&
    [fonts, profiles].every(
      (list) =>
        Array.isArray(list) &&
        list.every((one) => isRecord(one) && typeof one['hash'] === 'string')
    )
  )
}
