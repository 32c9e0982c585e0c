// One folder in `fixtures` is one test: `input.md` goes in, `tree.txt` and
// `notes.txt` are what comes out. New case: make a folder, run `vitest -u`, read
// what it wrote.

import fs from 'node:fs'
import {fileURLToPath} from 'node:url'
import {inspectNoColor} from 'unist-util-inspect'
import {VFile} from 'vfile'
import {reporter} from 'vfile-reporter'
import {expect, test} from 'vitest'
import {parseStory} from '../../src/parse/parse-story.ts'

const fixtures = new URL('fixtures/', import.meta.url)
const pictures = new Set(['photo/a.jpg', 'photo/b c.jpg'])

for (const name of fs.readdirSync(fixtures).sort()) {
  test(`should parse ${name}`, async () => {
    const at = (base: string) =>
      fileURLToPath(new URL(`${name}/${base}`, fixtures))
    const value = fs.readFileSync(at('input.md'))
    const file = new VFile({path: 'input.md', value})
    const story = parseStory(file, {
      path: 'input.md',
      slug: 'input',
      lang: 'zh-CN',
      pictures
    })

    const outline = inspectNoColor(story, {showPositions: false}) + '\n'
    await expect(outline).toMatchFileSnapshot(at('tree.txt'))
    await expect(reporter(file) + '\n').toMatchFileSnapshot(at('notes.txt'))
  })
}
