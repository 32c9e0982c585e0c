// Marks that may not begin or end a line, by level (CLREQ, line-start and
// line-end prohibition; GB/T 15834). These are never set aside, whatever a
// line looks like; what is only disliked has a price in `break-prices.ts`.

import type {CompositionRules} from '../template/template.ts'
import type {Atom} from './atoms.ts'

const numberEnd = /[\d０-９]$/u
const numberStart = /^[\d０-９]/u
/** Signs that belong to the number before them, and after them. */
const suffix = /^[%％‰℃℉°′″￠]/u
const prefix = /[$＄¥￥€£￡№+＋±−－-]$/u

/** Tell whether a line may not end between two atoms. */
export function isForbidden(
  before: Atom,
  after: Atom,
  prohibition: CompositionRules['prohibition']
): boolean {
  if (after.holdsOn && !isTailored(before, after, prohibition)) return true
  if (numberEnd.test(before.text) && suffix.test(after.text)) return true
  if (prefix.test(before.text) && numberStart.test(after.text)) return true
  if (prohibition === 'none') return false
  if (before.kind === 'open') return true
  switch (after.kind) {
    case 'close':
    case 'connector':
    case 'middle':
    case 'point':
    case 'slash':
      return true
    case 'dash':
      // A single one connects, `上海—南京`.
      if (after.text === '—') return true
      return prohibition === 'strict'
    case 'ellipsis':
      return prohibition === 'strict'
    case 'han':
    case 'latin':
    case 'open':
    case 'space':
      return before.kind === 'slash' && prohibition !== 'basic'
  }
}

/**
 * Tell whether the rules for Chinese decide where Unicode's would forbid: it
 * does not know which quotation mark opens (LB19), and lets no line begin with
 * an ellipsis (LB22) or part two dashes (LB17).
 */
function isTailored(
  before: Atom,
  after: Atom,
  prohibition: CompositionRules['prohibition']
): boolean {
  if (/^\p{M}/u.test(after.text)) return false
  if (prohibition === 'none' && (isMark(before) || isMark(after))) return true
  if (['dash', 'ellipsis', 'open'].includes(after.kind)) return true
  return before.kind === 'close' && /^[\p{L}\p{N}]/u.test(after.text)
}

function isMark({kind}: Atom): boolean {
  return kind !== 'han' && kind !== 'latin' && kind !== 'space'
}
