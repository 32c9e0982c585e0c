// A content stream, read operation by operation, with the places in the text
// that each takes: so that it can be written again with something around.
//
// A page has tens of thousands of them, and the operands of few matter: they are
// read when they are asked for.

import {
  blank,
  delimiter,
  findLineEnd,
  findWordEnd,
  kindAt,
  letter
} from '../content-characters.ts'

/** One operation: its operands, then its name. */
export interface Operation {
  name: string
  /** Where it begins, operands included, and where it ends. */
  start: number
  end: number
}

const constants = new Set(['false', 'null', 'true'])

/** Read the operations of a content stream, given as Latin-1. */
export function readOperations(content: string): Array<Operation> {
  const operations: Array<Operation> = []
  let start: number | undefined
  let at = skipBlanks(content, 0)

  while (at < content.length) {
    start ??= at
    const end = findTokenEnd(content, at)
    const isWord = kindAt(content, at) === letter
    const name = isWord ? content.slice(at, end) : undefined
    at = skipBlanks(content, end)
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
  const nameStart = end - name.length
  let at = start

  while (at < nameStart) {
    const tokenEnd = findTokenEnd(content, at)
    operands.push(content.slice(at, tokenEnd))
    at = skipBlanks(content, tokenEnd)
  }
  return operands
}

/** Find what comes after blanks and comments. */
function skipBlanks(content: string, start: number): number {
  let at = start
  while (at < content.length) {
    if (content[at] === '%') at = findLineEnd(content, at)
    else if (kindAt(content, at) === blank) at++
    else break
  }
  return at
}

function findTokenEnd(content: string, start: number): number {
  return kindAt(content, start) === delimiter
    ? findDelimitedEnd(content, start)
    : findWordEnd(content, start)
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
