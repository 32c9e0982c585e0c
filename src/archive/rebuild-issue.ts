// Making an issue again from its bag alone. Manuscripts, designs, plan and the
// paper's own profiles come out of the bag; fonts and the press's own profile
// come with the press, and have to be those that were recorded. Every file that
// is made is compared with the one that was kept.

import type {VFile} from 'vfile'
import {outputNames, type BuildOptions} from '../build/build.ts'
import {makeIssue} from '../build/make-issue.ts'
import type {Disk, Machines} from '../build/machines.ts'
import type {BagName, Shelf} from '../model/shelf.ts'
import {readRecord, type BagRecord} from './bag-record.ts'
import {hashValue} from './make-bag.ts'
import {nameBag, parseManifest, readText} from './read-bag.ts'

/** What to make again. */
export interface RebuildOptions extends Pick<BuildOptions, 'onProgress'> {
  bag: BagName
  /** Name and version of this press. */
  engine: {name: string; version: string}
}

/** What came of it. */
export interface RebuiltIssue {
  /** Outputs by path, as `build` makes them; none where notes stop the press. */
  outputs: ReadonlyMap<string, Uint8Array | string>
  /** How they differ from those that were kept; none when all are the same. */
  differences: ReadonlyArray<string>
  /** Press that made what was kept, where it is another one. */
  otherEngine?: string
  /** Files that carry the notes. */
  notes: ReadonlyArray<VFile>
}

/** Folders of a bag that an issue is made from. */
const inputFolders = ['manuscript', 'profile', 'template'] as const

/** Make an issue again from its bag. */
export async function rebuildIssue(
  {bag, engine, onProgress}: RebuildOptions,
  machines: Machines,
  shelf: Shelf
): Promise<RebuiltIssue> {
  const record = await readRecord(shelf, bag)
  if (!record) {
    throw new Error(
      `Unexpected \`${nameBag(bag)}\` without a record of how it was made, expected \`data/record.json\``
    )
  }
  const hashes = await readHashes(bag, shelf)
  const disk = await openBagDisk({bag, record, hashes}, machines, shelf)
  const {files, issueId, made} = await makeIssue(
    {
      folder: '',
      issueId: record.folderName,
      outFolder: '',
      to: outputNames,
      isStrict: false,
      ...(record.encoding === undefined ? {} : {encoding: record.encoding}),
      onProgress
    },
    {...machines, disk, sourceDateEpoch: record.sourceDateEpoch}
  )
  const madeBy = `${record.engine.name} ${record.engine.version}`
  const outputs = made?.published.outputs ?? new Map()
  return {
    outputs,
    differences: made
      ? compare(outputs, hashes)
      : [`\`${issueId}\`: the press was stopped`],
    ...(madeBy === `${engine.name} ${engine.version}`
      ? {}
      : {otherEngine: madeBy}),
    notes: files
  }
}

async function readHashes(
  bag: BagName,
  shelf: Shelf
): Promise<Map<string, string>> {
  const text = await readText(shelf, bag, 'manifest-sha256.txt')
  return new Map(
    parseManifest(text).lines.map(({hash, path}) => [
      path.replace(/^data\//, ''),
      hash
    ])
  )
}

/** The disk, with the bag in place of the newsroom's folders. */
async function openBagDisk(
  {
    bag,
    hashes,
    record
  }: {
    bag: BagName
    hashes: ReadonlyMap<string, string>
    record: BagRecord
  },
  machines: Machines,
  shelf: Shelf
): Promise<Disk> {
  const inputs = new Map<string, Uint8Array>()
  for (const path of [...hashes.keys()].sort()) {
    const isInput =
      path === 'plan.json' ||
      inputFolders.some((folder) => path.startsWith(`${folder}/`))
    if (!isInput) continue
    const value = await shelf.readFile(bag, `data/${path}`)
    if (!value || hashValue(value) !== hashes.get(path)) {
      throw new Error(
        `Unexpected ${value ? 'other' : 'missing'} file \`${path}\` in \`${nameBag(bag)}\`, expected the one that was put away; \`qianzi archive verify\` says more`
      )
    }
    inputs.set(path, value)
  }

  return {
    ...machines.disk,
    readIssue: () => Promise.resolve(listBelow('manuscript/')),
    readTemplate: (name) => {
      const files = listBelow(`template/${name}/`)
      return Promise.resolve(files.size > 0 ? files : undefined)
    },
    findFont: async (path, template) => {
      const inside = inputs.get(`template/${template}/${path}`)
      if (inside) {
        return {
          read: () => Promise.resolve(inside),
          hash: () => Promise.resolve(hashValue(inside))
        }
      }
      const known = record.fonts.find(
        (font) => font.path === path && font.template === template
      )
      const font = await machines.disk.findFont(path, template)
      checkAtHand(`\`${path}\``, await font.hash(), known?.hash)
      return font
    },
    readProfile: async (path, from) => {
      const known = record.profiles.find(
        (one) => one.path === path && one.template === (from.template ?? '')
      )
      if (path === undefined) {
        const own = await machines.disk.readProfile(undefined, {})
        if (own) {
          checkAtHand('profile of the press', hashValue(own.value), known?.hash)
        }
        return own
      }
      const name = `profile/${known?.hash}.icc`
      const value = inputs.get(name)
      return value && {path: shelf.locate(bag, `data/${name}`), value}
    },
    readPublished: (_, path) => Promise.resolve(inputs.get(path))
  }

  function listBelow(folder: string): Map<string, Uint8Array> {
    return new Map(
      [...inputs].flatMap(([path, value]) =>
        path.startsWith(folder) ? [[path.slice(folder.length), value]] : []
      )
    )
  }

  function checkAtHand(
    name: string,
    hash: string,
    expected: string | undefined
  ): void {
    if (expected === undefined || hash === expected) return
    throw new Error(
      `Unexpected ${name} of SHA-256 \`${hash}\`, expected \`${expected}\`: \`${nameBag(bag)}\` was made with another one by ${record.engine.name} ${record.engine.version}. Install that version of the press, with its packages`
    )
  }
}

function compare(
  outputs: ReadonlyMap<string, Uint8Array | string>,
  hashes: ReadonlyMap<string, string>
): Array<string> {
  const kept = new Map(
    [...hashes].flatMap(([path, hash]) =>
      path.startsWith('issue/') ? [[path.slice('issue/'.length), hash]] : []
    )
  )
  const differences: Array<string> = []
  for (const path of new Set([...kept.keys(), ...outputs.keys()])) {
    const value = outputs.get(path)
    const hash = kept.get(path)
    if (value === undefined) differences.push(`\`${path}\`: not made again`)
    else if (hash === undefined) differences.push(`\`${path}\`: not kept`)
    else if (hashValue(value) !== hash) {
      differences.push(`\`${path}\`: other bytes`)
    }
  }
  return differences.sort()
}
