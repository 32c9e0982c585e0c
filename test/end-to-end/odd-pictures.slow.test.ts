// A whole issue of pictures as newsrooms get them, one on each page: all are
// published, upright and in their colours, on the plates and on the screen.

import {execFileSync} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {BuildResult} from '../../src/build/build.ts'
import {writeFiles} from '../made/make-issue.ts'
import {makeOddPictures, type OddPicture} from '../made/odd-pictures.ts'
import {convertColors, toDifference} from './convert-colors.ts'
import {hasProgram} from './has-program.ts'
import {build, makeTemporaryFolder, openPlant, projectFolder} from './press.ts'
import {readPlates} from './read-plates.ts'

const ppi = 50
const marginMm = 15
/** How far plates and screen may be off, ΔE*ab; JPEG takes some of it. */
const mostDifference = 4
/** Bare inks are shown by way of the press's profile: 4.3 of it was seen. */
const mostBareDifference = 5
const profile = path.join(projectFolder, 'templates/newsprint.icc')
const pictures = await makeOddPictures(profile)
const programs = ['gs', 'transicc', 'pdftoppm']
const inkNames = ['Cyan', 'Magenta', 'Yellow', 'Black']

interface Place {
  x: number
  y: number
  width: number
  depth: number
}

let folder = ''
let result: BuildResult
const places = new Map<string, Place & {pageNumber: number}>()

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  await writeFiles(path.join(folder, 'odd'), toIssue(pictures))
  const plant = openPlant()
  try {
    result = await build(
      path.join(folder, 'odd'),
      path.join(folder, 'out'),
      plant,
      ['press', 'screen']
    )
  } finally {
    await plant.close()
  }
  const layout = JSON.parse(
    await fs.readFile(path.join(result.outFolder, 'layout.json'), 'utf8')
  )
  for (const page of layout.pages) {
    for (const module of page.modules) {
      for (const one of module.pictures ?? []) {
        places.set(one.src, {...one, pageNumber: page.pageNumber})
      }
    }
  }
}, 300_000)

afterAll(() => fs.rm(folder, {recursive: true, force: true}))

test('should publish them all, and say what was taken on trust', () => {
  const notes = result.files.flatMap(({messages}) => messages)

  expect(notes.filter(({fatal}) => fatal === true).map(String)).toEqual([])
  expect(result.isPublished).toBe(true)
  expect([...places.keys()].sort()).toEqual(
    pictures.map(({file}) => `photo/${file}`).sort()
  )
  const untagged = notes.filter(({ruleId}) => ruleId === 'press-untagged-cmyk')
  expect(untagged.map(({file}) => path.basename(file ?? ''))).toEqual([
    'cmyk-bare-jpg.md'
  ])
})

describe.skipIf(!programs.every(hasProgram))(
  `colours (need ${programs.join(', ')})`,
  () => {
    test.for(pictures.map((one) => [one.name, one] as const))(
      'should print %s as it looks',
      async ([, {file, plates: named, shows}]) => {
        const place = findPlace(file)
        const pdf = path.join(
          result.outFolder,
          `press/odd-p${String(place.pageNumber).padStart(2, '0')}.pdf`
        )
        const work = await fs.mkdtemp(path.join(folder, 'plates-'))
        const plates = await readPlates(pdf, ppi, work)
        const found = toPoints(place).map(([xMm, yMm]) =>
          inkNames.map((ink) => {
            const plate = plates.get(ink)
            if (!plate) throw new Error(`No plate ${ink}`)
            const x = toPx(xMm + marginMm)
            const y = toPx(yMm + marginMm)
            return (255 - (plate.value[y * plate.widthPx + x] ?? 0)) / 2.55
          })
        )

        const isGrey = shows.every(([r, g, b]) => r === g && g === b)
        const wanted = named ?? convertColors(shows, '*sRGB', profile)
        const [a, b] = [found, wanted].map((inks) =>
          convertColors(inks, profile, '*Lab', 'relative')
        )
        for (const [index, lab] of (a ?? []).entries()) {
          const aim = b?.[index] ?? []
          // Grey is black alone: as light, but of black's hue.
          const difference = isGrey
            ? Math.abs((lab[0] ?? 0) - (aim[0] ?? 0))
            : toDifference(lab, aim)
          expect(difference, `${found} / ${wanted}`).toBeLessThan(
            mostDifference
          )
          if (isGrey) expect(found[index]?.slice(0, 3)).toEqual([0, 0, 0])
        }
      }
    )

    test.for(pictures.map((one) => [one.name, one] as const))(
      'should show %s as it looks',
      async ([, {file, plates, shows}]) => {
        const most =
          file === 'cmyk-bare.jpg' ? mostBareDifference : mostDifference
        const place = findPlace(file)
        const out = path.join(folder, `screen-${place.pageNumber}`)
        execFileSync('pdftoppm', [
          ...`-r ${ppi} -png -singlefile -f ${place.pageNumber}`.split(' '),
          path.join(result.outFolder, 'screen/odd.pdf'),
          out
        ])
        const {data, info} = await sharp(`${out}.png`)
          .removeAlpha()
          .raw()
          .toBuffer({resolveWithObject: true})
        const found = toPoints(place).map(([xMm, yMm]) => {
          const at = (toPx(yMm) * info.width + toPx(xMm)) * 3
          return [...data.subarray(at, at + 3)]
        })

        const wanted = plates ? convertColors(plates, profile, '*sRGB') : shows
        const [a, b] = [found, wanted].map((colors) =>
          convertColors(colors, '*sRGB', '*Lab', 'relative')
        )
        for (const [index, lab] of (a ?? []).entries()) {
          const difference = toDifference(lab, b?.[index] ?? [])
          expect(difference, `${found} / ${wanted}`).toBeLessThan(most)
        }
      }
    )
  }
)

function findPlace(file: string): Place & {pageNumber: number} {
  const place = places.get(`photo/${file}`)
  if (!place) throw new Error(`No picture ${file}`)
  return place
}

/** Middles of the four patches, from the corner of the trimmed page. */
function toPoints({depth, width, x, y}: Place): Array<[number, number]> {
  return [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map((across): [number, number] => [
      x + width * across,
      y + depth * down
    ])
  )
}

function toPx(mm: number): number {
  return Math.round((mm / 25.4) * ppi)
}

function toIssue(
  all: ReadonlyArray<OddPicture>
): Map<string, Uint8Array | string> {
  const files = new Map<string, Uint8Array | string>()
  const pages: Array<string> = []
  for (const [index, {file, name, value}] of all.entries()) {
    const slug = file.replace('.', '-')
    files.set(`photo/${file}`, value)
    files.set(
      `${slug}.md`,
      `---\nkind: news\n---\n\n# ${name}\n\nA picture stands in this story.\n\n![Four patches](photo/${file}){credit="Ours" alt="Four patches"}\n`
    )
    pages.push(
      `  - number: ${index + 1}\n    template: tabloid\n    stories: [${slug}.md]`
    )
  }
  files.set(
    'issue.yaml',
    `publication: Patches\ndate: 2026-06-02\nlang: zh-CN\npages:\n${pages.join('\n')}\n`
  )
  return files
}
