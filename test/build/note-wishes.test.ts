// Wishes that were not met: told of pages that are printed, with what helps.

import {describe, expect, test} from 'vitest'
import {VFile} from 'vfile'
import {noteWishes} from '../../src/build/note-wishes.ts'
import type {PageResult} from '../../src/makeup/makeup.ts'
import type {Issue, Page} from '../../src/model/issue.ts'
import {toRequest} from '../makeup/desk.ts'

const page: Page = {
  type: 'page',
  pageNumber: 5,
  template: 'test',
  staff: [],
  placements: [{slug: 'corner', part: 'whole', pin: {corner: 'lower-right'}}],
  children: []
}

const issue: Issue = {
  type: 'issue',
  id: 'test-2026-06-02',
  publication: 'Test',
  date: '2026-06-02',
  lang: 'en',
  imprint: {},
  children: [page]
}

const filled: PageResult = {
  plan: {pageNumber: 5, modules: [], cutoffs: [], costs: {}},
  unplaced: [],
  isFilled: true,
  rungIndex: 0,
  missedLineCount: 0,
  blankLineCount: 0,
  blankCharacterCount: 0,
  missedWishes: [{slug: 'corner', wish: 'corner'}],
  fixes: [],
  alternatives: []
}

const thin = {...filled, isFilled: false, blankLineCount: 100}
const overfull = {...filled, isFilled: false, missedLineCount: 30}
const {units: lost} = toRequest([{slug: 'lost', characterCount: 300}])

describe('noteWishes', () => {
  test('should say that a page does not fill with what was wished for', () => {
    expect(listFixes(filled)).toEqual([
      'Give `corner` another place in `at`, or take it away; at that one the page does not fill.'
    ])
  })

  test('should blame no wish for a page that has too little copy', () => {
    expect(listFixes(thin)).toEqual([
      'Give `corner` another place in `at`, or page `5` more copy.'
    ])
  })

  test.for([
    ['too much copy', overfull],
    ['no place for a story', {...filled, isFilled: false, unplaced: lost}]
  ] as const)('should be quiet about a page with %s', ([, refused]) => {
    expect(listFixes(refused)).toEqual([])
  })
})

function listFixes(result: PageResult): Array<string | undefined> {
  const issueFile = new VFile({path: 'issue.yaml'})
  noteWishes([result], issue, {issueFile})
  for (const {reason, ruleId} of issueFile.messages) {
    expect(ruleId).toBe('wish-missed')
    expect(reason).toBe(
      'Unexpected place of `corner` on page `5`, expected the corner that `at` gives'
    )
  }
  return issueFile.messages.map(({note}) => note)
}
