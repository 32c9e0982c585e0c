// Whether a page is printed for the press as well has no say in how screens show
// it, except where a picture's inks don't say for which press they are.

import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {openDisk, openPlant} from '../../src/plant/plant.ts'
import type {OutputName} from '../../src/build/build.ts'
import {buildChecked} from '../check-build.ts'
import {writeMadeIssue} from '../made/make-issue.ts'

const packageFolder = path.resolve(import.meta.dirname, '../..')
let folder = ''

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-inks-'))
  await writeMadeIssue(path.join(folder, 'made'), {
    seed: 5,
    pageCount: 1,
    storiesPerPage: 2,
    fillRatio: 0.8
  })
})

afterAll(() => fs.rm(folder, {recursive: true, force: true}))

test('should not print for screens again when the press is left out', async () => {
  const first = await build(['press', 'screen'])
  const second = await build(['screen'])

  expect(first).not.toContain('screen')
  expect(second).toContain('screen')
})

/** Build for some outputs; gives the steps whose results were there. */
async function build(to: ReadonlyArray<OutputName>): Promise<Array<string>> {
  const plant = openPlant()
  try {
    const {timings} = await buildChecked(
      {
        folder: path.join(folder, 'made'),
        issueId: 'made',
        outFolder: path.join(folder, 'out'),
        to,
        isStrict: false,
        onProgress: () => undefined
      },
      {
        plant,
        disk: openDisk({
          packageFolder,
          cacheFolder: path.join(folder, 'cache')
        }),
        sourceDateEpoch: 0,
        now: () => 0
      }
    )
    return timings.filter((one) => one.isCached).map(({step}) => step)
  } finally {
    await plant.close()
  }
}
