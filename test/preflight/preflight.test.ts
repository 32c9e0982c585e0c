import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import type {
  Block,
  ComposedModule,
  ComposedPage,
  PaintedPicture
} from '../../src/model/page.ts'
import {checkOutputs, checkPages} from '../../src/preflight/preflight.ts'

describe('checkPages', () => {
  test('should pass a page that is right', () => {
    expect(notesOn([toModule({slug: 'lead'})])).toEqual([])
  })

  test('should count overset copy in lines and characters', () => {
    const notes = notesOn([
      toModule({slug: 'lead', oversetLineCount: 4, oversetCharacterCount: 46})
    ])

    expect(notes).toEqual([
      'overset-story: Unexpected `4 lines` overset in `lead` on page `5`, expected the story to fit its module → Trim `lead` by 4 lines (about 46 characters), or jump it to another page.'
    ])
  })

  test('should not tell where the copy of a refused page stands over', () => {
    const file = new VFile({path: 'lead.md'})
    const page = toPage([toModule({slug: 'lead', oversetLineCount: 4})])
    const files = new Map([[file.path, file]])
    checkPages([page], files, {refused: new Set([5])})
    expect(file.messages).toEqual([])
    checkPages([page], files, {refused: new Set([4])})
    expect(file.messages.map(({ruleId}) => ruleId)).toEqual(['overset-story'])
  })

  test('should count one line as one', () => {
    const [note] = notesOn([
      toModule({slug: 'lead', oversetLineCount: 1, oversetCharacterCount: 1})
    ])

    expect(note).toContain('Trim `lead` by 1 line (about 1 character),')
  })

  test.for([
    // Blank lines, limit of the template, whether that is noted.
    [8, undefined, false],
    [9, undefined, true],
    [9, 9, false],
    [3, 2, true],
    [0, 0, false]
  ] as const)('should note %i blank lines at a limit of %s: %s', (row) => {
    const [shortLineCount, limit, isNoted] = row
    const limits = limit === undefined ? {} : {shortLines: limit}
    const notes = notesOn([toModule({slug: 'lead', shortLineCount})], limits)

    expect(notes.length).toBe(isNoted ? 1 : 0)
    if (isNoted) expect(notes[0]).toContain('short-module')
  })

  test('should note stories that overlap, on the later one', () => {
    const first = toModule({slug: 'lead', xPt: 100, widthPt: 100})
    const second = toModule({slug: 'brief', xPt: 190, widthPt: 100})

    expect(notesOn([first, second])).toEqual([
      'module-overlap: Unexpected `brief` over `lead` on page `5` by `10pt` times `100pt`, expected every story to have its own place → Move `brief` or `lead`: change its `at` in `issue.yaml`.'
    ])
  })

  test('should let stories touch', () => {
    const first = toModule({slug: 'lead', xPt: 100, widthPt: 100})
    const second = toModule({slug: 'brief', xPt: 200, widthPt: 100})

    expect(notesOn([first, second])).toEqual([])
  })

  test('should note a story outside the type area', () => {
    const notes = notesOn([toModule({slug: 'lead', xPt: 420, widthPt: 100})])

    expect(notes).toEqual([
      'outside-type-area: Unexpected `lead` to reach `20pt` out of the type area of page `5`, expected it inside → Move `lead`, or make it narrower or less deep.'
    ])
  })

  test('should note a picture that leaves the type area by itself', () => {
    const figure = toFigure([{...picture, yPt: 480, depthPt: 50}])
    const [note] = notesOn([toModule({slug: 'lead', children: [figure]})])

    expect(note).toContain('`lead` to reach `30pt` out of the type area')
  })

  test('should note a figure without a picture', () => {
    const [note] = notesOn([toModule({slug: 'lead', children: [toFigure([])]})])

    expect(note).toContain('missing-picture-printed')
    expect(
      notesOn([toModule({slug: 'l', children: [toFigure([picture])]})])
    ).toEqual([])
  })

  test.for([
    // Pixels across, crop of them, what is noted.
    [139, 1, []],
    [100, 1, ['72 ppi']],
    [200, 1, []],
    [200, 0.5, ['72 ppi']]
  ] as const)('should look at a picture of %i pixels', (row) => {
    const [widthPx, widthRatio, expected] = row
    const crop = {xRatio: 0, yRatio: 0, widthRatio, depthRatio: 1}
    const figure = toFigure([{...picture, widthPt: 100, crop}])
    const pictures = new Map([
      [
        picture.src,
        {
          src: picture.src,
          widthPx,
          depthPx: 2000,
          mediaType: 'image/jpeg',
          hash: ''
        }
      ]
    ])
    const file = new VFile({path: 'lead.md'})
    checkPages(
      [toPage([toModule({slug: 'lead', children: [figure]})])],
      new Map([['lead.md', file]]),
      {pictures}
    )
    const found = file.messages.filter(({ruleId}) => ruleId === 'soft-picture')
    expect(found.map(({actual}) => actual)).toEqual(expected)
  })

  test('should refuse a story without a manuscript', () => {
    const page = toPage([toModule({slug: 'lead'})])

    expect(() => checkPages([page], new Map())).toThrow(
      'Unexpected module `lead` without a manuscript, expected one'
    )
  })
})

describe('checkOutputs', () => {
  const whole = new Map([
    ['screen/a.pdf', '%PDF-1.7\n…\n%%EOF\n'],
    ['layout.json', '[]\n']
  ])

  test('should pass whole files', () => {
    const file = new VFile()
    checkOutputs({outputs: whole, pageCount: 2, pdfPageCount: 2}, file)

    expect(file.messages).toEqual([])
  })

  test.for([
    [1000, []],
    [1010, ['page-size']]
  ] as const)('should compare a page `%s` pixels deep', ([depthPx, ids]) => {
    const size = {pageNumber: 5, widthPt: 300, depthPt: 400, widthPx: 750}
    const file = new VFile()
    checkOutputs(
      {
        outputs: whole,
        pageCount: 2,
        pdfPageCount: 2,
        sizes: [{...size, depthPx}]
      },
      file
    )

    expect(file.messages.map(({ruleId}) => ruleId)).toEqual(ids)
  })

  test.for([
    ['an empty file', 'web/index.html', '', 'broken-output'],
    ['a PDF that is cut short', 'screen/a.pdf', '%PDF-1.7\n…', 'broken-output'],
    ['a PDF that is none', 'screen/a.pdf', '<html>%%EOF', 'broken-output'],
    ['an EPUB that is none', 'epub/a.epub', '%PDF-', 'broken-output']
  ] as const)('should note %s', ([, path, value, rule]) => {
    const file = new VFile()
    const outputs = new Map([[path, value]])
    checkOutputs({outputs, pageCount: 1, pdfPageCount: 1}, file)

    expect(file.messages.map((message) => message.ruleId)).toEqual([rule])
  })

  test('should count the files of the press', () => {
    const pdf = '%PDF-1.6 … %%EOF'
    const file = new VFile()
    const outputs = new Map([
      ['press/a-p01.pdf', pdf],
      ['press/a-p02.pdf', pdf]
    ])
    checkOutputs({outputs, pageCount: 2, pdfPageCount: 2}, file)
    expect(file.messages).toEqual([])
    checkOutputs({outputs, pageCount: 3, pdfPageCount: 3}, file)
    expect(file.messages.map(({ruleId}) => ruleId)).toEqual(['page-count'])
  })

  test('should note a page that got lost', () => {
    const file = new VFile()
    checkOutputs({outputs: new Map(), pageCount: 2, pdfPageCount: 1}, file)

    expect(file.messages.map((message) => message.reason)).toEqual([
      'Unexpected `1` pages in the PDF, expected `2`'
    ])
  })
})

const picture: PaintedPicture = {
  type: 'picture',
  xPt: 60,
  yPt: 60,
  widthPt: 30,
  depthPt: 20,
  src: 'photo/field.jpg',
  crop: {xRatio: 0, yRatio: 0, widthRatio: 1, depthRatio: 1}
}

function notesOn(
  modules: ReadonlyArray<ComposedModule>,
  limits?: Readonly<Record<string, number>>
): Array<string> {
  const files = modules.map(({slug}) => new VFile({path: `${slug}.md`}))
  checkPages(
    [toPage(modules)],
    new Map(files.map((file) => [file.path, file])),
    limits && {limits: new Map([[5, limits]])}
  )
  return files.flatMap((file) =>
    file.messages.map(
      ({note, reason, ruleId}) => `${ruleId}: ${reason} → ${note}`
    )
  )
}

function toPage(modules: ReadonlyArray<ComposedModule>): ComposedPage {
  return {
    type: 'composedPage',
    pageNumber: 5,
    publication: '云中日报',
    date: '2026-06-02',
    lang: 'zh-CN',
    widthPt: 550,
    depthPt: 550,
    bleedPt: 9,
    typeArea: {xPt: 50, yPt: 50, widthPt: 450, depthPt: 450},
    grid: {
      columnCount: 4,
      lineCount: 45,
      measurePt: 105,
      gutterPt: 10,
      leadingPt: 10
    },
    colors: {},
    faces: {},
    children: [...modules]
  }
}

function toModule(options: {
  slug: string
  xPt?: number
  widthPt?: number
  oversetLineCount?: number
  oversetCharacterCount?: number
  shortLineCount?: number
  children?: Array<Block>
}): ComposedModule {
  const {slug, widthPt = 100, xPt = 50} = options
  return {
    type: 'module',
    slug,
    kind: 'news',
    part: 'whole',
    lang: 'zh-CN',
    zone: [],
    area: {xPt, yPt: 50, widthPt, depthPt: 100},
    legs: [],
    facts: {
      oversetLineCount: options.oversetLineCount ?? 0,
      oversetCharacterCount: options.oversetCharacterCount ?? 0,
      shortLineCount: options.shortLineCount ?? 0,
      shortCharacterCount: (options.shortLineCount ?? 0) * 13,
      bodyLineCount: 10,
      padLineCount: 0,
      legCount: 1,
      measurePt: 100,
      headlineSizePt: 26
    },
    children: options.children ?? []
  }
}

function toFigure(children: Array<PaintedPicture>): Block {
  return {type: 'block', role: 'figure', id: 'lead/body/0', children}
}
