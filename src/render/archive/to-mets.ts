// METS 1.12.1: the issue as a whole. What there is (descriptions), every file
// with its hash, the paper as a stack of pages, the paper as a list of stories,
// and which blocks of which page hold each story.

import {listPageNumbers} from '../../model/list-page-numbers.ts'
import {toXml, type XmlElement} from '../write-xml.ts'
import type {ArchiveJob, Member, MemberUse} from './archive-job.ts'
import type {MeasuredPage, Region, TextBlock} from './measure-page.ts'
import {toDocument, toMoment} from './to-alto.ts'
import type {Copy, CopyStory} from './to-copy.ts'
import {toIssueMods, toStoryMods} from './to-mods.ts'

/** What METS is made from. */
export interface MetsRequest {
  job: ArchiveJob
  copy: Copy
  pages: ReadonlyArray<MeasuredPage>
  /** `premis.xml`, which METS points to. */
  premis: Member
}

/** Groups of files, in the order they are written. */
const uses: ReadonlyArray<MemberUse> = [
  'image',
  'alto',
  'press',
  'screen',
  'epub',
  'web',
  'iiif',
  'layout',
  'copy',
  'manuscript',
  'template',
  'other'
]

/** Write an issue as METS. */
export function toMets(request: MetsRequest): string {
  const {copy, job, premis} = request
  const engine = `${job.engine.name} ${job.engine.version}`
  const fileIds = new Map(
    job.members.map(({path}, index) => [path, `F${index + 1}`])
  )
  const root = toXml(
    'mets:mets',
    {
      'xmlns:mets': 'http://www.loc.gov/METS/',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      OBJID: copy.issueId,
      TYPE: 'Newspaper',
      LABEL: `${copy.publication} ${copy.date}`
    },
    [
      toHeader(job, copy),
      toDescription('D_issue', toIssueMods(copy, engine)),
      ...copy.stories.map((story, index) =>
        toDescription(`D_${index + 1}`, toStoryMods(story, copy, engine))
      ),
      toProvenance(premis),
      toFiles(job, fileIds),
      toPhysical(request, fileIds),
      toLogical(request, fileIds),
      toLinks(request)
    ]
  )
  return toDocument(root)
}

function toHeader(job: ArchiveJob, copy: Copy): XmlElement {
  return toXml('mets:metsHdr', {CREATEDATE: toMoment(job.modified)}, [
    toXml(
      'mets:agent',
      {ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE'},
      [
        toXml('mets:name', {}, job.engine.name),
        toXml('mets:note', {}, `version ${job.engine.version}`)
      ]
    ),
    toXml('mets:agent', {ROLE: 'EDITOR', TYPE: 'ORGANIZATION'}, [
      toXml('mets:name', {}, copy.imprint.publisher ?? copy.publication)
    ])
  ])
}

function toDescription(id: string, mods: XmlElement): XmlElement {
  return toXml('mets:dmdSec', {ID: id}, [
    toXml('mets:mdWrap', {MDTYPE: 'MODS', MDTYPEVERSION: '3.8'}, [
      toXml('mets:xmlData', {}, [mods])
    ])
  ])
}

function toProvenance({byteCount, hash, path}: Member): XmlElement {
  return toXml('mets:amdSec', {ID: 'AMD'}, [
    toXml('mets:digiprovMD', {ID: 'PREMIS'}, [
      toXml('mets:mdRef', {
        LOCTYPE: 'URL',
        'xlink:href': path,
        MDTYPE: 'PREMIS',
        MDTYPEVERSION: '3.0',
        MIMETYPE: 'application/xml',
        SIZE: String(byteCount),
        CHECKSUM: hash,
        CHECKSUMTYPE: 'SHA-256'
      })
    ])
  ])
}

function toFiles(
  {members}: ArchiveJob,
  fileIds: ReadonlyMap<string, string>
): XmlElement {
  const groups = uses.flatMap((use) => {
    const files = members.filter((member) => member.use === use)
    if (files.length === 0) return []
    return [
      toXml(
        'mets:fileGrp',
        {ID: `G_${use}`, USE: use.toUpperCase()},
        files.map((member) => toFile(member, fileIds))
      )
    ]
  })
  return toXml('mets:fileSec', {}, groups)
}

function toFile(
  member: Member,
  fileIds: ReadonlyMap<string, string>
): XmlElement {
  const {byteCount, hash, mediaType, pageNumber, path} = member
  return toXml(
    'mets:file',
    {
      ID: fileIds.get(path),
      MIMETYPE: mediaType,
      SIZE: String(byteCount),
      CHECKSUM: hash,
      CHECKSUMTYPE: 'SHA-256',
      GROUPID: pageNumber === undefined ? undefined : `page-${pageNumber}`,
      ADMID: 'PREMIS'
    },
    [
      toXml('mets:FLocat', {
        LOCTYPE: 'URL',
        'xlink:href': encodeURI(path).replaceAll('#', '%23')
      })
    ]
  )
}

function toPhysical(
  {job, pages}: MetsRequest,
  fileIds: ReadonlyMap<string, string>
): XmlElement {
  const divs = pages.map((page, index) => {
    const files = job.members.filter(
      ({pageNumber, use}) =>
        pageNumber === page.pageNumber &&
        (use === 'image' || use === 'alto' || use === 'press')
    )
    return toXml(
      'mets:div',
      {
        ID: `PHYS_${page.pageNumber}`,
        TYPE: 'page',
        ORDER: String(index + 1),
        ORDERLABEL: listPageNumbers(page).join('–'),
        LABEL: page.section
      },
      files.map(({path}) =>
        toXml('mets:fptr', {FILEID: fileIds.get(path) ?? ''})
      )
    )
  })
  return toXml('mets:structMap', {TYPE: 'PHYSICAL', ID: 'PHYSICAL'}, [
    toXml(
      'mets:div',
      {ID: 'PHYS', TYPE: 'physSequence', DMDID: 'D_issue'},
      divs
    )
  ])
}

function toLogical(
  request: MetsRequest,
  fileIds: ReadonlyMap<string, string>
): XmlElement {
  const {copy} = request
  const stories = copy.stories.map((story, index) =>
    toStory(story, index + 1, request, fileIds)
  )
  const whole = request.job.members.filter(
    ({pageNumber, use}) =>
      pageNumber === undefined &&
      (use === 'screen' || use === 'epub' || use === 'press')
  )
  return toXml('mets:structMap', {TYPE: 'LOGICAL', ID: 'LOGICAL'}, [
    toXml(
      'mets:div',
      {ID: 'LOG_title', TYPE: 'newspaper', LABEL: copy.publication},
      [
        toXml(
          'mets:div',
          {
            ID: 'LOG',
            TYPE: 'issue',
            LABEL: copy.date,
            DMDID: 'D_issue'
          },
          [
            ...whole.map(({path}) =>
              toXml('mets:fptr', {FILEID: fileIds.get(path) ?? ''})
            ),
            ...stories
          ]
        )
      ]
    )
  ])
}

function toStory(
  story: CopyStory,
  number: number,
  {pages}: MetsRequest,
  fileIds: ReadonlyMap<string, string>
): XmlElement {
  const places = findPlaces(story.slug, pages)
  const heads: Array<Located> = []
  const bodies: Array<Located> = []
  for (const {page, region} of places) {
    for (const block of region.blocks) {
      const isBody = block.copyId.startsWith(`${story.slug}/body/`)
      const list = isBody ? bodies : heads
      list.push({page, block})
    }
  }
  const parts = [
    ...toPart('heading', `LOG_${number}_1`, heads, fileIds),
    ...toPart('body', `LOG_${number}_2`, bodies, fileIds)
  ]
  return toXml(
    'mets:div',
    {
      ID: `LOG_${number}`,
      TYPE: story.kind === 'ad' ? 'advertisement' : 'article',
      ORDER: String(number),
      LABEL: story.title,
      DMDID: `D_${number}`
    },
    [
      ...places.map(({page, region}) =>
        toXml('mets:fptr', {}, [toArea(page, region.id, fileIds)])
      ),
      ...parts
    ]
  )
}

/** A block and the page it is on. */
interface Located {
  page: MeasuredPage
  block: TextBlock
}

function toPart(
  type: string,
  id: string,
  blocks: ReadonlyArray<Located>,
  fileIds: ReadonlyMap<string, string>
): Array<XmlElement> {
  if (blocks.length === 0) return []
  return [
    toXml('mets:div', {ID: id, TYPE: type}, [
      toXml('mets:fptr', {}, [
        toXml(
          'mets:seq',
          {},
          blocks.map(({block, page}) => toArea(page, block.id, fileIds))
        )
      ])
    ])
  ]
}

function toArea(
  page: MeasuredPage,
  id: string,
  fileIds: ReadonlyMap<string, string>
): XmlElement {
  return toXml('mets:area', {
    FILEID: fileIds.get(altoPath(page.pageNumber)) ?? '',
    BETYPE: 'IDREF',
    BEGIN: id
  })
}

/** Path of a page's ALTO file. */
export function altoPath(pageNumber: number): string {
  return `alto/page-${String(pageNumber).padStart(2, '0')}.xml`
}

/** Find where a story stands, in reading order. */
export function findPlaces(
  slug: string,
  pages: ReadonlyArray<MeasuredPage>
): Array<{page: MeasuredPage; region: Region}> {
  return pages.flatMap((page) =>
    page.regions
      .filter((region) => region.kind === 'article' && region.name === slug)
      .map((region) => ({page, region}))
  )
}

function toLinks({copy, pages}: MetsRequest): XmlElement {
  return toXml('mets:structLink', {}, [
    toXml('mets:smLink', {'xlink:from': 'LOG', 'xlink:to': 'PHYS'}),
    ...copy.stories.flatMap((story, index) =>
      findPlaces(story.slug, pages).map(({page}) =>
        toXml('mets:smLink', {
          'xlink:from': `LOG_${index + 1}`,
          'xlink:to': `PHYS_${page.pageNumber}`
        })
      )
    )
  ])
}
