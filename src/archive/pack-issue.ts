// An issue packed: everything that is kept of it, as files of one payload.
//
// ```text
// manuscript/   as the newsroom filed it     image/   the pages as pictures
// template/     the designs it was set in    alto/    words and places
// issue/        what was published           iiif/    for viewers
// copy.json     what every story says        mets.xml, premis.xml
// record.json   how it was made, to make it again
// plan.json     where stories stood before, if it was built before
// profile/      the press's colour profile, where the paper has its own
// ```

import {
  outputNames,
  planPath,
  toJob,
  writePlanFile,
  type BuildOptions
} from '../build/build.ts'
import {makeIssue} from '../build/make-issue.ts'
import type {Disk, Machines} from '../build/machines.ts'
import type {VFile} from 'vfile'
import {toArchiveFiles, type Copy} from '../render/archive/archive.ts'
import type {BagRecord} from './bag-record.ts'
import {hashValue, makeBag, type Files} from './make-bag.ts'

/** What to pack. */
export interface PackOptions extends Pick<
  BuildOptions,
  'encoding' | 'folder' | 'isStrict' | 'issueId' | 'onProgress'
> {
  /** Name and version of the press. */
  engine: {name: string; version: string}
  /**
   * Folder the issue was published into: where stories stood there, they stay,
   * so that what is kept is what was printed (default: none).
   */
  publishedFolder?: string
}

/** A packed issue. */
export interface PackedIssue {
  issueId: string
  /** Files that carry the notes. */
  notes: ReadonlyArray<VFile>
  /** Absent where notes stopped the press. */
  bag?: {
    files: Map<string, Uint8Array | string>
    copy: Copy
    record: BagRecord
  }
}

/** Make an issue and pack it. */
export async function packIssue(
  options: PackOptions,
  machines: Machines
): Promise<PackedIssue> {
  const fonts = new Map<string, BagRecord['fonts'][number]>()
  const profiles = new Map<string, BagRecord['profiles'][number]>()
  const profileFiles = new Map<string, Uint8Array>()
  let filed: ReadonlyMap<string, Uint8Array> = new Map()
  let plan: Uint8Array | undefined
  const disk: Disk = {
    ...machines.disk,
    readIssue: async (folder) =>
      (filed = await machines.disk.readIssue(folder)),
    findFont: async (path, template) => {
      const font = await machines.disk.findFont(path, template)
      const hash = await font.hash()
      fonts.set(`${template}\n${path}`, {path, template, hash})
      return font
    },
    readProfile: async (path, from) => {
      const profile = await machines.disk.readProfile(path, from)
      if (!profile) return undefined
      const hash = hashValue(profile.value)
      const template = from.template ?? ''
      profiles.set(`${template}\n${path ?? ''}`, {
        ...(path === undefined ? {} : {path}),
        template,
        hash
      })
      // Our own comes with every press; others may be found nowhere else.
      if (path !== undefined) {
        profileFiles.set(`profile/${hash}.icc`, profile.value)
      }
      return profile
    },
    readPublished: async (folder, path) => {
      const value = await machines.disk.readPublished(folder, path)
      if (path === planPath) plan = value
      return value
    }
  }
  const {publishedFolder} = options
  const {files, issueId, made} = await makeIssue(
    {
      ...options,
      outFolder: publishedFolder ?? '',
      isFresh: publishedFolder === undefined,
      to: outputNames
    },
    {...machines, disk}
  )
  if (!made) return {issueId, notes: files}

  const {desk, published} = made
  const payload = new Map<string, Uint8Array | string>()
  for (const [path, value] of filed) payload.set(`manuscript/${path}`, value)
  for (const [name, folder] of desk.templateFiles) {
    for (const [path, value] of folder) {
      payload.set(`template/${name}/${path}`, value)
    }
  }
  for (const [path, value] of published.outputs) {
    payload.set(`issue/${path}`, value)
  }
  for (const [path, value] of profileFiles) payload.set(path, value)
  if (plan) payload.set('plan.json', plan)
  const record: BagRecord = {
    version: 2,
    issueId,
    folderName: options.issueId,
    ...(options.encoding === undefined ? {} : {encoding: options.encoding}),
    ...(machines.sourceDateEpoch === undefined
      ? {}
      : {sourceDateEpoch: machines.sourceDateEpoch}),
    engine: options.engine,
    inputHash: hashInput(filed, options),
    outputHash: hashFolder(published.outputs),
    planHash: hashValue(writePlanFile(desk.composed.plans, desk.templates)),
    fonts: sortByKey(fonts),
    profiles: sortByKey(profiles),
    templates: Object.fromEntries(
      [...desk.templateFiles].map(([name, folder]) => [
        name,
        hashFolder(folder)
      ])
    ),
    pdfs: Object.fromEntries(
      [...payload]
        .filter(([path]) => /^issue\/.*\.pdf$/.test(path))
        .map(([path, value]) => [path, hashValue(value)])
    )
  }
  payload.set('record.json', JSON.stringify(record, undefined, 2) + '\n')
  const described = toArchiveFiles(
    {
      ...toJob(desk),
      pageImages: published.pageImages,
      engine: options.engine
    },
    payload
  )
  for (const {path, value} of described.files) payload.set(path, value)
  const bag = makeBag(payload, toInfo(described.copy, record))
  return {
    issueId,
    notes: files,
    bag: {files: bag, copy: described.copy, record}
  }
}

function sortByKey<Value>(map: ReadonlyMap<string, Value>): Array<Value> {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/** Hash what the newsroom filed: the same hash, the same issue. */
export function hashInput(
  filed: ReadonlyMap<string, Uint8Array>,
  {encoding, issueId}: Pick<PackOptions, 'encoding' | 'issueId'>
): string {
  return hashValue(JSON.stringify([issueId, encoding ?? '', hashFolder(filed)]))
}

/** Hash the files of a folder, by path and content. */
export function hashFolder(files: Files): string {
  const lines = [...files].map(
    ([path, value]) => `${hashValue(value)}  ${path}\n`
  )
  return hashValue(lines.sort().join(''))
}

function toInfo(
  copy: Copy,
  record: BagRecord
): Array<readonly [string, string]> {
  const {imprint, issueId, publication} = copy
  return [
    ['Source-Organization', imprint.publisher ?? publication],
    ...(imprint.address
      ? [['Organization-Address', imprint.address] as const]
      : []),
    ['External-Description', `${publication} ${copy.date}`],
    ['External-Identifier', issueId],
    ['Bag-Group-Identifier', publication],
    ['Bag-Software-Agent', `${record.engine.name} ${record.engine.version}`],
    ['Qianzi-Input-SHA256', record.inputHash]
  ]
}
