// Ace by DAISY: can everybody read it? Its exit code says nothing, its report
// does.

import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {makeEpub} from '../../../src/render/epub/make-epub.ts'
import {packEpub, type EpubFile} from '../../../src/render/epub/pack-epub.ts'
import {toEpubFiles} from '../../../src/render/epub/to-epub-files.ts'
import {accessFaults} from './break-book.ts'
import {findChromium} from './find-chromium.ts'
import {machines, makeBooks} from './made-books.ts'
import {runAce} from './run-ace.ts'

const chromium = await findChromium()
const names = ['everything', 'english', 'hostile', 'empty'] as const

describe.skipIf(!chromium)('Ace (needs a Chromium)', () => {
  let folder = ''
  let whole: ReadonlyArray<EpubFile> = []

  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-ace-'))
    for (const {job, name} of await makeBooks()) {
      const value = await makeEpub(job, machines)
      await fs.writeFile(path.join(folder, `${name}.epub`), value)
      if (name === 'everything') whole = await toEpubFiles(job, machines)
    }
  }, 60_000)

  afterAll(() => fs.rm(folder, {recursive: true, force: true}))

  test.for(names)('should pass `%s`', {timeout: 120_000}, async (name) => {
    const report = await runAce(
      path.join(folder, `${name}.epub`),
      chromium ?? {}
    )

    expect(report).toHaveProperty(['earl:result', 'earl:outcome'], 'pass')
  })

  test.for(accessFaults.map((fault) => [fault.name, fault] as const))(
    'should find %s',
    {timeout: 120_000},
    async ([name, fault]) => {
      const file = path.join(folder, 'broken.epub')
      const value = await packEpub({
        title: name,
        lang: 'zh-CN',
        modified: new Date(0),
        files: fault.break(whole)
      })
      await fs.writeFile(file, value)

      const report = await runAce(file, chromium ?? {})

      expect(report).toHaveProperty(['earl:result', 'earl:outcome'], 'fail')
    }
  )
})
