// Rules of page designs: what is checked when a template is read.

import type {RulePage} from '../note/rule-page.ts'

/** A name that nothing in the template defines. */
export const templateReference: RulePage = {
  id: 'template-reference',
  level: 'error',
  what: 'The template names a colour, a face, a type style or a headline treatment that it does not define.',
  why: 'Type without a face or a colour can’t be set.',
  fix: 'Define the name in the section the note mentions, or use one that is there.'
}

/** A type style every template has, and this one lacks. */
export const templateStyle: RulePage = {
  id: 'template-style',
  level: 'error',
  what: 'The template lacks a type style that every template has.',
  why: 'The composing room asks for it by name; copy of that kind would be set like body.',
  fix: 'Add the style to `styles`; copy it from `templates/broadsheet/template.yaml` to begin with.'
}

/** Leading of text in legs that is off the grid. */
export const templateLeading: RulePage = {
  id: 'template-leading',
  level: 'warning',
  what: 'Text that stands in legs has a leading that is no multiple of the grid’s.',
  why: 'Lines of neighbouring legs would no longer stand on the same baselines.',
  fix: 'Use the leading the note gives.'
}

/** Headline sizes that are missing for a width, or out of order. */
export const templateLadder: RulePage = {
  id: 'template-ladder',
  level: 'warning',
  what: 'The headline ladder lacks a width of the grid, or its sizes are out of order.',
  why: 'Headlines of that width would be sized like those of another, and the page would lose its order of importance.',
  fix: 'Give every width, from `1` to the number of columns, its sizes, the largest first.'
}

/** Something that is off the sheet. */
export const templateGeometry: RulePage = {
  id: 'template-geometry',
  level: 'error',
  what: 'The type area or a piece of furniture is not on the sheet, or no leg can be as wide as asked for.',
  why: 'What is off the sheet is not printed.',
  fix: 'Change the sheet, the grid, the legs or the place the note names.'
}

/** The rules, with what there is to say about them. */
export const templateRules: ReadonlyArray<RulePage> = [
  templateGeometry,
  templateLadder,
  templateLeading,
  templateReference,
  templateStyle
]
