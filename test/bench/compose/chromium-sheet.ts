// The copy as Chromium sets it with the best that its CSS offers.

import type {Sheet} from '../../../src/model/plant.ts'
import {leadingPt, pageDepthPt, pageWidthPt, type BenchCopy} from './copy.ts'

/** Lay the copy out for Chromium, one page for each measure. */
export function toChromiumSheet(copy: BenchCopy): Sheet {
  const {indentEm, lang, measuresEm, paragraphs, sizePt} = copy
  const style = `
@font-face{font-family:bench;src:url(font/body.ttf)}
@page{size:${pageWidthPt}pt ${pageDepthPt}pt;margin:0}
html,body,p{margin:0}
body{font:${sizePt}pt/${leadingPt}pt bench;line-break:strict;text-align:justify;text-autospace:normal;text-spacing-trim:trim-start;text-wrap:pretty;hyphens:manual}
p{text-indent:${indentEm}em}
section{break-after:page}`
  const copyHtml = paragraphs.map((text) => `<p>${escape(text)}</p>`).join('')
  const sections = measuresEm
    .map(
      (em) => `<section style="width:${em * sizePt}pt">${copyHtml}</section>`
    )
    .join('')
  return {
    html: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Lines</title><style>${style}</style><body>${sections}</body></html>`,
    resources: new Map([
      ['font/body.ttf', {mediaType: 'font/ttf', value: copy.font}]
    ]),
    fontFamilies: ['bench'],
    widthPt: pageWidthPt,
    depthPt: pageDepthPt,
    title: 'Lines'
  }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
