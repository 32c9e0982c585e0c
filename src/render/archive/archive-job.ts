// What the archive's descriptions are made from: a finished job, the press that
// made it, and every file that is kept beside them.

import type {Job} from '../renderer.ts'

/** A finished issue and the files to be kept. */
export interface ArchiveJob extends Job {
  /** Name and version of the press: `qianzi`, `0.1.0`. */
  engine: {name: string; version: string}
  /** Files that are described, sorted by path. */
  members: ReadonlyArray<Member>
}

/** A file that is kept. */
export interface Member {
  /** Path in the bag's payload: `issue/screen/today.pdf`. */
  path: string
  /** SHA-256, in hex. */
  hash: string
  byteCount: number
  mediaType: string
  use: MemberUse
  /** Page it shows, where it is about one. */
  pageNumber?: number
}

/** What a file is for. */
export type MemberUse =
  | 'alto'
  | 'copy'
  | 'epub'
  | 'iiif'
  | 'image'
  | 'layout'
  | 'manuscript'
  | 'other'
  | 'press'
  | 'screen'
  | 'template'
  | 'web'

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv',
  epub: 'application/epub+zip',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  icc: 'application/vnd.iccprofile',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  otf: 'font/otf',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  ttf: 'font/ttf',
  txt: 'text/plain',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xhtml: 'application/xhtml+xml',
  xml: 'application/xml',
  yaml: 'application/yaml',
  yml: 'application/yaml'
}

/** Say what kind of file a path names. */
export function toMediaType(path: string): string {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return mediaTypes[ending] ?? 'application/octet-stream'
}

/** Say what a file is for. */
export function toUse(path: string): MemberUse {
  const [top, second] = path.split('/')
  if (path === 'copy.json') return 'copy'
  if (path === 'issue/layout.json') return 'layout'
  switch (top) {
    case 'alto':
    case 'iiif':
    case 'image':
    case 'manuscript':
    case 'template':
      return top
    case 'profile':
      return 'template'
    default:
  }
  switch (second) {
    case 'epub':
    case 'press':
    case 'screen':
    case 'web':
      return second
    default:
      return 'other'
  }
}

/** Name the page in a path: `page-05`. */
export function namePage(pageNumber: number): string {
  return `page-${String(pageNumber).padStart(2, '0')}`
}
