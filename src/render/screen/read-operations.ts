// A content stream, read operation by operation, with the places in the text
// that each takes: so that it can be written again with something around.
//
// A page has tens of thousands of them, and the operands of few matter: they are
// read when they are asked for.

/** One operation: its operands, then its name. */
export interface Operation {
  name: string
  /** Where it begins, operands included, and where it ends. */
  start: number
  end: number
}

const tokens =
  /%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|\(|[^\s()<>[\]{}/%]+/g
const constants = new Set(['false', 'null', 'true'])

const white = 1
const delimiter = 2
const letter = 4
/** What each character of Latin-1 is; quotation marks are operators, too. */
const kinds = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = white
for (const one of '()<>[]{}/%') kinds[one.charCodeAt(0)] = delimiter
for (const one of `abcdefghijklmnopqrstuvwxyz'"`) {
  kinds[one.charCodeAt(0)] = letter
  kinds[one.toUpperCase().charCodeAt(0)] = letter
}

/** Read the operations of a content stream, given as Latin-1. */
export function readOperations(content: string): Array<Operation> {
  const operations: Array<Operation> = []
  let start: number | undefined
  let at = 0

  while (at < content.length) {
    const kind = kindAt(content, at)
    const isComment = kind === delimiter && content[at] === '%'
    if (kind === white || isComment) {
      at = isComment ? findLineEnd(content, at) : at + 1
      continue
    }
    start ??= at
    if (kind === delimiter) {
      at = findDelimitedEnd(content, at)
      continue
    }
    const end = findWordEnd(content, at)
    const name = kind === letter ? content.slice(at, end) : undefined
    at = end
    if (name === undefined || constants.has(name)) continue
    if (name === 'BI') {
      throw new TypeError('Unexpected inline picture, expected an XObject')
    }
    operations.push({name, start, end})
    start = undefined
  }
  return operations
}

/** Read the operands of an operation. */
export function readOperands(
  content: string,
  {end, name, start}: Operation
): Array<string> {
  const operands: Array<string> = []
  tokens.lastIndex = start

  for (;;) {
    const found = tokens.exec(content)
    if (!found || found.index >= end - name.length) return operands
    const [token] = found
    if (token === '(') {
      tokens.lastIndex = findStringEnd(content, found.index)
      operands.push(content.slice(found.index, tokens.lastIndex))
    } else if (!token.startsWith('%')) {
      operands.push(token)
    }
  }
}

function kindAt(content: string, at: number): number {
  return kinds[content.charCodeAt(at)] ?? 0
}

function findWordEnd(content: string, start: number): number {
  let at = start + 1
  while (at < content.length && (kindAt(content, at) & 3) === 0) at++
  return at
}

function findLineEnd(content: string, start: number): number {
  const ends = [content.indexOf('\n', start), content.indexOf('\r', start)]
  return Math.min(...ends.map((end) => (end === -1 ? content.length : end)))
}

/** Find the end of a string or a name, or of a bracket. */
function findDelimitedEnd(content: string, start: number): number {
  const sign = content[start]
  const isDoubled = sign === content[start + 1]
  if (sign === '(') return findStringEnd(content, start)
  if (sign === '/') return findWordEnd(content, start)
  if (sign === '<' && !isDoubled) {
    const end = content.indexOf('>', start)
    if (end !== -1) return end + 1
    throw new TypeError('Unexpected end of content in a string')
  }
  return start + (isDoubled && (sign === '<' || sign === '>') ? 2 : 1)
}

function findStringEnd(content: string, start: number): number {
  let depth = 0
  for (let index = start; index < content.length; index++) {
    const character = content[index]
    if (character === '\\') index++
    else if (character === '(') depth++
    else if (character === ')') depth--
    if (depth === 0) return index + 1
  }
  throw new TypeError('Unexpected end of content in a string')
}
