// HarfBuzz's subsetter, called directly: what `subset-font` has no word for.
//
// It takes one face of a collection, holds a variable face at one place of its
// axes, and cuts by glyphs as well as by characters. The module is handed in as
// bytes, because rooms below the counter read no files.

import type {Reserve} from '../model/disk.ts'
import type {CutGlyphs, GlyphSubset} from '../model/press.ts'
import {openGlyphPlaces} from './open-glyph-places.ts'
import {findTable, toView} from './read-sfnt.ts'

/** What to keep of a face. */
export interface SubsetRequest {
  value: Uint8Array
  /** Face of a collection, counted from 0 (default: `0`). */
  index?: number
  /** Place on each axis of a variable face (default: the face's own). */
  axes?: Readonly<Record<string, number>>
  /** Code points to keep; layout features and what they lead to stay, too. */
  codePoints?: Iterable<number>
  /** Glyphs to keep: no features, no names, only what is painted. */
  glyphIds?: Iterable<number>
}

/** Cuts font files down. */
export interface Subsetter {
  cut(request: SubsetRequest): Promise<Uint8Array>
  /**
   * Open room for font files in the subsetter's own memory, for one at a time:
   * what is put there is cut without a copy, and the next takes its room.
   */
  openRoom(): Promise<Reserve>
  /** Give back the memory that large files took. */
  rest(): void
}

/** The part of HarfBuzz we call; pointers are numbers. */
interface Harfbuzz {
  memory: WebAssembly.Memory
  _initialize(): void
  malloc(byteCount: number): number
  free(pointer: number): void
  hb_blob_create(
    data: number,
    length: number,
    mode: number,
    userData: number,
    destroy: number
  ): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_set_clear(set: number): void
  hb_set_invert(set: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_glyph_set(input: number): number
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number
  hb_subset_input_pin_axis_location(
    input: number,
    face: number,
    tag: number,
    value: number
  ): number
  hb_subset_input_set(input: number, kind: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_input_unicode_set(input: number): number
  hb_subset_or_fail(face: number, input: number): number
}

const writable = 2
const noHinting = 1
const setOf = {dropTables: 3, features: 6}

/** Tables that paint nothing by themselves. */
const droppedTables = [
  'BASE',
  'DSIG',
  'GDEF',
  'GPOS',
  'GSUB',
  'JSTF',
  'OS/2',
  'STAT',
  'VORG',
  'cmap',
  'gasp',
  'meta',
  'name',
  'post',
  'vhea',
  'vmtx'
]

/**
 * Open the subsetter; `read` reads `harfbuzz-subset.wasm` when something is to be
 * cut. What it has held stays in its memory: `rest` lets it begin with a new one.
 */
export function openSubsetter(read: () => Promise<Uint8Array>): Subsetter {
  let compiled: Promise<WebAssembly.Module> | undefined
  let harfbuzz: Harfbuzz | undefined
  let room = {data: 0, byteCount: 0}
  return {
    cut: async (request) => cut(request, await open()),
    openRoom: async () => {
      const opened = await open()
      return (byteCount) => reserve(opened, byteCount)
    },
    rest: () => {
      harfbuzz = undefined
      room = {data: 0, byteCount: 0}
    }
  }

  async function open(): Promise<Harfbuzz> {
    const module = await (compiled ??= compile())
    return (harfbuzz ??= start(module))
  }

  function reserve(
    {free, malloc, memory}: Harfbuzz,
    byteCount: number
  ): Uint8Array {
    if (byteCount > room.byteCount) {
      free(room.data)
      room = {data: malloc(byteCount), byteCount}
    }
    return new Uint8Array(memory.buffer, room.data, byteCount)
  }

  async function compile(): Promise<WebAssembly.Module> {
    return WebAssembly.compile(new Uint8Array(await read()))
  }
}

function start(compiled: WebAssembly.Module): Harfbuzz {
  const {exports} = new WebAssembly.Instance(compiled)
  if (!isHarfbuzz(exports)) {
    throw new TypeError(
      'Unexpected module, expected that of HarfBuzz’s subsetter'
    )
  }
  exports['_initialize']()
  return exports
}

/** Make a function that cuts the files of an issue down to glyphs. */
export function openGlyphCutter(
  subsetter: Subsetter,
  files: ReadonlyMap<string, Uint8Array>
): CutGlyphs {
  return async function (fileKey, glyphIds): Promise<GlyphSubset> {
    const value = files.get(fileKey)
    if (!value) {
      throw new TypeError(`Unexpected font \`${fileKey}\`, expected a file`)
    }
    const kept = closeOverParts(value, glyphIds)
    const ids = new Map(kept.map((id, index) => [id, index]))
    return {value: await subsetter.cut({value, glyphIds: kept}), ids}
  }
}

function cut(request: SubsetRequest, harfbuzz: Harfbuzz): Uint8Array {
  const {axes = {}, codePoints, glyphIds, index = 0, value} = request
  const isThere = value.buffer === harfbuzz.memory.buffer
  const data = isThere ? value.byteOffset : harfbuzz.malloc(value.byteLength)
  if (!isThere) new Uint8Array(harfbuzz.memory.buffer).set(value, data)
  const hasAxes = findTable(value, 'fvar', index) !== undefined
  const blob = harfbuzz.hb_blob_create(data, value.byteLength, writable, 0, 0)
  const face = harfbuzz.hb_face_create(blob, index)
  const input = harfbuzz.hb_subset_input_create_or_fail()
  let subset = 0

  try {
    if (hasAxes) pinAxes()
    if (glyphIds) keepGlyphs(glyphIds)
    if (codePoints) keepCodePoints(codePoints)
    subset = harfbuzz.hb_subset_or_fail(face, input)
    if (subset === 0) throw new Error('HarfBuzz could not subset the font')
    return read(subset)
  } finally {
    if (subset !== 0) harfbuzz.hb_face_destroy(subset)
    harfbuzz.hb_subset_input_destroy(input)
    harfbuzz.hb_face_destroy(face)
    harfbuzz.hb_blob_destroy(blob)
    if (!isThere) harfbuzz.free(data)
  }

  function pinAxes(): void {
    harfbuzz.hb_subset_input_pin_all_axes_to_default(input, face)
    for (const [name, place] of Object.entries(axes)) {
      const isPinned = harfbuzz.hb_subset_input_pin_axis_location(
        input,
        face,
        toTag(name),
        place
      )
      if (isPinned) continue
      throw new RangeError(
        `Unexpected axis \`${name}\`, expected one that the font has`
      )
    }
  }

  function keepGlyphs(ids: Iterable<number>): void {
    const glyphs = harfbuzz.hb_subset_input_glyph_set(input)
    for (const id of ids) harfbuzz.hb_set_add(glyphs, id)
    const dropped = harfbuzz.hb_subset_input_set(input, setOf.dropTables)
    for (const tag of droppedTables) harfbuzz.hb_set_add(dropped, toTag(tag))
    harfbuzz.hb_subset_input_set_flags(input, noHinting)
  }

  function keepCodePoints(points: Iterable<number>): void {
    const kept = harfbuzz.hb_subset_input_unicode_set(input)
    for (const point of points) harfbuzz.hb_set_add(kept, point)
    const features = harfbuzz.hb_subset_input_set(input, setOf.features)
    harfbuzz.hb_set_clear(features)
    harfbuzz.hb_set_invert(features)
  }

  function read(from: number): Uint8Array {
    const result = harfbuzz.hb_face_reference_blob(from)
    const start = harfbuzz.hb_blob_get_data(result, 0)
    const length = harfbuzz.hb_blob_get_length(result)
    const bytes = new Uint8Array(harfbuzz.memory.buffer, start, length).slice()
    harfbuzz.hb_blob_destroy(result)
    if (length === 0) throw new Error('HarfBuzz could not subset the font')
    return bytes
  }
}

// HarfBuzz keeps the order of glyphs, `.notdef` first, and adds the parts of
// compound ones: with these counted, its new numbers are known.
function closeOverParts(
  file: Uint8Array,
  glyphIds: ReadonlyArray<number>
): Array<number> {
  const kept = new Set<number>([0])
  const partsOf = openParts(file)
  const queue = [...glyphIds]
  for (const id of queue) {
    if (kept.has(id)) continue
    kept.add(id)
    queue.push(...partsOf(id))
  }
  return [...kept].sort((a, b) => a - b)
}

/** Find the glyphs that a glyph of a `glyf` table is put together of. */
function openParts(file: Uint8Array): (id: number) => Array<number> {
  const glyf = findTable(file, 'glyf')
  const loca = findTable(file, 'loca')
  const head = findTable(file, 'head')
  if (!glyf || !loca || !head) return () => []
  const glyphs = toView(glyf)
  const placeOf = openGlyphPlaces(toView(loca), toView(head))

  return function (id) {
    const {endByte, startByte} = placeOf(id)
    const parts: Array<number> = []
    if (endByte - startByte < 10 || glyphs.getInt16(startByte) >= 0) {
      return parts
    }

    for (let at = startByte + 10, hasMore = true; hasMore;) {
      const flags = glyphs.getUint16(at)
      parts.push(glyphs.getUint16(at + 2))
      hasMore = (flags & 0x20) !== 0
      at += 4 + (flags & 1 ? 4 : 2)
      if (flags & 0x08) at += 2
      else if (flags & 0x40) at += 4
      else if (flags & 0x80) at += 8
    }
    return parts
  }
}

function toTag(text: string): number {
  let tag = 0
  for (const character of text.padEnd(4)) {
    tag = (tag << 8) + character.charCodeAt(0)
  }
  return tag
}

function isHarfbuzz(exports: object): exports is Harfbuzz {
  return 'hb_subset_or_fail' in exports && 'memory' in exports
}
