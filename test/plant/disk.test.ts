import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {openDisk, writeWhole} from '../../src/plant/disk.ts'

const packageFolder = path.resolve(import.meta.dirname, '../..')
let folder = ''

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-disk-'))
})

afterEach(() => fs.rm(folder, {recursive: true, force: true}))

describe('readIssue', () => {
  test('should read files in order, hidden ones and links out left aside', async () => {
    const issue = path.join(folder, 'issue')
    await fs.mkdir(path.join(issue, 'photo'), {recursive: true})
    await fs.writeFile(path.join(folder, 'secret.md'), 'secret')
    await fs.writeFile(path.join(issue, 'b.md'), 'b')
    await fs.writeFile(path.join(issue, 'a.md'), 'a')
    await fs.writeFile(path.join(issue, '.hidden'), 'h')
    await fs.writeFile(path.join(issue, 'photo/p.jpg'), 'p')
    await fs.symlink(path.join(folder, 'secret.md'), path.join(issue, 'c.md'))
    await fs.symlink('a.md', path.join(issue, 'd.md'))

    const files = await openDisk({packageFolder}).readIssue(issue)

    expect([...files.keys()]).toEqual(['a.md', 'b.md', 'd.md', 'photo/p.jpg'])
  })
})

describe('writeWhole', () => {
  const target = (): string => path.join(folder, 'out/issue')

  test('should put a new folder in the place of the old one', async () => {
    await writeWhole(target(), new Map([['old.txt', 'old']]))
    await writeWhole(target(), new Map([['sub/new.txt', 'new']]))

    expect(await fs.readdir(target())).toEqual(['sub'])
    expect(await fs.readFile(path.join(target(), 'sub/new.txt'), 'utf8')).toBe(
      'new'
    )
    expect(await fs.readdir(path.join(folder, 'out'))).toEqual(['issue'])
  })

  test('should leave the old folder when something fails', async () => {
    await writeWhole(target(), new Map([['old.txt', 'old']]))
    const files = new Map([
      ['new.txt', 'new'],
      ['../../escape.txt', 'out']
    ])

    await expect(writeWhole(target(), files)).rejects.toThrow('escape')
    expect(await fs.readdir(target())).toEqual(['old.txt'])
    expect(await fs.readdir(folder)).toEqual(['out'])
    expect(await fs.readdir(path.join(folder, 'out'))).toEqual(['issue'])
  })
})

describe('cache', () => {
  test('should give back what was put in, and nothing else', async () => {
    const disk = openDisk({
      packageFolder,
      cacheFolder: path.join(folder, 'cache')
    })

    expect(await disk.readCache('abc')).toBeUndefined()
    await disk.writeCache('abc', new Uint8Array([1, 2]))
    expect([...((await disk.readCache('abc')) ?? [])]).toEqual([1, 2])
  })
})

describe('findFont', () => {
  test('should know a changed file by its hash, however it is cached', async () => {
    const name = `font-${path.basename(folder)}.ttf`
    const template = path.join(folder, 'templates', 'own')
    const file = path.join(template, name)
    await fs.mkdir(template, {recursive: true})
    const options = {packageFolder: folder, cacheFolder: `${folder}/cache`}
    await fs.writeFile(path.join(folder, 'package.json'), '{}')
    const past = new Date(Date.now() - 60_000)
    const hash = async () =>
      (await openDisk(options).findFont(name, 'own')).hash()

    await fs.writeFile(file, 'abc')
    await fs.utimes(file, past, past)
    const first = await hash()
    expect(await hash()).toBe(first)
    // Same size, same time of change: as a copy that keeps times would be.
    await fs.writeFile(file, 'abd')
    await fs.utimes(file, past, past)
    expect(await hash()).not.toBe(first)
  })

  test('should name the template of a font that is not there', async () => {
    const disk = openDisk({packageFolder})

    await expect(disk.findFont('@none/font.ttf', 'broadsheet')).rejects.toThrow(
      'Could not find the font `@none/font.ttf` of template `broadsheet`'
    )
  })

  test('should not read out of the template', async () => {
    const disk = openDisk({packageFolder})

    await expect(
      disk.findFont('../../package.json', 'broadsheet')
    ).rejects.toThrow('Could not find')
  })
})
