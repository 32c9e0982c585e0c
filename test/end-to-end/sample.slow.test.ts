// What independent programs say of the published sample issues: EPUBCheck, Ace,
// html-validate, and axe in a real browser.

import fs from 'node:fs/promises'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {HtmlValidate} from 'html-validate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {findViolations} from '../browser/find-violations.ts'
import {launchBrowser} from '../browser/launch-browser.ts'
import {findChromium} from '../render/epub/find-chromium.ts'
import {hasJava, runEpubCheck} from '../render/epub/run-epubcheck.ts'
import {runAce} from '../render/epub/run-ace.ts'
import {build, makeTemporaryFolder, openPlant, projectFolder} from './press.ts'

const chromium = await findChromium()
const names = ['harbour-courant-2026-06-02', 'yunzhong-2026-06-02']

describe.for(names)('%s', (name) => {
  let folder = ''
  let issue = ''

  beforeAll(async () => {
    folder = await makeTemporaryFolder()
    const plant = openPlant()
    const manuscript = path.join(projectFolder, 'manuscript', name)
    const result = await build(manuscript, folder, plant)
    await plant.close()
    issue = result.outFolder
  })

  afterAll(() => fs.rm(folder, {recursive: true, force: true}))

  test.skipIf(!hasJava())('should pass EPUBCheck (needs Java)', async () => {
    const counts = await runEpubCheck(path.join(issue, `epub/${name}.epub`))

    expect(counts).toMatchObject({errorCount: 0, warningCount: 0})
  })

  test.skipIf(!chromium)('should pass Ace (needs a Chromium)', async () => {
    const report = await runAce(
      path.join(issue, `epub/${name}.epub`),
      chromium ?? {}
    )

    expect(report).toHaveProperty(['earl:result', 'earl:outcome'], 'pass')
  })

  test('should be valid HTML', async () => {
    const validate = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'doctype-style': ['error', {style: 'lowercase'}],
        'long-title': 'off',
        'require-sri': 'off'
      }
    })
    const faults: Array<string> = []
    for (const file of await listDocuments()) {
      const value = await fs.readFile(path.join(issue, file), 'utf8')
      const report = await validate.validateString(value)
      for (const result of report.results) {
        for (const {line, message, ruleId} of result.messages) {
          faults.push(`${file}:${line} ${ruleId} ${message}`)
        }
      }
    }

    expect(faults).toEqual([])
  })

  test('should be accessible by axe, light and dark, wide and narrow', async () => {
    const browser = await launchBrowser()
    const faults: Array<string> = []
    for (const file of await listDocuments()) {
      for (const [scheme, width] of [
        ['light', 1280],
        ['dark', 390]
      ] as const) {
        const page = await browser.newPage()
        await page.setBypassCSP(true)
        await page.setViewport({width, height: 900})
        await page.emulateMediaFeatures([
          {name: 'prefers-color-scheme', value: scheme}
        ])
        await page.goto(pathToFileURL(path.join(issue, file)).href)
        for (const found of await findViolations(page)) {
          faults.push(`${file} ${scheme}: ${found}`)
        }
        await page.close()
      }
    }
    await browser.close()

    expect(faults).toEqual([])
  })

  async function listDocuments(): Promise<Array<string>> {
    const files = await fs.readdir(issue, {recursive: true})
    return files
      .filter((file) => file.startsWith('web') && file.endsWith('.html'))
      .sort()
  }
})
