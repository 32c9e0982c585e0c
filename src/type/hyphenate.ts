// Syllables of words, by the patterns of their language (Liang 1983, as npm's
// `hyphen` has them). Patterns are read when a language is first met.

import {createRequire} from 'node:module'

/** What npm's `hyphen` gives for one language. */
interface Patterns {
  hyphenateSync(
    text: string,
    options: {hyphenChar: string; minWordLength: number}
  ): string
}

const require = createRequire(import.meta.url)

/** Languages there are patterns for. */
const languages = new Set(
  'af be bg ca cs cy da de el en es et eu fi fr fur ga gl hr hsb hu ia id is it ka kmr la lt lv mk mn mr nb nl nn no oc pl pms pt rm ro ru sa sk sl sq sr sv ta te th tk tr uk'.split(
    ' '
  )
)

/** Patterns of regions that have their own. */
const regions: Readonly<Record<string, string>> = {
  'en-gb': 'en-gb',
  'en-au': 'en-gb',
  'en-ie': 'en-gb',
  'en-nz': 'en-gb',
  'de-ch': 'de-ch-1901',
  'de-1901': 'de-1901'
}

const patterns = new Map<string, Patterns | undefined>()

/** Cut a word into syllables; one piece where its language is not known. */
export function hyphenate(word: string, lang: string): Array<string> {
  const found = findPatterns(lang.toLowerCase())
  if (!found) return [word]
  const hyphenChar = '\u00AD'
  return found
    .hyphenateSync(word, {hyphenChar, minWordLength: 5})
    .split(hyphenChar)
}

function findPatterns(lang: string): Patterns | undefined {
  const [primary = ''] = lang.split('-')
  const name = regions[lang] ?? (languages.has(primary) ? primary : undefined)
  if (!name) return undefined
  if (!patterns.has(name)) patterns.set(name, readPatterns(name))
  return patterns.get(name)
}

function readPatterns(name: string): Patterns | undefined {
  const loaded: unknown = require(`hyphen/${name}`)
  return isPatterns(loaded) ? loaded : undefined
}

function isPatterns(value: unknown): value is Patterns {
  return typeof value === 'object' && value !== null && 'hyphenateSync' in value
}
