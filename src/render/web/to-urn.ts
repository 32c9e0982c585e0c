// A name that lasts for what has no address: a UUID made of what it is called.

import {createHash} from 'node:crypto'

/** Name something; the same name every time. */
export function toUrn(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  // RFC 9562, version 8: made in a way of our own.
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
