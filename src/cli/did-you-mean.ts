// Suggestions for names that are nearly right.

import {nearest} from '../config/config.ts'

/** Write a question with the name that was perhaps meant, or nothing. */
export function didYouMean(
  name: string,
  candidates: ReadonlyArray<string>
): string {
  // Somebody who stops in the middle of a name means that name.
  const whole = candidates.find((candidate) => candidate.startsWith(name))
  const meant = whole ?? nearest(name, candidates)
  return meant ? `. Did you mean \`${meant}\`?` : ''
}
