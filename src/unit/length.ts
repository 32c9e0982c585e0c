// Lengths.
//
// The core counts in points (1/72 inch). Files and people speak millimetres;
// convert at the edge, once. A length is a plain `number` and its unit is the
// end of its name (`depthPt`, `bleedMm`), so arithmetic stays ordinary and a
// wrong unit can be seen where it is used.

/** Smallest length we tell apart, in points: below it, two depths are equal. */
export const epsilonPt = 0.001

const ptPerMm = 72 / 25.4

/** Turn millimetres into points. */
export function mmToPt(mm: number): number {
  return mm * ptPerMm
}

/** Turn points into millimetres. */
export function ptToMm(pt: number): number {
  return pt / ptPerMm
}

/** Write a length for people: `127.5pt`, never `127.50000001pt`. */
export function formatPt(pt: number): string {
  return `${Math.round(pt * 100) / 100}pt`
}
