// A DICT of a CFF table: operators with their operands (Adobe Technical Note
// 5176, 4). Operators of two bytes are 1200 and the second byte.

/** Read the whole numbers before each operator; fractions are read as zero. */
export function readOperands(dict: Uint8Array): Map<number, Array<number>> {
  const found = new Map<number, Array<number>>()
  let operands: Array<number> = []
  for (let at = 0; at < dict.length;) {
    const byte = dict[at] ?? 0
    const next = dict[at + 1] ?? 0
    if (byte <= 21) {
      found.set(byte === 12 ? 1200 + next : byte, operands)
      operands = []
      at += byte === 12 ? 2 : 1
    } else if (byte === 28) {
      operands.push((next << 8) | (dict[at + 2] ?? 0))
      at += 3
    } else if (byte === 29) {
      operands.push(
        (next << 24) |
          ((dict[at + 2] ?? 0) << 16) |
          ((dict[at + 3] ?? 0) << 8) |
          (dict[at + 4] ?? 0)
      )
      at += 5
    } else if (byte === 30) {
      operands.push(0)
      at++
      while (at < dict.length && ((dict[at] ?? 0) & 0x0f) !== 0x0f) at++
      at++
    } else if (byte <= 246) {
      operands.push(byte - 139)
      at++
    } else {
      const isPositive = byte <= 250
      operands.push(
        isPositive
          ? (byte - 247) * 256 + next + 108
          : -(byte - 251) * 256 - next - 108
      )
      at += 2
    }
  }
  return found
}
