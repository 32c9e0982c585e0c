// What newsprint looks like: the aim values the default profile is made of.
//
// Source: ISO 12647-3:2005, Graphic technology – Process control for the
// production of half-tone colour separations, proofs and production prints –
// Part 3: Coldset offset lithography on newsprint; CIELAB (D50, 2°) of the
// unprinted paper, of the solids (table 2) and of their overprints, and a tone
// value increase of 26 % at 50 % (table 4).
//
// Checked in November 2026 against what two published profiles of WAN-IFRA
// (ISOnewspaper26v4, WAN-IFRAnewspaper26v5) say of the same patches: solids and
// overprints agree within ΔE*ab 5; their paper is lighter by 3 (white backing).
// Nothing of those profiles is in ours.

/** A colour as CIELAB: L*, a*, b*. */
export type Lab = readonly [number, number, number]

/** Inks of process printing, in the order of PDF and ICC. */
export type Inks = readonly [number, number, number, number]

/** What the standard has a colour for. */
type Patch =
  | 'all'
  | 'black'
  | 'cyan'
  | 'cyanMagenta'
  | 'cyanMagentaYellow'
  | 'cyanYellow'
  | 'magenta'
  | 'magentaYellow'
  | 'paper'
  | 'yellow'

/** Colour of the paper and of every overprint that the standard has. */
export const aims: Readonly<Record<Patch, Lab>> = {
  paper: [82, 0, 3],
  cyan: [57, -23, -27],
  magenta: [54, 44, -2],
  yellow: [78, -3, 58],
  black: [36, 1, 4],
  magentaYellow: [52, 41, 25],
  cyanYellow: [53, -34, 17],
  cyanMagenta: [41, 7, -22],
  cyanMagentaYellow: [40, 0, 1],
  all: [34, 1, 2]
}

/** Tone value increase at a tone of one half. */
export const halfToneGain = 0.26

/** Ink on ink at most, as a sum of ratios. */
export const mostInk = 2.4
