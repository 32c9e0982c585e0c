// A content stream read operator by operator, for colour that is not ink and
// for names of things that are not there.
//
// Strings are stepped over, so that what looks like an operator inside of text
// is none.

import {
  blank,
  delimiter,
  findLineEnd,
  findWordEnd,
  kindAt
} from '../content-characters.ts'

/** What a content stream may name. */
export interface ContentResources {
  /** Graphics states that let ink print over ink. */
  overprinting: ReadonlySet<string>
  /** Names by the operator that takes them: `Tf`, `Do`, `gs`, `cs`, `sh`. */
  names: Readonly<Record<NamingOperator, ReadonlySet<string>>>
}

/** Operators that take something by its name. */
export type NamingOperator = 'Do' | 'Tf' | 'cs' | 'gs' | 'sh'

const rgbOperators = new Set(['RG', 'rg'])
const paints = new Set(['B', 'B*', 'TJ', 'Tj', 'f', 'f*'])
const strokes = new Set(['B', 'B*', 'S', 's'])
const processSpaces = new Set(['DeviceCMYK', 'DeviceGray', 'Pattern'])
const namingOperators = new Set(['Do', 'Tf', 'cs', 'gs', 'sh'])

/** Scan a content stream; answers with what must not be in it. */
export function scanContent(
  content: Uint8Array,
  {names, overprinting}: ContentResources
): Array<string> {
  const faults = new Set<string>()
  let lastName = ''
  let stateName = ''
  let isWhite = false
  let isWhiteStroke = false
  let operands: Array<number> = []

  for (const token of readTokens(content)) {
    if (token.startsWith('/')) {
      lastName = token.slice(1)
      continue
    }
    const number = Number(token)
    if (token !== '' && !Number.isNaN(number)) {
      operands.push(number)
      continue
    }
    if (rgbOperators.has(token)) faults.add(`colour by \`${token}\``)
    const isSpace = token === 'cs' || token === 'CS'
    if (isSpace && /^(?:DeviceRGB|CalRGB|Lab)$/.test(lastName)) {
      faults.add(`colour space \`${lastName}\``)
    } else {
      const operator = isSpace ? 'cs' : token
      const isProcess = isSpace && processSpaces.has(lastName)
      if (isNaming(operator) && !isProcess && !names[operator].has(lastName)) {
        faults.add(`\`${token}\` of \`${lastName}\`, which is not there`)
      }
    }
    if (token === 'gs') stateName = lastName
    if (token === 'k') isWhite = isNothing(operands)
    if (token === 'K') isWhiteStroke = isNothing(operands)
    if (token === 'g') isWhite = operands[0] === 1
    if (token === 'G') isWhiteStroke = operands[0] === 1
    if (token === 'scn') isWhite = isNothing(operands)
    if (token === 'SCN') isWhiteStroke = isNothing(operands)
    const paintsWhite =
      (isWhite && paints.has(token)) || (isWhiteStroke && strokes.has(token))
    if (paintsWhite && overprinting.has(stateName)) {
      faults.add('white that overprints')
    }
    if (token === 'BI') faults.add('inline picture')
    operands = []
  }
  return [...faults]
}

function isNaming(operator: string): operator is NamingOperator {
  return namingOperators.has(operator)
}

// A pattern has no numbers, and is not white.
function isNothing(tones: ReadonlyArray<number>): boolean {
  return tones.length > 0 && tones.every((one) => one === 0)
}

// A page has some hundred thousand bytes of it: words are cut out of one text.
function* readTokens(content: Uint8Array): Generator<string> {
  const {buffer, byteLength, byteOffset} = content
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('latin1')
  for (let at = 0; at < text.length;) {
    const character = text[at]
    const kind = kindAt(text, at)
    if (kind === blank) at++
    else if (character === '%') at = findLineEnd(text, at)
    else if (character === '(') at = skipString(text, at)
    else if (character === '<' && text[at + 1] !== '<') {
      const end = text.indexOf('>', at)
      at = end === -1 ? text.length : end + 1
    } else if (kind === delimiter && character !== '/') at++
    else {
      const end = findWordEnd(text, at)
      yield text.slice(at, end)
      at = end
    }
  }
}

function skipString(text: string, start: number): number {
  let depth = 0
  let at = start
  do {
    const character = text[at]
    if (character === '\\') at++
    if (character === '(') depth++
    if (character === ')') depth--
    at++
  } while (depth > 0 && at < text.length)
  return at
}
