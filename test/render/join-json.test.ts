import {expect, test} from 'vitest'
import {joinJson, toJsonItem} from '../../src/render/join-json.ts'

const value = {name: '"pages": []\n', at: [], in: {pages: []}, pages: []}

test('should write what is written at once', () => {
  for (const pages of [[], [{number: 1, lines: ['a\n', '"']}], [1, [2, []]]]) {
    for (const indentCount of [1, 2]) {
      const items = pages.map((page) =>
        toJsonItem(JSON.stringify(page, undefined, indentCount), indentCount)
      )
      const bytes = joinJson({value, name: 'pages', indentCount, items})
      const whole = JSON.stringify({...value, pages}, undefined, indentCount)
      expect(new TextDecoder().decode(bytes)).toBe(`${whole}\n`)
    }
  }
})
