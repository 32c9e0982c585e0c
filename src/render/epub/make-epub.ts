// An issue to the bytes of its EPUB.

import type {Job} from '../renderer.ts'
import {packEpub} from './pack-epub.ts'
import {toEpubFiles, type EpubMachines} from './to-epub-files.ts'

/** Make the EPUB of an issue. */
export async function makeEpub(
  job: Job,
  machines: EpubMachines
): Promise<Uint8Array> {
  const {date, lang, publication} = job.issue
  return packEpub({
    title: `${publication} ${date}`,
    lang,
    modified: job.modified,
    files: await toEpubFiles(job, machines)
  })
}
