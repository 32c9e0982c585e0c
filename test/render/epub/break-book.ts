// Ways to break a good EPUB, one fault each: what a checker must find.

import type {EpubFile} from '../../../src/render/epub/pack-epub.ts'

/** A fault, and how to make it. */
export interface Fault {
  name: string
  break(files: ReadonlyArray<EpubFile>): Array<EpubFile>
}

/** Faults EPUBCheck must find. */
export const faults: ReadonlyArray<Fault> = [
  change('a link to nowhere', 'page-05.xhtml', [
    'href="story-second.xhtml"',
    'href="story-third.xhtml"'
  ]),
  change('a link to no place in a file', 'nav.xhtml', [
    '#page-05"',
    '#page-55"'
  ]),
  change('an id twice', 'page-05.xhtml', [
    'id="page-05-title"',
    'id="page-05"'
  ]),
  change('a role no article has', 'story-second.xhtml', [
    '<article ',
    '<article role="doc-chapter" '
  ]),
  change('a paragraph in a paragraph', 'story-second.xhtml', [
    '<p>一段话。</p>',
    '<p><p>一段话。</p></p>'
  ]),
  change('a width in per cent', 'story-everything.xhtml', [
    'width="900"',
    'width="100%"'
  ]),
  change('an element not closed', 'story-second.xhtml', [
    '<p>一段话。</p>',
    '<p>一段话。'
  ]),
  change('an unknown entity', 'story-second.xhtml', ['一段话', '一&nbsp;段话']),
  change('no date of change', 'content.opf', [
    /<meta property="dcterms:modified">.*?<\/meta>\n/,
    ''
  ]),
  change('no language', 'content.opf', [
    /<dc:language>.*<\/dc:language>\n/g,
    ''
  ]),
  change('an empty description', 'content.opf', [
    /<dc:description>.*?<\/dc:description>/,
    '<dc:description></dc:description>'
  ]),
  change('a document without item', 'content.opf', [
    /<item id="story-second".*\n/,
    ''
  ]),
  change('an svg nobody announced', 'content.opf', [' properties="svg"', '']),
  change('a wrong media type', 'content.opf', [
    'image/photo-02.png" media-type="image/png"',
    'image/photo-02.png" media-type="image/jpeg"'
  ]),
  change('another identifier in the NCX', 'toc.ncx', [
    'urn:uuid:',
    'urn:uuid:0'
  ]),
  change('contents out of order', 'nav.xhtml', [
    /(<li><a href="story-everything.*\n)(<li><a href="story-second.*\n)/,
    '$2$1'
  ]),
  change('a metadata word nobody declared', 'content.opf', [
    'property="ibooks:specified-fonts"',
    'property="prism:volume"'
  ]),
  change('a picture from the net', 'story-everything.xhtml', [
    'src="image/photo-01.jpg"',
    'src="https://paper.example/photo-01.jpg"'
  ]),
  change('css that does not parse', 'style.css', ['{', '{{{']),
  {
    name: 'a picture cut short',
    break: (files) =>
      files.map((file) =>
        file.path.endsWith('photo-01.jpg') && typeof file.value !== 'string'
          ? {...file, value: file.value.subarray(0, 10)}
          : file
      )
  },
  {
    name: 'a picture that is not there',
    break: (files) => files.filter(({path}) => !path.endsWith('photo-01.jpg'))
  },
  {
    name: 'no container',
    break: (files) => files.filter(({path}) => !path.startsWith('META-INF'))
  }
]

/** Faults Ace must find, and EPUBCheck does not. */
export const accessFaults: ReadonlyArray<Fault> = [
  change('a picture nobody describes', 'story-everything.xhtml', [
    / alt="[^"]*"/,
    ''
  ]),
  change('no word on hazards', 'content.opf', [
    /<meta property="schema:accessibilityHazard">.*\n/,
    ''
  ]),
  change('a document without language', 'story-second.xhtml', [
    / lang="zh-CN" xml:lang="zh-CN"/,
    ''
  ])
]

function change(
  name: string,
  end: string,
  [from, to]: readonly [RegExp | string, string]
): Fault {
  return {
    name,
    break: (files) =>
      files.map((file) => {
        if (!file.path.endsWith(end) || typeof file.value !== 'string') {
          return file
        }
        const value = file.value.replace(from, to)
        if (value !== file.value) return {...file, value}
        throw new TypeError(`Unexpected \`${end}\` without \`${from}\``)
      })
  }
}
