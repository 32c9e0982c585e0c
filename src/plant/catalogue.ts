// The catalogue of an archive: SQLite with full text (FTS5).
//
// Chinese has no words to index: every Han character is a token, and a query of
// several is a phrase, so any run of characters is found, one character
// included, and nothing else. Punctuation is a token, too (one for all): a
// phrase does not run over a full stop. Traditional characters count as the
// simplified ones they became, in what is kept and in what is looked for; the
// pairs are kept with it, so that finding takes no tables of others.

import fs from 'node:fs'
import type {DatabaseSync, SQLInputValue} from 'node:sqlite'
import type {
  BagName,
  Catalogue,
  CatalogueBag,
  CatalogueQuery,
  CatalogueStory,
  Finding
} from '../model/shelf.ts'
import {toBag, toFinding, toNumber, toText} from './catalogue-rows.ts'
import {openDatabase} from './open-database.ts'
import {listScriptPairs} from './script-pairs.ts'
import {
  findPhrase,
  makeFold,
  toMatch,
  toPhrases,
  toTokens
} from './to-tokens.ts'

/** Raised when the tables change; an older catalogue is made anew. */
const schemaVersion = 3

const schema = `
  CREATE TABLE bags (
    issueId TEXT NOT NULL, version INTEGER NOT NULL, inputHash TEXT NOT NULL,
    tagHash TEXT NOT NULL, publication TEXT NOT NULL, date TEXT NOT NULL,
    issueNumber INTEGER, lang TEXT NOT NULL, pageCount INTEGER NOT NULL,
    byteCount INTEGER NOT NULL, storyCount INTEGER NOT NULL,
    PRIMARY KEY (issueId, version)
  ) WITHOUT ROWID;
  CREATE INDEX bagsByInput ON bags (inputHash);
  CREATE TABLE pending (
    issueId TEXT NOT NULL, version INTEGER NOT NULL,
    PRIMARY KEY (issueId, version)
  ) WITHOUT ROWID;
  CREATE TABLE stories (
    id INTEGER PRIMARY KEY, issueId TEXT NOT NULL, version INTEGER NOT NULL,
    publication TEXT NOT NULL, date TEXT NOT NULL, slug TEXT NOT NULL,
    title TEXT NOT NULL, kind TEXT NOT NULL, section TEXT NOT NULL,
    byline TEXT NOT NULL, lang TEXT NOT NULL, pageNumbers TEXT NOT NULL,
    text TEXT NOT NULL, bylineKey TEXT NOT NULL, sectionKey TEXT NOT NULL
  );
  CREATE INDEX storiesByIssue ON stories (issueId);
  CREATE INDEX storiesInOrder ON stories
    (date DESC, issueId, id, kind, sectionKey, publication, bylineKey);
  CREATE VIRTUAL TABLE words USING fts5 (
    tokens, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 0'
  );
  CREATE TABLE folding (pairs TEXT NOT NULL);
  PRAGMA user_version = ${schemaVersion};
`

/** A catalogue that is open until it is closed. */
export interface OpenCatalogue extends Catalogue {
  close(): void
}

/** Open the catalogue in a file; what can't be read is made anew. */
export function openCatalogue(file: string): OpenCatalogue {
  const database = openSound(file)
  const fold = makeFold(readPairs(database))

  return {
    isEmpty,
    listPending,
    expect,
    add,
    forget,
    clear,
    listBags,
    findBag,
    findInput,
    find,
    close: () => database.close()
  }

  function isEmpty(): boolean {
    return count('SELECT count(*) AS n FROM bags') === 0
  }

  function listPending(): Array<BagName> {
    return all('SELECT issueId, version FROM pending ORDER BY 1, 2').map(
      (row) => ({
        issueId: toText(row, 'issueId'),
        version: toNumber(row, 'version')
      })
    )
  }

  function expect({issueId, version}: BagName): void {
    database
      .prepare('INSERT OR REPLACE INTO pending VALUES (?, ?)')
      .run(issueId, version)
  }

  function forget({issueId, version}: BagName): void {
    database
      .prepare('DELETE FROM pending WHERE issueId = ? AND version = ?')
      .run(issueId, version)
  }

  function add(
    bag: CatalogueBag,
    stories: ReadonlyArray<CatalogueStory>
  ): void {
    runWhole(() => insert(bag, stories))
  }

  function insert(
    bag: CatalogueBag,
    stories: ReadonlyArray<CatalogueStory>
  ): void {
    database
      .prepare(
        'INSERT OR REPLACE INTO bags VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
      )
      .run(
        bag.issueId,
        bag.version,
        bag.inputHash,
        bag.tagHash,
        bag.publication,
        bag.date,
        bag.issueNumber ?? null,
        bag.lang,
        bag.pageCount,
        bag.byteCount,
        stories.length
      )
    forget(bag)
    const latest = count(
      'SELECT max(version) AS n FROM bags WHERE issueId = ?',
      bag.issueId
    )
    if (latest > bag.version) return
    const old = all('SELECT id FROM stories WHERE issueId = ?', bag.issueId)
    for (const row of old) {
      database
        .prepare('DELETE FROM words WHERE rowid = ?')
        .run(toNumber(row, 'id'))
    }
    database.prepare('DELETE FROM stories WHERE issueId = ?').run(bag.issueId)

    const addStory = database.prepare(
      'INSERT INTO stories VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
    )
    const addWords = database.prepare(
      'INSERT INTO words (rowid, tokens) VALUES (?, ?)'
    )
    for (const story of stories) {
      const {lastInsertRowid} = addStory.run(
        bag.issueId,
        bag.version,
        bag.publication,
        bag.date,
        story.slug,
        story.title,
        story.kind,
        story.section,
        story.byline,
        story.lang,
        JSON.stringify(story.pageNumbers),
        story.text,
        toKey(story.byline),
        toKey(story.section)
      )
      addWords.run(lastInsertRowid, toTokens(story.text, fold).join(' '))
    }
  }

  // In the file it has: other processes have it open, too.
  function clear(expected: ReadonlyArray<BagName>): void {
    runWhole(() => {
      database.exec(
        'DROP TABLE bags; DROP TABLE pending; DROP TABLE stories; DROP TABLE words; DROP TABLE folding;'
      )
      makeTables(database)
      for (const bag of expected) expect(bag)
    })
  }

  /** Run something that comes to its end, or never was. */
  function runWhole(run: () => void): void {
    database.exec('BEGIN IMMEDIATE')
    try {
      run()
      database.exec('COMMIT')
    } catch (error) {
      // A full disk has rolled it back already.
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  function listBags(): Array<CatalogueBag & {storyCount: number}> {
    return all('SELECT * FROM bags ORDER BY date, issueId, version').map(
      (row) => ({...toBag(row), storyCount: toNumber(row, 'storyCount')})
    )
  }

  function findBag(issueId: string): CatalogueBag | undefined {
    const [row] = all(
      'SELECT * FROM bags WHERE issueId = ? ORDER BY version DESC LIMIT 1',
      issueId
    )
    return row ? toBag(row) : undefined
  }

  function findInput(inputHash: string): CatalogueBag | undefined {
    const [row] = all(
      `SELECT * FROM bags AS bag WHERE inputHash = ? AND version =
        (SELECT max(version) FROM bags WHERE issueId = bag.issueId) LIMIT 1`,
      inputHash
    )
    return row ? toBag(row) : undefined
  }

  function find(query: CatalogueQuery): {
    count: number
    findings: Array<Finding>
  } {
    const wheres: Array<string> = []
    const values: Array<SQLInputValue> = []
    const where = (sql: string, value: string | undefined): void => {
      if (value === undefined) return
      wheres.push(sql)
      values.push(value)
    }
    const phrases = toPhrases(query.text, fold)
    const match = toMatch(phrases)
    // The plus keeps SQLite from fetching all that match, to sort them: it goes
    // through the index of all, newest first, until it has enough.
    where(
      '+id IN (SELECT rowid FROM words WHERE words MATCH ?)',
      match === '' ? undefined : match
    )
    where('date >= ?', query.from)
    // A day is within `2022-06` when it begins with it.
    where('date <= ?', query.to && `${query.to}~`)
    where('kind = ?', query.kind)
    where('sectionKey = ?', query.section && toKey(query.section))
    where('instr(bylineKey, ?) > 0', query.author && toKey(query.author))
    where('publication = ?', query.publication)
    const clause = wheres.length > 0 ? `WHERE ${wheres.join(' AND ')}` : ''
    const found = all(
      `SELECT id FROM stories INDEXED BY storiesInOrder ${clause}
        ORDER BY date DESC, issueId, id LIMIT ?`,
      ...values,
      query.limit
    )
    return {
      count:
        found.length < query.limit
          ? found.length
          : wheres.length === 1 && match !== ''
            ? count(
                'SELECT count(*) AS n FROM words WHERE words MATCH ?',
                match
              )
            : count(
                `SELECT count(*) AS n FROM stories INDEXED BY storiesInOrder ${clause}`,
                ...values
              ),
      findings: found.flatMap((row) =>
        all('SELECT * FROM stories WHERE id = ?', toNumber(row, 'id')).map(
          (story) => light(toFinding(story), phrases)
        )
      )
    }
  }

  function light(
    finding: Finding,
    phrases: ReadonlyArray<ReadonlyArray<string>>
  ): Finding {
    if (phrases.length === 0) return finding
    const hit = findPhrase(finding.story.text, phrases, fold)
    return hit ? {...finding, hit} : finding
  }

  // Papers space short names: `申 力` is 申力.
  function toKey(text: string): string {
    return fold(text).replaceAll(/\s+/gu, '')
  }

  function all(
    sql: string,
    ...values: ReadonlyArray<SQLInputValue>
  ): Array<Record<string, unknown>> {
    return database.prepare(sql).all(...values)
  }

  function count(sql: string, ...values: ReadonlyArray<SQLInputValue>): number {
    const [row] = all(sql, ...values)
    return row ? toNumber(row, 'n') : 0
  }
}

/** Open a database with our tables; one that is broken or old is begun anew. */
function openSound(file: string): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    database = openDatabase(file)
    database.exec('PRAGMA busy_timeout = 30000')
    if (readVersion(database) === 0) begin(database)
    const version = readVersion(database)
    if (version !== schemaVersion) throw new Error('Old catalogue')
    database.prepare('SELECT count(*) FROM bags').get()
    return database
  } catch (error) {
    const isOurs = /not a database|malformed|Old catalogue|no such table/.test(
      String(error)
    )
    if (database?.isOpen) database.close()
    if (!isOurs) return openElsewhere(file, error)
    remove(file)
    return openSound(file)
  }
}

/** Make the tables, unless another process has meanwhile. */
function begin(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE')
  if (readVersion(database) === 0) makeTables(database)
  database.exec('COMMIT')
}

function makeTables(database: DatabaseSync): void {
  database.exec(schema)
  database.prepare('INSERT INTO folding VALUES (?)').run(listScriptPairs())
}

function readPairs(database: DatabaseSync): string {
  // An older one that can't be written lacks them.
  if (readVersion(database) !== schemaVersion) return ''
  return String(database.prepare('SELECT pairs FROM folding').get()?.['pairs'])
}

function readVersion(database: DatabaseSync): number {
  const row = database.prepare('PRAGMA user_version').get()
  return row ? Number(row['user_version']) : 0
}

/** Where the disk can't be written, an archive is read and no more. */
function openElsewhere(file: string, error: unknown): DatabaseSync {
  if (!fs.existsSync(file)) throw error
  return openDatabase(file, {isReadOnly: true})
}

function remove(file: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) {
    fs.rmSync(file + ending, {force: true})
  }
}
