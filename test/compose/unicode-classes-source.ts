// Writes `src/compose/unicode-classes.ts` from the Unicode Character Database:
// line-break classes as runs, so that looking one up is a search in numbers.

import fs from 'node:fs'
import path from 'node:path'

/** Letters for classes: none of them is a digit in base 36. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;<=>?@[]^_{|}~'

/** Where Debian's package `unicode-data` puts its files. */
export const unicodeFolder = '/usr/share/unicode'

/** Version of the files, `15.0.0`; `undefined` where there are none. */
export function readUnicodeVersion(): string | undefined {
  const file = path.join(unicodeFolder, 'LineBreak.txt')
  if (!fs.existsSync(file)) return undefined
  const [first = ''] = fs.readFileSync(file, 'utf8').split('\n')
  return /LineBreak-([\d.]+)\.txt/u.exec(first)?.[1]
}

/** Make the source of the table. */
export function writeUnicodeClasses(): string {
  const classes = resolve()
  let runs = ''
  let start = 0
  const names = [...new Set(classes)].sort()
  for (let code = 1; code <= classes.length; code++) {
    if (classes[code] === classes[start]) continue
    const name = names.indexOf(classes[start] ?? 'AL')
    runs += (letters[name] ?? '') + (code - start).toString(36)
    start = code
  }
  return `// Line-break classes of all characters, in runs: a letter for the class, then
// the length of the run in base 36. Made from the Unicode Character Database
// 15.0.0 (LineBreak.txt, EastAsianWidth.txt, emoji-data.txt); regenerate with
// \`vitest -u test/compose/unicode-breaks.test.ts\`.

/** Classes, in the order of their letters. */
export const classNames = [
${names.map((name) => `  '${name}'`).join(',\n')}
] as const

/** Letters of the classes, in their order; none is a digit in base 36. */
export const classLetters: string =
  '${letters}'

/** Runs from U+0000 on. */
export const classRuns: string =
  '${runs}'
`
}

/** Resolve the class of every code point (UAX 14, LB1). */
function resolve(): Array<string> {
  const length = 0x110000
  const classes = Array.from({length}, () => 'XX')
  for (const [from, to, name] of [
    [0x3400, 0x4dbf, 'ID'],
    [0x4e00, 0x9fff, 'ID'],
    [0xf900, 0xfaff, 'ID'],
    [0x20000, 0x2fffd, 'ID'],
    [0x30000, 0x3fffd, 'ID'],
    [0x1f000, 0x1faff, 'ID'],
    [0x1fc00, 0x1fffd, 'ID'],
    [0x20a0, 0x20cf, 'PR']
  ] as const) {
    classes.fill(name, from, to + 1)
  }
  for (const [from, to, name] of readRanges('LineBreak.txt')) {
    classes.fill(name, from, to + 1)
  }
  const categories = fill('extracted/DerivedGeneralCategory.txt', 'Cn')
  const widths = fill('EastAsianWidth.txt', 'N')
  const pictographs = new Set<number>()
  for (const [from, to, name] of readRanges('emoji/emoji-data.txt')) {
    if (name !== 'Extended_Pictographic') continue
    for (let code = from; code <= to; code++) pictographs.add(code)
  }

  for (let code = 0; code < length; code++) {
    const name = classes[code] ?? 'XX'
    const isWide = /^[FWH]$/u.test(widths[code] ?? 'N')
    if (/^(?:AI|SG|XX)$/u.test(name)) classes[code] = 'AL'
    if (name === 'SA') {
      classes[code] = /^M[nc]$/u.test(categories[code] ?? '') ? 'CM' : 'AL'
    }
    if (name === 'CJ') classes[code] = 'NS'
    // LB30 tells narrow brackets from wide ones, LB30b pictures to come.
    if (name === 'OP' && isWide) classes[code] = 'OPW'
    if (name === 'ID' && pictographs.has(code) && categories[code] === 'Cn') {
      classes[code] = 'IDP'
    }
  }

  return classes

  function fill(file: string, other: string): Array<string> {
    const values = Array.from({length}, () => other)
    for (const [from, to, name] of readRanges(file)) {
      values.fill(name, from, to + 1)
    }
    return values
  }
}

function readRanges(file: string): Array<[number, number, string]> {
  const text = fs.readFileSync(path.join(unicodeFolder, file), 'utf8')
  const ranges: Array<[number, number, string]> = []
  for (const line of text.split('\n')) {
    const match =
      /^(?<from>[0-9A-F]+)(?:\.\.(?<to>[0-9A-F]+))?\s*;\s*(?<name>\w+)/u.exec(
        line
      )
    const {from, name, to} = match?.groups ?? {}
    if (!from || !name) continue
    ranges.push([
      Number.parseInt(from, 16),
      Number.parseInt(to ?? from, 16),
      name
    ])
  }
  return ranges
}
