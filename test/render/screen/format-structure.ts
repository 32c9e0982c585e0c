// A structure as an outline, to be read in tests.

import {
  isElement,
  type StructureElement
} from '../../../src/render/screen/structure.ts'

/** Write a structure as an outline. */
export function formatStructure(element: StructureElement, depth = 0): string {
  const {alt, kind, lang} = element
  const facts = [kind, lang ? `(${lang})` : '', alt ? `[${alt}]` : '']
  const text = element.children
    .flatMap((child) =>
      isElement(child) || child.mark.type !== 'run'
        ? []
        : child.mark.glyphs.map((glyph) => glyph.text)
    )
    .join('')
  const head = [...facts, text].filter(Boolean).join(' ')
  const inside = element.children
    .filter(isElement)
    .map((child) => formatStructure(child, depth + 1))
  return `${'  '.repeat(depth)}${head}\n${inside.join('')}`
}
