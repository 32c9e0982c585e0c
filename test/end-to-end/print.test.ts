// Print against plan: a whole sample issue and the real page, as Chromium
// paints them.

import fs from 'node:fs'
import path from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {makeDesk} from '../../src/build/desk.ts'
import {openStepRunner} from '../../src/build/run-step.ts'
import {importPage} from '../../src/parse/parse.ts'
import {openDisk} from '../../src/plant/plant.ts'
import {screen} from '../../src/render/screen/screen.ts'
import {checkPages, checkPrint} from '../check-page.ts'
import {
  makeTemporaryFolder,
  openPlant,
  projectFolder,
  seedPage
} from './press.ts'

describe('print', () => {
  const plant = openPlant()

  afterAll(() => plant.close())

  test.each(['harbour-courant-2026-06-02', 'yunzhong-2026-06-02'])(
    'should put %s on paper as it was composed',
    async (name) => {
      const folder = path.join(projectFolder, 'manuscript', name)

      expect(await findFaults(folder)).toEqual([])
    }
  )

  test.skipIf(!fs.existsSync(seedPage))(
    'should put the real page on paper as it was composed',
    async () => {
      const folder = await makeTemporaryFolder()
      try {
        const {files} = importPage(fs.readFileSync(seedPage), {
          name: 'page.txt'
        })
        for (const {path: name, value} of files) {
          fs.writeFileSync(path.join(folder, name), value)
        }
        expect(await findFaults(folder)).toEqual([])
      } finally {
        fs.rmSync(folder, {recursive: true, force: true})
      }
    }
  )

  async function findFaults(folder: string): Promise<Array<string>> {
    const machines = {
      plant,
      disk: openDisk({packageFolder: projectFolder}),
      sourceDateEpoch: undefined,
      now: () => 0
    }
    const options = {
      folder,
      issueId: 'print',
      outFolder: '',
      to: [],
      isStrict: false,
      onProgress: () => undefined
    }
    const runner = openStepRunner(machines, () => undefined)
    const {complete} = await makeDesk(options, machines, runner)
    if (!complete) throw new Error(`Nothing was composed of ${folder}`)
    const {issue, pages} = complete
    const [file] = await screen.render(
      {...complete, pageImages: new Map()},
      plant
    )
    if (!file) throw new Error('Nothing was printed')
    return [
      ...checkPages(pages, {
        stories: issue.children.flatMap((page) => page.children)
      }),
      ...(await checkPrint({
        pages,
        pdf: file.value,
        fontFiles: complete.fontFiles
      }))
    ]
  }
})
