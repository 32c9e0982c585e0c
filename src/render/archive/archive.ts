// The archive: what a library needs to keep an issue. Pure functions from a
// finished job to descriptions: METS with MODS, ALTO, PREMIS, a IIIF manifest
// and the copy as data. Putting them away is `archive/`'s work.

import {createHash} from 'node:crypto'
import type {OutputFile} from '../renderer.ts'
import {
  namePage,
  toMediaType,
  toUse,
  type ArchiveJob,
  type Member
} from './archive-job.ts'
import {measurePage} from './measure-page.ts'
import {toAlto} from './to-alto.ts'
import {toCopy, type Copy} from './to-copy.ts'
import {toLineAnnotations, toManifest} from './to-manifest.ts'
import {altoPath, toMets} from './to-mets.ts'
import {toPremis} from './to-premis.ts'

export {toMediaType, type ArchiveJob, type Member} from './archive-job.ts'
export type {Copy, CopyPart, CopyStory} from './to-copy.ts'
export {toDocument} from './to-alto.ts'
export type {Json} from './to-manifest.ts'

/** Descriptions of an issue. */
export interface ArchiveFiles {
  copy: Copy
  files: Array<OutputFile>
}

/**
 * Describe an issue for the archive.
 *
 * `files` are all files that will be kept with the descriptions, by their path
 * in the bag's payload. Gives the descriptions and the pictures of the pages.
 */
export function toArchiveFiles(
  job: Omit<ArchiveJob, 'members'>,
  files: ReadonlyMap<string, Uint8Array | string>
): ArchiveFiles {
  const kept = new Map(files)
  for (const {pageNumber} of job.pages) {
    const image = job.pageImages.get(pageNumber)
    if (image) kept.set(`image/${namePage(pageNumber)}.jpg`, image.value)
  }
  const made = new Map<string, Uint8Array | string>()
  const put = (path: string, value: Uint8Array | string): void => {
    made.set(path, value)
    kept.set(path, value)
  }
  for (const [path, value] of kept) if (!files.has(path)) made.set(path, value)

  const first: ArchiveJob = {...job, members: toMembers(kept)}
  const copy = toCopy(first)
  const titles = new Map(copy.stories.map(({slug, title}) => [slug, title]))
  const pages = job.pages.map(measurePage)
  put('copy.json', toJson(copy))
  for (const [index, page] of pages.entries()) {
    const name = namePage(page.pageNumber)
    put(
      altoPath(page.pageNumber),
      toAlto(page, {
        titles,
        engine: job.engine,
        modified: job.modified,
        imagePath: `../image/${name}.jpg`,
        copyPath: '../copy.json',
        position: index + 1
      })
    )
    const request = {job: first, copy, pages}
    put(`iiif/${name}-lines.json`, toJson(toLineAnnotations(page, request)))
  }
  put('iiif/manifest.json', toJson(toManifest({job: first, copy, pages})))

  const finished: ArchiveJob = {...job, members: toMembers(kept)}
  const premis = toPremis(finished)
  made.set('premis.xml', premis)
  made.set(
    'mets.xml',
    toMets({job: finished, copy, pages, premis: toMember('premis.xml', premis)})
  )
  return {copy, files: [...made].map(([path, value]) => ({path, value}))}
}

function toMembers(
  files: ReadonlyMap<string, Uint8Array | string>
): Array<Member> {
  return [...files]
    .map(([path, value]) => toMember(path, value))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function toMember(path: string, value: Uint8Array | string): Member {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value
  const page = /page-0*(\d+)[^/]*$/.exec(path)?.[1]
  const use = toUse(path)
  const isOfPage =
    page !== undefined && ['alto', 'iiif', 'image', 'press'].includes(use)
  return {
    path,
    hash: createHash('sha256').update(bytes).digest('hex'),
    byteCount: bytes.byteLength,
    mediaType: toMediaType(path),
    use,
    ...(isOfPage ? {pageNumber: Number(page)} : {})
  }
}

/** Write JSON as archives have it. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, undefined, 1) + '\n'
}
