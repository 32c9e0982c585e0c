// The package document: metadata, every file, and the reading order.

import type {EpubDocument} from './document.ts'
import type {EditionPicture} from './edition-pictures.ts'
import type {Edition} from './edition.ts'
import type {EmbeddedFace} from './embed-faces.ts'
import {toMetadata, type MetadataOptions} from './package-metadata.ts'
import {toXml, writeXml, type XmlElement} from '../write-xml.ts'

/** What is in the package. */
export interface PackageOptions extends Omit<
  MetadataOptions,
  'hasFonts' | 'hasPictures'
> {
  /** In reading order. */
  documents: ReadonlyArray<EpubDocument>
  pictures: ReadonlyArray<EditionPicture>
  faces: ReadonlyArray<EmbeddedFace>
}

/** Write the package document. */
export function toPackage(edition: Edition, options: PackageOptions): string {
  const {documents, faces, pictures} = options
  const metadata = toMetadata(edition, {
    ...options,
    hasFonts: faces.length > 0,
    hasPictures: pictures.length > 0
  })
  const root = toXml(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'uid',
      'xml:lang': edition.issue.lang,
      dir: 'ltr',
      prefix:
        'ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/'
    },
    [
      metadata,
      toXml('manifest', {}, toManifest(options)),
      toXml(
        'spine',
        {toc: 'ncx'},
        documents.map(({id}) => toXml('itemref', {idref: id}))
      )
    ]
  )
  const text = writeXml(root, {isLoose: () => true, isVoid: () => true})
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`
}

function toManifest({
  coverId,
  documents,
  faces,
  pictures
}: PackageOptions): Array<XmlElement> {
  return [
    toItem('ncx', 'toc.ncx', 'application/x-dtbncx+xml'),
    toItem('css', 'style.css', 'text/css'),
    ...documents.map(({id, properties}) =>
      toItem(id, `${id}.xhtml`, 'application/xhtml+xml', properties)
    ),
    ...pictures.map(({href, id, mediaType}) =>
      toItem(id, href, mediaType, id === coverId ? 'cover-image' : undefined)
    ),
    ...faces.map(({href, id}) => toItem(id, href, 'font/ttf'))
  ]
}

function toItem(
  id: string,
  href: string,
  mediaType: string,
  properties?: string
): XmlElement {
  return toXml('item', {id, href, 'media-type': mediaType, properties})
}
