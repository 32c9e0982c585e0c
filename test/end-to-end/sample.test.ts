// The sample issues: published whole, on paper as they were composed, twice
// with the same bytes.

import fs from 'node:fs'
import path from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {listExcuses} from '../check-build.ts'
import {
  build,
  buildPlainly,
  makeTemporaryFolder,
  openPlant,
  projectFolder,
  readAll
} from './press.ts'

const issues = fs
  .readdirSync(path.join(projectFolder, 'manuscript'))
  .sort()
  .map((name) => ({name, folder: path.join(projectFolder, 'manuscript', name)}))

describe.for(issues)('$name', ({folder, name}) => {
  const plant = openPlant()

  afterAll(() => plant.close())

  test('should give the same bytes twice', async () => {
    const first = await publish(build)
    const second = await publish(buildPlainly)

    expect([...first.keys()]).toEqual([...second.keys()])
    const differing = [...first]
      .filter(([file, value]) => !second.get(file)?.equals(value))
      .map(([file]) => file)
    expect(differing).toEqual([])
    expect([...first.keys()]).toEqual(
      expect.arrayContaining([
        `epub/${name}.epub`,
        'layout.json',
        'report.html',
        'report.json',
        `screen/${name}.pdf`,
        'web/index.html'
      ])
    )
    const report = JSON.parse(String(first.get('report.json')))
    for (const page of report.pages) {
      expect(page.oversetLineCount).toBe(0)
      expect(page.fillRatio).toBe(1)
    }
  })

  async function publish(make: typeof build): Promise<Map<string, Buffer>> {
    const out = await makeTemporaryFolder()
    try {
      const result = await make(folder, out, plant)
      const errors = result.files
        .flatMap((file) => file.messages)
        .filter((message) => message.fatal === true)
      expect(errors.map(String)).toEqual([])
      expect(result.isPublished).toBe(true)
      expect(listExcuses(result)).toEqual([])
      return await readAll(result.outFolder)
    } finally {
      fs.rmSync(out, {recursive: true, force: true})
    }
  }
})
