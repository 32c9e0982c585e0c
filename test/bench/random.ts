// Random numbers that are the same on every machine: a seed, a sequence
// (mulberry32).

/** Draws numbers. */
export interface Random {
  /** An integer from `least` to `most`, both included. */
  integer(least: number, most: number): number
  /** A number from 0 up to 1. */
  ratio(): number
}

/** Start a sequence. */
export function toRandom(seed: number): Random {
  let state = (seed * 0x9e3779b9) >>> 0
  return {
    ratio,
    integer: (least, most) => least + Math.floor(ratio() * (most - least + 1))
  }

  function ratio(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
