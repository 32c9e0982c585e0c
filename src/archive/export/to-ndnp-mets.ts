// METS of an issue after the NDNP's profile (1.5): what the issue and its pages
// are, in MODS; how large each picture is, in MIX; which files are a page. Open
// ONI's loader finds everything by types and uses, and dates, numbers and the
// title by these paths in MODS.

import {toDocument, type Copy} from '../../render/archive/archive.ts'
import {toXml, type XmlElement} from '../../render/write-xml.ts'
import type {NdnpIssue} from './ndnp-issues.ts'

/** A file of a page. */
export interface NdnpFile {
  path: string
  /** SHA-256, in hex. */
  hash: string
  byteCount: number
}

/** A page of an issue. */
export interface NdnpPage {
  facts: Copy['pages'][number]
  /** Place among the pages, from 1. */
  sequence: number
  widthPx: number
  depthPx: number
  resolutionPpi: number
  files: {service: NdnpFile; derivative: NdnpFile; ocr: NdnpFile}
}

/** What an issue's METS is made from. */
export interface NdnpMetsRequest {
  issue: NdnpIssue
  pages: ReadonlyArray<NdnpPage>
  awardee: string
  moment: string
  engine: {name: string; version: string}
}

/** What each file of a page is, with its name in the METS. */
const uses = [
  ['service', 'serviceFile', 'image/jp2'],
  ['derivative', 'otherDerivativeFile', 'application/pdf'],
  ['ocr', 'ocrFile', 'text/xml']
] as const

/** Pages that follow each other in one section. */
interface Section {
  name: string | undefined
  pages: Array<NdnpPage>
}

/** Write the METS of an issue. */
export function toNdnpMets(request: NdnpMetsRequest): string {
  const {awardee, engine, issue, moment, pages} = request
  const {copy} = issue.copied
  const sections = toSections(pages)
  return toDocument(
    toXml(
      'mets:mets',
      {
        'xmlns:mets': 'http://www.loc.gov/METS/',
        'xmlns:mods': 'http://www.loc.gov/mods/v3',
        'xmlns:mix': 'http://www.loc.gov/mix/',
        'xmlns:xlink': 'http://www.w3.org/1999/xlink',
        LABEL: `${copy.publication}, ${copy.date}`,
        PROFILE: 'urn:library-of-congress:mets:profiles:ndnp:issue:v1.5',
        TYPE: 'urn:library-of-congress:ndnp:mets:newspaper:issue'
      },
      [
        toXml('mets:metsHdr', {CREATEDATE: moment}, [
          toXml(
            'mets:agent',
            {ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE'},
            [toXml('mets:name', {}, `${engine.name} ${engine.version}`)]
          )
        ]),
        toDmd('issueModsBib', 'Issue metadata', toIssueMods(issue)),
        ...sections.flatMap(({name, pages: [first]}) =>
          name === undefined || !first
            ? []
            : [
                toDmd(
                  nameSection(first),
                  'Section metadata',
                  toSectionMods(name)
                )
              ]
        ),
        ...pages.map((page) =>
          toDmd(
            `pageModsBib${page.sequence}`,
            'Page metadata',
            toPageMods(page, awardee)
          )
        ),
        toXml('mets:amdSec', {}, pages.map(toTechnical)),
        toXml('mets:fileSec', {}, pages.map(toGroup)),
        toXml('mets:structMap', {}, [
          toXml(
            'mets:div',
            {TYPE: 'np:issue', DMDID: 'issueModsBib'},
            sections.flatMap(toSectionDivs)
          )
        ])
      ]
    )
  )
}

function toDmd(
  id: string,
  label: string,
  children: ReadonlyArray<XmlElement>
): XmlElement {
  return toXml('mets:dmdSec', {ID: id}, [
    toXml('mets:mdWrap', {MDTYPE: 'MODS', LABEL: label}, [
      toXml('mets:xmlData', {}, [toXml('mods:mods', {}, children)])
    ])
  ])
}

function toIssueMods({
  copied,
  editionNumber,
  lccn
}: NdnpIssue): Array<XmlElement> {
  const {date, issueNumber, rights} = copied.copy
  return [
    toXml('mods:relatedItem', {type: 'host'}, [
      toXml('mods:identifier', {type: 'lccn'}, lccn),
      toXml('mods:part', {}, [
        ...(issueNumber === undefined
          ? []
          : [toDetail('issue', String(issueNumber))]),
        toDetail('edition', String(editionNumber))
      ])
    ]),
    toXml('mods:originInfo', {}, [
      toXml('mods:dateIssued', {encoding: 'iso8601'}, date)
    ]),
    toXml('mods:note', {type: 'noteAboutReproduction'}, 'Present'),
    ...(rights ? [toXml('mods:accessCondition', {}, rights)] : [])
  ]
}

function toSectionMods(name: string): Array<XmlElement> {
  return [toXml('mods:part', {}, [toDetail('section label', name)])]
}

function toPageMods(page: NdnpPage, awardee: string): Array<XmlElement> {
  const {facingPageNumber, pageNumber} = page.facts
  const number =
    facingPageNumber === undefined
      ? String(pageNumber)
      : `${pageNumber}–${facingPageNumber}`
  return [
    toXml('mods:part', {}, [
      toXml('mods:extent', {unit: 'pages'}, [
        toXml('mods:start', {}, String(page.sequence))
      ]),
      toDetail('page number', number)
    ]),
    toXml('mods:relatedItem', {type: 'original'}, [
      toXml('mods:physicalDescription', {}, [
        toXml('mods:form', {type: 'print'})
      ])
    ]),
    toXml('mods:note', {type: 'agencyResponsibleForReproduction'}, awardee),
    toXml('mods:note', {type: 'noteAboutReproduction'}, 'Present')
  ]
}

function toDetail(type: string, number: string): XmlElement {
  return toXml('mods:detail', {type}, [toXml('mods:number', {}, number)])
}

/** Say how large a picture is, where loaders look for it (MIX 0.2). */
function toTechnical(page: NdnpPage): XmlElement {
  const resolution = String(page.resolutionPpi)
  return toXml('mets:techMD', {ID: `mixServiceFile${page.sequence}`}, [
    toXml('mets:mdWrap', {MDTYPE: 'NISOIMG'}, [
      toXml('mets:xmlData', {}, [
        toXml('mix:mix', {}, [
          toXml('mix:BasicImageParameters', {}, [
            toXml('mix:Format', {}, [toXml('mix:MIMEType', {}, 'image/jp2')])
          ]),
          toXml('mix:ImagingPerformanceAssessment', {}, [
            toXml('mix:SpatialMetrics', {}, [
              // Per inch.
              toXml('mix:SamplingFrequencyUnit', {}, '2'),
              toXml('mix:XSamplingFrequency', {}, resolution),
              toXml('mix:YSamplingFrequency', {}, resolution),
              toXml('mix:ImageWidth', {}, String(page.widthPx)),
              toXml('mix:ImageLength', {}, String(page.depthPx))
            ])
          ])
        ])
      ])
    ])
  ])
}

function toGroup({files, sequence}: NdnpPage): XmlElement {
  return toXml(
    'mets:fileGrp',
    {ID: `pageFileGrp${sequence}`},
    uses.map(([use, id, mediaType]) => {
      const {byteCount, hash, path} = files[use]
      return toXml(
        'mets:file',
        {
          ID: `${id}${sequence}`,
          USE: use,
          ADMID: use === 'service' ? `mixServiceFile${sequence}` : undefined,
          MIMETYPE: mediaType,
          SIZE: String(byteCount),
          CHECKSUM: hash,
          CHECKSUMTYPE: 'SHA-256'
        },
        [
          toXml('mets:FLocat', {
            LOCTYPE: 'OTHER',
            OTHERLOCTYPE: 'file',
            'xlink:href': path
          })
        ]
      )
    })
  )
}

function toSections(pages: ReadonlyArray<NdnpPage>): Array<Section> {
  const sections: Array<Section> = []
  for (const page of pages) {
    const name = page.facts.section
    const last = sections.at(-1)
    if (last && last.name === name) last.pages.push(page)
    else sections.push({name, pages: [page]})
  }
  return sections
}

function toSectionDivs({name, pages}: Section): Array<XmlElement> {
  const divs = pages.map(({sequence}) =>
    toXml(
      'mets:div',
      {TYPE: 'np:page', DMDID: `pageModsBib${sequence}`},
      uses.map(([, id]) => toXml('mets:fptr', {FILEID: `${id}${sequence}`}))
    )
  )
  const [first] = pages
  return name === undefined || !first
    ? divs
    : [toXml('mets:div', {TYPE: 'np:section', DMDID: nameSection(first)}, divs)]
}

function nameSection({sequence}: NdnpPage): string {
  return `sectionModsBib${sequence}`
}
