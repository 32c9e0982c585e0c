// What independent programs say of the screen PDF: veraPDF of its claims
// (PDF/A-2a and PDF/UA-1), and three readers of its text.

import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {importPage} from '../../../src/parse/parse.ts'
import {toPagePdfs} from '../../../src/render/web/page-pdfs.ts'
import {build, openPlant, seedPage} from '../../end-to-end/press.ts'
import {makeTemporaryFolder, projectFolder} from '../../end-to-end/press.ts'
import {writeMadeIssue} from '../../made/make-issue.ts'
import {
  findVeraPdfProblem,
  validatePdfs,
  type Verdict
} from '../../oracle/verapdf.ts'
import {breakPdf, faultNames} from './break-pdf.ts'
import {findElements, readStructure, readWordsOf} from './read-structure.ts'
import {
  findLost,
  readers,
  readParagraphs,
  type FiledStory
} from './read-copy.ts'

const samples = ['harbour-courant-2026-06-02', 'yunzhong-2026-06-02']
const templates = ['broadsheet', 'tabloid', 'broadsheet-en'] as const
const problem = findVeraPdfProblem()
const hasSeedPage = fs.existsSync(seedPage)
const isCi = process.env['CI'] === 'true'

if (problem && !isCi) {
  test.skip(`veraPDF can't run: ${problem}`)
}
if (!hasSeedPage) {
  test.skip('the real page is not here: no ../shared/seed-page/page.txt')
}

describe.skipIf(problem && !isCi)('veraPDF', () => {
  const plant = openPlant()
  let folder = ''
  const files = new Map<string, string>()
  const cutFiles: Array<string> = []
  const filed = new Map<string, ReadonlyArray<FiledStory>>()
  let verdicts: Array<Verdict> = []

  beforeAll(async () => {
    expect(problem).toBeUndefined()
    folder = await makeTemporaryFolder()
    for (const name of samples) {
      const manuscript = path.join(projectFolder, 'manuscript', name)
      expect(await add(name, manuscript), `${name} is published`).toBe(true)
    }
    if (hasSeedPage) {
      expect(await add('real', importSeedPage()), 'the real page').toBe(true)
    }
    // Copy that does not fit is not published: such seeds are passed over.
    let madeCount = 0
    for (let seed = 1; madeCount < 20; seed++) {
      const name = `made-${seed}`
      const manuscript = path.join(folder, 'in', name)
      await writeMadeIssue(manuscript, {
        seed,
        pageCount: (seed % 2) + 1,
        storiesPerPage: 3 + (seed % 7),
        template: templates[seed % 3] ?? 'broadsheet',
        fillRatio: 0.88
      })
      const isPublished = await add(name, manuscript)
      if (isPublished) madeCount++
      expect(isPublished || seed < 30, `${name} is published`).toBe(true)
    }
    const sample = fs.readFileSync(files.get(samples[1] ?? '') ?? '')
    // Pages by themselves, as the site offers them.
    const cut = await toPagePdfs(sample, ['第05版', '第06版'])
    expect(cut).toHaveLength(2)
    for (const [index, value] of cut.entries()) {
      const file = path.join(folder, `cut-${index}.pdf`)
      fs.writeFileSync(file, value)
      cutFiles.push(file)
    }
    for (const fault of faultNames) {
      const file = path.join(folder, `${fault}.pdf`)
      fs.writeFileSync(file, await breakPdf(sample, fault))
      files.set(fault, file)
    }
    const all = [...files.values(), ...cutFiles]
    verdicts = await validatePdfs(all, ['2a', 'ua1'])
  })

  afterAll(async () => {
    await plant.close()
    fs.rmSync(folder, {recursive: true, force: true})
  })

  test('should pass PDF/A-3a with the manuscripts inside', async () => {
    const manuscript = path.join(folder, 'in/inside')
    const name = samples[1] ?? ''
    const source = path.join(projectFolder, 'manuscript', name)
    fs.cpSync(source, manuscript, {recursive: true})
    fs.appendFileSync(
      path.join(manuscript, 'issue.yaml'),
      '\nid: inside\nembedSources: true\n'
    )
    expect(await add('inside', manuscript)).toBe(true)
    const file = files.get('inside') ?? ''
    files.delete('inside')
    const found = await validatePdfs([file], ['3a', 'ua1'])

    expect(found).toHaveLength(2)
    expect(found.filter(({passes}) => !passes)).toEqual([])
  })

  test('should see every file for every claim', () => {
    expect(verdicts).toHaveLength((files.size + cutFiles.length) * 2)
    expect(files.size).toBeGreaterThanOrEqual(22 + faultNames.length)
  })

  test('should pass the samples, their pages, the real page and made-up issues', () => {
    const broken = new Set(faultNames.map((fault) => files.get(fault)))
    const failed = verdicts.filter(
      ({file, passes}) => !passes && !broken.has(file)
    )
    expect(failed).toEqual([])
  })

  test.for(faultNames)('should fail a file with %s', (fault) => {
    const found = verdicts.filter(({file}) => file === files.get(fault))
    expect(found).toHaveLength(2)
    expect(found.some(({passes}) => !passes)).toBe(true)
  })

  test.for(Object.entries(readers))(
    'should give %s every paragraph exact and in order',
    async ([, read]) => {
      const lost: Array<string> = []
      let count = 0
      for (const [name, stories] of filed) {
        const file = files.get(name) ?? ''
        if (!fs.existsSync(file)) continue
        const text = await read(file, fs.readFileSync(file))
        for (const story of stories) {
          count += story.paragraphs.length
          const found = findLost(text, story)
          lost.push(...found.map((one) => `${name} ${one}`))
        }
      }

      expect(lost).toEqual([])
      expect(count).toBeGreaterThan(400)
    }
  )

  // What jumps is whole here, so no paragraph may be parted.
  test('should give listeners every story whole and in order', async () => {
    const lost: Array<string> = []
    let jumpCount = 0
    for (const [name, stories] of filed) {
      const file = files.get(name) ?? ''
      if (!fs.existsSync(file)) continue
      const structure = await readStructure(fs.readFileSync(file))
      const articles = findElements(structure, 'Art').map(readWordsOf)
      for (const story of stories) {
        if (story.jumps) jumpCount++
        const whole = {...story, jumps: false}
        const fewest = articles
          .map((text) => findLost(text, whole))
          .reduce((a, b) => (b.length < a.length ? b : a), ['no article'])
        lost.push(...fewest.map((one) => `${name} ${one}`))
      }
    }

    expect(lost).toEqual([])
    expect(jumpCount).toBeGreaterThan(0)
  })

  test('should see a paragraph that is not there', async () => {
    const file = files.get(samples[1] ?? '') ?? ''
    const text = await readers['pdf.js']?.(file, fs.readFileSync(file))
    const paragraphs = ['这一段哪里都没有。']
    const story = {slug: 'none', paragraphs, jumps: true}

    expect(findLost(text ?? '', story)).toHaveLength(1)
  })

  function importSeedPage(): string {
    const manuscript = path.join(folder, 'in/real')
    fs.mkdirSync(manuscript, {recursive: true})
    const {files: made} = importPage(fs.readFileSync(seedPage), {
      name: 'page.txt'
    })
    for (const {path: name, value} of made) {
      fs.writeFileSync(path.join(manuscript, name), value)
    }
    return manuscript
  }

  async function add(name: string, manuscript: string): Promise<boolean> {
    const result = await build(manuscript, path.join(folder, 'out'), plant, [
      'screen'
    ])
    if (!result.isPublished) return false
    const pdf = result.outputs.find((output) => output.endsWith('.pdf'))
    files.set(name, path.join(result.outFolder, pdf ?? ''))
    filed.set(name, readFiled(manuscript, result.outFolder))
    return true
  }
})

/** Read all manuscripts that were printed; fillers may not be. */
function readFiled(manuscript: string, published: string): Array<FiledStory> {
  const layout = fs.readFileSync(path.join(published, 'layout.json'), 'utf8')
  const names = fs
    .readdirSync(manuscript)
    .filter((name) => name.endsWith('.md'))
  return names
    .map((name) => {
      const slug = name.replace(/\.md$/, '')
      const value = fs.readFileSync(path.join(manuscript, name), 'utf8')
      const start = new RegExp(
        `"story": "${slug}",\\s+"kind": "\\w+",\\s+"part": "start"`
      )
      return {...readParagraphs(slug, value), jumps: start.test(layout)}
    })
    .filter(({slug}) => layout.includes(`"story": "${slug}"`))
}
