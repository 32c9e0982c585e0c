// SQLite, as it comes with Node. Older releases of Node say on every start that
// it is experimental; nobody who adds an issue can do anything about that.

import {createRequire} from 'node:module'
import process from 'node:process'
import type {DatabaseSync} from 'node:sqlite'

/** Open a database; it is made where there is none. */
export function openDatabase(
  file: string,
  options: {isReadOnly?: boolean} = {}
): DatabaseSync {
  const {DatabaseSync: Database} = loadSqlite()
  return new Database(file, {readOnly: options.isReadOnly ?? false})
}

function loadSqlite(): typeof import('node:sqlite') {
  const {emitWarning} = process
  process.emitWarning = () => undefined
  try {
    const require = createRequire(import.meta.url)
    const sqlite: typeof import('node:sqlite') = require('node:sqlite')
    return sqlite
  } finally {
    process.emitWarning = emitWarning
  }
}
