import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {checkYaml, configRules, issueSchema} from '../../src/config/config.ts'
import {parseIssue, parseRules} from '../../src/parse/parse.ts'

describe('parseIssue', () => {
  test('should keep the facts and the order of stories', () => {
    const {issue, notes} = parse('stories: [b.md, ./a.md]', ['a.md', 'b.md'])

    expect(issue).toMatchObject({
      id: 'today',
      publication: '云中日报',
      date: '2026-06-02',
      lang: 'zh-CN'
    })
    expect(issue?.children[0]).toMatchObject({
      pageNumber: 5,
      template: 'broadsheet',
      staff: [
        {role: '责编', name: '林一'},
        {role: '版式', name: '王二'}
      ],
      placements: [
        {slug: 'b', part: 'whole'},
        {slug: 'a', part: 'whole'}
      ]
    })
    expect(issue?.children[0]?.children.map(({slug}) => slug)).toEqual([
      'b',
      'a'
    ])
    expect(notes).toEqual(['imprint-incomplete'])
  })

  test('should make a left-hand page and the next one a spread', () => {
    const {issue, notes} = parseText(
      `${spreadYaml(4)}  - number: 6
    stories: [{file: b.md, jumpTo: 5}]
`,
      ['a.md', 'b.md']
    )

    expect(issue?.children[0]).toMatchObject({
      pageNumber: 4,
      facingPageNumber: 5
    })
    // Either number of a spread leads to it.
    expect(issue?.children[1]?.placements).toMatchObject([
      {slug: 'b', part: 'start', jumpToPageNumber: 4}
    ])
    expect(notes).toEqual(['imprint-incomplete'])
  })

  test.for([
    ['a right-hand page', spreadYaml(5)],
    ['an unknown page', spreadYaml('unknown')],
    ['a listed right half', `${spreadYaml(4)}  - {number: 5, stories: []}\n`]
  ] as const)('should not spread %s', ([, yaml]) => {
    const {issue, issueFile, notes} = parseText(yaml)
    const message = issueFile.messages.find(
      ({ruleId}) => ruleId === 'spread-pages'
    )

    expect(notes).toContain('spread-pages')
    expect(message).toMatchObject({line: 4, fatal: true})
    expect(issue?.children[0]).not.toHaveProperty('facingPageNumber')
  })

  test('should read where stories may go, and what fills pages', () => {
    const {issue, notes} = parse(
      `stories:
      - {file: a.md, pages: [5, 6], mayJumpTo: 6}
      - {file: b.md, at: {corner: lower-right, aboveFold: true}}
  - number: 6
    layout: 'c@2,3+4x50/3 b:rest@1,1+1x1/1'
    stories: [c.md, {file: d.md, pages: [9], mayJumpTo: 6}]
fillers: [e.md]`,
      ['a.md', 'b.md', 'c.md', 'd.md', 'e.md']
    )

    expect(issue?.children.map(({placements}) => placements)).toEqual([
      [
        {
          slug: 'a',
          part: 'whole',
          orPageNumbers: [6],
          mayJumpToPageNumber: 6
        },
        {
          slug: 'b',
          part: 'whole',
          pin: {corner: 'lower-right', isAboveFold: true}
        }
      ],
      [
        {
          slug: 'c',
          part: 'whole',
          pin: {
            columnNumber: 2,
            lineNumber: 3,
            columnCount: 4,
            lineCount: 50,
            legCount: 3
          }
        },
        {slug: 'd', part: 'whole'}
      ]
    ])
    expect(issue?.fillers?.map(({slug}) => slug)).toEqual(['e'])
    expect(notes.sort()).toEqual([
      'imprint-incomplete',
      'jump-target',
      'layout-story',
      'page-choice'
    ])
  })

  test('should place pins and the rests of jumps', () => {
    const {issue, notes} = parse(
      `stories:
      - {file: a.md, jumpTo: 6, at: {column: 1, line: 2, width: 3, depth: 40, legs: 2}}
      - {file: b.md, jumpTo: 6}
  - number: 6
    stories: [c.md, {continues: b, at: {width: 2}}, d.md]`,
      ['a.md', 'b.md', 'c.md', 'd.md']
    )

    expect(issue?.children.map(({placements}) => placements)).toEqual([
      [
        {
          slug: 'a',
          part: 'start',
          jumpToPageNumber: 6,
          pin: {
            columnNumber: 1,
            lineNumber: 2,
            columnCount: 3,
            lineCount: 40,
            legCount: 2
          }
        },
        {slug: 'b', part: 'start', jumpToPageNumber: 6}
      ],
      [
        {slug: 'c', part: 'whole'},
        {slug: 'b', part: 'rest', jumpFromPageNumber: 5, pin: {columnCount: 2}},
        {slug: 'd', part: 'whole'},
        {slug: 'a', part: 'rest', jumpFromPageNumber: 5}
      ]
    ])
    expect(notes).toEqual(['imprint-incomplete'])
  })

  test.for([
    ['stories: [{file: a.md, jumpTo: 9}]', 'jump-target', 10, 36],
    ['stories: [{file: a.md, jumpTo: 5}]', 'jump-target', 10, 36],
    ['stories: [a.md, a.md]', 'story-twice', 10, 21],
    ['stories: [a.md, x/a.md]', 'slug-twice', 10, 21],
    ['stories: [a.md, none.md]', 'story-missing', 10, 21],
    ['stories: [a.md, {continues: a}]', 'continues-nothing', 10, 33],
    ['stories: [a.md, "?.md"]', 'story-name', 10, 21],
    ['stories: [a.md]\n  - number: 5\n    stories: []', 'page-twice', 11, 13]
  ] as const)('should note %s as %s', ([yaml, ruleId, line, column]) => {
    const {issueFile} = parse(yaml, ['a.md', 'x/a.md', '?.md'])
    const message = issueFile.messages.find((one) => one.ruleId === ruleId)

    expect(message).toMatchObject({fatal: true, line, column})
  })

  test('should print placeholders for what is unknown', () => {
    const {issue, notes} = parseText(`publication: unknown
date: unknown
pages:
  - {number: unknown, stories: [a.md]}
  - {number: 2, stories: []}
  - {number: unknown, stories: []}
`)

    expect(issue).toMatchObject({publication: '〔报名不详〕', date: 'unknown'})
    expect(
      issue?.children.map((page) => [page.pageNumber, page.isNumberUnknown])
    ).toEqual([
      [3, true],
      [2, undefined],
      [4, true]
    ])
    expect(notes.filter((id) => id === 'fact-unknown')).toHaveLength(4)
  })

  test.for(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31'])(
    'should note that %s is no day',
    (date) => {
      const {issue, issueFile} = parseText(
        `publication: 云中日报\ndate: ${date}\npages: [{number: 1, stories: [a.md]}]`
      )

      expect(issue?.date).toBe('unknown')
      expect(issueFile.messages).toContainEqual(
        expect.objectContaining({ruleId: 'issue-date', line: 2, column: 7})
      )
    }
  )

  test('should list issue.yaml first, then manuscripts in order', () => {
    const {files} = parse('stories: [b.md, a.md]', ['a.md', 'b.md', 'c.md'])

    expect(files.map(({path}) => path)).toEqual(['issue.yaml', 'b.md', 'a.md'])
  })
})

describe('rules', () => {
  test('should have ids of their own, and words', () => {
    const rules = [...parseRules, ...configRules]
    const ids = rules.map(({id}) => id)

    expect(new Set(ids).size).toBe(ids.length)
    for (const {fix, id, what, why} of rules) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      for (const text of [fix, what, why]) expect(text).toMatch(/\S[.…]$/)
    }
  })
})

function spreadYaml(number: number | 'unknown'): string {
  return `publication: 云中日报
date: 2026-06-02
pages:
  - {number: ${number}, spread: true, stories: [a.md]}
`
}

function parse(pageYaml: string, paths: ReadonlyArray<string>) {
  return parseText(
    `publication: 云中日报
date: 2026-06-02
imprint:
  cn: CN 00-0001
pages:
  - number: 5
    staff:
      责编: 林一
      版式: 王二
    ${pageYaml}
`,
    paths
  )
}

function parseText(yaml: string, paths: ReadonlyArray<string> = ['a.md']) {
  const issueFile = new VFile({path: 'issue.yaml', value: yaml})
  const settings = checkYaml(issueFile, yaml, issueSchema)
  const stories = new Map(
    paths.map((path) => [path, new VFile({path, value: `# 题\n\n${path}。`})])
  )
  if (!settings) {
    throw new Error(issueFile.messages.map(String).join('\n'))
  }
  const {files, issue} = parseIssue({
    id: 'today',
    settings,
    issueFile,
    stories,
    pictures: new Set(paths)
  })
  const notes = files.flatMap((file) =>
    file.messages.map(({ruleId}) => ruleId ?? '')
  )
  return {files, issue, issueFile, notes}
}
