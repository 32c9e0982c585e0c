import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import type {
  TemplateSettings,
  TypeStyle
} from '../../src/model/template-settings.ts'
import {styleNames, toTemplate} from '../../src/template/template.ts'

const body: TypeStyle = {
  face: 'song',
  sizePt: 9,
  leadingPt: 10,
  color: 'black',
  align: 'justify',
  indentEm: 2,
  trackingEm: 0
}

const plain: TemplateSettings = {
  lang: 'zh-CN',
  press: {standard: 'x-4', inkLimitPercent: 240},
  sheet: {widthMm: 254, depthMm: 508, bleedMm: 2.54},
  grid: {
    yMm: 25.4,
    columnCount: 4,
    measurePt: 100,
    gutterPt: 10,
    lineCount: 100,
    leadingPt: 10,
    bodySizePt: 9
  },
  colors: {black: {cmyk: [0, 0, 0, 100], rgb: '#000000'}},
  faces: {song: {file: 'song.ttf', fallback: []}},
  styles: Object.fromEntries(styleNames.map((name) => [name, body])),
  headlines: {
    ladder: {4: [40], 1: [14, 12], 2: [20], 3: [30]},
    treatments: {
      default: {
        face: 'song',
        color: 'black',
        align: 'center',
        kickerFace: 'song',
        kickerRatio: 0.5,
        deckFace: 'song',
        deckRatio: 0.5,
        minSizePt: 10
      }
    },
    maxRowCount: 2,
    leadingRatio: 1.2,
    besideSizes: [30, 20],
    trackingEm: {min: -0.03, max: 0.1}
  },
  spacing: {
    aboveHeadLines: 1,
    belowHeadLines: 1,
    belowModuleLines: 1,
    aboveCrossheadLines: 1,
    maxPadLines: 2
  },
  legs: {
    minMeasurePt: 80,
    maxMeasurePt: 240,
    minLineCount: 6,
    maxLineCount: 60
  },
  pictures: {
    minColumnCount: 1,
    maxColumnCount: 4,
    maxCropRatio: 0.1,
    missingAspectRatio: 1.5,
    missingFill: 'black',
    missingColor: 'black',
    captionGapPt: 3
  },
  frames: {
    strokePt: 0.5,
    strokeColor: 'black',
    pattern: 'solid',
    paddingPt: 9,
    paddingLines: 1,
    tintColor: 'black'
  },
  cutoffs: {},
  composition: {
    prohibition: 'gb',
    lineEndMarks: 'flexible',
    hanLatinSpaceEm: {natural: 0.125, min: 0, max: 0.25},
    maxStretchEm: 0.1,
    keepsTogether: true,
    maxLetterSpaceEm: 0.03,
    hyphenates: false,
    hangs: false
  },
  furniture: [
    {
      name: 'folio',
      on: 'all',
      role: 'header',
      items: [
        {
          type: 'text',
          xMm: 25.4,
          yMm: 0,
          widthMm: 50.8,
          depthMm: 5,
          fixed: false,
          value: '{section}',
          style: 'body'
        }
      ]
    }
  ],
  words: {
    jumpTo: 'to {page}',
    jumpFrom: 'from {page}',
    truncated: 'cut',
    pictureMissing: 'missing',
    advertisement: 'ad',
    creditSeparator: ' '
  },
  costs: {},
  limits: {}
}

describe('toTemplate', () => {
  test('should turn millimetres into points', () => {
    const {grid, sheet} = toTemplate('plain', plain, new VFile())

    expect(sheet.widthPt).toBeCloseTo(720, 6)
    expect(sheet.depthPt).toBeCloseTo(1440, 6)
    expect(sheet.bleedPt).toBeCloseTo(7.2, 6)
    expect(grid.yPt).toBeCloseTo(72, 6)
  })

  test('should centre a type area without `xMm`', () => {
    const {grid} = toTemplate('plain', plain, new VFile())

    expect(grid.xPt).toBeCloseTo((720 - 430) / 2, 6)
  })

  test('should keep a type area with `xMm` in its place', () => {
    const settings = {...plain, grid: {...plain.grid, xMm: 25.4}}

    expect(toTemplate('plain', settings, new VFile()).grid.xPt).toBeCloseTo(72)
  })

  test('should read the ladder by number of columns', () => {
    const {ladder} = toTemplate('plain', plain, new VFile()).headlines

    expect(ladder.get(1)).toEqual([14, 12])
    expect(ladder.get(4)).toEqual([40])
  })

  test('should turn furniture into points and keep its looks', () => {
    const [group] = toTemplate('plain', plain, new VFile()).furniture
    const [item] = group?.items ?? []

    expect(item).toMatchObject({type: 'text', value: '{section}'})
    expect(item?.xPt).toBeCloseTo(72, 6)
    expect(item?.widthPt).toBeCloseTo(144, 6)
  })

  test('should set a missing style like body', () => {
    const settings = {...plain, styles: {body}}

    expect(toTemplate('plain', settings, new VFile()).styles.caption).toEqual(
      body
    )
  })
})

describe('notes on a template', () => {
  test.for<readonly [string, Partial<TemplateSettings>, string]>([
    ['nothing wrong', {}, ''],
    [
      'an unknown colour',
      {styles: {...plain.styles, body: {...body, color: 'red'}}},
      'template-reference: Unexpected `red` in `styles.body.color`, expected a name from `colors`'
    ],
    [
      'an unknown face',
      {faces: {song: {file: 'song.ttf', fallback: ['kai']}}},
      'template-reference: Unexpected `kai` in `faces.song.fallback`, expected a name from `faces`'
    ],
    [
      'a name every object has',
      {frames: {...plain.frames, tintColor: 'constructor'}},
      'template-reference: Unexpected `constructor` in `frames.tintColor`, expected a name from `colors`'
    ],
    [
      'leading off the grid',
      {styles: {...plain.styles, caption: {...body, leadingPt: 12}}},
      'template-leading: Unexpected leading of `12pt` in `styles.caption`, expected a multiple of the grid’s `10pt`'
    ],
    [
      'sizes out of order',
      {
        headlines: {
          ...plain.headlines,
          ladder: {...plain.headlines.ladder, 1: [12, 14]}
        }
      },
      'template-ladder: Unexpected sizes `12, 14` for `1` columns, expected the largest first'
    ],
    [
      'a type area that is too deep',
      {grid: {...plain.grid, lineCount: 200}},
      'template-geometry: Unexpected type area down to `731mm`, expected everything to be on the sheet'
    ],
    [
      'a type area that is too wide',
      {grid: {...plain.grid, measurePt: 200}},
      'template-geometry: Unexpected type area from `-19.4mm` to `273.4mm` across, expected everything to be on the sheet'
    ],
    [
      'legs that no measure fits',
      {legs: {...plain.legs, minMeasurePt: 300}},
      'template-geometry: Unexpected `legs.minMeasurePt` of `300pt`, expected `240pt` or less'
    ]
  ])('should note %s', ([, change, expected]) => {
    const file = new VFile()
    toTemplate('plain', {...plain, ...change}, file)
    const notes = file.messages.map(
      ({reason, ruleId}) => `${ruleId}: ${reason}`
    )

    expect(notes.join('\n')).toBe(expected)
  })
})
