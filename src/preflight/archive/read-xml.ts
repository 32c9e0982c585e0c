// XML of a bag, as elements that know their line.

import {parseXml, XmlElement as ParsedElement, XmlText} from '@rgrove/parse-xml'

/** An element. */
export interface Xml {
  /** Name without its prefix. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: Array<Xml>
  /** Text right in it. */
  text: string
  /** Line it begins on, from 1. */
  line: number
}

/** Read a document; a string says what is wrong with it. */
export function readXml(text: string): Xml | string {
  const lineStarts = [0]
  for (
    let at = text.indexOf('\n');
    at !== -1;
    at = text.indexOf('\n', at + 1)
  ) {
    lineStarts.push(at + 1)
  }
  try {
    const {root} = parseXml(text, {includeOffsets: true})
    return root ? toElement(root, lineStarts) : 'no element'
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return reason.split('\n')[0] ?? reason
  }
}

/** Find elements of a name, however deep. */
export function findAll(xml: Xml, ...names: ReadonlyArray<string>): Array<Xml> {
  const found: Array<Xml> = []
  visit(xml)
  return found

  function visit(element: Xml): void {
    for (const child of element.children) {
      if (names.includes(child.name)) found.push(child)
      visit(child)
    }
  }
}

/** Find the first element of a name, however deep. */
export function findOne(xml: Xml, name: string): Xml | undefined {
  for (const child of xml.children) {
    const found = child.name === name ? child : findOne(child, name)
    if (found) return found
  }
  return undefined
}

/** Read the text of the first element of a name. */
export function textOf(xml: Xml, name: string): string {
  return findOne(xml, name)?.text ?? ''
}

function toElement(
  element: ParsedElement,
  lineStarts: ReadonlyArray<number>
): Xml {
  const children: Array<Xml> = []
  let text = ''
  for (const child of element.children) {
    if (child instanceof ParsedElement) {
      children.push(toElement(child, lineStarts))
    } else if (child instanceof XmlText) text += child.text
  }
  return {
    name: element.name.slice(element.name.indexOf(':') + 1),
    attributes: element.attributes,
    children,
    text: text.trim(),
    line: findLine(element.start, lineStarts)
  }
}

function findLine(offset: number, lineStarts: ReadonlyArray<number>): number {
  let low = 0
  let high = lineStarts.length
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}
