// Metadata of the package: what the issue is, who made it, how far it can be
// read with eyes, ears or fingers.

import type {Edition} from './edition.ts'
import {findCredits} from './find-credits.ts'
import {toXml, type XmlElement} from '../write-xml.ts'

/** What the metadata have to say besides the edition. */
export interface MetadataOptions {
  /** `urn:uuid:…` */
  identifier: string
  modified: Date
  /** Id of the cover's picture, if there is one. */
  coverId: string | undefined
  hasPictures: boolean
  hasFonts: boolean
}

/** Write the metadata. */
export function toMetadata(
  edition: Edition,
  options: MetadataOptions
): XmlElement {
  return toXml('metadata', {'xmlns:dc': 'http://purl.org/dc/elements/1.1/'}, [
    ...toIdentity(edition, options),
    ...toMakers(edition),
    ...toSeries(edition),
    ...toAccess(edition, options),
    ...(options.hasFonts ? [toMeta('ibooks:specified-fonts', 'true')] : []),
    ...(options.coverId
      ? [toXml('meta', {name: 'cover', content: options.coverId})]
      : [])
  ])
}

function toIdentity(
  edition: Edition,
  {identifier, modified}: MetadataOptions
): Array<XmlElement> {
  const {articles, issue, title} = edition
  const {date, imprint, lang, publication, rights} = issue
  const languages = new Set([lang, ...articles.map(({story}) => story.lang)])
  const source = isIssn(imprint.issn) ? `urn:issn:${imprint.issn}` : title
  return [
    toXml('dc:identifier', {id: 'uid'}, identifier),
    toXml('dc:title', {id: 'title'}, title),
    toMeta('title-type', 'main', '#title'),
    ...[...languages].map((language) => toXml('dc:language', {}, language)),
    toXml('dc:date', {}, date),
    toMeta('dcterms:modified', modified.toISOString().slice(0, 19) + 'Z'),
    toXml('dc:publisher', {}, imprint.publisher ?? publication),
    toXml('dc:type', {}, 'newspaper'),
    toXml('dc:subject', {}, lang.startsWith('zh') ? '报纸' : 'Newspapers'),
    toXml('dc:description', {}, describe(edition)),
    ...(rights ? [toXml('dc:rights', {}, rights)] : []),
    toXml('dc:source', {id: 'source'}, source),
    toMeta('source-of', 'pagination', '#source')
  ]
}

// The newsroom's own sentence, or else the first headlines.
function describe({articles, issue, title}: Edition): string {
  if (issue.description) return issue.description
  const separator = issue.lang.startsWith('zh') ? '；' : '; '
  const headlines = articles.slice(0, 5).map((article) => article.title)
  return headlines.join(separator) || title
}

function toMakers({articles, issue}: Edition): Array<XmlElement> {
  const elements = [
    toXml('dc:creator', {id: 'paper'}, issue.publication),
    toRole('edt', '#paper')
  ]
  const seen = new Map<string, string>()
  for (const {id, story} of articles) {
    for (const {name, role} of findCredits(story)) {
      if (role === 'rpt') {
        elements.push(toMeta('dcterms:creator', name, `#${id}`))
      }
      const key = `${role} ${name}`
      if (seen.has(key)) continue
      const contributorId = `contributor-${seen.size + 1}`
      seen.set(key, contributorId)
      elements.push(
        toXml('dc:contributor', {id: contributorId}, name),
        toRole(role, `#${contributorId}`)
      )
    }
  }
  return elements
}

// Every paper is a series: in EPUB's words, and in calibre's.
function toSeries({issue}: Edition): Array<XmlElement> {
  const {imprint, issueNumber, publication} = issue
  const number = issueNumber === undefined ? undefined : String(issueNumber)
  return [
    toXml(
      'meta',
      {property: 'belongs-to-collection', id: 'series'},
      publication
    ),
    toMeta('collection-type', 'series', '#series'),
    ...(number ? [toMeta('group-position', number, '#series')] : []),
    ...(isIssn(imprint.issn)
      ? [toMeta('dcterms:identifier', `urn:issn:${imprint.issn}`, '#series')]
      : []),
    toXml('meta', {name: 'calibre:series', content: publication}),
    ...(number
      ? [toXml('meta', {name: 'calibre:series_index', content: number})]
      : []),
    toXml('meta', {
      name: 'calibre:publication_type',
      content: `periodical:newspaper:${publication}`
    })
  ]
}

function toAccess(
  {issue, pages}: Edition,
  {hasPictures}: MetadataOptions
): Array<XmlElement> {
  const features = [
    'tableOfContents',
    'readingOrder',
    'structuralNavigation',
    'displayTransformability',
    'ARIA',
    ...(hasPictures ? ['alternativeText'] : []),
    ...(pages.length > 0 ? ['pageNavigation', 'pageBreakMarkers'] : [])
  ]
  const modes = ['textual', ...(hasPictures ? ['visual'] : [])]
  const summary = issue.lang.startsWith('zh')
    ? '全部稿件为可重排文字，图片有替代文本；有目录、版次列表和标题层级。版面图中的文字另有全文。'
    : 'All stories are reflowable text and pictures have alternative text; there are contents, a page list and headings. Text in pictures of printed pages is also given in full.'
  return [
    ...modes.map((mode) => toMeta('schema:accessMode', mode)),
    toMeta('schema:accessModeSufficient', 'textual'),
    ...features.map((feature) =>
      toMeta('schema:accessibilityFeature', feature)
    ),
    toMeta('schema:accessibilityHazard', 'none'),
    toMeta('schema:accessibilitySummary', summary),
    ...toConformance(issue.accessibilityCertifier)
  ]
}

// A claim no machine can prove: made only where somebody answers for it.
function toConformance(certifier: string | undefined): Array<XmlElement> {
  if (!certifier) return []
  const claim = 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA'
  const attributes = {property: 'dcterms:conformsTo', id: 'conformance'}
  return [
    toXml('meta', attributes, claim),
    toMeta('a11y:certifiedBy', certifier, '#conformance')
  ]
}

function toMeta(property: string, value: string, refines?: string): XmlElement {
  return toXml('meta', {refines, property}, value)
}

function toRole(role: string, refines: string): XmlElement {
  const attributes = {refines, property: 'role', scheme: 'marc:relators'}
  return toXml('meta', attributes, role)
}

function isIssn(value: string | undefined): boolean {
  return /^\d{4}-\d{3}[\dX]$/.test(value ?? '')
}
