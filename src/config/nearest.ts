// Find the word that was perhaps meant.

/** Find the nearest of some words; `undefined` when none is near. */
export function nearest(
  word: string,
  words: ReadonlyArray<string>
): string | undefined {
  if (word.length > 100) return undefined
  let least = Math.max(1, Math.floor(word.length / 2))
  let found: string | undefined

  for (const candidate of words) {
    const distance = countEdits(word.toLowerCase(), candidate.toLowerCase())
    if (distance > least || (distance === least && found)) continue
    least = distance
    found = candidate
  }

  return found
}

// Letters to add, drop or change (Levenshtein).
function countEdits(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
