// Copy that was made ready, kept for the next measure: make-up asks for the
// same paragraphs again and again. It forgets when it holds too much, so that
// long issues need no more memory than short ones.

import type {PhrasingContent} from 'mdast'
import type {PreparedText} from './prepare-text.ts'
import type {TextRequest} from './set-text.ts'

/** Copy made ready, and what it was made of. */
export interface ReadyCopy {
  texts: TextRequest['texts']
  prepared: PreparedText
}

/** Copy by the block and the looks it was made ready for. */
export interface PreparedCache {
  /** Find copy, or make it ready. */
  find(
    key: string,
    nodes: ReadonlyArray<PhrasingContent>,
    make: () => ReadyCopy
  ): ReadyCopy
}

/** Atoms kept at most: some eight pages. */
const mostAtomCount = 60_000

/** Open a cache. */
export function openPreparedCache(): PreparedCache {
  const kept = new Map<
    string,
    {nodes: ReadonlyArray<PhrasingContent>; copy: ReadyCopy}
  >()
  let atomCount = 0
  return {find}

  function find(
    key: string,
    nodes: ReadonlyArray<PhrasingContent>,
    make: () => ReadyCopy
  ): ReadyCopy {
    const known = kept.get(key)
    if (known && isSame(known.nodes, nodes)) return known.copy
    const copy = make()
    if (atomCount > mostAtomCount) {
      kept.clear()
      atomCount = 0
    }
    kept.set(key, {nodes, copy})
    atomCount += copy.prepared.atoms.length
    return copy
  }
}

/** Trees are never changed, so their parts are told by identity; words are not. */
function isSame(
  a: ReadonlyArray<PhrasingContent>,
  b: ReadonlyArray<PhrasingContent>
): boolean {
  if (a === b) return true
  const [one] = a
  const [other] = b
  return (
    a.length === 1 &&
    b.length === 1 &&
    one?.type === 'text' &&
    other?.type === 'text' &&
    one.value === other.value
  )
}
