// Batches after the NDNP's profile: what is in them, what is asked for, and that
// nothing is made up. Pages are drawn by nobody here; others read a real batch
// in `ndnp.slow.test.ts`.

import {createHash} from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {exportArchive, putAway} from '../../src/archive/archive.ts'
import {normalizeLccn} from '../../src/archive/export/ndnp-issues.ts'
import {toNdnpAlto} from '../../src/archive/export/to-ndnp-alto.ts'
import type {Shelf} from '../../src/model/shelf.ts'
import {openShelf} from '../../src/plant/plant.ts'
import {makeTemporaryFolder} from '../end-to-end/press.ts'
import {madeAlto} from './made-alto.ts'
import {makePacked} from './made-bag.ts'

const root = 'batch_oru_ashland_ver01'
const issueFolder = `${root}/data/sn86069873/print/2026060201`
let folder: string
let shelf: Shelf

beforeEach(async () => {
  folder = path.join(await makeTemporaryFolder(), 'archive')
  shelf = await openShelf({folder, isNew: true})
})

afterEach(async () => {
  shelf.close()
  await fs.rm(path.dirname(folder), {recursive: true})
})

describe('a batch', () => {
  test('should be a bag that holds each page three times, and how it belongs together', async () => {
    await add('today', {lccn: 'sn 86069873'})
    const files = await collect()

    expect([...files.keys()]).toEqual([
      `${issueFolder}/0001.jp2`,
      `${issueFolder}/0001.pdf`,
      `${issueFolder}/0001.xml`,
      `${issueFolder}/2026060201.xml`,
      `${root}/data/batch.xml`,
      `${root}/data/batch_1.xml`,
      `${root}/bag-info.txt`,
      `${root}/bagit.txt`,
      `${root}/manifest-sha256.txt`,
      `${root}/tagmanifest-sha256.txt`
    ])
    // 254 mm at 100 pixels an inch.
    expect(text(files, `${issueFolder}/0001.jp2`)).toBe('drawn 1000 of page 1')
    expect(text(files, `${root}/data/batch_1.xml`)).toContain(
      '<issue lccn="sn86069873" issueDate="2026-06-02" editionOrder="01">sn86069873/print/2026060201/2026060201.xml</issue>'
    )
    for (const manifest of ['manifest', 'tagmanifest']) {
      const lines = text(files, `${root}/${manifest}-sha256.txt`)
      expect(lines).not.toBe('')
      for (const line of lines.trim().split('\n')) {
        const [hash, name = ''] = line.split('  ')
        const value = files.get(`${root}/${name}`) ?? 'not there'
        expect(createHash('sha256').update(value).digest('hex')).toBe(hash)
      }
    }
  })

  test('should be the same twice', async () => {
    await add('today', {lccn: 'sn86069873'})

    expect([...(await collect())]).toEqual([...(await collect())])
  })

  test('should name the second edition of a day by its number', async () => {
    await add('today', {lccn: 'sn86069873'})
    await add('today-2', {lccn: 'sn86069873', edition: 2})
    const names = [...(await collect()).keys()].filter((name) =>
      name.endsWith('0001.jp2')
    )

    expect(names).toEqual([
      `${issueFolder}/0001.jp2`,
      `${issueFolder.replace(/01$/, '02')}/0001.jp2`
    ])
  })

  test('should hold a double-page spread as one page with both numbers', async () => {
    const pages: Facts['pages'] = [
      {pageNumber: 1, facingPageNumber: 2, staff: []}
    ]
    await add('today', {lccn: 'sn86069873', pages})
    const files = await collect()

    const named = [...files.keys()].filter((name) => name.endsWith('.jp2'))
    expect(named).toEqual([`${issueFolder}/0001.jp2`])
    expect(text(files, `${issueFolder}/2026060201.xml`)).toMatch(
      /"page number">\s*<mods:number>1–2</
    )
  })

  test('should take the number it is given where the issue says none', async () => {
    await add('today', {})

    expect([...(await collect('2001-12345')).keys()][0]).toBe(
      `${root}/data/2001012345/print/2026060201/0001.jp2`
    )
  })

  test.for<[string, ReadonlyArray<Facts>, string | undefined, RegExp]>([
    [
      'no number',
      [{}],
      undefined,
      /`today-0\/v1` without a control number.*`lccn` under `imprint`.*`--lccn`/
    ],
    [
      'a wrong number',
      [{lccn: 'ISSN 1234-5678'}],
      undefined,
      /Unexpected control number `ISSN 1234-5678`/
    ],
    [
      'the number of another list',
      [{lccn: 'CN 14-0001', cn: '14-0001'}],
      undefined,
      /Unexpected control number `CN 14-0001`/
    ],
    [
      'an unknown day',
      [{lccn: 'sn86069873', date: 'undated'}],
      undefined,
      /Unexpected date `undated`/
    ],
    [
      'the same day twice',
      [{lccn: 'sn86069873'}, {lccn: 'sn86069873'}],
      undefined,
      /`today-0\/v1` and `today-1\/v1` of the same title, day and edition.*`edition`/
    ],
    [
      'one number for two titles',
      [{}, {publication: '石潭日报', edition: 2}],
      'sn86069873',
      /Unexpected `--lccn` for issues of `云中日报`, `石潭日报`/
    ],
    ['no issue', [], undefined, /without issues/]
  ])('should be refused with %s', async ([, issues, lccn, says]) => {
    for (const [index, facts] of issues.entries()) {
      await add(`today-${index}`, facts)
    }

    await expect(collect(lccn)).rejects.toThrow(says)
  })

  test('should be refused when a page has no PDF', async () => {
    await add('today', {lccn: 'sn86069873'}, ['alto/page-01.xml'])

    await expect(collect()).rejects.toThrow(
      'Unexpected page 1 of `today/v1` without its PDF or ALTO'
    )
  })
})

describe('control numbers', () => {
  test.for([
    ['sn86069873', 'sn86069873'],
    ['sn 86-69873', 'sn86069873'],
    ['2001-000002', '2001000002'],
    ['75-425165//r75', '75425165'],
    ['n78890351 ', 'n78890351'],
    ['86069873', '86069873'],
    ['8606987', undefined],
    ['abcd86069873', undefined],
    ['../../etc', undefined]
  ])('should read %s as %s', ([given = '', plain]) => {
    expect(normalizeLccn(given)).toBe(plain)
  })
})

describe('its ALTO', () => {
  test('should be in pixels, in the order it is read, without what 2.0 does not have', () => {
    expect(
      toNdnpAlto(madeAlto, {
        widthPx: 1000,
        depthPx: 1500,
        imagePath: '0001.jp2',
        sequence: 1,
        moment: '2026-06-02T00:00:00Z',
        engine: {name: 'qianzi', version: '0.0.0-test'}
      }).replace(/^[^]*(?=<PrintSpace)/, '')
    ).toMatchInlineSnapshot(`
      "<PrintSpace ID="space" HPOS="0" VPOS="0" WIDTH="1000" HEIGHT="1500">
      <TextBlock ID="B2" HPOS="100" VPOS="394" WIDTH="200" HEIGHT="50" language="chi">
      <TextLine ID="L3" HPOS="100" VPOS="394" WIDTH="200" HEIGHT="50">
      <String ID="W4" HPOS="100" VPOS="394" WIDTH="200" HEIGHT="50" CONTENT="沙棘&amp;“熟”" WC="1"/>
      </TextLine>
      </TextBlock>
      <TextBlock ID="B1" HPOS="100" VPOS="100" WIDTH="200" HEIGHT="50" language="eng">
      <TextLine ID="L2" HPOS="100" VPOS="105" WIDTH="200" HEIGHT="10">
      <String ID="W2" STYLEREFS="S1" HPOS="100" VPOS="105" WIDTH="50" HEIGHT="10" CONTENT="to" WC="1"/>
      <SP HPOS="150" VPOS="105" WIDTH="5"/>
      <String ID="W3" HPOS="155" VPOS="105" WIDTH="100" HEIGHT="10" CONTENT="mor" SUBS_TYPE="HypPart1" SUBS_CONTENT="morrow" WC="1"/>
      <HYP HPOS="255" VPOS="105" WIDTH="5" CONTENT="-"/>
      </TextLine>
      <TextLine ID="L1" HPOS="100" VPOS="100" WIDTH="200" HEIGHT="5">
      <String ID="W1" HPOS="100" VPOS="100" WIDTH="200" HEIGHT="5" CONTENT="ruby" WC="1"/>
      </TextLine>
      </TextBlock>
      <TextBlock ID="B3" HPOS="0" VPOS="1457" WIDTH="200" HEIGHT="10" language="chi"/>
      <Illustration ID="I1" HPOS="500" VPOS="500" WIDTH="200" HEIGHT="200" TYPE="photo"/>
      </PrintSpace>
      </Page>
      </Layout>
      </alto>
      "
    `)
  })
})

/** What an issue says of itself. */
interface Facts {
  cn?: string
  lccn?: string
  edition?: number
  date?: string
  publication?: string
  pages?: Array<{pageNumber: number; facingPageNumber?: number; staff: []}>
}

async function add(
  issueId: string,
  {cn, date, lccn, ...facts}: Facts,
  names: ReadonlyArray<string> = ['alto/page-01.xml', 'issue/web/p1/page.pdf']
): Promise<void> {
  const values = new Map([
    ['alto/page-01.xml', madeAlto],
    ['issue/web/p1/page.pdf', 'page 1']
  ])
  await putAway(
    makePacked({
      issueId,
      text: issueId,
      ...(date === undefined ? {} : {date}),
      facts: {
        ...facts,
        imprint: {
          ...(cn === undefined ? {} : {cn}),
          ...(lccn === undefined ? {} : {lccn})
        }
      },
      files: new Map(names.map((name) => [name, values.get(name) ?? '']))
    }),
    shelf
  )
}

async function collect(
  lccn?: string
): Promise<Map<string, Uint8Array | string>> {
  const files = new Map<string, Uint8Array | string>()
  for await (const {path: name, value} of exportArchive(shelf, {
    to: 'ndnp',
    issueIds: [],
    engine: {name: 'qianzi', version: '0.0.0-test'},
    ndnp: {
      awardee: 'oru',
      batch: 'ashland',
      ...(lccn === undefined ? {} : {lccn}),
      resolutionPpi: 100,
      drawJpeg2000: (pdf, {widthPx}) =>
        Promise.resolve({
          widthPx,
          depthPx: widthPx * 1.5,
          value: Buffer.from(`drawn ${widthPx} of ${Buffer.from(pdf)}`)
        })
    }
  })) {
    files.set(name, value)
  }
  return files
}

function text(
  files: ReadonlyMap<string, Uint8Array | string>,
  name: string
): string {
  return Buffer.from(files.get(name) ?? '').toString()
}
