import {execFile} from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import {promisify} from 'node:util'
import {afterAll, beforeAll, expect, test} from 'vitest'
// @ts-expect-error: plain JavaScript, as set-up is.
import {bundle} from '../src/bundle.mjs'
import {writeMadeIssue} from './made/make-issue.ts'

const run = promisify(execFile)

// Inside of the project: packages that are not bundled are found from there.
let folder = ''
beforeAll(async () => {
  await fs.mkdir('dist', {recursive: true})
  folder = await fs.mkdtemp('dist/bundle-')
  await bundle(path.resolve(folder))
})
afterAll(() => fs.rm(folder, {recursive: true, force: true}))

test('should be a program', async () => {
  const main = path.resolve(folder, 'main.js')
  const {stdout} = await run(process.execPath, [main, 'version'])
  const {version} = JSON.parse(await fs.readFile('package.json', 'utf8'))

  expect(stdout).toBe(`${version}\n`)
})

test('should be few files', async () => {
  const names = await fs.readdir(folder)

  expect(names.length).toBeLessThan(100)
})

test('should name itself by what is in it', async () => {
  const {hash} = JSON.parse(
    await fs.readFile(path.join(folder, 'program.json'), 'utf8')
  )

  expect(hash).toMatch(/^[0-9a-f]{64}$/)
})

test('should carry the licences of what is inside', async () => {
  const text = await fs.readFile(path.join(folder, 'LICENSES.txt'), 'utf8')

  expect(text).toMatch(/^micromark \d[\d.]*, MIT\n\n.*Titus Wormer/ms)
  expect(text).not.toMatch(/^puppeteer /m)
})

test('should build an issue', async () => {
  const work = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-bundle-'))
  try {
    const issue = path.join(work, 'issue')
    await writeMadeIssue(issue, {
      seed: 3,
      pageCount: 1,
      storiesPerPage: 3,
      withPictures: false,
      fillRatio: 0.8
    })
    const main = path.resolve(folder, 'main.js')
    const options = [
      '--to',
      'press,screen',
      '--no-cache',
      '--json',
      '--out',
      work
    ]
    const args = [main, 'build', ...options, issue]
    const {stdout} = await run(process.execPath, args)

    expect(JSON.parse(stdout).issues[0].isPublished).toBe(true)
  } finally {
    await fs.rm(work, {recursive: true, force: true})
  }
})
