// What a story accepts: rules, or words of its copy, each entry kept an eye on,
// so that one that no longer accepts anything is told.

import type {Position} from 'unist'
import type {VFile} from 'vfile'
import type {Story} from '../../model/story.ts'
import type {RulePage} from '../../note/rule-page.ts'

/** The rule. */
export const acceptUnused: RulePage = {
  id: 'accept-unused',
  level: 'info',
  what: 'An entry of `accept` accepts nothing.',
  why: 'The copy was changed since, or the entry is misspelt; left there, it would hide the next mistake.',
  fix: 'Delete the entry, or write it as the note it was for has it: the rule, or words of the copy.'
}

/** Entries of `accept`, as they are used. */
export interface Accepted {
  /** Tell whether a rule is accepted as a whole. */
  hasRule(ruleId: string): boolean
  /** Tell whether a stretch of some text is, by its rule or its words. */
  hasWords(ruleId: string, text: string, start: number, end: number): boolean
  /** List entries that have accepted nothing so far. */
  listUnused(): ReadonlyArray<string>
}

/** Open what a story accepts. */
export function openAccepted({accept = []}: Story): Accepted {
  const used = new Set<string>()
  return {
    hasRule: (ruleId) => use(ruleId, accept.includes(ruleId)),
    hasWords(ruleId, text, start, end) {
      const isEntry = (entry: string): boolean =>
        entry === ruleId || touches(entry, text, start, end)
      // All that fit are used: any of them would do alone.
      return accept.filter((entry) => use(entry, isEntry(entry))).length > 0
    },
    listUnused: () => accept.filter((entry) => !used.has(entry))
  }

  function use(entry: string, isUsed: boolean): boolean {
    if (isUsed) used.add(entry)
    return isUsed
  }
}

function touches(
  entry: string,
  text: string,
  start: number,
  end: number
): boolean {
  let at = text.indexOf(entry)
  while (at >= 0) {
    if (at < Math.max(end, start + 1) && at + entry.length > start) return true
    at = text.indexOf(entry, at + 1)
  }
  return false
}

/** Find an entry in the front matter of a manuscript. */
export function findEntryPlace(
  entry: string,
  {value}: VFile
): Position | undefined {
  const text =
    typeof value === 'string' ? value : new TextDecoder().decode(value)
  const list = text.search(/^accept:/m)
  const offset = list === -1 ? -1 : text.indexOf(entry, list)
  if (offset === -1) return undefined
  const before = text.slice(0, offset)
  const start = {
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
    offset
  }
  return {start, end: start}
}
