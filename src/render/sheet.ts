// Composed pages to a sheet: one HTML document for a whole issue, which Chromium
// only has to print.
//
// Everything stands at its place already; the stylesheet below switches off
// what a browser would do to text by itself, and decides nothing. The sheet is
// only paint, in the order of the composed page: what is a headline and what a
// link is written into the finished PDF, not asked of the browser.

import type {Block, ComposedModule, ComposedPage, Mark} from '../model/page.ts'
import type {Sheet} from '../model/plant.ts'
import {declareFaces} from './declare-faces.ts'
import {sheetScale, toLine} from './sheet-line.ts'
import {toMark} from './sheet-mark.ts'
import {enterLang, toPx, type SheetPage} from './sheet-page.ts'
import {
  documentEnd,
  openDocument,
  toHtml,
  writeHtml,
  type HtmlElement
} from './write-html.ts'

/** What a sheet is made of, besides the pages. */
export interface SheetSources {
  title: string
  /** Language of the document, as in BCP 47. */
  lang: string
  /** Bytes of each font file, by `PageFace.fileKey`. */
  fontFiles: ReadonlyMap<string, Uint8Array>
  /** Name of each page's template, by page number. */
  templates: ReadonlyMap<number, string>
}

// What a browser adds to plain elements, taken away again. Segments keep their
// order whatever their characters say of direction: the lines are composed.
// Marks that stand alone, such as a turned \`——\`, get a hanzi of no size before
// them: fonts form them otherwise where a browser knows no script. A page is
// strictly contained: it is cut off at its edges, and a browser that need not
// look for page breaks in it lays it out in half the time.
const plainStyle = `
html,body{margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
section{position:relative;contain:strict;break-after:page}
section:last-child{break-after:auto}
span,svg,img{position:absolute}
i{font-style:inherit}
svg{overflow:visible}
span{white-space:pre;direction:ltr;unicode-bidi:isolate-override;font-kerning:none;font-synthesis:none;font-variant-ligatures:none;text-rendering:geometricPrecision;text-autospace:no-autospace;text-spacing-trim:space-all}
.han::before{content:"\\4E00";font-size:0;line-height:0}
`

/**
 * Lay out composed pages as one document to print, with its fonts; what
 * `gatherFiles` finds is to be added.
 */
export function toSheet(
  pages: ReadonlyArray<ComposedPage>,
  sources: SheetSources
): Sheet {
  const declared = declareFaces(pages, sources.fontFiles)
  const pageRules = new Set(pages.map(toPageRule))
  const style = declared.style + [...pageRules].join('') + plainStyle
  const head = toHtml('head', {}, [
    toHtml('meta', {charset: 'utf-8'}),
    toHtml('title', {}, sources.title),
    toHtml('style', {}, style)
  ])
  // Written page by page: as elements an issue would take ten times the room.
  const sections = pages.map((page) =>
    writeHtml(
      toSection(page, {
        page,
        faces: declared.faces,
        lang: sources.lang,
        template: sources.templates.get(page.pageNumber) ?? ''
      })
    )
  )

  return {
    html: openDocument(sources.lang, head) + sections.join('') + documentEnd,
    resources: declared.files,
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

function toSection(page: ComposedPage, context: SheetPage): HtmlElement {
  const {attribute: lang, inside} = enterLang(context, page.lang)
  const style = `page:${toPageName(page)};width:${toPx(page.widthPt)};height:${toPx(page.depthPt)}`
  const content = page.children.flatMap((child) => {
    const childLang = child.type === 'module' ? child.lang : undefined
    return toContent(child.children, childLang, inside)
  })
  return toHtml('section', {...(lang ? {lang} : {}), style}, content)
}

function toContent(
  nodes: ReadonlyArray<Block | Mark>,
  lang: string | undefined,
  context: SheetPage
): Array<HtmlElement> {
  const lastLine = nodes.findLastIndex((node) => node.type === 'line')
  return nodes.flatMap((node, index) => {
    if (node.type === 'block') {
      return toContent(node.children, node.lang ?? lang, context)
    }
    if (node.type !== 'line') return [toMark(node, context)]
    const joins = node.join === ' ' && index !== lastLine
    return toLine(node, joins, lang, context)
  })
}
