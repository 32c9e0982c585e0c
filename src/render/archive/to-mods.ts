// MODS 3.8: what the issue and its stories are, for library catalogues.

import type {Issue} from '../../model/issue.ts'
import {toXml, type XmlElement} from '../write-xml.ts'
import type {Copy, CopyStory} from './to-copy.ts'

const namespace = 'http://www.loc.gov/mods/v3'

/** Genres in the words of the MARC list where it has one. */
const genres: Readonly<Record<string, string>> = {
  ad: 'advertisement',
  commentary: 'editorial',
  feature: 'feature',
  filler: 'filler',
  brief: 'news brief',
  news: 'news article',
  notice: 'notice',
  photo: 'photograph',
  roundup: 'news roundup'
}

/** Describe the issue. */
export function toIssueMods(copy: Copy, engine: string): XmlElement {
  const {date, imprint, issueNumber, lang, publication} = copy
  return toXml('mods:mods', {'xmlns:mods': namespace, version: '3.8'}, [
    toXml('mods:titleInfo', {lang: undefined, 'xml:lang': lang}, [
      toXml('mods:title', {}, publication),
      ...(issueNumber === undefined
        ? []
        : [toXml('mods:partNumber', {}, String(issueNumber))])
    ]),
    ...(imprint.publisher ? [toName(imprint.publisher, 'publisher')] : []),
    ...(imprint.authority ? [toName(imprint.authority, 'sponsor')] : []),
    toXml('mods:typeOfResource', {}, 'text'),
    toXml('mods:genre', {authority: 'marcgt'}, 'newspaper'),
    toXml('mods:originInfo', {}, [
      ...(imprint.publisher
        ? [toXml('mods:publisher', {}, imprint.publisher)]
        : []),
      ...(isDate(date)
        ? [toXml('mods:dateIssued', {encoding: 'w3cdtf', keyDate: 'yes'}, date)]
        : []),
      toXml('mods:issuance', {}, 'serial')
    ]),
    toLanguage(lang),
    toXml('mods:physicalDescription', {}, [
      toXml('mods:internetMediaType', {}, 'application/pdf'),
      toXml('mods:extent', {unit: 'pages'}, String(copy.pages.length)),
      toXml('mods:digitalOrigin', {}, 'born digital')
    ]),
    ...(copy.description ? [toXml('mods:abstract', {}, copy.description)] : []),
    toXml('mods:identifier', {type: 'local'}, copy.issueId),
    ...toIdentifiers(imprint),
    ...(copy.url
      ? [toXml('mods:location', {}, [toXml('mods:url', {}, copy.url)])]
      : []),
    ...(copy.rights
      ? [
          toXml(
            'mods:accessCondition',
            {type: 'use and reproduction'},
            copy.rights
          )
        ]
      : []),
    toRecord(engine)
  ])
}

/** Describe a story. */
export function toStoryMods(
  story: CopyStory,
  copy: Copy,
  engine: string
): XmlElement {
  const {kind, lang, pageNumbers, title} = story
  const text = (role: string): Array<string> =>
    story.parts.filter((part) => part.role === role).map((part) => part.text)
  return toXml('mods:mods', {'xmlns:mods': namespace, version: '3.8'}, [
    toXml('mods:titleInfo', {supplied: story.hasHeadline ? undefined : 'yes'}, [
      toXml('mods:title', {}, title),
      ...text('deck').map((deck) => toXml('mods:subTitle', {}, toLine(deck)))
    ]),
    toXml('mods:typeOfResource', {}, kind === 'photo' ? 'still image' : 'text'),
    toXml('mods:genre', {}, genres[kind] ?? kind),
    ...(isDate(copy.date)
      ? [
          toXml('mods:originInfo', {}, [
            toXml('mods:dateIssued', {encoding: 'w3cdtf'}, copy.date)
          ])
        ]
      : []),
    toLanguage(lang),
    ...text('summary').map((value) =>
      toXml('mods:abstract', {}, toLine(value))
    ),
    ...text('kicker').map((value) =>
      toXml('mods:note', {type: 'kicker'}, toLine(value))
    ),
    ...text('byline').map((value) =>
      toXml('mods:note', {type: 'statement of responsibility'}, toLine(value))
    ),
    ...(story.status === 'truncated'
      ? [toXml('mods:note', {type: 'incomplete'}, 'The source stops early')]
      : []),
    toXml('mods:relatedItem', {type: 'host'}, [
      toXml('mods:titleInfo', {}, [toXml('mods:title', {}, copy.publication)]),
      toXml('mods:identifier', {type: 'local'}, copy.issueId),
      toXml('mods:part', {}, [
        ...(copy.issueNumber === undefined
          ? []
          : [
              toXml('mods:detail', {type: 'issue'}, [
                toXml('mods:number', {}, String(copy.issueNumber))
              ])
            ]),
        ...pageNumbers.map((pageNumber) =>
          toXml('mods:extent', {unit: 'page'}, [
            toXml('mods:start', {}, String(pageNumber))
          ])
        ),
        ...(isDate(copy.date)
          ? [toXml('mods:date', {encoding: 'w3cdtf'}, copy.date)]
          : [])
      ])
    ]),
    toXml('mods:identifier', {type: 'local'}, `${copy.issueId}/${story.slug}`),
    toRecord(engine)
  ])
}

function toName(name: string, role: string): XmlElement {
  return toXml('mods:name', {type: 'corporate'}, [
    toXml('mods:namePart', {}, name),
    toXml('mods:role', {}, [
      toXml('mods:roleTerm', {type: 'text', authority: 'marcrelator'}, role)
    ])
  ])
}

function toIdentifiers(imprint: Issue['imprint']): Array<XmlElement> {
  const {cn, issn, lccn} = imprint
  return [
    ...(cn ? [toXml('mods:identifier', {type: 'cn'}, cn)] : []),
    ...(issn ? [toXml('mods:identifier', {type: 'issn'}, issn)] : []),
    ...(lccn ? [toXml('mods:identifier', {type: 'lccn'}, lccn)] : [])
  ]
}

function toLanguage(lang: string): XmlElement {
  return toXml('mods:language', {}, [
    toXml('mods:languageTerm', {type: 'code', authority: 'rfc5646'}, lang)
  ])
}

function toRecord(engine: string): XmlElement {
  return toXml('mods:recordInfo', {}, [
    toXml('mods:recordOrigin', {}, `Made by ${engine} from the manuscripts`)
  ])
}

function toLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Whether a date is one; an unknown date is left out, never made up. */
function isDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date)
}
