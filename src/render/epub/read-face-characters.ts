// Which characters a TrueType font has: its `cmap` table, formats 4 and 12, read
// as the OpenType specification (1.9.1, “cmap”) lays it out.

/** Read the code points of a font; none, where there is no table we know. */
export function readFaceCharacters(value: Uint8Array): ReadonlySet<number> {
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength)
  const points = new Set<number>()
  const table = findTable(view, 'cmap')
  if (table === undefined) return points

  const count = view.getUint16(table + 2)
  for (let index = 0; index < count; index++) {
    const platform = view.getUint16(table + 4 + index * 8)
    const start = table + view.getUint32(table + 8 + index * 8)
    // Unicode and Windows; Macintosh tables have codes of their own.
    if (platform !== 0 && platform !== 3) continue
    const format = view.getUint16(start)
    if (format === 4) addSegments(view, start, points)
    if (format === 12) addGroups(view, start, points)
  }
  return points
}

function findTable(view: DataView, tag: string): number | undefined {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16
    const name = String.fromCharCode(
      view.getUint8(record),
      view.getUint8(record + 1),
      view.getUint8(record + 2),
      view.getUint8(record + 3)
    )
    if (name === tag) return view.getUint32(record + 8)
  }
  return undefined
}

function addSegments(view: DataView, start: number, points: Set<number>): void {
  const doubleCount = view.getUint16(start + 6)
  const ends = start + 14
  const starts = ends + doubleCount + 2
  const deltas = starts + doubleCount
  const offsets = deltas + doubleCount
  for (let at = 0; at < doubleCount; at += 2) {
    const end = view.getUint16(ends + at)
    const delta = view.getUint16(deltas + at)
    const offset = view.getUint16(offsets + at)
    const first = view.getUint16(starts + at)
    for (let point = first; point <= end && point < 0xffff; point++) {
      const place = offsets + at + offset + (point - first) * 2
      const glyph = offset === 0 ? point + delta : view.getUint16(place)
      if ((glyph & 0xffff) !== 0) points.add(point)
    }
  }
}

function addGroups(view: DataView, start: number, points: Set<number>): void {
  const count = view.getUint32(start + 12)
  for (let index = 0; index < count; index++) {
    const group = start + 16 + index * 12
    const end = view.getUint32(group + 4)
    for (let point = view.getUint32(group); point <= end; point++) {
      points.add(point)
    }
  }
}
