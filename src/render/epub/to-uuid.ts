// A name's UUID, version 5 (RFC 9562, 5.5): the same name, the same identifier.

import {createHash} from 'node:crypto'

// The namespace for URLs (RFC 9562, 6.6).
const namespace = '6ba7b8119dad11d180b400c04fd430c8'

/** Make the UUID of a name. */
export function toUuid(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace, 'hex'))
    .update(name)
    .digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32)
  ].join('-')
}
