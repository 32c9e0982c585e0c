// Notes: what a desk has to say about the copy, to the person who filed it.
//
// Every note has a rule id, a place in the manuscript, and a page that explains
// the rule. Notes gather on the file; nothing in the core prints or exits.

import type {Node, Position} from 'unist'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

/** A rule that notes can be about. */
export interface Rule {
  /** Name, in kebab case, as in `overset-story`; never reused. */
  id: string
  /**
   * How bad it is: an `error` stops the press, a `warning` should be looked at,
   * an `info` is for the record.
   */
  level: 'error' | 'info' | 'warning'
}

/** Where and what, in addition to the reason. */
export interface Details {
  /** Nodes from the root down to the one the note is about. */
  ancestors?: ReadonlyArray<Node>
  /** Place in the file, where no node knows it (default: of the last node). */
  place?: Position | undefined
  /** What is there. */
  actual?: string
  /** What could be there instead. */
  expected?: ReadonlyArray<string>
  /** How to fix it: one sentence, in the imperative. */
  fix?: string
}

/** Where the rules are explained; written by `qianzi rules --out`. */
export const rulePages = 'src/RULES.md#'

const fatal = {error: true, info: undefined, warning: false} as const

/**
 * Add a note to `file`.
 *
 * Write the reason as `Unexpected …, expected …`, values in backticks, lengths
 * with their unit.
 */
export function note(
  file: VFile,
  rule: Rule,
  reason: string,
  details: Details = {}
): VFileMessage {
  const ancestors = details.ancestors ?? []
  const message = file.message(reason, {
    ancestors: [...ancestors],
    place: details.place ?? ancestors.at(-1)?.position,
    ruleId: rule.id,
    source: 'qianzi'
  })
  message.fatal = fatal[rule.level]
  message.url = rulePages + rule.id
  message.actual = details.actual
  message.expected = details.expected ? [...details.expected] : undefined
  message.note = details.fix
  return message
}

/** Tell whether any file carries a note that stops the press. */
export function stopsThePress(
  files: ReadonlyArray<VFile>,
  isStrict = false
): boolean {
  return files.some((file) =>
    file.messages.some(
      (message) =>
        message.fatal === true || (isStrict && message.fatal === false)
    )
  )
}
