// An issue is made again from its bag alone, byte by byte: without the
// newsroom's folders, without its designs, with the paper's own profile.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {
  addIssue,
  rebuildIssue,
  type AddedIssue,
  type RebuiltIssue
} from '../../src/archive/archive.ts'
import type {Machines} from '../../src/build/build.ts'
import type {Shelf} from '../../src/model/shelf.ts'
import {openShelf, type OpenPlant} from '../../src/plant/plant.ts'
import {
  build,
  makeTemporaryFolder,
  openPlant,
  projectFolder
} from '../end-to-end/press.ts'
import {toMachines} from './pack.ts'

const engine = {name: 'qianzi', version: '0.0.0-test'}
let folder = ''
let manuscripts = ''
let shelf: Shelf
let plant: OpenPlant
let machines: Machines

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  plant = await openPlant()
  machines = toMachines(plant)
  shelf = await openShelf({folder: path.join(folder, 'archive'), isNew: true})
  // A paper with a profile of its own, in its folder.
  manuscripts = path.join(folder, 'harbour')
  await fs.cp(
    path.join(projectFolder, 'manuscript/harbour-courant-2026-06-02'),
    manuscripts,
    {recursive: true}
  )
  await fs.copyFile(
    path.join(projectFolder, 'templates/newsprint.icc'),
    path.join(manuscripts, 'ours.icc')
  )
  await fs.appendFile(
    path.join(manuscripts, 'issue.yaml'),
    '\npress:\n  profile: ours.icc\n'
  )
})

afterAll(async () => {
  shelf.close()
  await plant.close()
  await fs.rm(folder, {recursive: true})
})

describe('rebuildIssue', () => {
  test('should give the same files without the newsroom’s folders', async () => {
    const added = await add()
    expect(added.outcome).toBe('added')
    const away = path.join(folder, 'away')
    await fs.rename(manuscripts, away)
    const rebuilt = await rebuild(1, withoutFolders())
    await fs.rename(away, manuscripts)

    expect(rebuilt.differences).toEqual([])
    const pdfs = [...rebuilt.outputs.keys()].filter((name) =>
      name.endsWith('.pdf')
    )
    expect(pdfs).toEqual(
      expect.arrayContaining(['press/harbour-p03.pdf', 'screen/harbour.pdf'])
    )
    for (const name of pdfs) {
      const kept = await shelf.readFile(bag(1), `data/issue/${name}`)
      expect(
        Buffer.compare(bytes(rebuilt.outputs.get(name)), bytes(kept))
      ).toBe(0)
    }
  })

  test('should say which file would be another one', async () => {
    const rebuilt = await rebuild(1, {
      ...withoutFolders(),
      plant: {
        ...machines.plant,
        convertPicture: (value, options) =>
          machines.plant.convertPicture(value, {...options, quality: 1})
      }
    })

    expect(rebuilt.differences.length).toBeGreaterThan(0)
    expect(rebuilt.differences.join('\n')).toMatch(
      /`web\/.*\.(?:jpg|webp)`: other bytes/
    )
    expect(rebuilt.differences.join('\n')).not.toContain('press/')
  })

  test('should refuse another font, and name it', async () => {
    const {disk} = withoutFolders()
    const other = rebuild(1, {
      ...machines,
      disk: {
        ...disk,
        findFont: async (name, template) => {
          const font = await machines.disk.findFont(name, template)
          return name.includes('SourceSerif4_400Regular.ttf')
            ? {...font, hash: () => Promise.resolve('0'.repeat(64))}
            : font
        }
      }
    })

    await expect(other).rejects.toThrow(
      /SourceSerif4_400Regular\.ttf` of SHA-256 `[\da-f]{64}`, expected `[\da-f]{64}`: `.*\/v1` was made with another one by qianzi 0\.0\.0-test/
    )
  })

  test('should refuse a manuscript that is not the one put away', async () => {
    const file = shelf.locate(bag(1), 'data/manuscript/ferry.md')
    const text = await fs.readFile(file)
    await fs.appendFile(file, '\nMore.\n')
    const rebuilt = rebuild(1, machines)

    await expect(rebuilt).rejects.toThrow(
      'Unexpected other file `manuscript/ferry.md`'
    )
    await fs.writeFile(file, text)
  })
})

describe('addIssue', () => {
  test('should keep what was printed, though it would be made up otherwise now', async () => {
    const out = path.join(folder, 'published')
    const order = path.join(manuscripts, 'issue.yaml')
    const text = await fs.readFile(order, 'utf8')
    await fs.writeFile(
      order,
      text.replaceAll(/- (ferry|bakery).md/g, (_, name) =>
        name === 'ferry' ? '- bakery.md' : '- ferry.md'
      )
    )
    await build(manuscripts, out, plant, ['screen'])
    await fs.writeFile(order, text)
    const printed = await build(manuscripts, out, plant, ['screen'])
    expect(printed.isPublished).toBe(true)

    const added = await add(out)
    const {issueId = '', version = 0} = added.bag ?? {}
    const name = `screen/${issueId}.pdf`
    const kept = await shelf.readFile({issueId, version}, `data/issue/${name}`)
    const inHand = await fs.readFile(path.join(printed.outFolder, name))

    expect(Buffer.compare(bytes(kept), inHand)).toBe(0)
    const fresh = await shelf.readFile(bag(1), `data/issue/${name}`)
    expect(Buffer.compare(bytes(fresh), inHand), 'pages are others').not.toBe(0)
    const rebuilt = await rebuild(version, withoutFolders())
    expect(rebuilt.differences).toEqual([])
  })

  test('should leave alone what has not changed, and see another design', async () => {
    const before = await shelf.listVersions(bag(1).issueId)
    const again = await add()
    expect(again.outcome).toBe('same')

    const readTemplate: Machines['disk']['readTemplate'] = async (name) => {
      const files = await machines.disk.readTemplate(name)
      return files && new Map([...files, ['note.txt', Buffer.from('New.')]])
    }
    const other = await add(undefined, {
      ...machines,
      disk: {...machines.disk, readTemplate}
    })

    expect(other.outcome).toBe('added')
    expect(other.bag?.version).toBe((before.at(-1) ?? 0) + 1)
  })
})

function add(
  publishedFolder?: string,
  with_: Machines = machines
): Promise<AddedIssue> {
  return addIssue(
    {
      folder: manuscripts,
      issueId: 'harbour',
      isStrict: false,
      engine,
      ...(publishedFolder === undefined ? {} : {publishedFolder}),
      onProgress: () => undefined
    },
    with_,
    shelf
  )
}

function rebuild(version: number, with_: Machines): Promise<RebuiltIssue> {
  return rebuildIssue(
    {bag: bag(version), engine, onProgress: () => undefined},
    with_,
    shelf
  )
}

function bag(version: number): {issueId: string; version: number} {
  return {issueId: 'harbour', version}
}

/** Machines that find no issue and no design outside a bag. */
function withoutFolders(): Machines {
  const refuse = (): Promise<never> =>
    Promise.reject(new Error('Unexpected look outside the bag'))
  return {
    ...machines,
    disk: {
      ...machines.disk,
      readIssue: refuse,
      readTemplate: refuse,
      readPublished: refuse
    }
  }
}

function bytes(value: Uint8Array | string | undefined): Uint8Array {
  return typeof value === 'string'
    ? Buffer.from(value)
    : (value ?? new Uint8Array())
}
