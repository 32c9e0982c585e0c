// A reference page out of a JSON Schema: every field with its kind, what it is
// if absent, and what it means. Made of the same source that checks the files.

/** Files that have a reference, and how each begins. */
export const referenceHeads = {
  issue:
    '# issue.yaml\n\nWhat an issue is: the paper, the day, the pages. It lies in the folder of the issue.',
  story:
    '# Front matter of a manuscript\n\nWhat may stand between two lines `---` at the top of a story’s file. No field has to be there.',
  template:
    '# template.yaml\n\nA page design, in millimetres and points. It lies in a folder of `templates`, with its ornaments.'
} as const

/** Write the reference of a schema as Markdown. */
export function toSchemaReference(
  name: keyof typeof referenceHeads,
  schema: unknown
): string {
  const rows = toRows(schema, '')
  const head = '| Field | Kind | Meaning |\n|-|-|-|\n'
  return `${referenceHeads[name]}\n\nWritten by \`qianzi schema --docs\`: do not change it by hand. A \`*\` marks what must be there.\n\n${head}${rows.join('')}`
}

function toRows(schema: unknown, path: string): Array<string> {
  const {properties, required} = toObject(schema)
  const must = Array.isArray(required) ? required : []
  const rows = Object.entries(toObject(properties)).flatMap(([key, value]) => {
    const field = path ? `${path}.${key}` : key
    return toRow(field, value, must.includes(key))
  })
  return [...rows, ...toMore(schema, path)]
}

/** Names that people choose: `colors.NAME`. */
function toMore(schema: unknown, path: string): Array<string> {
  const {additionalProperties} = toObject(schema)
  if (typeof additionalProperties !== 'object') return []
  if (additionalProperties === null) return []
  return toRow(`${path}.NAME`, additionalProperties, false)
}

function toRow(field: string, value: unknown, must: boolean): Array<string> {
  const {description, items} = toObject(value)
  const meaning = typeof description === 'string' ? description : ''
  const mark = must ? '\\*' : ''
  const row = `| \`${field}\`${mark} | ${escape(toKind(value))} | ${escape(meaning)} |\n`
  const inside =
    items === undefined ? toRows(value, field) : toItems(items, field)
  return [row, ...inside, ...toChoices(value, field)]
}

function toItems(items: unknown, field: string): Array<string> {
  return [...toRows(items, `${field}[]`), ...toChoices(items, `${field}[]`)]
}

/** Fields of the objects that a field may be. */
function toChoices(value: unknown, field: string): Array<string> {
  const {anyOf} = toObject(value)
  return Array.isArray(anyOf)
    ? anyOf.flatMap((choice) => toRows(choice, field))
    : []
}

function toKind(value: unknown): string {
  const schema = toObject(value)
  const {anyOf, items, maximum, minimum, type} = schema
  if ('const' in schema) return `\`${JSON.stringify(schema['const'])}\``
  if (Array.isArray(schema['enum'])) {
    return schema['enum'].map((one) => `\`${String(one)}\``).join(', ')
  }
  if (Array.isArray(anyOf)) {
    return [...new Set(anyOf.map(toKind))].join(' or ')
  }
  if (type === 'array') return `list of ${toKind(items)}`
  if (type === 'object') return 'fields'
  const name = {
    boolean: 'true or false',
    integer: 'whole number',
    string: 'text'
  }[String(type)]
  const from = typeof minimum === 'number' ? ` from ${minimum}` : ''
  const to = typeof maximum === 'number' ? ` to ${maximum}` : ''
  return `${name ?? String(type ?? 'anything')}${from}${to}`
}

function escape(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? {...value} : {}
}
