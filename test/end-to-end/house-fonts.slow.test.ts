// House fonts with OpenType/CFF outlines, name-keyed and CID-keyed, from the
// template to both papers: the plant gets the outlines of their maker, the
// screen gets TrueType, glyphs stand at the same places, and the note says so.

import {execFileSync} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {BuildResult} from '../../src/build/build.ts'
import {openDisk, openPlant} from '../../src/plant/plant.ts'
import {mmToPt} from '../../src/unit/length.ts'
import {buildChecked} from '../check-build.ts'
import {writeFiles} from '../made/make-issue.ts'
import {findVeraPdfProblem, validatePdfs} from '../oracle/verapdf.ts'
import {findHouseFont} from '../type/find-house-font.ts'
import {hasProgram} from './has-program.ts'
import {writeHouseTemplate} from './house-template.ts'
import {matchGlyphs} from './match-glyphs.ts'
import {makeTemporaryFolder} from './press.ts'
import {readPdfText, squeeze} from './read-text.ts'
import {traceGlyphs} from './trace-glyphs.ts'

const roman = findHouseFont('urw-base35/C059-Roman.otf')
const song = findHouseFont('noto/NotoSerifCJK-Regular.ttc')
const songBold = findHouseFont('noto/NotoSerifCJK-Bold.ttc')
const hasFonts = [roman, song, songBold].every((one) => one !== undefined)
const programs = ['mutool', 'pdffonts']
const problem = findVeraPdfProblem()

/** Margin of a press file: bleed, and room for its marks. */
const marginPt = mmToPt(15)
const quotation = 'Office “fjord” & more: AVATAR 2026'

const copy = {
  'issue.yaml': `publication: 云中日报
date: 2026-06-02
issueNumber: 10987
lang: zh-CN
pages:
  - number: 5
    section: 字体
    template: house
    stories: [lead.md, second.md]
`,
  'lead.md': `---
kind: feature
byline: 本报记者 张三
---

# “披荆斩棘”，走出绿色新路

${'连日来，山乡的人们在坡上种树，“点石成金”——大家都说好……'.repeat(6)}

> ${quotation}

${'溪水清了，鸟儿来了。'.repeat(20)}
`,
  'second.md': `---
kind: news
---

# 新字到店

**二号字。** ${'铅字一盘一盘地摆好，师傅逐个检查（含标点）。'.repeat(8)}

:::box{title="竖排" writing="vertical"}
“点石成金”——（大家都说好）。
:::
`
}

let folder = ''
let result: BuildResult
let screenFile = ''
let pressFile = ''

describe.skipIf(!hasFonts || !programs.every(hasProgram))(
  `house fonts (need fonts-urw-base35, fonts-noto-cjk, ${programs.join(', ')})`,
  () => {
    beforeAll(async () => {
      folder = await makeTemporaryFolder()
      await writeTemplate()
      await writeFiles(
        path.join(folder, 'paper'),
        new Map(Object.entries(copy))
      )
      const plant = openPlant()
      try {
        result = await buildChecked(
          {
            folder: path.join(folder, 'paper'),
            issueId: 'paper',
            outFolder: path.join(folder, 'out'),
            to: ['press', 'screen'],
            isStrict: false,
            onProgress: () => undefined
          },
          {
            plant,
            disk: openDisk({packageFolder: folder}),
            sourceDateEpoch: undefined,
            now: () => 0
          }
        )
      } finally {
        await plant.close()
      }
      screenFile = path.join(result.outFolder, 'screen/paper.pdf')
      pressFile = path.join(result.outFolder, 'press/paper-p05.pdf')
    })

    afterAll(() => fs.rm(folder, {recursive: true, force: true}))

    test('should be published, and say which faces were converted', () => {
      const notes = result.files.flatMap(({messages}) => messages)
      expect(notes.filter(({fatal}) => fatal === true).map(String)).toEqual([])
      expect(result.isPublished).toBe(true)
      const converted = notes.filter(({ruleId}) => ruleId === 'font-converted')
      expect(
        converted.map(({line, reason}) => [
          line !== undefined,
          /font `([^`]+)`/.exec(reason)?.[1]
        ])
      ).toEqual([
        [true, 'C059-Roman.otf'],
        [true, 'NotoSerifCJK-Regular.ttc'],
        [true, 'NotoSerifCJK-Bold.ttc']
      ])
    })

    test('should give the plant the outlines of the maker', () => {
      const fonts = readFonts(pressFile)
      const kinds = fonts.map(({kind, name}) => `${name} ${kind}`).sort()
      expect(kinds).toEqual(
        expect.arrayContaining([
          'C059-Roman CID Type 0C',
          'NotoSerifCJKsc-Bold CID Type 0C',
          'NotoSerifCJKsc-Regular CID Type 0C',
          'NotoSansSC-Regular CID TrueType'
        ])
      )
      expect(fonts.filter(({rest}) => !rest.startsWith('yes yes yes'))).toEqual(
        []
      )
    })

    test('should give the screen TrueType, and no Type 3', () => {
      const fonts = readFonts(screenFile)
      expect(new Set(fonts.map(({kind}) => kind))).toEqual(
        new Set(['CID TrueType'])
      )
      const names = fonts.map(({name}) => name)
      expect(names).toContain('C059-Roman')
      expect(names).toContain('NotoSerifCJKsc-Bold')
      expect(names).toContain('NotoSerifCJKsc-Regular')
      expect(fonts.filter(({rest}) => !rest.startsWith('yes yes yes'))).toEqual(
        []
      )
    })

    test('should put every glyph at the same place in both', () => {
      const printed = traceGlyphs(pressFile)
        .map((glyph) => ({
          ...glyph,
          xPt: glyph.xPt - marginPt,
          yPt: glyph.yPt - marginPt
        }))
        .filter(({yPt}) => yPt < mmToPt(390 + 3))
      const match = matchGlyphs(printed, traceGlyphs(screenFile), mmToPt(0.05))
      expect(match.lost).toEqual([])
      expect(match.count).toBeGreaterThan(400)
    })

    test('should be read as it was written', async () => {
      for (const file of [pressFile, screenFile]) {
        const text = (await readPdfText(await fs.readFile(file))).join('')
        expect(text).toContain(squeeze(quotation))
        expect(text).toContain('“点石成金”——大家都说好……连日来')
        expect(text).toContain('“点石成金”——（大家都说好）。')
        expect(text).not.toMatch(/[\u2E80-\u2FDF\uF900-\uFAFF\uFFFD]/)
      }
    })

    test.skipIf(problem)(
      'should be PDF/A-2a and PDF/UA-1 (needs veraPDF)',
      async () => {
        const verdicts = await validatePdfs([screenFile], ['2a', 'ua1'])
        expect(verdicts).toHaveLength(2)
        expect(verdicts.filter(({passes}) => !passes)).toEqual([])
      }
    )
  }
)

/** The tabloid, with faces of the house in place of some of its own. */
async function writeTemplate(): Promise<void> {
  const files = new Map<string, Uint8Array>()
  for (const file of [roman, song, songBold]) {
    if (file) files.set(path.basename(file), await fs.readFile(file))
  }
  // The third face of these collections is that of simplified Chinese.
  const faces = `  kai: {file: C059-Roman.otf, fallback: [song, hei]}
  song: {file: NotoSerifCJK-Regular.ttc, index: 2, fallback: [hei]}
  songBlack: {file: NotoSerifCJK-Bold.ttc, index: 2, fallback: [song, hei]}
`
  await writeHouseTemplate(folder, {
    files,
    change: (yaml) =>
      yaml
        .replace(/^ {2}(?:song|songBlack|kai):\n(?: {4}.*\n)+/gm, '')
        .replace(/^faces:\n/m, `faces:\n${faces}`)
  })
}

interface EmbeddedFont {
  name: string
  kind: string
  /** Whether it is embedded, cut down, and mapped to characters. */
  rest: string
}

/** Fonts of a PDF by what poppler says of them. */
function readFonts(file: string): Array<EmbeddedFont> {
  const said = execFileSync('pdffonts', [file], {encoding: 'utf8'})
  const rows = said.split('\n').slice(2).filter(Boolean)
  const row =
    /^(?:[A-Z]{6}\+)?(?<name>\S+?)(?:-Identity-[HV])?\s+(?<kind>.+?)\s+Identity-[HV]\s+(?<rest>.*)$/
  return rows.map((line) => {
    const {kind = '', name = line, rest = ''} = row.exec(line)?.groups ?? {}
    return {kind, name, rest}
  })
}
