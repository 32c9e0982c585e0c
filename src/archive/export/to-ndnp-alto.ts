// ALTO 2.0 in pixels of the page's picture, made of our ALTO 4.4: the version
// Open ONI and its relatives read. Blocks stand flat, in the order they are
// read in; the language is where that version has it. Ruby goes behind the
// lines of its block, so that running text stays whole. Places of single
// characters, baselines and tags have no place in it.
//
// Open ONI lights words by their Latin letters and figures only, and sets words
// apart by spaces: Chinese is loaded, but never lit. That is the loader’s.

import {findAll, findOne, readXml, type Xml} from '../../preflight/preflight.ts'
import {toDocument} from '../../render/archive/archive.ts'
import {toXml, type XmlElement} from '../../render/write-xml.ts'
import {toMarcLanguage} from './to-marc-language.ts'

/** What the file says besides our own. */
export interface NdnpAltoOptions {
  /** Size of the page's picture. */
  widthPx: number
  depthPx: number
  imagePath: string
  /** Place among the pages, from 1. */
  sequence: number
  moment: string
  engine: {name: string; version: string}
}

/** Pixels for each unit of ours, both ways. */
interface Scale {
  x: number
  y: number
}

/** Write a page's ALTO as ALTO 2.0. */
export function toNdnpAlto(alto: string, options: NdnpAltoOptions): string {
  const root = readXml(alto)
  if (typeof root === 'string') {
    throw new TypeError(`Unexpected ALTO that can’t be read: ${root}`)
  }
  const page = findOne(root, 'Page')
  const {
    HEIGHT: depth,
    ID: id,
    LANG: lang,
    WIDTH: width
  } = page?.attributes ?? {}
  const {depthPx, widthPx} = options
  const scale = {x: widthPx / Number(width), y: depthPx / Number(depth)}
  const styles = findAll(root, 'TextStyle').map(({attributes}) =>
    toXml('TextStyle', {
      ID: attributes['ID'],
      FONTFAMILY: attributes['FONTFAMILY'],
      FONTSIZE: attributes['FONTSIZE']
    })
  )
  const size = {WIDTH: String(widthPx), HEIGHT: String(depthPx)}
  return toDocument(
    toXml('alto', {xmlns: 'http://www.loc.gov/standards/alto/ns-v2#'}, [
      toDescription(options),
      ...(styles.length > 0 ? [toXml('Styles', {}, styles)] : []),
      toXml('Layout', {}, [
        toXml(
          'Page',
          {
            ID: id,
            PHYSICAL_IMG_NR: String(options.sequence),
            ...size
          },
          [
            toXml('PrintSpace', {ID: 'space', HPOS: '0', VPOS: '0', ...size}, [
              ...listBlocks(root).map((block) => toBlock(block, scale, lang)),
              ...findAll(root, 'Illustration').map(({attributes}) =>
                toXml('Illustration', {
                  ID: attributes['ID'],
                  ...toPlace(attributes, scale),
                  TYPE: attributes['TYPE']
                })
              )
            ])
          ]
        )
      ])
    ])
  )
}

function toDescription({
  engine,
  imagePath,
  moment
}: NdnpAltoOptions): XmlElement {
  return toXml('Description', {}, [
    toXml('MeasurementUnit', {}, 'pixel'),
    toXml('sourceImageInformation', {}, [toXml('fileName', {}, imagePath)]),
    toXml('OCRProcessing', {ID: 'typeset'}, [
      toXml('ocrProcessingStep', {}, [
        toXml('processingDateTime', {}, moment),
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
  ])
}

/** Blocks of text in the order they are read, then those outside of it. */
function listBlocks(root: Xml): Array<Xml> {
  const order = new Map(
    findAll(root, 'ElementRef').map(({attributes}, index) => [
      attributes['REF'],
      index
    ])
  )
  const rank = ({attributes}: Xml): number =>
    order.get(attributes['ID']) ?? order.size
  return findAll(root, 'TextBlock').sort((a, b) => rank(a) - rank(b))
}

function toBlock(
  block: Xml,
  scale: Scale,
  pageLang: string | undefined
): XmlElement {
  const {ID: id, IDNEXT: next, LANG: lang = pageLang} = block.attributes
  const lines = block.children.filter(
    ({children, name}) =>
      name === 'TextLine' && children.some((one) => one.name === 'String')
  )
  const isRuby = ({attributes}: Xml): boolean =>
    attributes['TAGREFS']?.split(' ').includes('ruby') ?? false
  return toXml(
    'TextBlock',
    {
      ID: id,
      ...toPlace(block.attributes, scale),
      IDNEXT: next,
      language: lang === undefined ? undefined : toMarcLanguage(lang)
    },
    [
      ...lines.filter((line) => !isRuby(line)),
      ...lines.filter((line) => isRuby(line))
    ].map((line) => toLine(line, scale))
  )
}

function toLine(line: Xml, scale: Scale): XmlElement {
  return toXml(
    'TextLine',
    {ID: line.attributes['ID'], ...toPlace(line.attributes, scale)},
    line.children.flatMap((child) => {
      const {attributes, name} = child
      const {HEIGHT, ...place} = toPlace(attributes, scale)
      switch (name) {
        case 'String':
          return [
            toXml('String', {
              ID: attributes['ID'],
              STYLEREFS: attributes['STYLEREFS'],
              ...place,
              HEIGHT,
              CONTENT: attributes['CONTENT'],
              SUBS_TYPE: attributes['SUBS_TYPE'],
              SUBS_CONTENT: attributes['SUBS_CONTENT'],
              WC: '1'
            })
          ]
        case 'SP':
          return [toXml('SP', place)]
        case 'HYP':
          return [toXml('HYP', {...place, CONTENT: attributes['CONTENT']})]
        default:
          return []
      }
    })
  )
}

/** Round edges, not widths: what touches still does. */
function toPlace(
  attributes: Xml['attributes'],
  scale: Scale
): {HPOS: string; VPOS: string; WIDTH: string; HEIGHT: string} {
  const number = (name: string): number => Number(attributes[name] ?? 0)
  const left = Math.round(number('HPOS') * scale.x)
  const top = Math.round(number('VPOS') * scale.y)
  const right = Math.round((number('HPOS') + number('WIDTH')) * scale.x)
  const bottom = Math.round((number('VPOS') + number('HEIGHT')) * scale.y)
  return {
    HPOS: String(left),
    VPOS: String(top),
    WIDTH: String(right - left),
    HEIGHT: String(bottom - top)
  }
}
