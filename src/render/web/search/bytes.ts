// Numbers as bytes: seven bits in each, the eighth says that more follow. Small
// numbers, which differences between places are, take one byte.
//
// This file also runs in browsers.

/** Bytes that grow. */
export interface ByteWriter {
  readonly length: number
  /** All bytes there is room for; of use up to `length`, until more is put. */
  readonly bytes: Uint8Array
  put(value: number): void
  putBytes(value: Uint8Array): void
  /** Put a part of some bytes. */
  putRange(bytes: Uint8Array, from: number, to: number): void
  /** What was put so far; valid until more is put. */
  view(): Uint8Array
  clear(): void
}

/** Open a writer. */
export function openWriter(size = 65_536): ByteWriter {
  let bytes = new Uint8Array(size)
  let length = 0

  return {
    get length() {
      return length
    },
    get bytes() {
      return bytes
    },
    put,
    putBytes,
    // Most are a few bytes: to make a view of them would take longer.
    putRange(source, from, to) {
      if (to - from > 64) return putBytes(source.subarray(from, to))
      grow(to - from)
      for (let at = from; at < to; at++) bytes[length++] = source[at] ?? 0
    },
    view: () => bytes.subarray(0, length),
    clear() {
      length = 0
    }
  }

  function putBytes(value: Uint8Array): void {
    grow(value.length)
    bytes.set(value, length)
    length += value.length
  }

  function put(value: number): void {
    grow(8)
    let rest = value
    while (rest > 127) {
      bytes[length++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    bytes[length++] = rest
  }

  function grow(count: number): void {
    if (length + count <= bytes.length) return
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + count))
    larger.set(bytes)
    bytes = larger
  }
}

/** Reads what a writer put. */
export interface ByteReader {
  /** Place of the next byte. */
  at: number
  take(): number
}

/** Open a reader. */
export function openReader(bytes: Uint8Array, at = 0): ByteReader {
  const reader: ByteReader = {
    at,
    take() {
      let value = 0
      let factor = 1
      for (;;) {
        const byte = bytes[reader.at++] ?? 0
        value += (byte % 128) * factor
        if (byte < 128) return value
        factor *= 128
      }
    }
  }
  return reader
}
