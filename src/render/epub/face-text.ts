// Which characters are shown in which face, counted from the finished documents:
// counting from the copy would miss what the press adds.
//
// The elements named here are the other half of a template's `epub/style.css`:
// what it sets bold, italic or in kai must be listed.

import type {Element, ElementContent} from 'hast'

/** Characters by face; each once, in code point order. */
export interface FaceText {
  /** Every character of the documents: what another face lacks falls to it. */
  body: string
  bold: string
  italic: string
  kai: string
}

type FaceName = keyof FaceText

const boldNames = new Set(['b', 'h1', 'h2', 'h3', 'strong', 'th'])
const boldClasses = new Set(['box-title', 'label', 'lead-in'])
const kaiNames = new Set(['blockquote', 'figcaption'])
const kaiClasses = new Set(['byline', 'pull-quote', 'summary'])

/** Collect the characters of the documents. */
export function collectFaceText(documents: ReadonlyArray<Element>): FaceText {
  const found: Record<FaceName, Set<string>> = {
    body: new Set(' '),
    bold: new Set(),
    italic: new Set(),
    kai: new Set()
  }
  for (const document of documents) addText(document, new Set(), found)
  return {
    body: toSorted(found.body),
    bold: toSorted(found.bold),
    italic: toSorted(found.italic),
    kai: toSorted(found.kai)
  }
}

function addText(
  node: ElementContent,
  faces: ReadonlySet<FaceName>,
  found: Readonly<Record<FaceName, Set<string>>>
): void {
  if (node.type === 'text') {
    for (const character of node.value) {
      found.body.add(character)
      for (const face of faces) found[face].add(character)
    }
  } else if (node.type === 'element') {
    const inner = new Set([...faces, ...findFaces(node)])
    for (const child of node.children) addText(child, inner, found)
  }
}

function findFaces(element: Element): Array<FaceName> {
  const {properties, tagName} = element
  const {className} = properties
  const classes = Array.isArray(className) ? className.map(String) : []
  const faces: Array<FaceName> = []
  const isIn = (names: ReadonlySet<string>) =>
    classes.some((name) => names.has(name))
  if (boldNames.has(tagName) || isIn(boldClasses)) faces.push('bold')
  if (kaiNames.has(tagName) || isIn(kaiClasses)) faces.push('kai')
  if (tagName === 'em' && !classes.includes('dots')) faces.push('italic')
  return faces
}

function toSorted(characters: ReadonlySet<string>): string {
  return [...characters]
    .filter((character) => character >= ' ')
    .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
    .join('')
}
