// What others say of our bags: xmllint of their descriptions, by the published
// schemas, and the Library of Congress's bagit.py of the bags. And what they
// don't see: faults that pass every schema, each found by our own checker.

import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {PackedIssue} from '../../src/archive/archive.ts'
import {checkDescriptions} from '../../src/preflight/preflight.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {importPage} from '../../src/parse/parse.ts'
import {
  makeTemporaryFolder,
  openPlant,
  projectFolder,
  seedPage
} from '../end-to-end/press.ts'
import {writeFiles, writeMadeIssue} from '../made/make-issue.ts'
import {findArchiveToolsProblem} from '../oracle/bring-archive-tools.ts'
import {openBagValidator, type BagValidator} from '../oracle/bagit.ts'
import {openXmlValidator, type XmlValidator} from '../oracle/xml-schemas.ts'
import {describe as read, packFolder} from './pack.ts'
import {plantedFaults, plantFault} from './planted-faults.ts'

const samples = ['yunzhong-2026-06-02', 'harbour-courant-2026-06-02']
const templates = ['broadsheet', 'tabloid', 'broadsheet-en'] as const
const madeCount = 4
const problem = findArchiveToolsProblem()
const isCi = process.env['CI'] === 'true'

if (problem && !isCi) test.skip(`archives can't be checked: ${problem}`)

describe.skipIf(problem && !isCi)('bags', () => {
  const packed = new Map<string, PackedIssue>()
  let folder = ''
  let validate: XmlValidator
  let validateBag: BagValidator

  beforeAll(async () => {
    expect(problem).toBeUndefined()
    validate = await openXmlValidator()
    validateBag = await openBagValidator()
    folder = await makeTemporaryFolder()
    const plant = await openPlant()
    try {
      for (const name of samples) {
        await pack(path.join(projectFolder, 'manuscript', name))
      }
      const page = await fs.readFile(seedPage).catch(() => undefined)
      if (page) {
        const {files} = importPage(page, {name: 'page.txt'})
        const real = path.join(folder, 'real')
        await writeFiles(
          real,
          new Map(files.map((file) => [file.path, file.value]))
        )
        await pack(real)
      }
      // Copy that does not fit is not published: such seeds are passed over.
      const wanted = packed.size + madeCount
      for (let seed = 1; packed.size < wanted && seed < 30; seed++) {
        await pack(
          await writeMadeIssue(path.join(folder, `made-${seed}`), {
            seed,
            pageCount: (seed % 2) + 1,
            storiesPerPage: 3 + (seed % 7),
            template: templates[seed % 3] ?? 'broadsheet',
            fillRatio: 0.88
          })
        )
      }
      expect(packed.size).toBe(wanted)
    } finally {
      await plant.close()
    }

    async function pack(from: string): Promise<void> {
      const one = await packFolder(from, plant)
      if (one.bag) packed.set(one.issueId, one)
    }
  })

  afterAll(() => fs.rm(folder, {recursive: true, force: true}))

  test('should be valid by the schemas of METS, MODS, PREMIS and ALTO', () => {
    const faults: Record<string, Array<string>> = {}
    const counts = {mets: 0, premis: 0, alto: 0}
    for (const [id, one] of packed) {
      for (const [name, text] of read(one).texts) {
        if (!name.endsWith('.xml')) continue
        if (name.startsWith('alto/')) counts.alto++
        if (name === 'mets.xml') counts.mets++
        if (name === 'premis.xml') counts.premis++
        const found = validate(text)
        if (found.length > 0) faults[`${id} ${name}`] = found
      }
    }
    expect(faults).toEqual({})
    expect(counts.mets).toBe(packed.size)
    expect(counts.premis).toBe(packed.size)
    expect(counts.alto).toBeGreaterThanOrEqual(packed.size)
  })

  test.for([
    ['mets.xml', '<mets:fileSec>', '<mets:fileSect>'],
    ['mets.xml', 'ROLE="CREATOR"', 'ROLE="BOSS"'],
    ['mets.xml', '<mods:issuance>serial', '<mods:issuance>daily'],
    ['premis.xml', '<compositionLevel>0', '<compositionLevel>none'],
    ['alto/', '<MeasurementUnit>mm10', '<MeasurementUnit>furlong'],
    ['alto/', '<ReadingOrder>', '<ReadingOrder lax="1">']
  ] as const)('should be refused by a schema: %s, %s', ([start, from, to]) => {
    const {texts} = read(sample())
    const [, text = ''] =
      [...texts].find(([name]) => name.startsWith(start)) ?? []

    expect(text).toContain(from)
    expect(validate(text.replaceAll(from, to))).not.toEqual([])
  })

  test('should agree with themselves', () => {
    const notes = [...packed.values()].flatMap((one) =>
      checkDescriptions(read(one)).flatMap((file) => file.messages.map(String))
    )
    expect(notes).toEqual([])
  })

  describe('the reference checker', () => {
    test.for(plantedFaults)(
      'should find what a schema does not: $name',
      (fault) => {
        const bag = read(sample())
        const {text, texts} = plantFault(fault, bag.texts)
        const notes = checkDescriptions({...bag, texts}).flatMap(
          ({messages}) => messages
        )

        expect(validate(text), 'the schema is content').toEqual([])
        expect(
          notes.filter(({reason}) => fault.says.test(reason))[0]?.ruleId,
          notes.map(String).join('\n')
        ).toBe(fault.rule)
      }
    )
  })

  describe('a file that is another than its record says', () => {
    test.for([
      [/^issue\/press\/.*\.pdf$/, 'record.json'],
      [/^issue\/screen\/.*\.pdf$/, 'record.json'],
      [/^issue\/epub\/.*\.epub$/, 'mets.xml'],
      [/^issue\/web\/index\.html$/, 'mets.xml'],
      [/^image\/.*\.jpg$/, 'premis.xml'],
      [/^manuscript\/.*\.md$/, 'premis.xml']
    ] as const)('should be named: %s by %s', ([which, by]) => {
      const bag = read(sample())
      const [found, file] =
        [...bag.files].find(([name]) => which.test(name)) ?? []
      if (!found || !file) throw new TypeError('Unexpected bag without it')
      const files = new Map([
        ...bag.files,
        [found, {...file, hash: '0'.repeat(64)}] as const
      ])
      const notes = checkDescriptions({...bag, files}).filter(({path: name}) =>
        name.endsWith(by)
      )

      expect(notes.flatMap(({messages}) => messages).map(String)).toEqual([
        expect.stringContaining(`\`${found}\``)
      ])
    })
  })

  test('should tell of files that were changed or lost, though the bag’s lists were made anew', () => {
    const bag = read(sample())
    const kinds = [
      /^issue\/epub\/.*\.epub$/,
      /^issue\/press\/.*\.pdf$/,
      /^issue\/screen\/.*\.pdf$/,
      /^issue\/web\/.*\.html$/,
      /^image\/.*\.jpg$/,
      /^alto\//,
      /^manuscript\/.*\.md$/,
      /^template\//
    ]
    for (const kind of kinds) {
      const [name, file] =
        [...bag.files].find(([path]) => kind.test(path)) ?? []
      if (!name || !file) throw new Error(`no ${kind} in the bag`)
      const other = {...file, hash: '0'.repeat(64)}
      const notes = checkDescriptions({
        ...bag,
        files: new Map([...bag.files, [name, other]])
      }).flatMap(({messages}) => messages)
      expect(notes.map(String).join('\n'), name).toContain(`\`${name}\``)

      const rest = new Map(bag.files)
      rest.delete(name)
      const texts = new Map(bag.texts)
      texts.delete(name)
      const missed = checkDescriptions({...bag, files: rest, texts})
      expect(
        missed.flatMap(({messages}) => messages.map(String)).join('\n'),
        `without ${name}`
      ).toContain(name)
    }
  })

  describe('bagit.py', () => {
    test('should pass every bag', async () => {
      const shelf = await openShelf({
        folder: path.join(folder, 'archive'),
        isNew: true
      })
      for (const [issueId, {bag}] of packed) {
        const staged = await shelf.stage(bag?.files ?? new Map())
        await staged.place({issueId, version: 1})
        const place = path.join(folder, 'archive', issueId, 'v1')
        expect(validateBag(place), issueId).toBeUndefined()
      }
      shelf.close()
    })

    test.for<[string, RegExp, (bag: string) => Promise<unknown>]>([
      ['a byte', /mets\.xml/, (bag) => flip(path.join(bag, 'data/mets.xml'))],
      [
        'a file less',
        /Expected \d+ files/,
        (bag) => fs.rm(path.join(bag, 'data/copy.json'))
      ],
      [
        'a file more',
        /more\.txt|Oxum/i,
        (bag) => fs.writeFile(path.join(bag, 'data/more.txt'), 'more')
      ],
      [
        'another label',
        /bag-info\.txt/,
        (bag) => fs.appendFile(path.join(bag, 'bag-info.txt'), 'X: y\n')
      ]
    ])('should refuse a bag with %s', async ([name, says, tamper]) => {
      const bag = path.join(folder, `tampered ${name}`)
      await fs.cp(path.join(folder, 'archive', samples[0] ?? '', 'v1'), bag, {
        recursive: true
      })
      expect(validateBag(bag)).toBeUndefined()
      await tamper(bag)

      expect(validateBag(bag)).toMatch(says)
    })
  })

  function sample(): PackedIssue {
    const one = packed.get(samples[0] ?? '')
    if (!one) throw new TypeError('Unexpected run without the sample')
    return one
  }
})

async function flip(file: string): Promise<void> {
  const bytes = await fs.readFile(file)
  bytes[100] = (bytes[100] ?? 0) ^ 1
  await fs.writeFile(file, bytes)
}
