// Pages of a PDF as pictures: a few threads draw them, as many as there are
// processors to draw with, while this one goes on.

import os from 'node:os'
import {Worker} from 'node:worker_threads'
import type {RasterOptions, RasterPage} from '../model/plant.ts'

/** What a thread is given. */
export interface RasterTask {
  pdf: Uint8Array
  options: RasterOptions
  /** Number of the next page nobody draws yet, shared by all threads. */
  next: Int32Array
}

/** A page that a thread has drawn, or all it did: then there are no more. */
export type RasterMessage =
  | {type: 'end'; pageCount: number}
  | {type: 'page'; index: number; page: RasterPage}

/** Threads at most: each holds a page as large as it is drawn. */
const mostThreads = 2

/** Pages a thread is worth starting for. */
const pagesPerThread = 2

/** Turn every page of a PDF into a picture. */
export async function rasterizePdf(
  pdf: Uint8Array,
  options: RasterOptions
): Promise<Array<RasterPage>> {
  const {pageCount = Infinity} = options
  const count = Math.min(
    mostThreads,
    os.availableParallelism(),
    Math.max(1, Math.floor(pageCount / pagesPerThread))
  )
  const next = new Int32Array(new SharedArrayBuffer(4))
  const task: RasterTask = {pdf, options, next}
  const pages: Array<RasterPage> = []
  const counts = await Promise.all(
    Array.from({length: count}, () => runThread(task, pages))
  )
  const expected = Math.max(...counts)
  const drawn = pages.filter((page) => page !== undefined).length
  if (drawn === expected) return pages
  throw new Error(
    `Unexpected \`${drawn}\` pages drawn, expected \`${expected}\``
  )
}

/** Let a thread draw what it can get; resolves to how many pages there are. */
function runThread(
  workerData: RasterTask,
  pages: Array<RasterPage>
): Promise<number> {
  // The same file as a source and in the bundle.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const url = new URL(`./raster-worker.${extension}`, import.meta.url)
  const worker = new Worker(url, {workerData})
  return new Promise((resolve, reject) => {
    worker.on('message', (message: RasterMessage) => {
      if (message.type === 'end') resolve(message.pageCount)
      else pages[message.index] = message.page
    })
    worker.on('error', reject)
    worker.on('exit', (code) =>
      reject(new Error(`Unexpected end of a drawing thread: \`${code}\``))
    )
  })
}
