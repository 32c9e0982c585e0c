// What counts as the same for this reader: all of it, unless the address says
// otherwise (`?script=0&width=0&case=0`), or, for characters, the site.

import {makeFold} from '../../../model/fold-text.ts'
import type {QueryFolds} from '../search/query.ts'

/** What readers choose, by the names in the address. */
export const foldNames = ['script', 'width', 'case'] as const

/** Name of a choice. */
export type FoldName = (typeof foldNames)[number]

/** How texts fold for a reader. */
export interface ReaderFolds extends Required<QueryFolds> {
  isOn(name: FoldName): boolean
  /** Whether something is chosen by default. */
  isDefault(name: FoldName): boolean
}

/** Load the folds the address asks for. */
export async function loadFolds(values: URLSearchParams): Promise<ReaderFolds> {
  const {foldsScript, scriptPairs} = await import('./script-pairs.ts')
  const isDefault = (name: FoldName) => name !== 'script' || foldsScript
  const isOn = (name: FoldName) => {
    const value = values.get(name)
    return value === null ? isDefault(name) : value !== '0'
  }
  const fold = makeFold({script: scriptPairs})
  const isAll = foldNames.every(isOn)
  const tell = isAll
    ? fold
    : makeFold({
        script: isOn('script') ? scriptPairs : '',
        width: isOn('width'),
        case: isOn('case')
      })
  return {fold, tell, isOn, isDefault}
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
