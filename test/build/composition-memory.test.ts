// What earlier runs left must never show: an issue that was built before, and
// then changed, is the one that is built for the first time.

import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openDisk, openPlant} from '../../src/plant/plant.ts'
import {buildChecked} from '../check-build.ts'
import {writeMadeIssue} from '../made/make-issue.ts'

const packageFolder = path.resolve(import.meta.dirname, '../..')
let folder = ''
let issue = ''
let stories: ReadonlyArray<string> = []
let first = new Map<string, string>()

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-memory-'))
  issue = path.join(folder, 'issue')
  await writeMadeIssue(issue, {
    seed: 5,
    pageCount: 2,
    storiesPerPage: 2,
    withPictures: false,
    fillRatio: 0.8
  })
  const names = await fs.readdir(issue)
  stories = names.filter((name) => name.endsWith('.md')).sort()
  first = (await build(path.join(folder, 'cache'))).files
})

afterAll(() => fs.rm(folder, {recursive: true, force: true}))

async function build(
  cacheFolder?: string
): Promise<{files: Map<string, string>; cached: Array<string>}> {
  const plant = openPlant()
  const out = await fs.mkdtemp(path.join(folder, 'out-'))
  const result = await buildChecked(
    {
      folder: issue,
      issueId: 'made',
      outFolder: out,
      to: ['press'],
      isStrict: false,
      onProgress: () => undefined
    },
    {
      plant,
      disk: openDisk({packageFolder, ...(cacheFolder ? {cacheFolder} : {})}),
      sourceDateEpoch: 0,
      now: () => 0
    }
  )
  await plant.close()
  const files = new Map<string, string>()
  for (const name of result.outputs) {
    const value = await fs.readFile(path.join(result.outFolder, name))
    files.set(name, value.toString('latin1'))
  }
  files.set('notes', result.files.map((file) => file.messages.join()).join())
  const cached = result.timings.filter(({isCached}) => isCached)
  return {files, cached: cached.map(({step}) => step)}
}

async function change(name: string, to: (copy: string) => string) {
  const file = path.join(issue, name)
  await fs.writeFile(file, to(await fs.readFile(file, 'utf8')))
}

/** Compare with what is made for the first time. */
async function expectSame(
  cold?: ReadonlyMap<string, string>
): Promise<Array<string>> {
  const warm = await build(path.join(folder, 'cache'))
  const files = cold ?? (await build()).files
  expect([...warm.files.keys()]).toContain('press/made-p02.pdf')
  for (const [name, value] of files) {
    expect(warm.files.get(name) === value, name).toBe(true)
  }
  return warm.cached
}

describe('memory', () => {
  test('should make the same of the same copy, and nothing anew', async () => {
    expect(await expectSame(first)).toEqual(
      expect.arrayContaining(['font song', 'press 1', 'press 2'])
    )
  })

  test('should set a story anew that has changed, and only its page', async () => {
    await change(stories[0] ?? '', (copy) =>
      copy.replace(/。(?=[^。]*$)/, '，也是如此。')
    )

    const cached = await expectSame()
    expect(cached).toContain('press 2')
    expect(cached).not.toContain('press 1')
  })

  test('should see a character that is new to the issue', async () => {
    await change(stories[0] ?? '', (copy) =>
      copy.replace(/。(?=[^。]*$)/, '，龘。')
    )

    expect(await expectSame()).toContain('press 2')
  })

  test('should see the lead and the date change', async () => {
    const [one = '', other = ''] = stories
    await change('issue.yaml', (text) =>
      text
        .replace(one, '@')
        .replace(other, one)
        .replace('@', other)
        .replace(/(date: \S*)\d\b/, (_, start: string) => `${start}9`)
    )

    expect(await expectSame()).not.toContain('press 2')
  })

  test('should note a missing character each time', async () => {
    await change(stories[0] ?? '', (copy) =>
      copy.replace(/。(?=[^。]*$)/, '\u{10FFFD}。')
    )

    await build(path.join(folder, 'cache'))
    const {files} = await build(path.join(folder, 'cache'))
    expect(files.get('notes')).toContain('U+10FFFD')
  })
})
