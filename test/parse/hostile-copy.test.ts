// Copy that is hostile or broken: notes, never a crash, and never slow.

import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {plainText} from '../../src/model/plain-text.ts'
import {parseStory} from '../../src/parse/parse-story.ts'

const utf8 = new TextEncoder()

// 中文，报纸的铅字。 in GB 18030, and 中文，報紙的鉛字。 in Big5.
const gb18030 = [
  0xd6, 0xd0, 0xce, 0xc4, 0xa3, 0xac, 0xb1, 0xa8, 0xd6, 0xbd, 0xb5, 0xc4, 0xc7,
  0xa6, 0xd7, 0xd6, 0xa1, 0xa3
]
const big5 = [
  0xa4, 0xa4, 0xa4, 0xe5, 0xa1, 0x41, 0xb3, 0xf8, 0xaf, 0xc8, 0xaa, 0xba, 0xb9,
  0x5d, 0xa6, 0x72, 0xa1, 0x43
]

describe('encodings', () => {
  test.for([
    ['gb18030', gb18030, '中文，报纸的铅字。'],
    ['big5', big5, '中文，報紙的鉛字。'],
    ['utf-16le', [0xff, 0xfe, 0x2d, 0x4e, 0x87, 0x65], '中文'],
    ['utf-16be', [0xfe, 0xff, 0x4e, 0x2d, 0x65, 0x87], '中文']
  ] as const)('should tell %s', ([encoding, bytes, text]) => {
    const {file, story} = parse(new Uint8Array(bytes))

    expect(plainText(story)).toBe(text)
    expect(file.messages[0]).toMatchObject({
      ruleId: 'wrong-encoding',
      fatal: true,
      actual: encoding,
      note: `Save as UTF-8 or run with \`--encoding ${encoding}\`.`
    })
  })

  test('should read the encoding asked for', () => {
    const {file, story} = parse(new Uint8Array(gb18030), 'gb18030')

    expect(plainText(story)).toBe('中文，报纸的铅字。')
    expect(ruleIds(file)).toEqual(['headline-missing'])
  })

  test('should read UTF-8 in a folder said to be of another encoding', () => {
    const {file, story} = parse(utf8.encode('# 题\n\n中文'), 'gb18030')

    expect(plainText(story)).toBe('题中文')
    expect(ruleIds(file)).toEqual([])
  })

  test('should note an encoding that nobody knows', () => {
    const {file} = parse(new Uint8Array(gb18030), 'gb-2312-x')

    expect(ruleIds(file)).toContain('unknown-encoding')
  })

  test('should read a byte order mark and CRLF silently', () => {
    const {file, story} = parse(
      '\ufeff---\r\nkind: news\r\n---\r\n\r\n# 题\r\n\r\n一\r\n二\r\n'
    )

    expect(plainText(story)).toBe('题一二')
    expect(ruleIds(file)).toEqual([])
  })

  test('should take any bytes', () => {
    for (let seed = 1; seed < 60; seed++) {
      const bytes = Uint8Array.from(
        {length: seed * 7},
        (_, index) => (index * index * seed + 17 * index + seed) % 256
      )
      expect(parse(bytes).story.type).toBe('story')
    }
  })
})

describe('characters that can’t be seen', () => {
  test.for([
    ['\0', 'U+0000 (null)', '云中'],
    ['\u0007', 'U+0007 (control character)', '云中'],
    ['\u202e', 'U+202E (right-to-left override)', '云中'],
    ['\u2066', 'U+2066 (left-to-right isolate)', '云中'],
    ['\u200b', 'U+200B (zero width space)', '云中'],
    ['\ufeff', 'U+FEFF (zero width no-break space)', '云中'],
    ['\ufdd0', 'U+FDD0 (control character)', '云中'],
    ['\u2028', 'U+2028 (line separator)', '云 中']
  ] as const)('should take out %j', ([character, name, text]) => {
    const {file, story} = parse(`# 题\n\n云${character}中`)

    expect(plainText(story)).toBe(`题${text}`)
    expect(file.messages[0]).toMatchObject({
      ruleId: 'invisible-character',
      actual: name,
      line: 3,
      column: 2
    })
  })

  test('should note each kind once', () => {
    const {file} = parse(`# 题\n\n${'云\u202e'.repeat(1000)}\u200b`)

    expect(ruleIds(file)).toEqual([
      'invisible-character',
      'invisible-character'
    ])
    expect(file.messages[0]?.reason).toContain('`1000` times')
  })

  test('should keep compatibility ideographs and joined emoji', () => {
    const {file, story} = parse('# 题\n\n⼀豈👩\u200d🌾')

    expect(plainText(story)).toBe('题⼀豈👩\u200d🌾')
    expect(ruleIds(file)).toEqual([])
  })

  test('should note what was lost before it was filed', () => {
    expect(ruleIds(parse('# 题\n\n云\ufffd中').file)).toEqual([
      'lost-character'
    ])
    expect(ruleIds(parse('# 题\n\n云\ud800中').file)).toEqual([
      'lost-character'
    ])
  })
})

describe('size', () => {
  test.for([
    '云中日报，',
    '*a ',
    '**a* _b ',
    'a.a-',
    '[a](',
    '![a](b){',
    '{a|',
    '{a|b}',
    ':name[',
    ':a',
    '<a ',
    '<script>',
    '</',
    '`a``',
    '~~a~ ',
    '\\',
    '&amp',
    'www.a',
    '[^1]',
    '|a',
    '“'
  ])('should set 1 MB of %j as it is', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const {file, ms, story} = time(() => parse(`# 题\n\n${text}\n\n尾。`))

    expect(plainText(story)).toBe(`题${text.trim()}尾。`)
    expect(ruleIds(file)).toEqual(['long-paragraph'])
    expect(file.messages[0]?.line).toBe(3)
    expect(ms).toBeLessThan(5000)
  })

  test.for([
    '*a ',
    'a.a-',
    '[',
    '![a](b){',
    '{a|',
    '> ',
    '- ',
    '**',
    '<a ',
    '_a*'
  ])('should be done soon with many paragraphs of %j', (unit) => {
    const paragraph = unit.repeat(Math.floor(19_000 / unit.length))
    const {ms, story} = time(() =>
      parse(`# 题\n\n${`${paragraph}\n\n`.repeat(4)}`)
    )

    expect(story.type).toBe('story')
    expect(ms).toBeLessThan(10_000)
  })

  test('should not climb into thousands of brackets', () => {
    for (const text of [
      '> '.repeat(5000),
      '- '.repeat(5000),
      `${'*_'.repeat(4000)}云${'_*'.repeat(4000)}`
    ]) {
      expect(parse(`# 题\n\n${text}x`).story.type).toBe('story')
    }
  })

  test('should keep many lines in a long paragraph', () => {
    const {story} = parse(`# 题\n\n${'云中日报\n'.repeat(6000)}\n## 小题\n`)
    const body = story.children.find((part) => part.type === 'body')

    expect(body?.children.at(-1)?.position?.start.line).toBe(6004)
  })
})

describe('paragraphs', () => {
  test('should lose no character of plain paragraphs', () => {
    const characters = [...'云中日报，。“”（）：；、—…·《》ab Z09%￥@+=.!?\'"']
    let state = 7

    for (let count = 1; count < 300; count++) {
      let text = '云'
      for (let index = 0; index < count % 80; index++) {
        state = (state * 1103515245 + 12345) % 2147483648
        text += characters[state % characters.length] ?? ''
      }
      const paragraph = text.trim()
      const {story} = parse(`# 题\n\n${paragraph}\n\n${paragraph}`)

      expect(plainText(story)).toBe(`题${paragraph}${paragraph}`)
    }
  })
})

function parse(value: string | Uint8Array, encoding?: string) {
  const file = new VFile({path: 'hostile.md', value})
  const story = parseStory(file, {
    path: 'hostile.md',
    slug: 'hostile',
    lang: 'zh-CN',
    pictures: new Set<string>(),
    encoding
  })
  return {file, story}
}

function time<T extends object>(run: () => T): T & {ms: number} {
  const start = performance.now()
  const result = run()
  return {...result, ms: performance.now() - start}
}

function ruleIds(file: VFile): Array<string> {
  return file.messages.map(({ruleId}) => ruleId ?? '')
}
