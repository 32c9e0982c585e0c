// The rules about copy, in the order they look at a passage.

import {brokenParagraph} from './broken-paragraph.ts'
import type {CopyRule} from './copy-rule.ts'
import {doubledWord} from './doubled-word.ts'
import {halfWidthMark} from './half-width-mark.ts'
import {markUsage} from './mark-usage.ts'
import {numberUsage} from './number-usage.ts'
import {oddWord} from './odd-word.ts'
import {particleUsage} from './particle-usage.ts'
import {unpairedMark} from './unpaired-mark.ts'

/** Rules that look at one passage at a time. */
export const copyRules: ReadonlyArray<CopyRule> = [
  unpairedMark,
  halfWidthMark,
  markUsage,
  numberUsage,
  doubledWord,
  oddWord,
  particleUsage,
  brokenParagraph
]
