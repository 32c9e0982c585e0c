// Composed pages to a sheet: one HTML document for a whole issue, which Chromium
// only has to print.
//
// Everything stands at its place already; the stylesheet below switches off
// what a browser would do to text by itself, and decides nothing.

import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import type {ComposedModule, ComposedPage, Furniture} from '../model/page.ts'
import type {Sheet, SheetResource} from '../model/plant.ts'
import {declareFaces} from './declare-faces.ts'
import {findPageHeading} from './page-heading.ts'
import {toContent} from './sheet-block.ts'
import {sheetScale, toPartId} from './sheet-line.ts'
import {enterLang, toPx, type SheetPage} from './sheet-page.ts'

/** What a sheet is made of, besides the pages. */
export interface SheetSources {
  title: string
  /** Language of the document, as in BCP 47. */
  lang: string
  /** Bytes of each font file, by `PageFace.fileKey`. */
  fontFiles: ReadonlyMap<string, Uint8Array>
  /** Pictures and ornaments by path, from `gatherFiles`. */
  files: ReadonlyMap<string, SheetResource>
  /** Name of each page's template, by page number. */
  templates: ReadonlyMap<number, string>
}

// What a browser adds to plain elements, taken away again. Segments keep their
// order whatever their characters say of direction: the lines are composed.
const plainStyle = `
html,body,h1,h2,h3,p,ul,li,figure,figcaption,blockquote,table,td,th{margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
ul{list-style:none}
table{border-spacing:0}
a{color:inherit;text-decoration:none}
section{position:relative;overflow:hidden;break-after:page}
section:last-child{break-after:auto}
a,span,svg,img{position:absolute}
i{font-style:inherit}
svg{overflow:visible}
span{white-space:pre;direction:ltr;unicode-bidi:isolate-override;font-kerning:none;font-synthesis:none;font-variant-ligatures:none;text-rendering:geometricPrecision;text-autospace:no-autospace;text-spacing-trim:space-all}
`

/** Lay out composed pages as one document to print. */
export function toSheet(
  pages: ReadonlyArray<ComposedPage>,
  sources: SheetSources
): Sheet {
  const declared = declareFaces(pages, sources.fontFiles)
  const partIds = new Set(
    pages.flatMap((page) => findModules(page)).map(toModuleId)
  )
  const sections = pages.map((page) =>
    toSection(page, {
      page,
      faces: declared.faces,
      lang: sources.lang,
      partIds,
      template: sources.templates.get(page.pageNumber) ?? ''
    })
  )
  const style = declared.style + pages.map(toPageRule).join('') + plainStyle
  const tree = h(null, [
    {type: 'doctype'},
    h('html', {lang: sources.lang}, [
      h('head', [
        h('meta', {charSet: 'utf-8'}),
        h('title', sources.title),
        h('style', style)
      ]),
      h('body', sections)
    ])
  ])

  return {
    html: unified().use(rehypeStringify).stringify(tree) + '\n',
    resources: new Map([...declared.files, ...sources.files]),
    fontFamilies: [...declared.faces.values()].map((face) => face.family),
    widthPt: Math.max(0, ...pages.map((page) => page.widthPt)),
    depthPt: Math.max(0, ...pages.map((page) => page.depthPt)),
    title: sources.title,
    scale: sheetScale
  }
}

/** Find the modules of a page, in reading order. */
export function findModules(page: ComposedPage): Array<ComposedModule> {
  return page.children.filter((child) => child.type === 'module')
}

// Pages of one size share a name, and so a rule. Paper may only come in whole
// pixels; what is too much is cut off when the boxes are set.
function toPageRule(page: ComposedPage): string {
  const size = `${toPx(Math.ceil(page.widthPt))} ${toPx(Math.ceil(page.depthPt))}`
  return `@page ${toPageName(page)}{size:${size};margin:0}\n`
}

function toPageName(page: ComposedPage): string {
  return `p${Math.ceil(page.widthPt)}x${Math.ceil(page.depthPt)}`
}

function toSection(page: ComposedPage, context: SheetPage): Element {
  const {attribute: lang, inside} = enterLang(context, page.lang)
  const heading = findPageHeading(page)
  const headlineRank = heading ? 2 : 1
  const style = `page:${toPageName(page)};width:${toPx(page.widthPt)};height:${toPx(page.depthPt)}`
  const content = page.children.flatMap((child) =>
    child.type === 'module'
      ? [toArticle(child, headlineRank, inside)]
      : toFurniture(child, headlineRank, heading, inside)
  )
  return h('section', {id: `page-${page.pageNumber}`, lang, style}, content)
}

function toArticle(
  module: ComposedModule,
  headlineRank: 1 | 2,
  context: SheetPage
): Element {
  const {attribute: lang, inside} = enterLang(context, module.lang)
  const options = {headlineRank, wraps: true}
  return h(
    'article',
    {id: toModuleId(module), lang},
    toContent(module.children, options, inside)
  )
}

// Every line of a folio is something of its own: one names the page.
function toFurniture(
  furniture: Furniture,
  headlineRank: 1 | 2,
  heading: Furniture['children'][number] | undefined,
  context: SheetPage
): Array<ElementContent> {
  const options = {headlineRank, wraps: true}
  const content = furniture.children.flatMap((child) => {
    if (child !== heading) return toContent([child], options, context)
    const lines = child.type === 'block' ? child.children : [child]
    return [h('h1', toContent(lines, {...options, wraps: false}, context))]
  })
  if (furniture.role === 'header') return [h('header', content)]
  return [h('div', {ariaHidden: 'true'}, content)]
}

function toModuleId(module: ComposedModule): string {
  return toPartId(module.slug, module.part)
}
