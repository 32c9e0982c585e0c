// The cover: the first page as printed, or the name of the paper and its day.

import {h} from 'hastscript'
import {toDocument, type EpubDocument} from './document.ts'
import type {EditionPicture} from './edition-pictures.ts'
import type {Edition} from './edition.ts'

/** Make the cover. */
export function toCoverDocument(
  edition: Edition,
  picture: EditionPicture | undefined
): EpubDocument {
  const {issue, title, words} = edition
  const {date, issueNumber, lang, publication} = issue
  const options = {id: 'cover', title: words.cover, lang, className: 'cover'}
  if (!picture) {
    const number =
      issueNumber === undefined ? '' : words.issueNumber(issueNumber)
    return toDocument(options, [
      h('section', {'epub:type': 'cover', ariaLabel: words.cover}, [
        h('h1', publication),
        h('p', words.date(date)),
        number ? h('p', number) : undefined
      ])
    ])
  }
  const first = edition.pages[0]
  return toDocument(options, [
    h('section', {'epub:type': 'cover', ariaLabel: words.cover}, [
      h('img', {
        src: picture.href,
        role: 'doc-cover',
        alt: `${title} ${words.pagePicture(first?.page.pageNumber ?? 1)}`,
        width: picture.widthPx,
        height: picture.depthPx
      })
    ])
  ])
}
