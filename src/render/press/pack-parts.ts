// Large parts of a press file that are there before the page is painted: fonts
// and the profile. Other threads pack them meanwhile.

import {promisify} from 'node:util'
import {deflate} from 'node:zlib'
import type {PackStream, PagePress} from '../../model/press.ts'
import type {PressFonts} from './press-fonts.ts'

/** Packed parts, by what they are unpacked. */
export type PackedParts = ReadonlyMap<Uint8Array, Uint8Array>

const inOtherThread = promisify(deflate)

/** Pack a stream with zlib, in another thread. */
export const packStream: PackStream = (value) => inOtherThread(value)

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
