// ALTO: references, boxes, the order of reading, words of characters. A schema
// checks none of these.

import type {XmlSheet} from './described-bag.ts'
import {findAll, findOne, type Xml} from './read-xml.ts'
import {
  descriptionBox,
  descriptionOrder,
  descriptionReference,
  descriptionText
} from './rules.ts'

/** A box in micrometres, as ALTO gives it. */
export interface AltoBox {
  leftUm: number
  topUm: number
  rightUm: number
  bottomUm: number
}

/** What other descriptions are compared with. */
export interface AltoPage {
  path: string
  widthUm: number
  depthUm: number
  /** Names of all elements. */
  ids: ReadonlySet<string>
  /** Boxes of stories, by id. */
  regions: ReadonlyMap<string, {kind: string; box: AltoBox}>
  blocks: ReadonlyArray<AltoBlock>
}

/** A block of text. */
export interface AltoBlock {
  id: string
  regionId: string
  /** `article`, `header`, `artifact`. */
  kind: string
  /** Copy it sets; absent where it is none. */
  copyId?: string
  lines: Array<AltoLine>
  line: number
}

/** A line of type. */
export interface AltoLine {
  id: string
  box: AltoBox
  isRuby: boolean
  /** Everything on it, without blanks. */
  text: string
  /** What of it is copy. */
  copyText: string
  hyphen: string
  line: number
}

/** Attributes that name other elements of the file. */
const references = ['IDNEXT', 'PROCESSINGREFS', 'REF', 'STYLEREFS', 'TAGREFS']

/** Check a page, and give what others are compared with. */
export function checkAlto(sheet: XmlSheet): AltoPage {
  const {root} = sheet
  const all = [root, ...listAll(root)]
  const ids = new Set<string>()
  for (const element of all) {
    const id = element.attributes['ID']
    if (id === undefined) continue
    if (ids.has(id)) {
      sheet.fault(
        descriptionReference,
        `Unexpected second \`${id}\`, expected every name once`,
        element
      )
    }
    ids.add(id)
  }
  for (const element of all) {
    for (const name of references) {
      for (const id of (element.attributes[name] ?? '').split(' ')) {
        if (id === '' || ids.has(id)) continue
        sheet.fault(
          descriptionReference,
          `Unexpected \`${name}\` to \`${id}\`, expected something of that name`,
          element
        )
      }
    }
  }

  const page = findOne(root, 'Page')
  const widthUm = toUm(page?.attributes['WIDTH'])
  const depthUm = toUm(page?.attributes['HEIGHT'])
  const whole = {leftUm: 0, topUm: 0, rightUm: widthUm, bottomUm: depthUm}
  if (page) checkBoxes(page, whole, 'the page', sheet)

  const regions = new Map<string, {kind: string; box: AltoBox}>()
  const blocks: Array<AltoBlock> = []
  for (const region of findAll(root, 'ComposedBlock')) {
    const {ID: id = '', TYPE: kind = ''} = region.attributes
    regions.set(id, {kind, box: toBox(region) ?? whole})
    for (const block of region.children) {
      if (block.name === 'TextBlock') {
        blocks.push(toBlock(block, id, kind, sheet))
      }
    }
  }
  checkOrder(root, blocks, sheet)
  return {path: sheet.path, widthUm, depthUm, ids, regions, blocks}
}

function listAll(xml: Xml): Array<Xml> {
  return xml.children.flatMap((child) => [child, ...listAll(child)])
}

function checkBoxes(
  parent: Xml,
  around: AltoBox,
  name: string,
  sheet: XmlSheet
): void {
  for (const child of parent.children) {
    const box = toBox(child)
    if (!box) {
      checkBoxes(child, around, name, sheet)
      continue
    }
    const label =
      child.attributes['ID'] ?? child.attributes['CONTENT'] ?? child.name
    if (!isInside(box, around)) {
      sheet.fault(
        descriptionBox,
        `Unexpected box of \`${label}\` (${child.name}) outside ${name}, expected it inside`,
        child
      )
    }
    checkBoxes(child, box, `\`${label}\` (${child.name})`, sheet)
  }
}

function isInside(inner: AltoBox, outer: AltoBox): boolean {
  return (
    inner.leftUm >= outer.leftUm &&
    inner.topUm >= outer.topUm &&
    inner.rightUm <= outer.rightUm &&
    inner.bottomUm <= outer.bottomUm &&
    inner.rightUm >= inner.leftUm &&
    inner.bottomUm >= inner.topUm
  )
}

function toBlock(
  block: Xml,
  regionId: string,
  kind: string,
  sheet: XmlSheet
): AltoBlock {
  const href = block.attributes['xlink:href']
  const hash = href?.indexOf('#') ?? -1
  return {
    id: block.attributes['ID'] ?? '',
    regionId,
    kind,
    ...(href !== undefined && hash !== -1
      ? {copyId: decode(href.slice(hash + 1))}
      : {}),
    lines: block.children
      .filter(({name}) => name === 'TextLine')
      .map((line) => toLine(line, sheet)),
    line: block.line
  }
}

function toLine(line: Xml, sheet: XmlSheet): AltoLine {
  let text = ''
  let copyText = ''
  let hyphen = ''
  for (const child of line.children) {
    if (child.name === 'HYP') hyphen = child.attributes['CONTENT'] ?? ''
    if (child.name !== 'String') continue
    const {CONTENT: word = '', TAGREFS: tags = ''} = child.attributes
    text += word
    if (!tags.split(' ').includes('added')) copyText += word
    const characters = child.children
      .filter(({name}) => name === 'Glyph')
      .map((glyph) => glyph.attributes['CONTENT'] ?? '')
      .join('')
    if (characters !== word) {
      sheet.fault(
        descriptionText,
        `Unexpected characters \`${characters}\` in the word \`${word}\`, expected its own`,
        child
      )
    }
  }
  return {
    id: line.attributes['ID'] ?? '',
    box: toBox(line) ?? {leftUm: 0, topUm: 0, rightUm: 0, bottomUm: 0},
    isRuby: (line.attributes['TAGREFS'] ?? '').split(' ').includes('ruby'),
    text,
    copyText,
    hyphen,
    line: line.line
  }
}

function checkOrder(
  root: Xml,
  blocks: ReadonlyArray<AltoBlock>,
  sheet: XmlSheet
): void {
  const order = findOne(root, 'ReadingOrder')
  const refs = order ? findAll(order, 'ElementRef') : []
  const named = refs.map((ref) => ref.attributes['REF'] ?? '')
  const read = new Set<string>()
  for (const [index, id] of named.entries()) {
    if (read.has(id)) {
      sheet.fault(
        descriptionOrder,
        `Unexpected second \`${id}\` in the order of reading, expected every block once`,
        refs[index]
      )
    }
    read.add(id)
  }
  const expected = blocks.filter(({kind}) => kind !== 'artifact')
  for (const block of expected) {
    if (!read.has(block.id)) {
      sheet.fault(
        descriptionOrder,
        `Unexpected block \`${block.id}\` outside the order of reading, expected it inside`,
        block
      )
    }
  }
  for (const kind of ['header', 'article']) {
    const ids = expected
      .filter((block) => block.kind === kind)
      .map(({id}) => id)
    const inOrder = named.filter((id) => ids.includes(id))
    const wrong = ids.findIndex((id, index) => inOrder[index] !== id)
    if (wrong !== -1 && new Set(inOrder).size === ids.length) {
      sheet.fault(
        descriptionOrder,
        `Unexpected \`${inOrder[wrong]}\` before \`${ids[wrong]}\` in the order of reading, expected it as it stands on the page`,
        order
      )
    }
  }
}

function toBox({attributes}: Xml): AltoBox | undefined {
  const {HEIGHT, HPOS, VPOS, WIDTH} = attributes
  if (HPOS === undefined || VPOS === undefined) return undefined
  const leftUm = toUm(HPOS)
  const topUm = toUm(VPOS)
  return {
    leftUm,
    topUm,
    rightUm: leftUm + toUm(WIDTH),
    bottomUm: topUm + toUm(HEIGHT)
  }
}

/** Read tenths of a millimetre; what is no number is nowhere. */
function toUm(value: string | undefined): number {
  return Math.round(Number(value) * 100)
}

function decode(value: string): string {
  try {
    return decodeURI(value)
  } catch {
    return value
  }
}
