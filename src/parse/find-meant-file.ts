// The file that was perhaps meant where one is missing: another of nearly that
// name, whatever its folder and ending.

import {nearest} from '../config/config.ts'

/** Find the file meant by a path; `undefined` where none is near. */
export function findMeantFile(
  path: string,
  paths: Iterable<string>
): string | undefined {
  const byName = new Map([...paths].map((one) => [toName(one), one]))
  const meant = nearest(toName(path), [...byName.keys()])
  return meant && byName.get(meant)
}

function toName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
}
