// Issues packed by the real press, for tests of archives.

import path from 'node:path'
import {packIssue, type PackedIssue} from '../../src/archive/archive.ts'
import type {BagFile} from '../../src/preflight/preflight.ts'
import {hashValue} from '../../src/archive/make-bag.ts'
import {isDescription} from '../../src/preflight/preflight.ts'
import {openDisk, type OpenPlant} from '../../src/plant/plant.ts'
import {projectFolder} from '../end-to-end/press.ts'
import type {Machines} from '../../src/build/build.ts'

/** Open the machines for a plant. */
export function toMachines(plant: OpenPlant): Machines {
  return {
    plant,
    disk: openDisk({packageFolder: projectFolder}),
    sourceDateEpoch: undefined,
    now: () => 0
  }
}

/** Pack the issue in a folder. */
export function packFolder(
  folder: string,
  plant: OpenPlant
): Promise<PackedIssue> {
  return packIssue(
    {
      folder,
      issueId: path.basename(folder),
      isStrict: false,
      engine: {name: 'qianzi', version: '0.0.0-test'},
      onProgress: () => undefined
    },
    toMachines(plant)
  )
}

/** What the reference checker reads of a packed issue. */
export function describe(packed: PackedIssue): {
  name: string
  files: Map<string, BagFile>
  texts: Map<string, string>
} {
  const files = new Map<string, BagFile>()
  const texts = new Map<string, string>()
  for (const [full, value] of packed.bag?.files ?? []) {
    if (!full.startsWith('data/')) continue
    const name = full.slice('data/'.length)
    const bytes = typeof value === 'string' ? Buffer.from(value) : value
    files.set(name, {hash: hashValue(value), byteCount: bytes.byteLength})
    if (isDescription(name)) texts.set(name, new TextDecoder().decode(bytes))
  }
  return {name: `${packed.issueId}/v1`, files, texts}
}
