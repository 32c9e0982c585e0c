// Notes as SARIF 2.1.0 (OASIS), which editors and code hosts show beside the
// text: `qianzi check --format sarif`.

import type {RulePage} from '../note/rule-page.ts'
import type {PlainNote} from './format-notes.ts'

const levels = {error: 'error', info: 'note', warning: 'warning'} as const

/** Write notes as a SARIF log. */
export function toSarif(
  notes: ReadonlyArray<PlainNote>,
  rulePages: ReadonlyArray<RulePage>,
  version: string
): string {
  const used = rulePages.filter(({id}) => notes.some(({rule}) => rule === id))
  const rules = used.map(({fix, id, level, what, why}) => ({
    id,
    shortDescription: {text: what},
    fullDescription: {text: why},
    help: {text: fix},
    defaultConfiguration: {level: levels[level]}
  }))
  const driver = {name: 'Qianzi', semanticVersion: version, rules}
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver},
        columnKind: 'utf16CodeUnits',
        results: notes.map((note) => toResult(note, used))
      }
    ]
  }
  return JSON.stringify(log, undefined, 2) + '\n'
}

function toResult(note: PlainNote, used: ReadonlyArray<RulePage>): object {
  const {column, fix, level, line, path, reason, rule} = note
  const ruleIndex = used.findIndex(({id}) => id === rule)
  const region = line
    ? {region: {startLine: line, ...(column ? {startColumn: column} : {})}}
    : {}
  return {
    ...(rule ? {ruleId: rule} : {}),
    ...(ruleIndex >= 0 ? {ruleIndex} : {}),
    level: levels[level],
    message: {text: fix ? `${reason}. ${fix}` : reason},
    locations: [
      {
        physicalLocation: {
          artifactLocation: {uri: encodeURI(path)},
          ...region
        }
      }
    ]
  }
}
