// Check YAML at the door: read it, hold it against a schema, and note what is
// wrong with the exact line and column.
//
// Unknown fields are passed over with a warning. A wrong value is an error,
// but what is right around it is still used, so that one run reports all.
// Tags and merge keys do nothing, and aliases are counted, so YAML from
// strangers can neither run code nor blow up. A field left empty is absent.

import type {Position} from 'unist'
import * as v from 'valibot'
import type {VFile} from 'vfile'
import {LineCounter, parseDocument, type Document} from 'yaml'
import {note} from '../note/note.ts'
import {findYamlPlace, type YamlPath} from './find-yaml-place.ts'
import {findKeys} from './find-keys.ts'
import {flattenIssues, type FlatIssue} from './flatten-issues.ts'
import {nearest} from './nearest.ts'
import {
  missingField,
  unknownField,
  wrongValue,
  yamlOddity,
  yamlSyntax
} from './rules.ts'

/** Where YAML is, when it does not fill its file. */
export interface YamlOptions {
  /** Lines of the file above the YAML (default: `0`). */
  lineOffset?: number
}

/** YAML while it is being checked. */
interface Draft {
  file: VFile
  value: unknown
  findPlace(path: YamlPath, part: 'key' | 'value'): Position | undefined
  text: string
  lineOffset: number
}

declare module 'vfile' {
  interface DataMap {
    /** Find the place of a value in the YAML of the file; set by `checkYaml`. */
    findYamlPlace(path: YamlPath): Position | undefined
  }
}

const maxPassCount = 20

/**
 * Read YAML and check it; gives `undefined`, and notes, when nothing sensible
 * can be made of it.
 *
 * Leaves `findYamlPlace` in the data of the file, for notes of later desks.
 */
export function checkYaml<Output>(
  file: VFile,
  text: string,
  schema: v.GenericSchema<unknown, Output>,
  options: YamlOptions = {}
): Output | undefined {
  const draft = readYaml(file, text, options.lineOffset ?? 0)
  if (!draft) return undefined
  file.data.findYamlPlace = (path) => draft.findPlace(path, 'value')

  let hasNoted = false
  for (let pass = 0; pass < maxPassCount; pass++) {
    const result = v.safeParse(schema, draft.value)
    if (result.success) return result.output
    const issues = flattenIssues(result.issues)

    if (dropUnknownFields(draft, schema, issues)) continue
    const wrong = issues.filter(({isAside}) => !isAside)
    if (!hasNoted) for (const issue of wrong) noteIssue(draft, issue)
    hasNoted = true
    if (!wrong.every((issue) => dropWrong(draft.value, issue))) break
  }

  return undefined
}

function readYaml(
  file: VFile,
  text: string,
  lineOffset: number
): Draft | undefined {
  const lineCounter = new LineCounter()

  try {
    const document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      version: '1.2'
    })
    noteSyntax(file, document, lineCounter, lineOffset)
    if (document.errors.length > 0) return undefined
    const value: unknown = document.toJS({maxAliasCount: 50})
    return {
      file,
      value: dropEmpty(value) ?? {},
      findPlace: (path, part) =>
        findYamlPlace(document, {path, part, lineCounter, lineOffset}),
      text,
      lineOffset
    }
  } catch (error) {
    // Too many aliases, or brackets nested too deep.
    const reason = error instanceof Error ? error.message : String(error)
    note(file, yamlSyntax, `Unexpected YAML: ${reason}`, {
      place: toPlace(lineOffset + 1, 1),
      fix: 'Write the values out, without aliases and deep nesting.'
    })
    return undefined
  }
}

function noteSyntax(
  file: VFile,
  document: Document.Parsed,
  lineCounter: LineCounter,
  lineOffset: number
): void {
  for (const {code, message, pos} of document.errors) {
    const {col, line} = lineCounter.linePos(pos[0])
    note(file, yamlSyntax, `Unexpected YAML: ${message}`, {
      place: toPlace(line + lineOffset, col),
      actual: code,
      fix: 'Mend this line: look for a missing quotation mark, colon or indent.'
    })
  }
  for (const {message, pos} of document.warnings) {
    const {col, line} = lineCounter.linePos(pos[0])
    note(file, yamlOddity, `Unexpected YAML: ${message}`, {
      place: toPlace(line + lineOffset, col),
      fix: 'Write a plain value.'
    })
  }
}

function toPlace(line: number, column: number): Position {
  return {start: {line, column}, end: {line, column}}
}

// A field left empty says nothing; an empty place in a list is an error.
function dropEmpty(value: unknown): unknown {
  if (value === null) return undefined
  if (Array.isArray(value)) {
    const items: ReadonlyArray<unknown> = value
    return items.map((item) => (item === null ? null : dropEmpty(item)))
  }
  if (typeof value !== 'object') return value
  const entries = Object.entries(value ?? {})
  return Object.fromEntries(
    entries
      .map(([key, item]) => [key, dropEmpty(item)] as const)
      .filter(([, item]) => item !== undefined)
  )
}

// Valibot names one unknown field per object; all of them are wanted at once.
function dropUnknownFields(
  draft: Draft,
  schema: v.GenericSchema,
  issues: ReadonlyArray<FlatIssue>
): boolean {
  let hasDropped = false

  for (const issue of issues) {
    if (issue.type !== 'unknown') continue
    const path = issue.path.slice(0, -1)
    const owner = findValue(draft.value, path)
    const known = findKeys(schema, path)
    if (!isRecord(owner)) continue

    for (const key of Object.keys(owner)) {
      if (known.includes(key)) continue
      const meant = nearest(key, known)
      note(
        draft.file,
        unknownField,
        `Unexpected field \`${key}\`, expected one of ${known.map((name) => `\`${name}\``).join(', ')}`,
        {
          place: draft.findPlace([...path, key], 'key'),
          actual: key,
          expected: meant ? [meant] : known,
          fix: meant
            ? `Did you mean \`${meant}\`? Otherwise delete \`${key}\`.`
            : `Delete \`${key}\`.`
        }
      )
      delete owner[key]
      hasDropped = true
    }
  }

  return hasDropped
}

function noteIssue(draft: Draft, issue: FlatIssue): void {
  const name = issue.path.map(String).join('.')
  const place = findIssuePlace(draft, issue)

  if (issue.type === 'missing') {
    note(
      draft.file,
      missingField,
      `Unexpected missing field \`${name}\`, expected one`,
      {place, expected: [name], fix: `Add \`${issue.path.at(-1)}: …\`.`}
    )
    return
  }

  note(
    draft.file,
    wrongValue,
    `Unexpected ${issue.received} in \`${name || 'YAML'}\`, expected ${issue.expected}`,
    {place, actual: issue.received, fix: toFix(issue)}
  )
}

// What is missing has no place: name the one that lacks it.
function findIssuePlace(draft: Draft, issue: FlatIssue): Position | undefined {
  if (issue.type === 'wrong') return draft.findPlace(issue.path, 'value')
  if (issue.type === 'unknown') return draft.findPlace(issue.path, 'key')
  const owner = issue.path.slice(0, -1)
  const place = draft.findPlace(owner, 'value')
  if (!place) return toPlace(draft.lineOffset + 1, 1)
  return {start: place.start, end: place.start}
}

function toFix(issue: FlatIssue): string {
  if (issue.isScalar && issue.expected === 'text') {
    return `Put quotation marks around it: \`"${issue.input}"\`.`
  }
  const meant = nearest(String(issue.input), issue.choices)
  if (meant) return `Did you mean \`${meant}\`?`
  return `Write ${issue.expected}.`
}

function findValue(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (owner, key) =>
      isRecord(owner) && Object.hasOwn(owner, key) ? owner[key] : undefined,
    value
  )
}

// Take a wrong value out; of what lacks a field, all of it. Lists are left
// alone, since their places would no longer be those of the file.
function dropWrong(value: unknown, issue: FlatIssue): boolean {
  const path = issue.type === 'missing' ? issue.path.slice(0, -1) : issue.path
  const key = path.at(-1)
  const owner = findValue(value, path.slice(0, -1))
  if (key === undefined || !isRecord(owner) || Array.isArray(owner)) {
    return false
  }
  delete owner[key]
  return true
}

function isRecord(value: unknown): value is Record<number | string, unknown> {
  return typeof value === 'object' && value !== null
}
