// Fonts packed for the web, unpacked beside other work: it takes long, and other
// threads do it.

import type {FontFile} from '../model/disk.ts'
import {unpackFont} from '../type/type.ts'

/** A font file that was found. */
export interface FoundFont {
  font: FontFile
  /** As the template names it. */
  path: string
}

/**
 * Open what reads fonts by the names of their faces. When it is first asked for
 * one, it begins with all that are packed: copy that needs one cut anew needs
 * all of them. Each can be had once, so that none stays in memory.
 */
export function openUnpacker(
  fonts: ReadonlyMap<string, FoundFont>
): (name: string) => Promise<Uint8Array> {
  const begun = new Map<string, Promise<Uint8Array>>()
  let hasBegun = false

  return function (name) {
    if (!hasBegun) beginPacked()
    hasBegun = true
    const value = begun.get(name) ?? unpack(name)
    begun.delete(name)
    return value
  }

  function beginPacked(): void {
    for (const [name, {path}] of fonts) {
      if (!/\.woff2?$/i.test(path)) continue
      const value = unpack(name)
      // Whoever asks for it hears of it.
      value.catch(() => undefined)
      begun.set(name, value)
    }
  }

  async function unpack(name: string): Promise<Uint8Array> {
    const found = fonts.get(name)
    if (found) return unpackFont(await found.font.read())
    throw new TypeError(`Unexpected face \`${name}\`, expected one with a font`)
  }
}
