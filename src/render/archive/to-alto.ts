// ALTO 4.4: what stands where on a page, word by word and character by
// character, in the order it is read.
//
// Places are in tenths of a millimetre with two digits behind the point: whole
// micrometres. Nothing here was recognised; it was typeset, and the file says
// so.

import {listPageNumbers} from '../../model/list-page-numbers.ts'
import {toXml, writeXml, type XmlElement} from '../write-xml.ts'
import type {Box} from './box.ts'
import type {
  Character,
  MeasuredPage,
  Picture,
  Region,
  TextBlock,
  TextLine,
  Word
} from './measure-page.ts'

/** What an ALTO file says besides the page. */
export interface AltoOptions {
  /** Names of the stories, by slug. */
  titles: ReadonlyMap<string, string>
  engine: {name: string; version: string}
  /** Moment of the issue. */
  modified: Date
  /** Path of the page's picture from the ALTO file. */
  imagePath: string
  /** Path of the copy from the ALTO file. */
  copyPath: string
  /** Number of the page among the pages of the issue, from 1. */
  position: number
}

/** Roles the press adds; they are not in the copy. */
const addedRoles: ReadonlySet<string> = new Set([
  'jumpLine',
  'label',
  'statusMark'
])

/** Write a page as ALTO. */
export function toAlto(page: MeasuredPage, options: AltoOptions): string {
  const styles = new Map<string, string>()
  const layout = toLayout(page, options, styles)
  const root = toXml(
    'alto',
    {
      xmlns: 'http://www.loc.gov/standards/alto/ns-v4#',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      SCHEMAVERSION: '4.4'
    },
    [
      toDescription(options),
      toStyles(styles),
      toTags(page, options),
      toReadingOrder(page),
      layout
    ]
  )
  return toDocument(root)
}

/** Write an element as a document, one element a line. */
export function toDocument(root: XmlElement): string {
  const text = writeXml(root, {isLoose: () => true, isVoid: () => true})
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`
}

function toDescription({engine, imagePath, modified}: AltoOptions): XmlElement {
  return toXml('Description', {}, [
    toXml('MeasurementUnit', {}, 'mm10'),
    toXml('sourceImageInformation', {}, [toXml('fileName', {}, imagePath)]),
    toXml('Processing', {ID: 'typeset'}, [
      toXml('processingCategory', {}, 'contentGeneration'),
      toXml('processingDateTime', {}, toMoment(modified)),
      toXml(
        'processingStepDescription',
        {},
        'Typeset, not recognised: text and places are those the page was printed with'
      ),
      toXml('processingSoftware', {}, [
        toXml('softwareName', {}, engine.name),
        toXml('softwareVersion', {}, engine.version)
      ])
    ])
  ])
}

/** Write a moment to the second. */
export function toMoment(modified: Date): string {
  return `${modified.toISOString().slice(0, 19)}Z`
}

function toStyles(styles: ReadonlyMap<string, string>): XmlElement {
  return toXml(
    'Styles',
    {},
    [...styles].map(([key, id]) => {
      const [family, size] = key.split('\n')
      return toXml('TextStyle', {
        ID: id,
        FONTFAMILY: family,
        FONTSIZE: size
      })
    })
  )
}

function toTags(page: MeasuredPage, {titles}: AltoOptions): XmlElement {
  const roles = new Set(
    page.regions.flatMap(({blocks}) => blocks.map(({role}) => role))
  )
  return toXml('Tags', {}, [
    ...page.regions.map((region) =>
      toXml('StructureTag', {
        ID: `T_${region.id}`,
        TYPE: region.kind,
        LABEL: titles.get(region.name) ?? region.name,
        DESCRIPTION: region.name
      })
    ),
    ...[...roles]
      .sort()
      .map((role) =>
        toXml('RoleTag', {ID: `R_${role}`, TYPE: 'block', LABEL: role})
      ),
    toXml('OtherTag', {
      ID: 'added',
      TYPE: 'origin',
      LABEL: 'added',
      DESCRIPTION: 'Set by the press; not in the copy'
    }),
    toXml('OtherTag', {
      ID: 'ruby',
      TYPE: 'origin',
      LABEL: 'ruby',
      DESCRIPTION: 'Small type over a line; not part of the running text'
    })
  ])
}

function toReadingOrder(page: MeasuredPage): XmlElement {
  const groups = page.regions.filter(
    ({blocks, kind}) => kind !== 'artifact' && blocks.length > 0
  )
  // A page without any text still needs something in its order.
  if (groups.length === 0) {
    return toXml('ReadingOrder', {}, [
      toXml('UnorderedGroup', {ID: 'order'}, [
        toXml('ElementRef', {ID: 'O_space', REF: 'space'})
      ])
    ])
  }
  const headersFirst = [
    ...groups.filter(({kind}) => kind === 'header'),
    ...groups.filter(({kind}) => kind === 'article')
  ]
  return toXml('ReadingOrder', {}, [
    toXml(
      'OrderedGroup',
      {ID: 'order'},
      headersFirst.map((region) =>
        toXml(
          'OrderedGroup',
          {ID: `O_${region.id}`, TAGREFS: `T_${region.id}`, REF: region.id},
          region.blocks.map((block) =>
            toXml('ElementRef', {ID: `O_${block.id}`, REF: block.id})
          )
        )
      )
    )
  ])
}

function toLayout(
  page: MeasuredPage,
  options: AltoOptions,
  styles: Map<string, string>
): XmlElement {
  const size = {
    leftUm: 0,
    topUm: 0,
    rightUm: page.widthUm,
    bottomUm: page.depthUm
  }
  return toXml('Layout', {}, [
    toXml(
      'Page',
      {
        ID: `P${page.pageNumber}`,
        PAGECLASS: 'newspaper',
        PROCESSINGREFS: 'typeset',
        HEIGHT: toMm10(page.depthUm),
        WIDTH: toMm10(page.widthUm),
        PHYSICAL_IMG_NR: String(options.position),
        PRINTED_IMG_NR: listPageNumbers(page).join('–'),
        LANG: page.lang
      },
      [
        toXml(
          'PrintSpace',
          {ID: 'space', ...toPlace(size)},
          page.regions.map((region) => toRegion(region, options, styles))
        )
      ]
    )
  ])
}

function toRegion(
  region: Region,
  options: AltoOptions,
  styles: Map<string, string>
): XmlElement {
  const points = region.zone
    ?.map(({xUm, yUm}) => `${toMm10(xUm)},${toMm10(yUm)}`)
    .join(' ')
  return toXml(
    'ComposedBlock',
    {
      ID: region.id,
      TAGREFS: `T_${region.id}`,
      ...toPlace(region.box),
      TYPE: region.kind
    },
    [
      ...(points
        ? [toXml('Shape', {}, [toXml('Polygon', {POINTS: points})])]
        : []),
      ...region.blocks.map((block) => toBlock(block, region, options, styles)),
      ...region.pictures.map(toIllustration)
    ]
  )
}

function toIllustration(picture: Picture): XmlElement {
  return toXml('Illustration', {
    ID: picture.id,
    ...toPlace(picture.box),
    TYPE: 'photo'
  })
}

function toBlock(
  block: TextBlock,
  region: Region,
  options: AltoOptions,
  styles: Map<string, string>
): XmlElement {
  const isAdded = addedRoles.has(block.role)
  const tags = [`R_${block.role}`, ...(isAdded ? ['added'] : [])]
  const isCopy = region.kind === 'article' && !isAdded
  return toXml(
    'TextBlock',
    {
      ID: block.id,
      TAGREFS: tags.join(' '),
      ...toPlace(block.box),
      IDNEXT: block.nextId,
      ...(isCopy
        ? {
            'xlink:type': 'simple',
            'xlink:href': `${options.copyPath}#${encodeURI(block.copyId)}`
          }
        : {}),
      LANG: block.lang
    },
    block.lines.map((line) => toLine(line, styles))
  )
}

function toLine(line: TextLine, styles: Map<string, string>): XmlElement {
  const [fromX, fromY, toX, toY] = line.baseline.map(toMm10)
  const children: Array<XmlElement> = []
  for (const word of line.words) {
    children.push(toString(word, styles))
    if (word.space) children.push(toXml('SP', toPlace(word.space)))
  }
  if (line.hyphen) {
    const {box, text} = line.hyphen
    children.push(toXml('HYP', {...toPlace(box), CONTENT: text}))
  }
  return toXml(
    'TextLine',
    {
      ID: line.id,
      TAGREFS: line.isRuby ? 'ruby' : undefined,
      ...toPlace(line.box),
      BASELINE: `${fromX},${fromY} ${toX},${toY}`,
      BASEDIRECTION: line.isVertical ? 'ttb' : undefined
    },
    children
  )
}

function toString(word: Word, styles: Map<string, string>): XmlElement {
  return toXml(
    'String',
    {
      ID: word.id,
      STYLEREFS: toStyle(word, styles),
      TAGREFS: word.isAdded ? 'added' : undefined,
      ...toPlace(word.box),
      CONTENT: word.text,
      SUBS_TYPE: word.whole ? `HypPart${word.whole.part}` : undefined,
      SUBS_CONTENT: word.whole?.text,
      LANG: word.lang
    },
    word.characters.map(toGlyph)
  )
}

function toGlyph({box, text}: Character): XmlElement {
  return toXml('Glyph', {CONTENT: text, ...toPlace(box)})
}

function toStyle(word: Word, styles: Map<string, string>): string {
  const size = Math.round(word.sizePt * 100) / 100
  const key = `${word.face}\n${size}`
  let id = styles.get(key)
  if (!id) {
    id = `S${styles.size + 1}`
    styles.set(key, id)
  }
  return id
}

function toPlace(box: Box): Record<string, string> {
  return {
    HPOS: toMm10(box.leftUm),
    VPOS: toMm10(box.topUm),
    WIDTH: toMm10(box.rightUm - box.leftUm),
    HEIGHT: toMm10(box.bottomUm - box.topUm)
  }
}

/** Write micrometres as tenths of a millimetre. */
export function toMm10(um: number): string {
  return String(um / 100)
}
