// Real copy and copy in order: what is odd is found, and little else.

import fs from 'node:fs'
import path from 'node:path'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import type {Story} from '../../../src/model/story.ts'
import {importPage} from '../../../src/parse/parse.ts'
import {parseStory} from '../../../src/parse/parse-story.ts'
import {checkCopy} from '../../../src/preflight/preflight.ts'
import {projectFolder, seedPage} from '../../end-to-end/press.ts'
import {makeIssue} from '../../made/make-issue.ts'

const hasSeedPage = fs.existsSync(seedPage)
if (!hasSeedPage) {
  test.skip('the real page is not here: no ../shared/seed-page/page.txt')
}

describe.runIf(hasSeedPage)('the real page', () => {
  // Suites that are skipped are gathered all the same: there may be no page.
  const page = hasSeedPage ? fs.readFileSync(seedPage) : new Uint8Array()
  const made = importPage(page, {name: 'page.txt'})
  const manuscripts = made.files.filter(({path: name}) => name.endsWith('.md'))
  const notes = proofread(
    new Map(manuscripts.map(({path: name, value}) => [name, value]))
  )

  // Lengths and hanzi only: its sentences are not ours.
  test.for([
    ['doubled-word', '夏夏'],
    ['doubled-word', '亮亮亮'],
    ['doubled-word', '是是'],
    ['odd-word', '核掌握'],
    ['odd-word', '推进广'],
    ['untitled-commentary', undefined],
    ['missing-byline', undefined]
  ] as const)('should find `%s` %s', ([rule, actual]) => {
    expect(
      notes.some((one) => one.ruleId === rule && one.actual === actual)
    ).toBe(true)
  })

  test('should find what the import left open', () => {
    const ids = notes.map(({ruleId}) => ruleId)
    expect(ids).toContain('story-truncated')
    expect(ids.filter((id) => id === 'picture-declared-missing')).toHaveLength(
      2
    )
    expect(
      made.file.messages.filter(({ruleId}) => ruleId === 'import-joined')
    ).toHaveLength(3)
  })

  test('should raise three false alarms at most', () => {
    // Brackets of half the width are there, too: they are no false alarm.
    const known = ['夏夏', '亮亮亮', '是是', '核掌握', '推进广', '(返)', '(点)']
    const others = notes.filter(
      ({actual, ruleId = ''}) =>
        !known.includes(actual ?? '') &&
        ![
          'headline-missing',
          'missing-byline',
          'picture-declared-missing',
          'story-truncated',
          'untitled-commentary'
        ].includes(ruleId)
    )
    expect(others.map(({ruleId}) => ruleId).slice(3)).toEqual([])
  })
})

test.for(['harbour-courant-2026-06-02', 'yunzhong-2026-06-02'])(
  'should raise no false alarm on %s',
  (name) => {
    const folder = path.join(projectFolder, 'manuscript', name)
    const names = fs.readdirSync(folder).filter((one) => one.endsWith('.md'))
    const copy = new Map(
      names.map((one) => [one, fs.readFileSync(path.join(folder, one), 'utf8')])
    )
    const lang = name.startsWith('yunzhong') ? 'zh-CN' : 'en'
    const ids = proofread(copy, lang).map(({ruleId}) => ruleId)

    expect(
      ids.filter(
        (id) => id !== 'story-truncated' && id !== 'picture-declared-missing'
      )
    ).toEqual([])
  }
)

test('should raise few alarms on copy in order', async () => {
  let characterCount = 0
  const alarms: Array<string> = []
  for (const [seed, template] of ['broadsheet', 'broadsheet-en'].entries()) {
    const files = await makeIssue({
      seed,
      pageCount: 4,
      storiesPerPage: 8,
      template: template === 'broadsheet' ? 'broadsheet' : 'broadsheet-en',
      withPictures: false
    })
    const copy = new Map<string, string>()
    for (const [name, value] of files) {
      if (typeof value !== 'string' || !name.endsWith('.md')) continue
      copy.set(name, value)
      characterCount += value.length
    }
    const lang = template === 'broadsheet' ? 'zh-CN' : 'en'
    for (const {actual, ruleId} of proofread(copy, lang)) {
      // Made-up features have no byline: that is true.
      if (ruleId !== 'missing-byline') alarms.push(`${ruleId}: ${actual}`)
    }
  }

  expect(characterCount).toBeGreaterThan(60_000)
  expect(alarms).toEqual([])
})

function proofread(copy: ReadonlyMap<string, string>, lang = 'zh-CN') {
  const files = new Map<string, VFile>()
  const stories = [...copy].map(([name, value]): Story => {
    const file = new VFile({path: name, value})
    files.set(name, file)
    const pictures = new Set(
      [...value.matchAll(/\]\(([^)]+\.jpg)\)/g)].map(([, src = '']) => src)
    )
    const slug = name.replace(/\.md$/, '')
    return parseStory(file, {path: name, slug, lang, pictures})
  })
  checkCopy(
    {
      type: 'issue',
      id: 'made',
      publication: '云中日报',
      date: '2026-06-02',
      lang,
      imprint: {},
      children: [
        {
          type: 'page',
          pageNumber: 1,
          template: 'made',
          staff: [],
          placements: [],
          children: stories
        }
      ]
    },
    files
  )
  return [...files.values()].flatMap((file) => file.messages)
}
