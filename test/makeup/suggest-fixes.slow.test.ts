// Fixes on real copy: what a note asks for is done to the manuscripts, and the
// page fills.

import sharp from 'sharp'
import {describe, expect, test} from 'vitest'
import {makeUpPage} from '../../src/makeup/make-up-page.ts'
import type {PageFix} from '../../src/model/plan.ts'
import {makeIssue, type MadeFiles} from '../made/make-issue.ts'
import {openFiles, toPageRequest} from '../made/open-made-desk.ts'

const over = {pageCount: 1, storiesPerPage: 8, fillRatio: 1.4}
const under = {
  pageCount: 1,
  storiesPerPage: 3,
  fillRatio: 0.33,
  withPictures: false
}

describe('suggestFixes', () => {
  test.each([
    {seed: 3, ...over},
    {seed: 11, ...over},
    {seed: 13, ...over},
    {seed: 8, ...under},
    {seed: 13, ...under}
  ])('should name changes that fill page $seed', async (options) => {
    const files = await makeIssue(options)
    const {fixes, isFilled} = await makeUp(files)

    expect(isFilled).toBe(false)
    expect(fixes.length).toBeGreaterThan(0)
    for (const fix of fixes) {
      for (const changed of await applyFix(fix, files)) {
        const again = await makeUp(changed)
        expect({fix, isFilled: again.isFilled}).toEqual({fix, isFilled: true})
      }
    }
  })
})

async function makeUp(
  files: MadeFiles
): Promise<ReturnType<typeof makeUpPage>> {
  return makeUpPage(toPageRequest(await openFiles(files), 1))
}

/** Do what a note asks for: as little and as much as it says. */
async function applyFix(
  fix: PageFix,
  files: MadeFiles
): Promise<Array<MadeFiles>> {
  switch (fix.action) {
    case 'add':
      return [fix.leastCharacterCount, fix.mostCharacterCount].map((count) =>
        edit(`${fix.slug}.md`, (text) => {
          const words = '他们说这样的年景上一回还是二十年以前，'.repeat(count)
          return `${text}\n${words.slice(0, count - 1)}。\n`
        })
      )
    case 'cut':
      return [fix.leastCharacterCount, fix.mostCharacterCount].map((count) =>
        edit(`${fix.slug}.md`, (text) => cutCharacters(text, count))
      )
    case 'fill': {
      const {columnCount, lineCount} = fix
      const filler = `---\nkind: filler\nsize: {columns: ${columnCount}, lines: ${lineCount}}\n---\n\n# 节约用水\n`
      const listed = edit('issue.yaml', (text) => `${text}      - filler.md\n`)
      return [new Map([...listed, ['filler.md', filler]])]
    }
    case 'move':
      return [
        edit('issue.yaml', (text) =>
          fix.slugs.reduce(
            (left, slug) => left.replace(`      - ${slug}.md\n`, ''),
            text
          )
        )
      ]
    case 'recrop': {
      const path = `photo/${fix.slug}.jpg`
      const photo = await sharp(files.get(path))
        .resize(Math.round(900 * fix.aspectRatio), 900, {fit: 'cover'})
        .jpeg()
        .toBuffer()
      return [new Map([...files, [path, photo]])]
    }
  }

  function edit(path: string, change: (text: string) => string): MadeFiles {
    const text = files.get(path)
    if (typeof text !== 'string') throw new TypeError(`Unexpected \`${path}\``)
    return new Map([...files, [path, change(text)]])
  }
}

/** Cut so many characters of copy, paragraph after paragraph from the end. */
function cutCharacters(text: string, count: number): string {
  const blocks = text.trimEnd().split('\n\n')
  let left = count
  while (left > 0) {
    const last = blocks.pop() ?? ''
    const mark = /^#+ /.exec(last)?.[0] ?? ''
    const length = last.length - mark.length
    if (length > left) blocks.push(last.slice(0, last.length - left))
    left -= length
  }
  return `${blocks.join('\n\n')}\n`
}
