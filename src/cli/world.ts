// The world as the counter sees it. `main.ts` hands in the real one, tests
// their own.

import type {VFile} from 'vfile'
import type {BuildOptions, BuildResult} from '../build/build.ts'
import type {Machines} from '../build/machines.ts'
import type {DrawJpeg2000} from '../model/jpeg-2000.ts'
import type {Shelf} from '../model/shelf.ts'
import type {SiteOptions, SiteResult} from '../build/make-site.ts'

/** `0`: published; `1`: notes stopped the press; `2`: wrong use. */
export type ExitCode = 0 | 1 | 2

/** What the command line needs from the outside. */
export interface World {
  /** Version of the package. */
  version: string
  /** Write a result, to standard output. */
  write(text: string): void
  /** Write what is only for people who watch, to standard error. */
  writeError(text: string): void
  /** Whether a person watches standard error on a terminal. */
  isTerminal: boolean
  /** Whether they see colours. */
  hasColor: boolean
  /** Milliseconds of a clock that only runs forward. */
  now(): number
  /** Call `tick` from time to time until the result is called. */
  startTimer(tick: () => void): () => void
  /** Names in a folder, sorted; `undefined` where there is no such folder. */
  listFolder(path: string): Promise<ReadonlyArray<string> | undefined>
  /** Read a file; `undefined` where there is none. */
  readFile(path: string): Promise<Uint8Array | undefined>
  /** Write a file and the folders it is in. */
  writeFile(path: string, value: Uint8Array | string): Promise<void>
  /** Start the machines. */
  openPress(options: PressOptions): Promise<Press>
  /** Build an issue. */
  buildIssue(options: BuildOptions, machines: Machines): Promise<BuildResult>
  /** Make a site of published issues. */
  makeSite(options: SiteOptions): Promise<SiteResult>
  /** Make an issue of the extracted text of a page. */
  importPage(request: ImportRequest): Promise<ImportedIssue>
  /** Open the shelf of an archive; `isNew` begins one where there is none. */
  openShelf(options: {folder: string; isNew?: boolean}): Promise<Shelf>
  /** Draw a page of a PDF as JPEG 2000. */
  drawJpeg2000: DrawJpeg2000
  /** Load what can be done with an archive. */
  loadArchive(): Promise<typeof import('../archive/archive.ts')>
  /** Run this program beside this one; gives what it printed. */
  runBeside(
    argv: ReadonlyArray<string>
  ): Promise<{exitCode: number; output: string}>
  /** Put files into a folder: all of them, or none. */
  writeFolder(
    folder: string,
    files:
      | AsyncIterable<readonly [string, Uint8Array | string]>
      | Iterable<readonly [string, Uint8Array | string]>
  ): Promise<void>
  /** Say what this machine has and lacks. */
  examine(options: PressOptions): Promise<Examination>
}

/** A page to import. */
export interface ImportRequest {
  /** Where the text is from, for notes. */
  path: string
  value: Uint8Array
  /** Encoding of the text (default: UTF-8). */
  encoding?: string
}

/** What an import makes. */
export interface ImportedIssue {
  /** Files of the issue's folder, by path. */
  outputs: ReadonlyMap<string, string>
  /** Files that carry notes. */
  files: ReadonlyArray<VFile>
}

/** How to start the machines. */
export interface PressOptions {
  /** Path of the browser (default: what is found). */
  browser?: string
  /** Whether results of earlier runs are used. */
  usesCache: boolean
}

/** Machines that run until they are closed. */
export interface Press {
  machines: Machines
  close(): Promise<void>
}

/** What the doctor says. */
export interface Examination {
  text: string
  /** Whether everything that is needed is there. */
  isHealthy: boolean
}
