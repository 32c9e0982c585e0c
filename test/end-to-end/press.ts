// The whole press, for tests: real machines, real folders, no cache.

import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {
  buildIssue,
  type BuildOptions,
  type BuildResult,
  type OutputName
} from '../../src/build/build.ts'
import type {Machines} from '../../src/build/machines.ts'
import {openDisk, openPlant, type OpenPlant} from '../../src/plant/plant.ts'
import {buildChecked} from '../check-build.ts'

/** Folder of the project. */
export const projectFolder: string = fileURLToPath(
  new URL('../../', import.meta.url)
)

/** The real page; it is not everywhere. */
export const seedPage: string = path.join(
  projectFolder,
  '../shared/seed-page/page.txt'
)

/** Make a folder that nothing else uses. */
export function makeTemporaryFolder(): Promise<string> {
  return fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-test-'))
}

/** Build an issue's folder into another one; its pages are checked. */
export async function build(
  ...issue: Parameters<typeof toBuild>
): Promise<BuildResult> {
  return buildChecked(...toBuild(...issue))
}

/** Build it as the press does, without our check: it takes time and memory. */
export async function buildPlainly(
  ...issue: Parameters<typeof toBuild>
): Promise<BuildResult> {
  return buildIssue(...toBuild(...issue))
}

function toBuild(
  folder: string,
  outFolder: string,
  plant: OpenPlant,
  to: ReadonlyArray<OutputName> = ['screen', 'epub', 'web']
): [BuildOptions, Machines] {
  return [
    {
      folder,
      issueId: path.basename(folder),
      outFolder,
      to,
      isStrict: false,
      onProgress: () => undefined
    },
    {
      plant,
      disk: openDisk({packageFolder: projectFolder}),
      sourceDateEpoch: undefined,
      now: () => 0
    }
  ]
}

/** Open the real plant. */
export {openPlant}

/** Read all files of a folder by path. */
export async function readAll(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const names = await fs.readdir(folder, {recursive: true})
  for (const name of names.sort()) {
    const file = path.join(folder, name)
    if ((await fs.stat(file)).isFile()) files.set(name, await fs.readFile(file))
  }
  return files
}
