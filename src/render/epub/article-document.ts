// The document of a story, with the way to its neighbours. Links go to files,
// never to places in them: some readers show those as notes.

import {h} from 'hastscript'
import type {Element} from 'hast'
import {toArticle} from '../article.ts'
import {toDocument, type EpubDocument} from './document.ts'
import type {EditionPictures} from './edition-pictures.ts'
import type {Edition, EditionArticle} from './edition.ts'

/** Make the document of a story. */
export function toArticleDocument(
  article: EditionArticle,
  edition: Edition,
  {photos}: EditionPictures
): EpubDocument {
  const {id, story, title} = article
  const {lang} = edition.issue
  const content = toArticle(story, {
    figure: (src) => photos.get(src),
    idPrefix: '',
    lang,
    notes: 'aside'
  })
  return toDocument({id, title, lang, className: 'article'}, [
    content,
    toNeighbours(article, edition)
  ])
}

function toNeighbours(article: EditionArticle, edition: Edition): Element {
  const {articles, words} = edition
  const index = articles.indexOf(article)
  const previous = articles[index - 1]
  const next = articles[index + 1]
  const links = [
    ...(previous ? [{id: previous.id, text: words.previous}] : []),
    {id: article.pageId, text: words.pageContents},
    ...(next ? [{id: next.id, text: words.next}] : [])
  ].map(({id, text}) => h('li', h('a', {href: `${id}.xhtml`}, text)))
  return h('nav.neighbours', {ariaLabel: words.neighbours}, h('ul', links))
}
