// A layout offered is a layout kept: its line, pasted into `issue.yaml`, gives
// the same page again.

import {expect, test} from 'vitest'
import {toLayoutLine} from '../../src/build/to-layout-line.ts'
import {makeUpPage} from '../../src/makeup/makeup.ts'
import {makeIssue} from '../made/make-issue.ts'
import {openFiles, toPageRequest} from '../made/open-made-desk.ts'

test('should pin the layout that was chosen', async () => {
  const files = await makeIssue({
    seed: 1,
    pageCount: 1,
    storiesPerPage: 8,
    withPictures: false
  })
  const request = toPageRequest(await openFiles(files), 1)
  const {alternatives, plan} = makeUpPage({...request, alternativeCount: 3})
  const [chosen] = alternatives
  if (!chosen) throw new TypeError('Unexpected page without alternatives')
  const line = toLayoutLine(chosen)
  const yaml = String(files.get('issue.yaml')).replace(
    '    stories:',
    `    layout: '${line}'\n    stories:`
  )
  const again = makeUpPage(
    toPageRequest(await openFiles(new Map([...files, ['issue.yaml', yaml]])), 1)
  )

  expect(alternatives).toHaveLength(3)
  expect(again.isFilled).toBe(true)
  expect(toLayoutLine(again.plan)).toBe(line)
  expect(toLayoutLine(again.plan)).not.toBe(toLayoutLine(plan))
})
