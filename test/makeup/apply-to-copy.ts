// Doing what a note of a refused page asks for, to copy that is characters
// only.

import type {PageFix} from '../../src/model/plan.ts'
import type {Copy} from './desk.ts'

/** Do what a note asks for: as little and as much as it says. */
export function applyToCopy(
  fix: PageFix,
  copy: ReadonlyArray<Copy>
): Array<Array<Copy>> {
  switch (fix.action) {
    case 'add':
      return lengthen(fix.slug, [
        fix.leastCharacterCount,
        fix.mostCharacterCount
      ])
    case 'cut':
      return lengthen(fix.slug, [
        -fix.leastCharacterCount,
        -fix.mostCharacterCount
      ])
    case 'fill': {
      const fillers = fix.fillers.map((size, index) => ({
        slug: `filler-${index}`,
        characterCount: 20,
        kind: 'filler',
        size
      }))
      return [[...copy, ...fillers]]
    }
    case 'move':
      return [copy.filter(({slug}) => !fix.slugs.includes(slug))]
    case 'recrop':
      return [
        change(fix.slug, (one) => ({
          ...one,
          figures: (one.figures ?? []).map((figure) => ({
            ...figure,
            aspectRatio: fix.aspectRatio
          }))
        }))
      ]
  }

  function lengthen(
    slug: string,
    counts: ReadonlyArray<number>
  ): Array<Array<Copy>> {
    return counts.map((count) =>
      change(slug, (one) => ({
        ...one,
        characterCount: one.characterCount + count
      }))
    )
  }

  function change(slug: string, edit: (one: Copy) => Copy): Array<Copy> {
    return copy.map((one) => (one.slug === slug ? edit(one) : one))
  }
}
