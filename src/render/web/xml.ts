// XML, written: elements with attributes, text escaped, nothing more.

/** Attributes; those that are `undefined` are left out. */
export type XmlAttributes = Readonly<
  Record<string, number | string | undefined>
>

/** Written XML, not to be escaped again. */
export interface Xml {
  xml: string
}

/** Write an element. */
export function x(
  name: string,
  attributes: XmlAttributes = {},
  ...children: ReadonlyArray<ReadonlyArray<Xml> | Xml | string | undefined>
): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('')
  const content = children.map(toContent).join('')
  return {
    xml:
      content === ''
        ? `<${name}${written}/>`
        : `<${name}${written}>${content}</${name}>`
  }
}

/** Write a document. */
export function toXmlText(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`
}

function toContent(
  child: ReadonlyArray<Xml> | Xml | string | undefined
): string {
  if (child === undefined) return ''
  if (typeof child === 'string') return escapeXml(child)
  if ('xml' in child) return child.xml
  return child.map(({xml}) => `${xml}\n`).join('')
}

// Characters XML does not allow are not copy anybody can read.
function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
