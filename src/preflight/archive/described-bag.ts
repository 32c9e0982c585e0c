// A bag's descriptions, read, and notes on them.

import {VFile} from 'vfile'
import {note} from '../../note/note.ts'
import type {RulePage} from '../../note/rule-page.ts'
import {descriptionBroken} from './rules.ts'
import {readXml, type Xml} from './read-xml.ts'

/** A file of the payload, as it is. */
export interface BagFile {
  /** SHA-256, in hex. */
  hash: string
  byteCount: number
}

/** What is in a bag. */
export interface DescribedBag {
  /** `today/v1`. */
  name: string
  /** Files of the payload, by path. */
  files: ReadonlyMap<string, BagFile>
  /** Text of the descriptions, by path. */
  texts: ReadonlyMap<string, string>
}

/** A desk for one description: its text, and where notes go. */
export interface Sheet {
  path: string
  file: VFile
  /** Say that something is wrong, on a line. */
  fault(rule: RulePage, reason: string, place?: {line: number}): void
}

/** A description in XML that could be read. */
export interface XmlSheet extends Sheet {
  root: Xml
}

/** Most notes on one file: a file that is wrong all over is known to be so. */
const mostNotes = 20

/** Open a sheet for notes about a file of a bag. */
export function openSheet(bag: DescribedBag, path: string): Sheet {
  const file = new VFile({path: `${bag.name}/data/${path}`})
  return {
    path,
    file,
    fault: (rule, reason, place) => {
      if (file.messages.length >= mostNotes) return
      note(file, rule, reason, {
        fix: rule.fix,
        ...(place
          ? {
              place: {
                start: {line: place.line, column: 1},
                end: {line: place.line, column: 1}
              }
            }
          : {})
      })
    }
  }
}

/** Read a description in XML; what can't be read gets a note. */
export function openXml(
  bag: DescribedBag,
  path: string,
  rootName: string
): Sheet | XmlSheet {
  const sheet = openSheet(bag, path)
  const text = bag.texts.get(path)
  const root = text === undefined ? 'no file' : readXml(text)
  if (typeof root === 'string') {
    sheet.fault(
      descriptionBroken,
      `Unexpected ${root} in \`${path}\`, expected a description`
    )
    return sheet
  }
  if (root.name !== rootName) {
    sheet.fault(
      descriptionBroken,
      `Unexpected \`${root.name}\` in \`${path}\`, expected \`${rootName}\``
    )
    return sheet
  }
  return {...sheet, root}
}

/** Read a description in JSON; what can't be read gets a note. */
export function openJson(
  bag: DescribedBag,
  path: string
): Sheet & {value?: unknown} {
  const sheet = openSheet(bag, path)
  try {
    const value: unknown = JSON.parse(bag.texts.get(path) ?? '')
    return {...sheet, value}
  } catch {
    const state = bag.texts.has(path) ? 'text that is no JSON' : 'no file'
    sheet.fault(
      descriptionBroken,
      `Unexpected ${state} in \`${path}\`, expected a description`
    )
    return sheet
  }
}

/** Whether a value is an object. */
export function isObject(
  value: unknown
): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Read a list out of an object. */
export function listOf(
  value: unknown,
  key: string
): ReadonlyArray<Readonly<Record<string, unknown>>> {
  const list = isObject(value) ? value[key] : undefined
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** Read a text out of an object. */
export function stringOf(value: unknown, key: string): string {
  const text = isObject(value) ? value[key] : undefined
  return typeof text === 'string' ? text : ''
}

/** Take out all white space. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '')
}
