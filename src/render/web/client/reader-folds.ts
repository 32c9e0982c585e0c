// What counts as the same for this reader: all of it, unless the address says
// otherwise (`?script=0&width=0&case=0`), or, for characters, the site.

import {makeFold, type Fold} from '../../../model/fold-text.ts'
import {parseQuery, type QueryFolds, type Term} from '../search/query.ts'

/** What readers choose, by the names in the address. */
export const foldNames = ['script', 'width', 'case'] as const

/** Name of a choice. */
export type FoldName = (typeof foldNames)[number]

/** What a reader chose. */
export interface ReaderChoices {
  isOn(name: FoldName): boolean
  /** Whether something is chosen by default. */
  isDefault(name: FoldName): boolean
}

/** What a reader searches for. */
export interface ReaderTerms {
  terms: ReadonlyArray<Term>
  /** Folds as far as the reader wants. */
  tell: Fold
}

/** Load what the address chooses. */
export async function loadChoices(
  values: URLSearchParams
): Promise<ReaderChoices> {
  const {foldsScript} = await import('./script-pairs.ts')
  const isDefault = (name: FoldName) => name !== 'script' || foldsScript
  const isOn = (name: FoldName) => {
    const value = values.get(name)
    return value === null ? isDefault(name) : value !== '0'
  }
  return {isOn, isDefault}
}

/** Load the terms the address asks for; tables of folds are made for some. */
export async function loadTerms(values: URLSearchParams): Promise<ReaderTerms> {
  const query = values.get('q')?.trim() ?? ''
  if (query === '') return {terms: [], tell: (text) => text}
  const folds = await loadFolds(values)
  return {terms: parseQuery(query, folds), tell: folds.tell}
}

async function loadFolds(
  values: URLSearchParams
): Promise<Required<QueryFolds>> {
  const {scriptPairs} = await import('./script-pairs.ts')
  const {isOn} = await loadChoices(values)
  const fold = makeFold({script: scriptPairs})
  // Queries know by it being the same that nothing more is told apart.
  if (foldNames.every(isOn)) return {fold, tell: fold}
  const tell = makeFold({
    script: isOn('script') ? scriptPairs : '',
    width: isOn('width'),
    case: isOn('case')
  })
  return {fold, tell}
}

/** Give what follows the address of a document, so that it lights the same. */
export function toQuerySuffix(values: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of ['q', ...foldNames]) {
    const value = values.get(name)
    if (value !== null && value !== '') kept.set(name, value)
  }
  return kept.has('q') ? `?${kept}` : ''
}
