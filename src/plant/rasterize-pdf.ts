// Pages of a PDF as pictures: a few threads draw them, as many as there are
// processors to draw with, while this one goes on.
//
// A thread takes longer to load PDFium than to draw a page, so the first is
// started as soon as it is known that there will be something to draw.

import os from 'node:os'
import {Worker} from 'node:worker_threads'
import type {RasterOptions, RasterPage} from '../model/plant.ts'

/** Draws pages. */
export interface Rasterizer {
  /** Start a thread that waits. */
  prepare(): void
  /** Turn every page of a PDF into a picture. */
  rasterize(pdf: Uint8Array, options: RasterOptions): Promise<Array<RasterPage>>
  /** Stop what waits. */
  close(): Promise<void>
}

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

/** Open a rasterizer; it has no thread yet. */
export function openRasterizer(): Rasterizer {
  let waiting: Worker | undefined
  return {prepare, rasterize, close}

  function prepare(): void {
    if (waiting) return
    const thread = startThread()
    // Whoever draws with it is told; until then nobody waits for it.
    thread.on('error', () => {
      if (waiting === thread) waiting = undefined
    })
    thread.unref()
    waiting = thread
  }

  async function rasterize(
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
    const threads = Array.from({length: count}, () => {
      const thread = waiting ?? startThread()
      waiting = undefined
      return thread
    })
    const counts = await Promise.all(
      threads.map((thread) => draw(thread, task, pages))
    )
    const expected = Math.max(...counts)
    const drawn = pages.filter((page) => page !== undefined).length
    if (drawn === expected) return pages
    throw new Error(
      `Unexpected \`${drawn}\` pages drawn, expected \`${expected}\``
    )
  }

  async function close(): Promise<void> {
    await waiting?.terminate()
    waiting = undefined
  }
}

function startThread(): Worker {
  // The same file as a source and in the bundle.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new Worker(new URL(`./raster-worker.${extension}`, import.meta.url))
}

/** Let a thread draw what it can get; resolves to how many pages there are. */
function draw(
  thread: Worker,
  task: RasterTask,
  pages: Array<RasterPage>
): Promise<number> {
  thread.ref()
  return new Promise((resolve, reject) => {
    thread.on('message', (message: RasterMessage) => {
      if (message.type === 'end') resolve(message.pageCount)
      else pages[message.index] = message.page
    })
    thread.on('error', reject)
    thread.on('exit', (code) =>
      reject(new Error(`Unexpected end of a drawing thread: \`${code}\``))
    )
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Threads have none.
    thread.postMessage(task)
  })
}
