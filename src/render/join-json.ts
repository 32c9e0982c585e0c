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
  /** Items of the list, made by `toJsonItem`. */
  items: Iterable<Uint8Array>
}

/** Make an item of such a list out of JSON that is indented as it is by itself. */
export function toJsonItem(text: string, indentCount: number): Uint8Array {
  const indent = ' '.repeat(2 * indentCount)
  return Buffer.from(`\n${text}`.replaceAll('\n', `\n${indent}`))
}

/** Write JSON as it would be written at once, with a line feed after it. */
export function joinJson(json: LongJson): Uint8Array {
  const {indentCount, items, name, value} = json
  const indent = ' '.repeat(indentCount)
  const text = JSON.stringify(value, undefined, indentCount)
  // Within a string there are no bare quotes, within other levels more blanks.
  const list = `\n${indent}${JSON.stringify(name)}: [`
  const at = text.indexOf(`${list}]`) + list.length
  const chunks: Array<Uint8Array> = [Buffer.from(text.slice(0, at))]
  for (const item of items) {
    if (chunks.length > 1) chunks.push(comma)
    chunks.push(item)
  }
  const end = chunks.length > 1 ? `\n${indent}` : ''
  chunks.push(Buffer.from(`${end}${text.slice(at)}\n`))
  return Buffer.concat(chunks)
}

const comma = Buffer.from(',')
