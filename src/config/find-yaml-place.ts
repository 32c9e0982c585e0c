// Find where in YAML a field or its value is.

import type {Position} from 'unist'
import {isAlias, isMap, isNode, isScalar, isSeq} from 'yaml'
import type {Document, LineCounter, Node, Pair} from 'yaml'

/** Way to a value: keys, and indexes in lists. */
export type YamlPath = ReadonlyArray<number | string>

/** What to find. */
export interface YamlPlaceOptions {
  path: YamlPath
  /** Whether the name of the field is asked for, or its value. */
  part: 'key' | 'value'
  lineCounter: LineCounter
  /** Lines of the file above the YAML. */
  lineOffset: number
}

/** Find the place of a field; what is absent has the place of its owner. */
export function findYamlPlace(
  document: Document.Parsed,
  options: YamlPlaceOptions
): Position | undefined {
  const {lineCounter, lineOffset, part, path} = options
  let found: unknown
  let node: unknown = document.contents

  for (const [index, key] of path.entries()) {
    found = node
    const owner = isAlias(node) ? node.resolve(document) : node
    const isLast = index === path.length - 1

    if (isMap(owner)) {
      const pair = owner.items.find((item) => isNamed(item, key))
      if (!pair) break
      node = isLast && part === 'key' ? pair.key : (pair.value ?? pair.key)
    } else if (isSeq(owner)) {
      node = owner.items[Number(key)]
    } else {
      break
    }
    found = node
  }

  if (path.length === 0) found = node
  return isNode(found) ? toPosition(found, lineCounter, lineOffset) : undefined
}

function isNamed(pair: Pair<unknown, unknown>, key: number | string): boolean {
  return isScalar(pair.key) && String(pair.key.value) === String(key)
}

function toPosition(
  node: Node,
  lineCounter: LineCounter,
  lineOffset: number
): Position | undefined {
  if (!node.range) return undefined
  const start = lineCounter.linePos(node.range[0])
  const end = lineCounter.linePos(node.range[1])
  return {
    start: {line: start.line + lineOffset, column: start.col},
    end: {line: end.line + lineOffset, column: end.col}
  }
}
