// Rules of page designs: what is checked when a template is read.

import type {Rule} from '../note/note.ts'

/** A name that nothing in the template defines. */
export const templateReference: Rule = {
  id: 'template-reference',
  level: 'error'
}

/** A type style every template has, and this one lacks. */
export const templateStyle: Rule = {id: 'template-style', level: 'error'}

/** Leading of text in legs that is off the grid. */
export const templateLeading: Rule = {id: 'template-leading', level: 'warning'}

/** Headline sizes that are missing for a width, or out of order. */
export const templateLadder: Rule = {id: 'template-ladder', level: 'warning'}

/** A type area, a leg or a piece of furniture that is off the sheet. */
export const templateGeometry: Rule = {
  id: 'template-geometry',
  level: 'error'
}

/** The rules, for the reference pages. */
export const templateRules: ReadonlyArray<Rule> = [
  templateGeometry,
  templateLadder,
  templateLeading,
  templateReference,
  templateStyle
]
