// A template's face cut down to the characters of an issue, whatever kind of
// file it is in: TrueType, OpenType/CFF, a collection, a variable font, WOFF.

import type {Subsetter} from './subset-sfnt.ts'
import {unpackFont} from './unpack-font.ts'

/** Which face of a file. */
export interface FaceChoice {
  /** Face of a collection, counted from 0. */
  index?: number
  /** Place on each axis of a variable face. */
  axes?: Readonly<Record<string, number>>
}

/** Make a TrueType or OpenType file with only the glyphs of `characters`. */
export async function cutFace(
  value: Uint8Array,
  characters: string,
  subsetter: Subsetter,
  choice: FaceChoice
): Promise<Uint8Array> {
  const codePoints = [...characters].map((one) => one.codePointAt(0) ?? 0)
  return subsetter.cut({...choice, value: await unpackFont(value), codePoints})
}
