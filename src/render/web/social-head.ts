// What the head of a document tells other programs: Open Graph for cards in
// messages, the lasting address, Dublin Core for libraries and Zotero.

import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Shell} from './shell.ts'
import type {SizedPicture} from './sized-pictures.ts'

/** What there is to tell. */
export interface SocialFacts {
  shell: Shell
  type: 'article' | 'website'
  title: string
  publication: string
  lang: string
  description?: string
  /** Lasting address, from the root of the site. */
  address?: string
  /** Picture to show with it; its path is from the root of the site. */
  card?: SizedPicture
  /** Day it was published: `2026-06-02`; `unknown`. */
  date?: string
  section?: string
  /** Day of its last correction: `2026-06-03`. */
  modified?: string
  /** Who wrote it: names, or the byline as printed where it has none. */
  creators?: ReadonlyArray<string>
  publisher?: string
  rights?: string
  /** Where it is printed: `云中日报, 2026-06-02, 05`. */
  source?: string
}

/** Tell it. */
export function toSocialHead(facts: SocialFacts): Array<Element> {
  const {address, shell} = facts
  const url = shell.site?.url
  const canonical =
    address === undefined || url === undefined ? undefined : `${url}/${address}`
  return [
    ...(canonical === undefined
      ? []
      : [h('link', {rel: 'canonical', href: canonical})]),
    ...toOpenGraph(facts, canonical),
    ...(facts.type === 'article' && shell.site
      ? toDublinCore(facts, canonical)
      : [])
  ]
}

function toOpenGraph(
  facts: SocialFacts,
  canonical: string | undefined
): Array<Element> {
  const {card, date, description, lang, publication} = facts
  const url = facts.shell.site?.url
  const size = facts.type === 'article' ? 'summary_large_image' : 'summary'
  const hasCard = card !== undefined && url !== undefined
  return toMetas('property', [
    ['og:type', facts.type],
    ['og:title', facts.title],
    ['og:description', description],
    ['og:site_name', publication],
    ['og:locale', lang.replace('-', '_')],
    ['og:url', canonical],
    ['og:image', hasCard ? `${url}/${card.path}` : undefined],
    ['og:image:width', hasCard ? String(card.widthPx) : undefined],
    ['og:image:height', hasCard ? String(card.depthPx) : undefined],
    ['og:image:alt', hasCard ? facts.title : undefined],
    ['article:published_time', facts.type === 'article' ? date : undefined],
    ['article:modified_time', facts.modified],
    ['article:section', facts.section]
  ]).concat(toMetas('name', [['twitter:card', hasCard ? size : undefined]]))
}

function toDublinCore(
  facts: SocialFacts,
  canonical: string | undefined
): Array<Element> {
  return [
    h('link', {rel: 'schema.DCTERMS', href: 'http://purl.org/dc/terms/'}),
    ...toMetas('name', [
      ['DCTERMS.title', facts.title],
      ...(facts.creators ?? []).map(
        (name) => ['DCTERMS.creator', name] as const
      ),
      ['DCTERMS.issued', facts.date],
      ['DCTERMS.modified', facts.modified],
      ['DCTERMS.language', facts.lang],
      ['DCTERMS.publisher', facts.publisher],
      ['DCTERMS.isPartOf', facts.publication],
      ['DCTERMS.bibliographicCitation', facts.source],
      ['DCTERMS.rights', facts.rights],
      ['DCTERMS.identifier', canonical]
    ])
  ]
}

function toMetas(
  key: 'name' | 'property',
  pairs: ReadonlyArray<readonly [string, string | undefined]>
): Array<Element> {
  return pairs.flatMap(([name, content]) =>
    content === undefined || content === '' || content === 'unknown'
      ? []
      : [h('meta', {[key]: name, content})]
  )
}
