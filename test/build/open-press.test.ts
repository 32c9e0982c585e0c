// Profiles of the press: the plant's own by its path, and those that are none.

import fs from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {openPress} from '../../src/build/open-press.ts'
import {openTemplates} from '../../src/build/open-templates.ts'
import {readIssue} from '../../src/build/read-issue.ts'
import {openDisk} from '../../src/plant/plant.ts'
import {
  makeTemporaryFolder,
  openPlant,
  projectFolder
} from '../end-to-end/press.ts'
import {writeFiles} from '../made/make-issue.ts'
import {srgb, writeMatrixProfile} from '../made/write-matrix-profile.ts'

const ours = path.join(projectFolder, 'templates/newsprint.icc')
const plant = openPlant()
let folder = ''
let whole: Uint8Array = new Uint8Array()

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  whole = new Uint8Array(await fs.readFile(ours))
})

afterAll(async () => {
  await plant.close()
  await fs.rm(folder, {recursive: true, force: true})
})

/** Open the press of an issue that names a profile, with some bytes in it. */
async function open(name: string, value: Uint8Array | undefined) {
  const issueFolder = path.join(folder, name)
  await writeFiles(
    issueFolder,
    new Map<string, Uint8Array | string>([
      [
        'issue.yaml',
        `publication: 试报\ndate: 2026-06-02\nlang: zh-CN\npress:\n  profile: plant/${name}\npages:\n  - number: 1\n    template: tabloid\n    stories: [a.md]\n`
      ],
      ['a.md', '---\nkind: news\n---\n\n# 题\n\n正文。\n'],
      ...(value ? [[`plant/${name}`, value] as const] : [])
    ])
  )
  const disk = openDisk({packageFolder: projectFolder})
  const read = await readIssue(
    {
      folder: issueFolder,
      issueId: name,
      outFolder: folder,
      to: ['press'],
      isStrict: false,
      onProgress: () => undefined
    },
    disk
  )
  if (!read.issue) throw new Error('No issue')
  const templates = await openTemplates(read.issue, read, disk)
  const press = await openPress(read.issue, read, templates, {
    plant,
    disk,
    sourceDateEpoch: undefined,
    now: () => 0
  })
  const notes = read.issueFile.messages.filter(
    ({ruleId}) => ruleId === 'press-profile'
  )
  return {press: press.get(1), notes}
}

describe('openPress', () => {
  test('should take the plant’s profile by its path', async () => {
    const other = new Uint8Array(whole)
    const at = Buffer.from(other).indexOf('desc', 200)
    const name = 'Plant 7'
    other.fill(0x20, at + 12, at + 12 + 20)
    other.set(Buffer.from(name), at + 12)
    const {notes, press} = await open('plant.icc', other)

    expect(notes).toEqual([])
    expect(press?.profile.name).toMatch(/^Plant 7/)
    expect(press?.profile.value).toEqual(other)
  })

  test.for([
    ['missing.icc', undefined, /not there/],
    ['rgb.icc', () => writeMatrixProfile(srgb), /of a CMYK press/],
    ['text.icc', () => new Uint8Array(Buffer.from('text')), /of a CMYK press/],
    ['cut.icc', () => whole.subarray(0, 2000), /damaged.*convert no colour/],
    [
      'blank.icc',
      () => new Uint8Array(whole).fill(0, 400),
      /damaged.*convert no colour/
    ]
  ] as const)('should refuse `%s`', async ([name, make, reason]) => {
    const {notes, press} = await open(name, make?.())

    expect(press).toBeUndefined()
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatchObject({
      ruleId: 'press-profile',
      fatal: true,
      line: 5,
      column: 12,
      reason: expect.stringMatching(reason),
      note: expect.stringContaining('ICC profile')
    })
  })
})
