// Large parts of a press file: the profile and files of fonts are there before
// the page is painted, and other threads pack them meanwhile.

import {promisify} from 'node:util'
import {deflate} from 'node:zlib'
import type {PackStream} from '../../model/press.ts'
import type {PressFont, PressFontFile, PressFonts} from './press-fonts.ts'
import {toUnicodeMap} from './to-unicode.ts'

/** Outlines by their file, maps to characters by their font. */
export type FontParts = ReadonlyMap<PressFont | PressFontFile, Uint8Array>

const inOtherThread = promisify(deflate)

// Pages share the profile: it is packed once.
const known = new WeakMap<Uint8Array, Promise<Uint8Array>>()

/** Pack a stream with zlib, in another thread; one and the same only once. */
export const packStream: PackStream = (value) => {
  const packed = known.get(value) ?? inOtherThread(value)
  known.set(value, packed)
  return packed
}

/** Pack the outlines of fonts. */
export function packOutlines(
  {files}: PressFonts,
  pack: PackStream
): Promise<FontParts> {
  const parts = [...files.values()].map(
    (file) => [file, file.cff ?? file.value] as const
  )
  return packParts(new Map(parts), pack)
}

/** Pack the maps to characters, which are known when all is painted. */
export function packMaps(
  {fonts}: PressFonts,
  pack: PackStream
): Promise<FontParts> {
  const maps = fonts.map((font) => [font, toUnicodeMap(font.texts)] as const)
  return packParts(new Map(maps), pack)
}

async function packParts(
  parts: FontParts,
  pack: PackStream
): Promise<FontParts> {
  const packed = await Promise.all(
    [...parts].map(async ([key, part]) => [key, await pack(part)] as const)
  )
  return new Map(packed)
}
