import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {checkYaml, issueSchema} from '../../src/config/config.ts'
import type {Issue} from '../../src/model/issue.ts'
import {parseIssue} from '../../src/parse/parse.ts'
import {makeIssue, type MadeFiles} from './make-issue.ts'

const rows = [
  {seed: 1, pageCount: 4, storiesPerPage: 10},
  {seed: 2, pageCount: 2, storiesPerPage: 8, template: 'tabloid'},
  {seed: 3, pageCount: 3, storiesPerPage: 9, template: 'broadsheet-en'},
  {seed: 4, pageCount: 1, storiesPerPage: 1, withPictures: false},
  {seed: 5, pageCount: 2, storiesPerPage: 24, fillRatio: 1.1}
] as const

describe('makeIssue', () => {
  test.each(rows)('should make copy that is in order: $seed', async (row) => {
    const {issue, notes} = parse(await makeIssue(row))

    expect(notes).toEqual(['issue.yaml: imprint-incomplete'])
    expect(issue.children).toHaveLength(row.pageCount)
    for (const page of issue.children) {
      const own = page.placements.filter(({part}) => part !== 'rest')
      expect(own).toHaveLength(row.storiesPerPage)
    }
  })

  test('should make the same bytes of the same seed, and others of another', async () => {
    const options = {seed: 6, pageCount: 1, storiesPerPage: 6}
    const [one, two, other] = await Promise.all([
      makeIssue(options),
      makeIssue(options),
      makeIssue({...options, seed: 7})
    ])

    expect(one).toEqual(two)
    expect(one).not.toEqual(other)
  })

  test('should write as much copy as it is asked for', async () => {
    const [less, more] = await Promise.all(
      [0.8, 1.2].map((fillRatio) =>
        makeIssue({seed: 8, pageCount: 1, storiesPerPage: 8, fillRatio})
      )
    )
    const lengths = [less, more].map((files) => countCharacters(files))

    expect(lengths[1]).toBeGreaterThan((lengths[0] ?? 0) * 1.2)
  })
})

function countCharacters(files: MadeFiles | undefined): number {
  let count = 0
  for (const value of files?.values() ?? []) {
    if (typeof value === 'string') count += value.length
  }
  return count
}

function parse(files: MadeFiles): {issue: Issue; notes: Array<string>} {
  const stories = new Map<string, VFile>()
  for (const [path, value] of files) {
    if (path.endsWith('.md')) stories.set(path, new VFile({path, value}))
  }
  const value = files.get('issue.yaml')
  if (typeof value !== 'string') throw new TypeError('Unexpected bytes')
  const issueFile = new VFile({path: 'issue.yaml', value})
  const settings = checkYaml(issueFile, value, issueSchema)
  if (!settings) throw new Error(issueFile.messages.join('\n'))
  const parsed = parseIssue({
    id: 'made',
    settings,
    issueFile,
    stories,
    pictures: new Set(files.keys())
  })
  const notes = parsed.files.flatMap((file) =>
    file.messages.map(({reason, ruleId}) =>
      ruleId === 'imprint-incomplete'
        ? `${file.path}: ${ruleId}`
        : `${file.path}: ${ruleId} ${reason}`
    )
  )
  return {issue: parsed.issue, notes}
}
