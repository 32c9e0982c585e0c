// Rules of the files people write in YAML: `issue.yaml`, `template.yaml` and
// the front matter of manuscripts.

import type {RulePage} from '../note/rule-page.ts'

/** YAML that can't be read at all. */
export const yamlSyntax: RulePage = {
  id: 'yaml-syntax',
  level: 'error',
  what: 'The YAML can’t be read.',
  why: 'What can’t be read can’t be printed, and guessing would print something else.',
  fix: 'Mend the line the note names; most often a quotation mark, a colon or an indent is off.'
}

/** YAML that can be read, and looks odd. */
export const yamlOddity: RulePage = {
  id: 'yaml-oddity',
  level: 'warning',
  what: 'The YAML uses something that has no meaning here, such as a tag.',
  why: 'It is passed over, and that may not be what was meant.',
  fix: 'Write a plain value.'
}

/** A field that is not known. */
export const unknownField: RulePage = {
  id: 'unknown-field',
  level: 'warning',
  what: 'The YAML has a field that nobody reads.',
  why: 'A misspelt field does nothing, silently.',
  fix: 'Use the name the note suggests, or delete the field.'
}

/** A field that has to be there. */
export const missingField: RulePage = {
  id: 'missing-field',
  level: 'error',
  what: 'The YAML lacks a field that has to be there.',
  why: 'The press never makes up a fact about the paper; where a fact is not known, `publication`, `date` and `number` take `unknown`.',
  fix: 'Add the field.'
}

/** A field with a value that does not fit. */
export const wrongValue: RulePage = {
  id: 'wrong-value',
  level: 'error',
  what: 'A field of the YAML has a value of another type or form than expected.',
  why: 'The value can’t be used, so what it was to decide would be left to chance.',
  fix: 'Write a value like the one the note describes; text that looks like a number needs quotation marks.'
}

/** The rules, with what there is to say about them. */
export const configRules: ReadonlyArray<RulePage> = [
  missingField,
  unknownField,
  wrongValue,
  yamlOddity,
  yamlSyntax
]
