// XML as text, for EPUB and the archive.
//
// HTML serializers leave `<` in attributes and control characters in text, which
// no XML reader takes; this one can't write anything that is not well-formed.

/** An element. */
export interface XmlElement {
  name: string
  /** Attributes in order; `undefined` ones are left out. */
  attributes: Readonly<Record<string, string | undefined>>
  children: ReadonlyArray<XmlElement | string>
}

/** How to write it. */
export interface XmlOptions {
  /** Whether the element may have line ends between its children. */
  isLoose(name: string): boolean
  /** Whether the element is closed at once when it is empty. */
  isVoid(name: string): boolean
}

/** Make an element. */
export function toXml(
  name: string,
  attributes: XmlElement['attributes'],
  children: XmlElement['children'] | string = []
): XmlElement {
  const list = typeof children === 'string' ? [children] : children
  return {name, attributes, children: list}
}

/** Write an element and everything in it. */
export function writeXml(element: XmlElement, options: XmlOptions): string {
  const {attributes, children, name} = element
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(value)}"`]
  )
  const start = `<${name}${pairs.join('')}`
  if (children.length === 0 && options.isVoid(name)) return `${start}/>`

  const content = children.map((child) =>
    typeof child === 'string' ? escapeText(child) : writeXml(child, options)
  )
  const isLoose =
    options.isLoose(name) &&
    children.length > 0 &&
    children.every((child) => typeof child !== 'string')
  const inside = isLoose ? `\n${content.join('\n')}\n` : content.join('')
  return `${start}>${inside}</${name}>`
}

/** Drop the characters no XML document can hold. */
export function cleanXmlText(value: string): string {
  return value.replace(
    /[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
    ''
  )
}

function escapeText(value: string): string {
  return cleanXmlText(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;').replaceAll('\n', ' ')
}
