// A reader by the rules of Open ONI's loader: `read-ndnp.py`.

import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

/** What the loader would know of a batch. */
export interface ReadBatch {
  awardee: string
  issues: Array<{
    lccn: string
    date: string
    edition: number
    number: string
    pages: Array<ReadPage>
  }>
}

/** What it would know of a page. */
export interface ReadPage {
  sequence: number
  number: string
  section: string
  jp2: string
  pdf: string
  ocr: string
  /** Width and length, in pixels, by the METS and by the ALTO. */
  size: Array<number>
  ocrSize: Array<number>
  /** Lines by language. */
  text: Record<string, Array<string>>
  /** Left, top, width, depth of each word. */
  boxes: Array<Array<number>>
}

const program = fileURLToPath(new URL('read-ndnp.py', import.meta.url))

/** Read a batch; throws what the loader would refuse. */
export function readNdnp(folder: string): ReadBatch {
  const {status, stderr, stdout} = spawnSync('python3', [program, folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 26
  })
  if (status !== 0) throw new Error(stderr)
  const batch: ReadBatch = JSON.parse(stdout)
  return batch
}
