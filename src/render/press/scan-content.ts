// A content stream read operator by operator, for colour that is not ink and
// for names of things that are not there.
//
// Strings are stepped over, so that what looks like an operator inside of text
// is none.

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

/** What ends a word: blanks, and characters that are something by themselves. */
const blank = 1
const special = 2
const classes = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) classes[byte] = blank
for (const one of '()<>[]{}/%') classes[one.charCodeAt(0)] = special

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
  const {buffer, byteLength, byteOffset, length} = content
  const text = Buffer.from(buffer, byteOffset, byteLength).toString('latin1')
  for (let at = 0; at < length;) {
    const byte = content[at] ?? 0
    const character = text[at]
    if (classes[byte] === blank) at++
    else if (character === '%') at = skipLine(content, at)
    else if (character === '(') at = skipString(content, at)
    else if (character === '<' && text[at + 1] !== '<') {
      const end = content.indexOf(62, at)
      at = end === -1 ? length : end + 1
    } else if (character === '/') {
      const end = endOfWord(content, at + 1)
      yield text.slice(at, end)
      at = end
    } else if (classes[byte] === special) at++
    else {
      const end = endOfWord(content, at)
      yield text.slice(at, end)
      at = end
    }
  }
}

function endOfWord(content: Uint8Array, start: number): number {
  let at = start
  while (at < content.length && classes[content[at] ?? 0] === 0) at++
  return at
}

function skipLine(content: Uint8Array, start: number): number {
  let at = start
  while (at < content.length && content[at] !== 10 && content[at] !== 13) at++
  return at
}

function skipString(content: Uint8Array, start: number): number {
  let depth = 0
  let at = start
  do {
    const byte = content[at] ?? 0
    if (byte === 92) at++
    if (byte === 40) depth++
    if (byte === 41) depth--
    at++
  } while (depth > 0 && at < content.length)
  return at
}
