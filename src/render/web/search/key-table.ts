// Numbers for keys, as they come. Almost all keys are two UTF-16 units: these
// are kept as numbers in one flat table, because a map of strings would take
// most of the time the index takes.

/** Numbers keys from 0. */
export interface KeyTable {
  /** Number the key of one unit and the one after it (0: none). */
  numberPair(unit: number, next: number): number
  /** Number any other key. */
  number(key: string): number
  /** Keys by their numbers. */
  list(): Array<string>
}

/** Open a table. */
export function openKeyTable(): KeyTable {
  const others = new Map<string, number>()
  const otherNumbers: Array<number> = []
  let slots = new Uint32Array(1 << 18)
  let numbers = new Int32Array(1 << 18).fill(-1)
  let pairCount = 0
  let count = 0

  return {numberPair, number, list}

  function numberPair(unit: number, next: number): number {
    const pair = ((unit << 16) | next) >>> 0
    const at = findSlot(slots, numbers, pair)
    const known = numbers[at] ?? -1
    if (known !== -1) return known
    slots[at] = pair
    numbers[at] = count
    pairCount++
    if (pairCount * 2 > slots.length) grow()
    return count++
  }

  function number(key: string): number {
    const known = others.get(key)
    if (known !== undefined) return known
    others.set(key, count)
    otherNumbers.push(count)
    return count++
  }

  function list(): Array<string> {
    const keys = Array.from({length: count}, () => '')
    for (const [at, known] of numbers.entries()) {
      if (known === -1) continue
      const pair = slots[at] ?? 0
      const next = pair & 0xffff
      keys[known] =
        next === 0
          ? String.fromCharCode(pair >>> 16)
          : String.fromCharCode(pair >>> 16, next)
    }
    for (const [key, known] of others) keys[known] = key
    return keys
  }

  function grow(): void {
    const moreSlots = new Uint32Array(slots.length * 2)
    const moreNumbers = new Int32Array(slots.length * 2).fill(-1)
    for (const [at, known] of numbers.entries()) {
      if (known === -1) continue
      const pair = slots[at] ?? 0
      const to = findSlot(moreSlots, moreNumbers, pair)
      moreSlots[to] = pair
      moreNumbers[to] = known
    }
    slots = moreSlots
    numbers = moreNumbers
  }
}

// Knuth, The Art of Computer Programming 3, 6.4: multiply, then walk on.
function findSlot(
  slots: Uint32Array,
  numbers: Int32Array,
  pair: number
): number {
  const mask = slots.length - 1
  let at = (Math.imul(pair, 0x9e3779b1) >>> 7) & mask
  while (numbers[at] !== -1 && slots[at] !== pair) at = (at + 1) & mask
  return at
}
