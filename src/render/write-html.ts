// HTML as text, for the report and the sheet: a few elements with plain
// attributes. The packages that know all of HTML take longer to load than a
// report to be written, and ten times the room of a sheet.

/** An element, or a piece of text. */
export type HtmlNode = HtmlElement | string

/** An element. */
export interface HtmlElement {
  name: string
  /** Attributes in order, by their names in the file; `true` has no value. */
  attributes: Readonly<Record<string, number | string | true>>
  children: ReadonlyArray<HtmlNode>
}

/** Elements without an end. */
const voidNames = new Set(['img', 'meta'])

/** End of a document. */
export const documentEnd = '</body></html>\n'

/** Make an element. */
export function toHtml(
  name: string,
  attributes: HtmlElement['attributes'],
  children: HtmlElement['children'] | string = []
): HtmlElement {
  const list = typeof children === 'string' ? [children] : children
  return {name, attributes, children: list}
}

/** Write an element and everything in it. */
export function writeHtml({attributes, children, name}: HtmlElement): string {
  let text = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    text +=
      value === true ? ` ${key}` : ` ${key}="${escapeAttribute(String(value))}"`
  }
  text += '>'
  if (voidNames.has(name)) return text
  for (const child of children) {
    if (typeof child !== 'string') text += writeHtml(child)
    // A style sheet is not text.
    else text += name === 'style' ? child : escape(child, /[&<]/g)
  }
  return `${text}</${name}>`
}

/** Begin a document; its body is written after it. */
export function openDocument(lang: string, head: HtmlElement): string {
  const start = `<html lang="${escapeAttribute(lang)}">`
  return `<!doctype html>${start}${writeHtml(head)}<body>`
}

function escapeAttribute(value: string): string {
  return escape(value, /[&"]/g)
}

function escape(text: string, special: RegExp): string {
  return text.replace(
    special,
    (one) => `&#x${one.charCodeAt(0).toString(16).toUpperCase()};`
  )
}
