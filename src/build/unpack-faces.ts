// Fonts packed for the web, unpacked beside other work: it takes long, and other
// threads do it.

import type {FontFile, Reserve} from '../model/disk.ts'
import {inflateFont, type WriteFont} from '../type/type.ts'

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
): (name: string, reserve: Reserve) => Promise<Uint8Array> {
  const begun = new Map<string, Promise<WriteFont>>()
  let hasBegun = false

  return async function (name, reserve) {
    if (!hasBegun) beginPacked()
    hasBegun = true
    const packed = begun.get(name)
    begun.delete(name)
    if (packed) return (await packed)(reserve)
    // What is read into that room is packed only where its name hides it.
    return (await inflateFont(await find(name).read(reserve)))()
  }

  function beginPacked(): void {
    for (const [name, {path}] of fonts) {
      if (!/\.woff2?$/i.test(path)) continue
      const value = find(name).read().then(inflateFont)
      // Whoever asks for it hears of it.
      value.catch(() => undefined)
      begun.set(name, value)
    }
  }

  function find(name: string): FontFile {
    const found = fonts.get(name)
    if (found) return found.font
    throw new TypeError(`Unexpected face \`${name}\`, expected one with a font`)
  }
}
