// Large parts of a press file that are there before the page is painted: fonts
// and the profile. Other threads pack them meanwhile.

import {promisify} from 'node:util'
import {deflate} from 'node:zlib'
import type {PackStream, PagePress} from '../../model/press.ts'
import type {PressFont, PressFonts} from './press-fonts.ts'
import {toUnicodeMap} from './to-unicode.ts'

/** Packed parts, by what they are unpacked; maps to characters by their font. */
export type PackedParts = ReadonlyMap<PressFont | Uint8Array, Uint8Array>

const inOtherThread = promisify(deflate)

// Pages share the profile: it is packed once.
const known = new WeakMap<Uint8Array, Promise<Uint8Array>>()

/** Pack a stream with zlib, in another thread; one and the same only once. */
export const packStream: PackStream = (value) => {
  const packed = known.get(value) ?? inOtherThread(value)
  known.set(value, packed)
  return packed
}

/** Pack fonts and the profile. */
export async function packParts(
  {files}: PressFonts,
  {profile}: PagePress,
  pack: PackStream
): Promise<PackedParts> {
  const parts = [...files.values()].map(({cff, value}) => cff ?? value)
  const packed = await Promise.all(
    [profile.value, ...parts].map(
      async (part) => [part, await pack(part)] as const
    )
  )
  return new Map(packed)
}

/** Pack the maps to characters, which are known when all is painted. */
export async function packMaps(
  {fonts}: PressFonts,
  pack: PackStream
): Promise<PackedParts> {
  const packed = await Promise.all(
    fonts.map(
      async (font) => [font, await pack(toUnicodeMap(font.texts))] as const
    )
  )
  return new Map(packed)
}
