// Suggestions for names that are nearly right.

/** Write a question with the name that was perhaps meant, or nothing. */
export function didYouMean(
  name: string,
  candidates: ReadonlyArray<string>
): string {
  let nearest: string | undefined
  let least = Math.max(1, Math.floor(name.length / 2))

  for (const candidate of candidates) {
    const distance = findDistance(name, candidate)
    if (distance > least || (distance === least && nearest)) continue
    nearest = candidate
    least = distance
  }

  return nearest ? `. Did you mean \`${nearest}\`?` : ''
}

/** Count the letters to add, drop or change (Levenshtein). */
function findDistance(a: string, b: string): number {
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
