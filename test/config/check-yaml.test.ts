import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {checkYaml, issueSchema, storySchema} from '../../src/config/config.ts'

const good = `publication: 云中日报
date: 2026-06-02
pages:
  - number: 5
    stories: [a.md, {file: b.md}, {continues: c}]
`

describe('checkYaml', () => {
  test('should apply defaults', () => {
    const {messages, value} = check(good)

    expect(messages).toEqual([])
    expect(value).toEqual({
      publication: '云中日报',
      date: '2026-06-02',
      lang: 'zh-CN',
      imprint: {},
      pages: [
        {
          number: 5,
          template: 'broadsheet',
          staff: {},
          stories: ['a.md', {file: 'b.md'}, {continues: 'c'}]
        }
      ]
    })
  })

  test.for([
    // What is replaced, by what, and the note.
    ['date: 2026-06-02', 'date: tomorrow', '2:7-2:15 wrong-value'],
    ['date: 2026-06-02\n', '', '1:1-1:1 missing-field'],
    ['publication: 云中日报', 'publication: 2026', '1:14-1:18 wrong-value'],
    ['number: 5', 'number: five', '4:13-4:17 wrong-value'],
    ['number: 5', 'number: 0', '4:13-4:14 wrong-value'],
    ['number: 5', 'no: 5', '4:5-4:7 unknown-field,4:5-4:5 missing-field'],
    ['[a.md', '[7', '5:15-5:16 wrong-value'],
    [
      '{file: b.md}',
      '{fiel: b.md}',
      '5:22-5:26 unknown-field,5:21-5:21 missing-field'
    ],
    ['{file: b.md}', '{file: b.md, at: {column: x}}', '5:47-5:48 wrong-value'],
    ['date:', 'date: 2026-06-01\ndate:', '3:1-3:1 yaml-syntax'],
    ['pages:', 'id: ../x\npages:', '3:5-3:9 wrong-value'],
    ['pages:', 'url: javascript:x\npages:', '3:6-3:18 wrong-value'],
    ['pages:', 'lang:\npages:', ''],
    ['pages:', '__proto__: {x: 1}\npages:', '3:1-3:10 unknown-field'],
    ['pages:', 'description: !!js/function x\npages:', '3:14-3:14 yaml-oddity']
  ] as const)('should find %s → %s at %s', ([from, to, places]) => {
    const {messages} = check(good.replace(from, to))

    expect(messages.join()).toBe(places)
  })

  test('should suggest the field that was meant', () => {
    const {file, value} = check(good.replace('pages:', 'descripton: x\npages:'))

    expect(file.messages[0]?.note).toContain('Did you mean `description`?')
    expect(value).toMatchObject({publication: '云中日报'})
  })

  test('should count lines from the top of the file', () => {
    const file = new VFile()
    checkYaml(file, 'kind: news\nbox: 1', storySchema, {lineOffset: 1})

    expect(file.messages[0]).toMatchObject({line: 3, column: 6})
  })

  test('should use what is right around a wrong value', () => {
    const value = checkYaml(
      new VFile(),
      'kind: nws\nkicker: 引题\nsize: {columns: 2}',
      storySchema
    )

    expect(value).toEqual({
      kind: 'news',
      kicker: '引题',
      status: 'complete',
      box: false
    })
  })

  test('should neither blow up nor leak', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]
f: [*e,*e,*e,*e,*e,*e,*e,*e,*e]`

    expect(check(bomb).messages).toEqual(['1:1-1:1 yaml-syntax'])
    expect(check('['.repeat(20_000)).value).toBeUndefined()
    expect(check('__proto__: {polluted: 1}').value).toBeUndefined()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    for (const text of ['', '- a', '3', '\0', 'a: b: c', '? [x]\n: y']) {
      expect(check(text).messages).not.toEqual([])
    }
  })
})

function check(text: string) {
  const file = new VFile({path: 'issue.yaml', value: text})
  const value = checkYaml(file, text, issueSchema)
  const messages = file.messages.map(
    ({place, ruleId}) => `${format(place)} ${ruleId}`
  )
  return {file, messages, value}
}

function format(place: VFile['messages'][number]['place']): string {
  if (!place || !('start' in place)) return ''
  const {end, start} = place
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}
