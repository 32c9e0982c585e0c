// EPUBCheck, the authority: nothing to say about our books, and much about broken
// ones. Skipped, and said so, where there is no `java`.

import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {makeEpub} from '../../../src/render/epub/make-epub.ts'
import {packEpub, type EpubFile} from '../../../src/render/epub/pack-epub.ts'
import {toEpubFiles} from '../../../src/render/epub/to-epub-files.ts'
import {faults} from './break-book.ts'
import {machines, makeBooks} from './made-books.ts'
import {hasJava, runEpubCheck} from './run-epubcheck.ts'

const names = ['everything', 'english', 'hostile', 'empty'] as const

describe.skipIf(!hasJava())('EPUBCheck (needs `java`)', () => {
  let folder = ''
  let whole: ReadonlyArray<EpubFile> = []

  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-epub-'))
    for (const {job, name} of await makeBooks()) {
      const value = await makeEpub(job, machines)
      await fs.writeFile(path.join(folder, `${name}.epub`), value)
      if (name === 'everything') whole = await toEpubFiles(job, machines)
    }
  }, 60_000)

  afterAll(() => fs.rm(folder, {recursive: true, force: true}))

  test.for(names)(
    'should find nothing in `%s`',
    {timeout: 60_000},
    async (name) => {
      const counts = await runEpubCheck(path.join(folder, `${name}.epub`))

      expect(counts, counts.output).toMatchObject({
        errorCount: 0,
        warningCount: 0
      })
    }
  )

  test.for(faults.map((fault) => [fault.name, fault] as const))(
    'should find %s',
    {timeout: 60_000},
    async ([name, fault]) => {
      const file = path.join(folder, 'broken.epub')
      const value = await packEpub({
        title: name,
        lang: 'zh-CN',
        modified: new Date(0),
        files: fault.break(whole)
      })
      await fs.writeFile(file, value)
      const {errorCount, output, warningCount} = await runEpubCheck(file)

      expect(errorCount + warningCount, output).toBeGreaterThan(0)
    }
  )
})
