// Attributes after a picture: `{credit="陈五 摄" focus="0.5 0.4" missing}`.
//
// Values may stand in straight or Chinese quotation marks, or in none.

/** Attributes and where they end; without values when they can't be read. */
export interface ReadAttributes {
  values?: ReadonlyMap<string, string>
  endOffset?: number
}

const attribute =
  /\s*(?:([a-z][\w-]*)\s*(?:=\s*(?:"([^"\n]*)"|'([^'\n]*)'|[“”]([^“”\n]*)[“”]|([^\s"'“”{}=]+)))?|(\}))/iy

/** Read the attributes that begin with the `{` at an offset. */
export function readAttributes(text: string, offset: number): ReadAttributes {
  const values = new Map<string, string>()
  attribute.lastIndex = offset + 1

  for (;;) {
    const match = attribute.exec(text)
    if (!match) return {}
    if (match[6] !== undefined) {
      return {values, endOffset: match.index + match[0].length}
    }
    const value = match[2] ?? match[3] ?? match[4] ?? match[5] ?? ''
    values.set((match[1] ?? '').toLowerCase(), decode(value))
  }
}

function decode(value: string): string {
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
