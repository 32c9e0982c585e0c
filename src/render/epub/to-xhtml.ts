// hast to XHTML, as EPUB wants it: XML, one `xml:lang` for every `lang`, empty
// elements written so that HTML parsers read them too.

import type {Element, ElementContent} from 'hast'
import {toXml, writeXml, type XmlElement} from '../write-xml.ts'

// Line ends between the children of these can't be seen.
const loose = new Set(
  'html head body article header section nav aside figure div ol ul dl table thead tbody tr svg'.split(
    ' '
  )
)

const voids = new Set('br hr image img link meta polygon wbr'.split(' '))

const attributeNames: Readonly<Record<string, string>> = {
  className: 'class',
  fillOpacity: 'fill-opacity',
  preserveAspectRatio: 'preserveAspectRatio',
  viewBox: 'viewBox',
  xLinkHref: 'xlink:href',
  xmlnsXLink: 'xmlns:xlink'
}

/** Write a document; `html` is its root. */
export function toXhtml(html: Element): string {
  const text = writeXml(toXmlElement(html), {
    isLoose: (name) => loose.has(name),
    isVoid: (name) => voids.has(name)
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${text}\n`
}

function toXmlElement(element: Element): XmlElement {
  const attributes: Record<string, string | undefined> = {}
  for (const [property, value] of Object.entries(element.properties)) {
    const name = toAttributeName(property)
    attributes[name] = toAttributeValue(name, value)
    if (name === 'lang') attributes['xml:lang'] = attributes['lang']
  }
  return toXml(element.tagName, attributes, element.children.flatMap(toChild))
}

function toChild(node: ElementContent): Array<XmlElement | string> {
  if (node.type === 'element') return [toXmlElement(node)]
  return node.type === 'text' ? [node.value] : []
}

function toAttributeName(property: string): string {
  const name = attributeNames[property]
  if (name) return name
  if (property.includes(':')) return property
  return property.replace(/^aria(?=[A-Z])/, 'aria-').toLowerCase()
}

function toAttributeValue(
  name: string,
  value: Element['properties'][string]
): string | undefined {
  if (value === undefined || value === null || value === false) return undefined
  if (value === true) return name
  return Array.isArray(value) ? value.join(' ') : String(value)
}
