// Rules of composition for tests: those of the Chinese templates.

import type {CompositionRules} from '../../src/template/template.ts'

/** Rules for tests. */
export const madeRules: CompositionRules = {
  prohibition: 'gb',
  lineEndMarks: 'flexible',
  hanLatinSpaceEm: {natural: 0.1875, min: 0.125, max: 0.25},
  maxStretchEm: 0.1,
  keepsTogether: true,
  maxLetterSpaceEm: 0.03,
  hyphenates: false,
  hangs: false
}

/** Rules of the English template. */
export const latinRules: CompositionRules = {
  ...madeRules,
  prohibition: 'basic',
  lineEndMarks: 'full',
  maxStretchEm: 0.3,
  hyphenates: true
}
