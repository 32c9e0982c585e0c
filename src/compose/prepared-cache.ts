// Copy that was made ready, kept for the next measure: make-up asks for the
// same paragraphs again and again. It forgets when it holds too much, so that
// long issues need no more memory than short ones.

import type {PhrasingContent} from 'mdast'
import type {PreparedText} from './prepare-text.ts'
import type {BrokenText, TextRequest} from './set-text.ts'

/** Copy made ready, and what it was made of. */
export interface ReadyCopy {
  texts: TextRequest['texts']
  prepared: PreparedText
  /** Its lines in every room it was broken for, by `toRoomKey`. */
  broken: Map<string, BrokenText>
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

/**
 * Atoms kept at most: some ten pages, so that the copy of eight is made ready
 * once for make-up and for composition.
 */
const mostAtomCount = 80_000

/** Open a cache. */
export function openPreparedCache(): PreparedCache {
  const kept = new Map<string, Array<KeptCopy>>()
  let atomCount = 0
  return {find}

  function find(
    key: string,
    nodes: ReadonlyArray<PhrasingContent>,
    make: () => ReadyCopy
  ): ReadyCopy {
    // Cells of a table have one name.
    const known = kept.get(key)?.find((one) => isSame(one.nodes, nodes))
    if (known) return known.copy
    const copy = make()
    if (atomCount > mostAtomCount) {
      kept.clear()
      atomCount = 0
    }
    const namesakes = kept.get(key)
    if (namesakes) namesakes.push({nodes, copy})
    else kept.set(key, [{nodes, copy}])
    atomCount += copy.prepared.atoms.length
    return copy
  }
}

/** Copy, and the nodes it is the copy of. */
interface KeptCopy {
  nodes: ReadonlyArray<PhrasingContent>
  copy: ReadyCopy
}

/** Trees are never changed, so their parts are told by identity; words are not. */
function isSame(
  a: ReadonlyArray<PhrasingContent>,
  b: ReadonlyArray<PhrasingContent>
): boolean {
  if (a === b) return true
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index]
      if (one === other) return true
      return (
        one.type === 'text' &&
        other?.type === 'text' &&
        one.value === other.value
      )
    })
  )
}
