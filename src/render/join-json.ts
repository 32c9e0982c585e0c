// Long JSON, written item by item: the whole of it as one text, and all that it
// is made of, would be the most memory of a run.

/** JSON with a long list in it. */
export interface LongJson {
  /** Everything else; the list is there, and is empty. */
  value: Readonly<Record<string, unknown>>
  /** Name of the list. */
  name: string
  /** Spaces that a level is indented by. */
  indentCount: number
  /** Items of the list, indented as they are by themselves. */
  items: Iterable<string>
}

/** Write JSON as it would be written at once, with a line feed after it. */
export function joinJson(json: LongJson): Uint8Array {
  const {indentCount, items, name, value} = json
  const indent = ' '.repeat(indentCount)
  const text = JSON.stringify(value, undefined, indentCount)
  // Within a string there are no bare quotes, within other levels more blanks.
  const list = `\n${indent}${JSON.stringify(name)}: [`
  const at = text.indexOf(`${list}]`) + list.length
  const chunks = [Buffer.from(text.slice(0, at))]
  for (const item of items) {
    const comma = chunks.length > 1 ? ',' : ''
    const inside = `\n${item}`.replaceAll('\n', `\n${indent}${indent}`)
    chunks.push(Buffer.from(comma + inside))
  }
  const end = chunks.length > 1 ? `\n${indent}` : ''
  chunks.push(Buffer.from(`${end}${text.slice(at)}\n`))
  return Buffer.concat(chunks)
}
