// Dice whose throws depend on a seed alone: what is made from them is the same
// on every machine and every day.

/** Dice for made-up copy. */
export interface Dice {
  /** A whole number below 2³². */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** Whether a thing of so many chances in a hundred happens. */
  happens(percent: number): boolean
  /** One of several. */
  pick<Item>(items: ReadonlyArray<Item>): Item
  /** Dice of their own for one purpose, so that others’ throws don’t matter. */
  fork(salt: number): Dice
}

/** Open dice: 32 bits of state, mixed as in splitmix32. */
export function openDice(seed: number): Dice {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0

  function next(): number {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }

  function between(least: number, most: number): number {
    return least + (next() % (most - least + 1))
  }

  function pick<Item>(items: ReadonlyArray<Item>): Item {
    const item = items[between(0, items.length - 1)]
    if (item === undefined) throw new TypeError('Unexpected empty list')
    return item
  }

  return {
    next,
    between,
    happens: (percent) => between(1, 100) <= percent,
    pick,
    fork: (salt) => openDice(Math.imul(seed + 7, 31) ^ Math.imul(salt, 0x85eb))
  }
}
