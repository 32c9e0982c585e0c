// What a reader's program gets out of our outputs: text without white space.

import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import JSZip from 'jszip'

/** Text of each page of a PDF, in the order of its content. */
export async function readPdfText(value: Uint8Array): Promise<Array<string>> {
  const task = getDocument({data: new Uint8Array(value), verbosity: 0})
  const document = await task.promise
  const pages: Array<string> = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    pages.push(
      squeeze(
        content.items.map((item) => ('str' in item ? item.str : '')).join('')
      )
    )
  }
  await task.destroy()
  return pages
}

/** Text of the documents of an EPUB, in the order of their names. */
export async function readEpubText(value: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(value)
  const names = Object.keys(zip.files).filter((name) => name.endsWith('.xhtml'))
  const texts: Array<string> = []
  for (const name of names.sort()) {
    const html = await zip.file(name)?.async('string')
    texts.push(readHtmlText(html ?? ''))
  }
  return texts.join('\n')
}

/** Text of an HTML document's body. */
export function readHtmlText(html: string): string {
  const body = html.slice(html.indexOf('<body'))
  return squeeze(
    body
      .replaceAll(
        /<(?:script|style|rt|rp)\b[^>]*>.*?<\/(?:script|style|rt|rp)>/gs,
        ''
      )
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll(/&#x([\da-f]+);/gi, (_, hex: string) =>
        String.fromCodePoint(Number.parseInt(hex, 16))
      )
      .replaceAll('&amp;', '&')
  )
}

/** Take out all white space. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '')
}
