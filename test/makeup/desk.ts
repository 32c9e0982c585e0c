// A make-up desk for tests: a template with round numbers, stories given as
// character counts, and a `castOff` that counts characters.

import type {IssueRequest} from '../../src/makeup/makeup.ts'
import type {Page} from '../../src/model/issue.ts'
import type {CastOff, StoryFacts} from '../../src/model/plan.ts'
import type {PageRequest, Unit} from '../../src/makeup/unit.ts'
import type {Story} from '../../src/model/story.ts'
import type {Template} from '../../src/template/template.ts'

/** A story, for a test. */
export interface Copy {
  slug: string
  characterCount: number
  headlineCharacterCount?: number
  kind?: string
  figures?: StoryFacts['figures']
  size?: {columnCount: number; lineCount: number}
  pin?: Unit['pin']
  part?: Unit['part']
  group?: string
  /** Other pages it may run on. */
  orPageNumbers?: ReadonlyArray<number>
  /** Page its rest may go to. */
  mayJumpTo?: number
}

const ladder = new Map<number, ReadonlyArray<number>>([
  [1, [15, 13]],
  [2, [20, 18, 16]],
  [3, [28, 24, 22]],
  [4, [36, 32, 28]],
  [5, [42, 38, 34]],
  [6, [54, 48, 42]],
  [7, [60, 54]],
  [8, [72, 63, 54]]
])

/** A template of 8 columns of 13 characters, by default 118 lines deep. */
export function toTemplate(lineCount = 118): Template {
  return {
    name: 'test',
    lang: 'zh-CN',
    press: {standard: 'x-4', inkLimitPercent: 240},
    sheet: {widthPt: 1105.5, depthPt: 1545, bleedPt: 8.5},
    grid: {
      xPt: 53,
      yPt: 136,
      columnCount: 8,
      measurePt: 117,
      gutterPt: 9,
      lineCount,
      leadingPt: 11.25,
      bodySizePt: 9
    },
    colors: {},
    faces: {},
    styles: {},
    headlines: {
      ladder,
      treatments: {},
      maxRowCount: 2,
      leadingRatio: 1.15,
      besideSizes: [24, 20],
      trackingEm: {min: 0, max: 0}
    },
    spacing: {
      aboveHeadLines: 1,
      belowHeadLines: 1,
      belowModuleLines: 1,
      aboveCrossheadLines: 1,
      maxPadLines: 2
    },
    legs: {
      minMeasurePt: 81,
      maxMeasurePt: 243,
      minLineCount: 6,
      maxLineCount: 64
    },
    pictures: {
      minColumnCount: 2,
      maxColumnCount: 6,
      maxCropRatio: 0.1,
      missingAspectRatio: 1.5,
      missingFill: 'pale',
      missingColor: 'grey',
      captionGapPt: 3
    },
    frames: {
      strokePt: 0.5,
      strokeColor: 'black',
      pattern: 'solid',
      paddingPt: 6,
      paddingLines: 1,
      tintColor: 'pale'
    },
    cutoffs: {},
    composition: {
      prohibition: 'gb',
      lineEndMarks: 'flexible',
      hanLatinSpaceEm: {natural: 0.25, min: 0.125, max: 0.5},
      maxStretchEm: 0.1,
      keepsTogether: true,
      maxLetterSpaceEm: 0.03,
      hyphenates: false,
      hangs: false
    },
    furniture: [],
    words: {
      jumpTo: '',
      jumpFrom: '',
      truncated: '',
      pictureMissing: '',
      advertisement: '',
      creditSeparator: ''
    },
    costs: {},
    limits: {}
  }
}

/** Make a request for an issue: test copy by page number. */
export function toIssueRequest(
  copy: ReadonlyMap<number, ReadonlyArray<Copy>>,
  lineCount = 118,
  fillers: ReadonlyArray<Copy> = []
): IssueRequest {
  const template = toTemplate(lineCount)
  const all = [...copy.values(), fillers].flat()
  const {castOff, units} = toRequest(all, lineCount)
  const pages = [...copy].map(([pageNumber, stories]): Page => ({
    type: 'page',
    pageNumber,
    template: 'test',
    staff: [],
    placements: stories.map((one) => ({
      slug: one.slug,
      part: 'whole',
      ...(one.orPageNumbers ? {orPageNumbers: one.orPageNumbers} : {}),
      ...(one.mayJumpTo ? {mayJumpToPageNumber: one.mayJumpTo} : {}),
      ...(one.pin ? {pin: one.pin} : {})
    })),
    children: stories.map(toStory)
  }))
  return {
    pages,
    templates: new Map(pages.map((page) => [page.pageNumber, template])),
    facts: new Map(units.map(({facts, slug}) => [slug, facts])),
    castOff: () => castOff,
    fillers: fillers.map(toStory)
  }
}

function toStory({slug}: Copy): Story {
  return {
    type: 'story',
    path: `${slug}.md`,
    slug,
    kind: 'news',
    lang: 'zh-CN',
    status: 'complete',
    isBoxed: false,
    children: []
  }
}

/** Make a request of test copy. */
export function toRequest(
  copy: ReadonlyArray<Copy>,
  lineCount = 118
): PageRequest {
  const template = toTemplate(lineCount)
  const units = copy.map((one, rank): Unit => {
    const facts: StoryFacts = {
      slug: one.slug,
      kind: one.kind ?? 'news',
      rank,
      hasHeadline: (one.headlineCharacterCount ?? 12) > 0,
      headlineCharacterCount: one.headlineCharacterCount ?? 12,
      characterCount: one.characterCount,
      figures: one.figures ?? [],
      isBoxed: false,
      ...(one.group ? {group: one.group} : {}),
      ...(one.size ? {size: one.size} : {})
    }
    return {
      slug: one.slug,
      part: one.part ?? 'whole',
      rank,
      facts,
      ...(one.pin ? {pin: one.pin} : {}),
      ...(one.part === 'start' ? {jumpPageNumber: 6} : {})
    }
  })
  return {pageNumber: 5, units, template, castOff: toCastOff(units, template)}
}

function toCastOff(units: ReadonlyArray<Unit>, template: Template): CastOff {
  const bySlug = new Map(units.map((unit) => [unit.slug, unit.facts]))
  const {bodySizePt, gutterPt, leadingPt, measurePt} = template.grid

  return ({from, shape, slug, to}) => {
    const facts = bySlug.get(slug)
    if (!facts) throw new TypeError(`Unexpected slug \`${slug}\``)
    const {columnCount, headline, legCount, pictures} = shape
    const widthPt = columnCount * measurePt + (columnCount - 1) * gutterPt
    const legPt = (widthPt - (legCount - 1) * gutterPt) / legCount
    const perLine = Math.floor(legPt / bodySizePt + 0.001)
    const start = from?.offset ?? 0
    const end = to?.offset ?? facts.characterCount
    const bodyLineCount = Math.ceil((end - start) / perLine)
    const sizePt =
      (template.headlines.ladder.get(columnCount) ?? [])[-headline.sizeStep] ??
      12
    const rowPt =
      (facts.headlineCharacterCount * sizePt) / Math.max(1, headline.rowCount)
    const headLineCount =
      headline.rowCount === 0
        ? 1
        : 2 + Math.ceil((headline.rowCount * sizePt * 1.15) / leadingPt)
    let pictureLineCount = 0
    let deepest = 0
    for (const picture of pictures) {
      pictureLineCount += picture.legCount * picture.lineCount
      deepest = Math.max(deepest, picture.lineCount)
    }
    const legDepth = Math.max(
      deepest,
      Math.ceil((bodyLineCount + pictureLineCount) / legCount)
    )
    return {
      headLineCount,
      footLineCount: 0,
      bodyLineCount,
      lineDeltas: [{delta: 0, cost: 0}],
      pictureLineCount,
      depthLineCount: headLineCount + legDepth,
      slackLineCount: legDepth * legCount - bodyLineCount - pictureLineCount,
      headlineFits: rowPt <= widthPt,
      headlineFillRatio: Math.min(1, rowPt / widthPt),
      legLineCountWith: (takenLineCounts) => {
        let taken = 0
        for (const lines of takenLineCounts) taken += lines
        return Math.max(
          ...takenLineCounts,
          Math.ceil((bodyLineCount + taken) / takenLineCounts.length)
        )
      },
      breaksWith: () => ({
        widowCount: 0,
        orphanCount: 0,
        orphanUnderHeadCount: 0
      }),
      jumpWithin: (legLineCount, takenLineCounts) => {
        let lineCount = -1
        for (const taken of takenLineCounts) lineCount += legLineCount - taken
        const to = {blockIndex: 0, offset: start + lineCount * perLine}
        return {to, lineCount}
      },
      cutAfter: (lineCount) => ({
        from: {blockIndex: 0, offset: start + lineCount * perLine},
        characterCount: Math.max(0, end - start - lineCount * perLine)
      })
    }
  }
}
