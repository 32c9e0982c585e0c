// Furniture: what a template puts on every page, filled with the day's words.

import {longDate, lunarDate, weekdayName} from '../model/calendar.ts'
import {isHanLanguage} from '../model/is-han-language.ts'
import type {Issue, Page} from '../model/issue.ts'
import type {Furniture, Line, Mark} from '../model/page.ts'
import type {Cutoff} from '../model/plan.ts'
import type {
  FurnitureGroup,
  FurnitureItem,
  Template
} from '../template/template.ts'
import type {FaceTable} from '../type/type.ts'
import type {Rect} from '../unit/rect.ts'
import {toStyledText} from './inline.ts'
import {emAscentRatio} from './set-line.ts'
import {listTeasers, type Teaser} from './list-teasers.ts'
import {findRight, paintTeasers} from './paint-teasers.ts'
import {breakText, listMissing, placeLine} from './set-text.ts'

/** What furniture is filled with. */
export interface FurnitureRequest {
  issue: Issue
  page: Page
  /** All pages, with the stories that stand on them. */
  pages: ReadonlyArray<Page>
  template: Template
  faces: FaceTable
  /** Called for characters no face has. */
  onMissing(characters: ReadonlyArray<string>, styleName: string): void
}

/** Paint all furniture of a page; a spread has that of both its halves. */
export function paintFurniture(request: FurnitureRequest): Array<Furniture> {
  const {page, template} = request
  const {facingPageNumber, pageNumber} = page
  const {foldPt} = template
  if (foldPt === undefined || facingPageNumber === undefined) {
    const half = {pageNumber, leftPt: 0, widthPt: template.sheet.widthPt}
    return paintHalf(half, request)
  }
  return [
    ...paintHalf({pageNumber, leftPt: 0, widthPt: foldPt}, request),
    ...paintHalf(
      {pageNumber: facingPageNumber, leftPt: foldPt, widthPt: foldPt},
      request
    )
  ]
}

/** A page, or one half of a spread. */
interface Half {
  pageNumber: number
  /** Where it begins. */
  leftPt: number
  widthPt: number
}

function paintHalf(half: Half, request: FurnitureRequest): Array<Furniture> {
  const {page, template} = request
  const part = {...request, page: {...page, pageNumber: half.pageNumber}}
  const groups = template.furniture.filter((group) =>
    isOn(group, half.pageNumber)
  )
  const teasers = half.pageNumber === 1 ? listTeasers(part.pages) : []
  const painted = paintGroups(groups, teasers)
  if (painted) return painted
  return paintGroups(groups, []) ?? []

  /** Paint what there is; nothing where teasers have no room of their own. */
  function paintGroups(
    all: ReadonlyArray<FurnitureGroup>,
    teasers: ReadonlyArray<Teaser>
  ): Array<Furniture> | undefined {
    const when = teasers.length > 0 ? 'teasers' : 'noTeasers'
    const shown = all.filter((group) => (group.when ?? when) === when)
    let isEmpty = false
    const furniture = shown.map((group): Furniture => ({
      type: 'furniture',
      name: group.name,
      role: group.role,
      children: group.items.flatMap((item) => {
        const marks = paintItem(item, half, teasers, part)
        if (item.type === 'teasers' && marks.length === 0) isEmpty = true
        return marks
      })
    }))
    if (teasers.length === 0) return furniture
    const others = furniture.filter((_, index) => !shown[index]?.when)
    const lines = others.flatMap(({children}) => children.filter(isLine))
    const isCovered = shown
      .filter((group) => group.when === 'teasers')
      .flatMap((group) => group.items)
      .some((item) => lines.some((line) => covers(line, item)))
    return isCovered || isEmpty ? undefined : furniture
  }
}

function isLine(mark: Furniture['children'][number]): mark is Line {
  return mark.type === 'line'
}

/** Whether a line's type reaches into a rectangle. */
function covers(line: Line, rect: Rect): boolean {
  const glyphs = line.children.flatMap((run) => run.glyphs)
  const [first] = glyphs
  if (!first) return false
  return (
    first.xPt < rect.xPt + rect.widthPt &&
    findRight(line) > rect.xPt &&
    line.yPt - line.ascentPt < rect.yPt + rect.depthPt &&
    line.yPt + line.descentPt > rect.yPt
  )
}

function isOn({on}: FurnitureGroup, pageNumber: number): boolean {
  switch (on) {
    case 'all':
      return true
    case 'first':
      return pageNumber === 1
    case 'others':
      return pageNumber !== 1
    case 'left':
      return pageNumber % 2 === 0
    case 'right':
      return pageNumber % 2 === 1
  }
}

function paintItem(
  item: FurnitureItem,
  half: Half,
  teasers: ReadonlyArray<Teaser>,
  request: FurnitureRequest
): Array<Mark> {
  const isMirrored = half.pageNumber % 2 === 0 && !item.fixed
  const xPt = isMirrored ? half.widthPt - item.xPt - item.widthPt : item.xPt
  const rect = joinOverFold(
    {
      xPt: half.leftPt + xPt,
      yPt: item.yPt,
      widthPt: item.widthPt,
      depthPt: item.depthPt
    },
    half,
    request.template
  )
  switch (item.type) {
    case 'rule':
      return [{type: 'rule', ...rect, color: item.color, pattern: item.pattern}]
    case 'tint':
      return [{type: 'tint', ...rect, color: item.color, bleeds: item.bleeds}]
    case 'frame':
      return [
        {type: 'frame', ...rect, color: item.color, strokePt: item.strokePt}
      ]
    case 'ornament':
      return [{type: 'ornament', ...rect, src: item.src}]
    case 'teasers':
      return paintTeasers({...item, ...rect}, teasers, request)
    case 'text':
      return paintText(item, half.leftPt + xPt, isMirrored, request)
  }
}

/** On a spread, rules and bands across a page go on to the fold. */
function joinOverFold(rect: Rect, half: Half, {foldPt}: Template): Rect {
  const isWide = rect.widthPt > half.widthPt * 0.75
  if (foldPt === undefined || !isWide) return rect
  const rightPt = rect.xPt + rect.widthPt
  return half.leftPt === 0
    ? {...rect, widthPt: foldPt - rect.xPt}
    : {...rect, xPt: foldPt, widthPt: rightPt - foldPt}
}

function paintText(
  item: FurnitureItem & {type: 'text'},
  xPt: number,
  isMirrored: boolean,
  request: FurnitureRequest
): Array<Mark> {
  const {faces, issue, template} = request
  const value = fill(item.value, request)
  const style = template.styles[item.style]
  if (!value || !style) return []
  const align = isMirrored ? mirror(style.align) : style.align
  const text = breakText({
    texts: [toStyledText(value, style, issue.lang)],
    lang: issue.lang,
    measurePt: 1e5,
    align: 'left',
    rules: template.composition,
    faces
  })
  const missing = listMissing(text.atoms)
  if (missing.length > 0) request.onMissing(missing, item.style)
  const lineCentrePt = item.yPt + item.depthPt / 2
  const baselinePt = lineCentrePt + style.sizePt * (emAscentRatio - 0.5)
  const set = {
    ...text,
    request: {...text.request, align, measurePt: item.widthPt}
  }
  return placeLine(set, 0, xPt, baselinePt)
}

function mirror(align: 'center' | 'justify' | 'left' | 'right') {
  if (align === 'left') return 'right'
  return align === 'right' ? 'left' : align
}

/** Fill the places of a text; nothing where all of them are empty. */
function fill(value: string, request: FurnitureRequest): string {
  let placeCount = 0
  let filledCount = 0
  const filled = value.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const found = find(name, request)
    placeCount++
    if (found) filledCount++
    return found
  })
  return placeCount > 0 && filledCount === 0 ? '' : filled.trim()
}

function find(name: string, {issue, page}: FurnitureRequest): string {
  const isHan = isHanLanguage(issue.lang)
  switch (name) {
    case 'publication':
      return issue.publication
    case 'section':
      return page.section ?? ''
    case 'date':
      return longDate(issue.date, issue.lang)
    case 'weekday':
      return weekdayName(issue.date, issue.lang)
    case 'lunar':
      return isHan ? lunarDate(issue.date) : ''
    case 'pageNumber':
      if (page.isNumberUnknown) return unknownNumber
      return String(page.pageNumber)
    case 'pageNumber2':
      if (page.isNumberUnknown) return unknownNumber
      return String(page.pageNumber).padStart(2, '0')
    case 'issueNumber':
      return issue.issueNumber === undefined ? '' : String(issue.issueNumber)
    case 'staff':
      return page.staff
        .map(({name: who, role}) =>
          isHan ? `${role}　${who}` : `${role}: ${who}`
        )
        .join(isHan ? '　　' : '   ')
    case 'imprint':
      return listImprint(issue).join(isHan ? '　' : ' · ')
    default:
      return ''
  }
}

/** Stands where a page's number is unknown: there is no room for words. */
const unknownNumber = '？'

/** What stands before the fields of an imprint, in Chinese and otherwise. */
const labels = {
  cn: ['国内统一连续出版物号：', ''],
  issn: ['ISSN ', 'ISSN '],
  authority: ['主管：', ''],
  publisher: ['主办：', 'Published by '],
  address: ['地址：', ''],
  postalCode: ['邮编：', ''],
  phone: ['电话：', 'Tel. '],
  email: ['邮箱：', ''],
  printer: ['印刷：', 'Printed by '],
  price: ['定价：', ''],
  note: ['', '']
} as const

/** Characters furniture can print besides those of issue and template. */
export const furnitureCharacters: string =
  Object.values(labels).flat().join('') + unknownNumber + ' ·:'

function listImprint({imprint, lang}: Issue): Array<string> {
  const index = isHanLanguage(lang) ? 0 : 1
  const fields: Array<[string, string | undefined]> = [
    [labels.cn[index], imprint.cn],
    [labels.issn[index], imprint.issn],
    [labels.authority[index], imprint.authority],
    [labels.publisher[index], imprint.publisher],
    [labels.address[index], imprint.address],
    [labels.postalCode[index], imprint.postalCode],
    [labels.phone[index], imprint.phone],
    [labels.email[index], imprint.email],
    [labels.printer[index], imprint.printer],
    [labels.price[index], imprint.price],
    [labels.note[index], imprint.note]
  ]
  return fields.flatMap(([label, value]) => (value ? [label + value] : []))
}

/** Paint the rules between modules. */
export function paintCutoffs(
  cutoffs: ReadonlyArray<Cutoff>,
  template: Template
): Array<Furniture> {
  const {grid} = template
  const pitchPt = grid.measurePt + grid.gutterPt
  const children = cutoffs.flatMap((cutoff): Array<Mark> => {
    const style = template.cutoffs[cutoff.direction]
    if (!style) return []
    const xPt = grid.xPt + cutoff.columnIndex * pitchPt
    const yPt = grid.yPt + cutoff.lineIndex * grid.leadingPt
    const looks = {color: style.color, pattern: style.pattern}
    if (cutoff.direction === 'vertical') {
      return [
        {
          type: 'rule',
          ...looks,
          xPt: xPt - grid.gutterPt / 2 - style.thicknessPt / 2,
          yPt: yPt + grid.leadingPt * 0.75,
          widthPt: style.thicknessPt,
          depthPt: (cutoff.count - 1) * grid.leadingPt
        }
      ]
    }
    return [
      {
        type: 'rule',
        ...looks,
        xPt,
        yPt: yPt + grid.leadingPt * 0.45 - style.thicknessPt / 2,
        widthPt: cutoff.count * pitchPt - grid.gutterPt,
        depthPt: style.thicknessPt
      }
    ]
  })
  if (children.length === 0) return []
  return [{type: 'furniture', name: 'cutoffs', role: 'artifact', children}]
}
