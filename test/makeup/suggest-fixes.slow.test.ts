// Fixes on real copy: what a note asks for is done to the manuscripts, and the
// page fills.

import {describe, expect, test} from 'vitest'
import {makeUpPage} from '../../src/makeup/make-up-page.ts'
import {applyFix} from '../made/apply-fix.ts'
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
