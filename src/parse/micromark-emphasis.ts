// Emphasis beside Chinese marks: `**精准灌溉。**上万人` is strong.
//
// CommonMark asks for a space (or a mark) on the outer side of `**` when there
// is a mark on its inner side. Chinese has no spaces between words, so Chinese
// marks count as letters here.

import {attention} from 'micromark-core-commonmark'
import {classifyCharacter} from 'micromark-util-classify-character'
import type {
  Code,
  Effects,
  Extension,
  State,
  TokenizeContext
} from 'micromark-util-types'
import {isCjk} from './is-cjk.ts'

const asterisk = 42
const underscore = 95
const space = 1
const punctuation = 2
// Marks that Chinese shares with other scripts.
const sharedMarks = '“”‘’…—·'

const emphasis = {
  name: 'attention',
  tokenize: tokenizeEmphasis,
  ...(attention.resolveAll ? {resolveAll: attention.resolveAll} : {})
}

/** Syntax of emphasis in Chinese. */
export const emphasisSyntax: Extension = {
  text: {[asterisk]: emphasis, [underscore]: emphasis}
}

function tokenizeEmphasis(
  this: TokenizeContext,
  effects: Effects,
  ok: State
): State {
  const {previous} = this
  const before = classifyCharacter(previous)
  let marker: Code = null
  return start

  function start(code: Code): State | undefined {
    marker = code
    effects.enter('attentionSequence')
    return inside(code)
  }

  function inside(code: Code): State | undefined {
    if (code === marker) {
      effects.consume(code)
      return inside
    }

    const token = effects.exit('attentionSequence')
    const after = classifyCharacter(code)
    const isMarkBefore = before === punctuation && !isChinese(previous)
    const isMarkAfter = after === punctuation && !isChinese(code)
    const opens =
      after !== space &&
      (!isMarkAfter || before !== undefined || isChinese(previous))
    const closes =
      before !== space &&
      (!isMarkBefore || after !== undefined || isChinese(code))
    const isStar = marker === asterisk
    // oxlint-disable no-underscore-dangle -- micromark names them so
    token._open = isStar ? opens : opens && (before !== undefined || !closes)
    token._close = isStar ? closes : closes && (after !== undefined || !opens)
    // oxlint-enable no-underscore-dangle
    return ok(code)
  }
}

function isChinese(code: Code): boolean {
  if (code === null || code < 0) return false
  // First or second half of a rare ideograph.
  if (code >= 0xd840 && code <= 0xdfff) return true
  const character = String.fromCharCode(code)
  return sharedMarks.includes(character) || isCjk(character)
}
