// Flatten valibot's issues into what people can act on: a path, what is there,
// what should be. Of a union, the option that got furthest speaks.

import type * as v from 'valibot'
import type {YamlPath} from './find-yaml-place.ts'

/** Something wrong with a value. */
export interface FlatIssue {
  type: 'missing' | 'unknown' | 'wrong'
  path: YamlPath
  /** What is there, for people. */
  received: string
  /** What should be, for people. */
  expected: string
  /** Words it could be, where those are few. */
  choices: ReadonlyArray<string>
  input: unknown
  /** Whether the value is a number, a boolean or text. */
  isScalar: boolean
  /** Whether another issue of the same union tells it better. */
  isAside: boolean
}

const expectations: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: '`true` or `false`',
  integer: 'a whole number',
  non_empty: 'something',
  number: 'a number',
  record: 'fields with names',
  strict_object: 'fields with names',
  string: 'text'
}

/** Flatten issues; those of the same value are told once. */
export function flattenIssues(
  issues: ReadonlyArray<v.BaseIssue<unknown>>
): Array<FlatIssue> {
  const byPath = new Map<string, FlatIssue>()
  for (const issue of issues.flatMap((one) => flatten(one, []))) {
    const key = JSON.stringify(issue.path)
    if (!byPath.has(key)) byPath.set(key, issue)
  }
  return [...byPath.values()]
}

function flatten(
  issue: v.BaseIssue<unknown>,
  base: YamlPath
): Array<FlatIssue> {
  const path = [...base, ...toPath(issue)]
  const inner = (issue.issues ?? []).flatMap((one) => flatten(one, path))
  const depth = Math.max(0, ...inner.map((one) => one.path.length))
  if (depth > path.length) {
    const deepest = inner.filter((one) => one.path.length === depth)
    return deepest
      .map((one, index) => ({...one, isAside: one.isAside || index > 0}))
      .filter(({isAside, type}) => !isAside || type === 'unknown')
  }
  return [toFlatIssue(issue, path)]
}

function toFlatIssue(issue: v.BaseIssue<unknown>, path: YamlPath): FlatIssue {
  const isKey = issue.type === 'strict_object' && issue.path !== undefined
  const isMissing = isKey && issue.received === 'undefined'
  const isUnknown = isKey && issue.expected === 'never'
  return {
    type: isMissing ? 'missing' : isUnknown ? 'unknown' : 'wrong',
    path,
    received: formatValue(issue.input),
    expected: isUnknown ? 'no such field here' : toExpected(issue),
    choices: [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].map(
      ([, word]) => word ?? ''
    ),
    input: issue.input,
    isAside: false,
    isScalar: ['boolean', 'number', 'string'].includes(typeof issue.input)
  }
}

function toExpected(issue: v.BaseIssue<unknown>): string {
  const {expected, requirement, type} = issue
  if (type === 'min_value') return `\`${String(requirement)}\` or more`
  if (type === 'max_value') return `\`${String(requirement)}\` or less`
  if (type === 'max_length') return `${String(requirement)} characters or less`
  // Schemas say in words what their patterns mean.
  if (type === 'regex') return issue.message
  const known = expectations[type]
  if (known) return known
  return (expected ?? 'another value')
    .replace(/^\(|\)$/g, '')
    .split(' | ')
    .map((one) => `\`${one.replaceAll('"', '')}\``)
    .join(' or ')
}

function toPath(issue: v.BaseIssue<unknown>): Array<number | string> {
  return (issue.path ?? []).map(({key}) =>
    typeof key === 'number' ? key : String(key)
  )
}

function formatValue(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object' && value !== null) return 'fields'
  const text = String(value)
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``
}
