// An issue to the files of its EPUB, in the order they are packed.

import type {Plant} from '../../model/plant.ts'
import type {Job} from '../renderer.ts'
import {toZones} from '../zones.ts'
import {toArticleDocument} from './article-document.ts'
import {toColophonDocument} from './colophon-document.ts'
import {toCoverDocument} from './cover-document.ts'
import type {EpubDocument} from './document.ts'
import {makeEditionPictures, type EditionPictures} from './edition-pictures.ts'
import {toEdition, type Edition} from './edition.ts'
import {declareFaces, embedFaces, type SubsetFace} from './embed-faces.ts'
import {collectFaceText} from './face-text.ts'
import {toNavDocument} from './nav-document.ts'
import type {EpubFile} from './pack-epub.ts'
import {toPageDocument} from './page-document.ts'
import {toNcx} from './to-ncx.ts'
import {toPackage} from './to-package.ts'
import {toUuid} from './to-uuid.ts'
import {toXhtml} from './to-xhtml.ts'

/** The machines an EPUB needs. */
export interface EpubMachines {
  plant: Plant
  subsetFace: SubsetFace
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`

/** Make the files. */
export async function toEpubFiles(
  job: Job,
  {plant, subsetFace}: EpubMachines
): Promise<Array<EpubFile>> {
  const {issue} = job
  const edition = toEdition(issue)
  const pictures = await makeEditionPictures(edition, job, plant)
  const documents = toDocuments(edition, job, pictures)
  const faces = await embedFaces({
    faces: job.faces,
    text: collectFaceText(documents.map(({html}) => html)),
    lang: issue.lang,
    subsetFace
  })
  const all = [...pictures.pages.values(), ...pictures.photos.values()]
  const identifier = `urn:uuid:${toUuid(nameIssue(edition))}`
  const content = toPackage(edition, {
    identifier,
    modified: job.modified,
    coverId: findCover(edition, pictures)?.id,
    documents,
    pictures: all,
    faces
  })

  return [
    {path: 'META-INF/container.xml', value: container},
    {path: 'OEBPS/content.opf', value: content},
    {path: 'OEBPS/toc.ncx', value: toNcx(edition, identifier)},
    {
      path: 'OEBPS/style.css',
      value: declareFaces(faces) + findStyle(edition, job)
    },
    ...documents.map(({html, id}) => ({
      path: `OEBPS/${id}.xhtml`,
      value: toXhtml(html)
    })),
    ...[...all, ...faces].map(({href, value}) => ({
      path: `OEBPS/${href}`,
      value
    }))
  ]
}

function toDocuments(
  edition: Edition,
  job: Job,
  pictures: EditionPictures
): Array<EpubDocument> {
  const titles = new Map(
    edition.articles.map(({story, title}) => [story.slug, title])
  )
  return [
    toCoverDocument(edition, findCover(edition, pictures)),
    toNavDocument(edition),
    ...edition.pages.flatMap((part) => {
      const {pageNumber} = part.page
      const picture = pictures.pages.get(pageNumber)
      const page = job.pages.find((other) => other.pageNumber === pageNumber)
      const zones = page ? toZones(page, titles) : []
      return [
        toPageDocument(part, edition, picture && {picture, zones}),
        ...part.articles.map((article) =>
          toArticleDocument(article, edition, pictures)
        )
      ]
    }),
    toColophonDocument(edition)
  ]
}

// The first page is the paper's face.
function findCover(edition: Edition, pictures: EditionPictures) {
  const [first] = edition.pages
  return first && pictures.pages.get(first.page.pageNumber)
}

function nameIssue({issue}: Edition): string {
  const {date, issueNumber, publication, url} = issue
  return [url ?? publication, date, issueNumber ?? ''].join('\n')
}

// The stylesheet of the first page's template is the book's.
function findStyle(edition: Edition, job: Job): string {
  for (const {page} of edition.pages) {
    const style = job.templateFiles.get(page.template)?.get('epub/style.css')
    if (style) return new TextDecoder().decode(style)
  }
  return '.hidden { display: none; }\n'
}
