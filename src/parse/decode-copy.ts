// Decode a manuscript: bytes to text.
//
// Copy is UTF-8. Anything else is an error that names the probable encoding,
// and is read in that encoding all the same, so that other notes make sense.
// An encoding the newsroom asks for is used for files that aren't UTF-8:
// folders are often mixed, and Chinese in GB 18030 is never valid UTF-8.

import type {VFile} from 'vfile'
import {note} from '../note/note.ts'
import type {RulePage} from '../note/rule-page.ts'

/** Rule: copy is UTF-8. */
export const wrongEncoding: RulePage = {
  id: 'wrong-encoding',
  level: 'error',
  what: 'The manuscript is not UTF-8.',
  why: 'Read in the wrong encoding, every character of it would be another one.',
  fix: 'Save as UTF-8, or run with `--encoding` and the name of the encoding.'
}

/** Rule: `--encoding` names an encoding that exists. */
export const unknownEncoding: RulePage = {
  id: 'unknown-encoding',
  level: 'error',
  what: 'Nobody knows the encoding that was asked for.',
  why: 'Without it the manuscript can’t be read.',
  fix: 'Use a name such as `gb18030`, `big5` or `utf-16le`.'
}

// Characters every Chinese page is full of, in both scripts.
const frequent = new Set(
  '的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產民得经經，。、'
)

/** Decode the bytes of a manuscript, adding notes when they aren't UTF-8. */
export function decodeCopy(file: VFile, encoding?: string): string {
  const {value} = file
  if (typeof value === 'string') return value
  const bytes = value ?? new Uint8Array()
  const isMarked16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff)
  const text = isMarked16 ? undefined : decode(bytes, 'utf-8')
  if (text !== undefined) return text

  if (encoding !== undefined) {
    const asked = decodeAsAsked(file, bytes, encoding)
    if (asked !== undefined) return asked
  }

  const found = detect(bytes)
  const name = found?.encoding ?? 'windows-1252'
  note(
    file,
    wrongEncoding,
    `Unexpected bytes that are not UTF-8, probably \`${name}\`, expected UTF-8`,
    {
      place: {start: {line: 1, column: 1}, end: {line: 1, column: 1}},
      actual: name,
      expected: ['utf-8'],
      fix: `Save as UTF-8 or run with \`--encoding ${name}\`.`
    }
  )
  return found?.text ?? new TextDecoder('utf-8').decode(bytes)
}

function decodeAsAsked(
  file: VFile,
  bytes: Uint8Array,
  encoding: string
): string | undefined {
  if (!isEncoding(encoding)) {
    note(
      file,
      unknownEncoding,
      `Unexpected encoding \`${encoding}\`, expected one such as \`gb18030\``,
      {actual: encoding, fix: unknownEncoding.fix}
    )
    return undefined
  }
  return decode(bytes, encoding)
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

// Of the encodings that fit, the one that reads most like Chinese.
function detect(
  bytes: Uint8Array
): {encoding: string; text: string} | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return read(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return read(bytes, 'utf-16be')

  let found: {encoding: string; text: string} | undefined
  let best = 0
  for (const encoding of ['gb18030', 'big5', 'utf-16le', 'utf-16be']) {
    const candidate = read(bytes, encoding)
    if (!candidate) continue
    let score = 0
    for (const character of candidate.text.slice(0, 20_000)) {
      if (frequent.has(character)) score++
    }
    if (score > best) {
      best = score
      found = candidate
    }
  }
  return found
}

function read(
  bytes: Uint8Array,
  encoding: string
): {encoding: string; text: string} | undefined {
  const text = decode(bytes, encoding)
  return text === undefined ? undefined : {encoding, text}
}
