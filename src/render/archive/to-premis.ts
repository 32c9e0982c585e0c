// PREMIS 3: what each file is, and what was done to make it.
//
// Times are the issue's own (SOURCE_DATE_EPOCH, or its date): the same issue
// gives the same bag, whenever it is put away.

import {toXml, type XmlElement} from '../write-xml.ts'
import type {ArchiveJob, Member} from './archive-job.ts'
import {toDocument, toMoment} from './to-alto.ts'

const namespace = 'http://www.loc.gov/premis/v3'

/** Formats by media type; `key` is the one in the PRONOM registry. */
const formats: Readonly<
  Record<string, {name: string; version?: string; key?: string}>
> = {
  'application/epub+zip': {name: 'EPUB', key: 'fmt/483'},
  'application/json': {name: 'JSON Data Interchange Format', key: 'fmt/817'},
  'application/pdf': {name: 'Portable Document Format'},
  'application/xml': {
    name: 'Extensible Markup Language',
    version: '1.0',
    key: 'fmt/101'
  },
  'application/yaml': {name: 'YAML', key: 'fmt/818'},
  'image/jpeg': {name: 'JPEG File Interchange Format'},
  'image/png': {name: 'Portable Network Graphics'},
  'image/svg+xml': {name: 'Scalable Vector Graphics'},
  'image/webp': {name: 'WebP', key: 'fmt/567'},
  'text/css': {name: 'Cascading Style Sheet', key: 'x-fmt/224'},
  'text/html': {
    name: 'Hypertext Markup Language',
    version: '5',
    key: 'fmt/471'
  },
  'text/markdown': {name: 'Markdown', key: 'fmt/1149'},
  'text/plain': {name: 'Plain Text File', key: 'x-fmt/111'}
}

/** Which event made files of a use. */
const eventByUse: Readonly<Record<Member['use'], string>> = {
  alto: 'describing',
  copy: 'describing',
  epub: 'publishing',
  iiif: 'describing',
  image: 'publishing',
  layout: 'composing',
  manuscript: 'filing',
  other: 'publishing',
  press: 'publishing',
  screen: 'publishing',
  template: 'filing',
  web: 'publishing'
}

const events: ReadonlyArray<readonly [string, string, string]> = [
  [
    'filing',
    'accession',
    'Manuscripts, pictures and templates taken over as the newsroom filed them'
  ],
  ['composing', 'creation', 'Pages made up and composed from the manuscripts'],
  ['publishing', 'creation', 'Outputs made from the composed pages'],
  [
    'describing',
    'metadata extraction',
    'Words, places and structure written down from the composed pages'
  ],
  ['hashing', 'message digest calculation', 'SHA-256 of every file'],
  [
    'checking',
    'validation',
    'Copy, pages and outputs proofread; no error was left'
  ]
]

/** Write what was kept and how it was made. */
export function toPremis(job: ArchiveJob): string {
  const {engine, issue, members, modified} = job
  return toDocument(
    toXml(
      'premis',
      {
        xmlns: namespace,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        version: '3.0'
      },
      [
        toEntity(issue.id, issue.publication),
        ...members.map((member) => toFile(member, job)),
        ...events.map(([id, type, detail]) =>
          toEvent(id, type, detail, {
            moment: toMoment(modified),
            agent: engine.name
          })
        ),
        toXml('agent', {}, [
          toIdentifier('agent', 'local', engine.name),
          toXml('agentName', {}, engine.name),
          toXml('agentType', {}, 'software'),
          toXml('agentVersion', {}, engine.version)
        ]),
        toXml('agent', {}, [
          toIdentifier('agent', 'local', 'newsroom'),
          toXml('agentName', {}, issue.imprint.publisher ?? issue.publication),
          toXml('agentType', {}, 'organization')
        ])
      ]
    )
  )
}

function toEntity(issueId: string, publication: string): XmlElement {
  return toXml('object', {'xsi:type': 'intellectualEntity'}, [
    toIdentifier('object', 'local', issueId),
    toXml('originalName', {}, publication),
    ...events.map(([id]) => toIdentifier('linkingEvent', 'local', id))
  ])
}

function toFile(member: Member, job: ArchiveJob): XmlElement {
  const {byteCount, hash, mediaType, path} = member
  const {key, name, version} = formats[mediaType] ?? {name: mediaType}
  const isFiled = eventByUse[member.use] === 'filing'
  return toXml('object', {'xsi:type': 'file'}, [
    toIdentifier('object', 'path', path),
    toXml('objectCharacteristics', {}, [
      toXml('compositionLevel', {}, '0'),
      toXml('fixity', {}, [
        toXml('messageDigestAlgorithm', {}, 'SHA-256'),
        toXml('messageDigest', {}, hash)
      ]),
      toXml('size', {}, String(byteCount)),
      toXml('format', {}, [
        toXml('formatDesignation', {}, [
          toXml('formatName', {}, name),
          ...(version ? [toXml('formatVersion', {}, version)] : [])
        ]),
        ...(key
          ? [
              toXml('formatRegistry', {}, [
                toXml('formatRegistryName', {}, 'PRONOM'),
                toXml('formatRegistryKey', {}, key)
              ])
            ]
          : [])
      ]),
      ...(isFiled
        ? []
        : [
            toXml('creatingApplication', {}, [
              toXml('creatingApplicationName', {}, job.engine.name),
              toXml('creatingApplicationVersion', {}, job.engine.version)
            ])
          ])
    ]),
    toXml('originalName', {}, path),
    toXml('relationship', {}, [
      toXml('relationshipType', {}, 'structural'),
      toXml('relationshipSubType', {}, 'is Part Of'),
      toIdentifier('relatedObject', 'local', job.issue.id)
    ]),
    toIdentifier('linkingEvent', 'local', eventByUse[member.use])
  ])
}

function toEvent(
  id: string,
  type: string,
  detail: string,
  {agent, moment}: {agent: string; moment: string}
): XmlElement {
  const isFiling = id === 'filing'
  return toXml('event', {}, [
    toIdentifier('event', 'local', id),
    toXml('eventType', {}, type),
    toXml('eventDateTime', {}, moment),
    toXml('eventDetailInformation', {}, [toXml('eventDetail', {}, detail)]),
    toXml('eventOutcomeInformation', {}, [
      toXml('eventOutcome', {}, 'success')
    ]),
    toIdentifier('linkingAgent', 'local', isFiling ? 'newsroom' : agent)
  ])
}

function toIdentifier(what: string, type: string, value: string): XmlElement {
  return toXml(`${what}Identifier`, {}, [
    toXml(`${what}IdentifierType`, {}, type),
    toXml(`${what}IdentifierValue`, {}, value)
  ])
}
