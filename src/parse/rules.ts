// Rules of the copy desk: what is checked when manuscripts are read.

import type {RulePage} from '../note/rule-page.ts'
import {invisibleCharacter, lostCharacter} from './clean-copy.ts'
import {unknownEncoding, wrongEncoding} from './decode-copy.ts'
import {importRules} from './import-rules.ts'
import * as issue from './issue-rules.ts'
import * as picture from './lift-picture.ts'
import {longParagraph} from './shield-long-paragraphs.ts'
import * as story from './story-rules.ts'
import {htmlDropped} from './strip-html.ts'
import {breakDropped, codeInCopy} from './to-body.ts'
import {unknownDirective} from './to-directive-blocks.ts'
import {linkDropped} from './to-link.ts'
import {unclosedDirective, unknownLanguage} from './to-phrasing.ts'

/** The rules, with what there is to say about them. */
export const parseRules: ReadonlyArray<RulePage> = [
  ...Object.values(issue),
  ...Object.values(story),
  ...importRules,
  breakDropped,
  codeInCopy,
  htmlDropped,
  invisibleCharacter,
  linkDropped,
  longParagraph,
  lostCharacter,
  picture.pictureAlt,
  picture.pictureAttributes,
  picture.pictureDeclaredMissing,
  picture.pictureMissing,
  picture.picturePath,
  unclosedDirective,
  unknownDirective,
  unknownEncoding,
  unknownLanguage,
  wrongEncoding
].sort((a, b) => (a.id < b.id ? -1 : 1))
