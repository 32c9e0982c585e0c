// A content stream, read operation by operation, with the places in the text
// that each takes: so that it can be written again with something around.

/** One operation: its operands, then its name. */
export interface Operation {
  name: string
  operands: ReadonlyArray<string>
  /** Where it begins, operands included, and where it ends. */
  start: number
  end: number
}

const tokens =
  /%[^\r\n]*|<<|>>|<[0-9A-Fa-f\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|\(|[^\s()<>[\]{}/%]+/g
const operatorName = /^[A-Za-z'"][A-Za-z0-9*'"]*$/
const constants = new Set(['false', 'null', 'true'])

/** Read the operations of a content stream, given as Latin-1. */
export function readOperations(content: string): Array<Operation> {
  const operations: Array<Operation> = []
  let operands: Array<string> = []
  let start: number | undefined
  tokens.lastIndex = 0

  for (;;) {
    const found = tokens.exec(content)
    if (!found) break
    let [token] = found
    if (token.startsWith('%')) continue
    if (token === '(') {
      const end = findStringEnd(content, found.index)
      token = content.slice(found.index, end)
      tokens.lastIndex = end
    }
    start ??= found.index
    if (!operatorName.test(token) || constants.has(token)) {
      operands.push(token)
      continue
    }
    if (token === 'BI') {
      throw new TypeError('Unexpected inline picture, expected an XObject')
    }
    const end = found.index + token.length
    operations.push({name: token, operands, start, end})
    operands = []
    start = undefined
  }
  return operations
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
