// Notes, as people and editors read them: `file:line:column level reason rule`
// and the fix below.

import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

/** How bad a note is. */
type Level = 'error' | 'info' | 'warning'

const colors: Readonly<Record<Level, number>> = {
  error: 31,
  info: 34,
  warning: 33
}

/** A note as data. */
export interface PlainNote {
  path: string
  line?: number
  column?: number
  level: Level
  reason: string
  rule?: string
  fix?: string
  url?: string
}

/** Write the notes of files, worst last so that they stay in sight. */
export function formatNotes(
  files: ReadonlyArray<VFile>,
  hasColor: boolean
): string {
  const notes = toPlainNotes(files)
  if (notes.length === 0) return ''

  const blocks = (['info', 'warning', 'error'] as const).flatMap((level) =>
    notes
      .filter((note) => note.level === level)
      .map((note) => formatNote(note, hasColor))
  )
  return blocks.join('') + summarize(notes) + '\n'
}

/** Turn the notes of files into data, in the order of the files. */
export function toPlainNotes(files: ReadonlyArray<VFile>): Array<PlainNote> {
  return files.flatMap((file) =>
    file.messages.map((message) => toPlainNote(file, message))
  )
}

function toPlainNote(file: VFile, message: VFileMessage): PlainNote {
  const {column, fatal, line, reason, ruleId, url} = message
  return {
    path: file.path,
    ...(line ? {line} : {}),
    ...(column ? {column} : {}),
    level: fatal === true ? 'error' : fatal === false ? 'warning' : 'info',
    reason,
    ...(ruleId ? {rule: ruleId} : {}),
    ...(typeof message.note === 'string' ? {fix: message.note} : {}),
    ...(url ? {url} : {})
  }
}

function formatNote(note: PlainNote, hasColor: boolean): string {
  const place = [toVisible(note.path), note.line, note.column]
    .filter((part) => part !== undefined)
    .join(':')
  const level = hasColor
    ? `\u001b[${colors[note.level]}m${note.level}\u001b[39m`
    : note.level
  const rule = note.rule ? `  ${note.rule}` : ''
  const fix = note.fix ? `  → ${toVisible(note.fix)}\n` : ''
  return `${place} ${level} ${toVisible(note.reason)}${rule}\n${fix}`
}

/**
 * Write out what would steer a terminal or turn the direction of a line:
 * notes quote copy, and copy may come from anyone.
 */
function toVisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

function summarize(notes: ReadonlyArray<PlainNote>): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((level) => {
    const count = notes.filter((note) => note.level === level).length
    const plural = count === 1 || level === 'info' ? '' : 's'
    return count > 0 ? [`${count} ${level}${plural}`] : []
  })
  return counts.join(', ')
}
