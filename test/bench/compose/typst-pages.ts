// The copy as Typst sets it: an independent composer with total fit.

import {NodeCompiler} from '@myriaddreamin/typst-ts-node-compiler'
import {pageDepthPt, pageWidthPt, type BenchCopy} from './copy.ts'

/** Typst, with the copy's face. */
export interface Typst {
  /** Set the copy, one page for each measure. */
  toPdf(measuresEm: ReadonlyArray<number>): Uint8Array
}

/** Open Typst. */
export function openTypst(copy: BenchCopy): Typst {
  const compiler = NodeCompiler.create({
    fontArgs: [{fontBlobs: [Buffer.from(copy.font)]}]
  })
  return {toPdf}

  function toPdf(measuresEm: ReadonlyArray<number>): Uint8Array {
    const mainFileContent = toSource(copy, measuresEm)
    return new Uint8Array(compiler.pdf({mainFileContent}))
  }
}

function toSource(
  {family, indentEm, lang, paragraphs, sizePt}: BenchCopy,
  measuresEm: ReadonlyArray<number>
): string {
  const [language, region] = lang.split('-')
  const body = paragraphs
    .map((text) => `#${JSON.stringify(text)}`)
    .join('\n#parbreak()\n')
  const pages = measuresEm.map(
    (em) => `#block(width: ${em * sizePt}pt)[\n${body}\n]`
  )
  return `#set page(width: ${pageWidthPt}pt, height: ${pageDepthPt}pt, margin: 0pt)
#set text(font: ${JSON.stringify(family)}, size: ${sizePt}pt, lang: "${language}"${region ? `, region: "${region}"` : ''}, hyphenate: ${language === 'en'})
#set par(justify: true, leading: 4.5pt, spacing: 4.5pt, first-line-indent: (amount: ${indentEm}em, all: true))
${pages.join('\n#pagebreak()\n')}
`
}
