// Printing a sheet to PDF. The document may load the sheet's own files and
// nothing else: no network, no file of the machine, no script.

import type {Browser, CDPEvents, CDPSession, Page} from 'puppeteer'
import type {Sheet, SheetResource} from '../model/plant.ts'

/** Origin that exists nowhere; every request to it is answered from the sheet. */
const origin = 'https://sheet.invalid/'

const timeoutMs = 120_000

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self'"

type Paused = CDPEvents['Fetch.requestPaused']

// Pages that print something, or did.
const taken = new WeakSet<Page>()

/** Print a sheet. */
export async function printPdf(
  browser: Browser,
  sheet: Sheet
): Promise<Uint8Array> {
  const page = await openPage(browser)
  try {
    const session = await page.createCDPSession()
    const blocked = await guard(session, sheet)
    await page.setJavaScriptEnabled(false)
    await page.goto(origin, {waitUntil: 'load', timeout: timeoutMs})
    await checkFonts(page, sheet)
    const [first] = blocked
    if (first) {
      throw new Error(
        `Unexpected request for \`${first}\`, expected only files of the sheet`
      )
    }
    return await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      // The structure is written afterwards, from the composed page.
      tagged: false,
      outline: false,
      // `checkFonts` has waited for them.
      waitForFonts: false,
      scale: 1 / (sheet.scale ?? 1),
      timeout: timeoutMs
    })
  } finally {
    await page.close().catch(() => undefined)
  }
}

/** Take the page a browser starts with, or open one. */
async function openPage(browser: Browser): Promise<Page> {
  const pages = await browser.pages()
  const blank = pages.find(
    (page) => page.url() === 'about:blank' && !taken.has(page)
  )
  // What it starts with is taken at once: nobody else may print in it.
  if (blank) taken.add(blank)
  const page = blank ?? (await browser.newPage())
  taken.add(page)
  return page
}

/**
 * Lay out for paper only, on the grid of the sheet. A browser lays a document
 * out for its window first, and that took it as long as the paper.
 */
function toPrintedHtml({html, scale = 1}: Sheet): string {
  const style = `<style>html{zoom:${scale}}@media screen{body{display:none}}</style>`
  return html.replace(/^<!doctype[^>]*>/i, (doctype) => doctype + style)
}

/** Answer every request ourselves; list those that were refused. */
async function guard(
  session: CDPSession,
  sheet: Sheet
): Promise<Array<string>> {
  const blocked: Array<string> = []
  session.on('Fetch.requestPaused', (paused) => {
    answer(session, paused, sheet, blocked).catch(() => {
      // The page is gone; the print itself reports why.
    })
  })
  await session.send('Fetch.enable', {patterns: [{urlPattern: '*'}]})
  return blocked
}

// The browser is spoken to as it is: puppeteer takes longer to write a font as
// text than the browser to load it.
async function answer(
  session: CDPSession,
  {request: {url}, requestId}: Paused,
  sheet: Sheet,
  blocked: Array<string>
): Promise<void> {
  if (url.startsWith('data:')) {
    return session.send('Fetch.continueRequest', {requestId})
  }
  const resource = findResource(url, sheet)
  if (!resource) {
    blocked.push(url)
    return session.send('Fetch.failRequest', {
      requestId,
      errorReason: 'BlockedByClient'
    })
  }
  return session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [
      {name: 'Content-Type', value: resource.mediaType},
      {name: 'Access-Control-Allow-Origin', value: '*'},
      {name: 'Content-Security-Policy', value: policy}
    ],
    body: toBase64(resource.value)
  })
}

function findResource(url: string, sheet: Sheet): SheetResource | undefined {
  if (url === origin) {
    return {
      mediaType: 'text/html; charset=utf-8',
      value: Buffer.from(toPrintedHtml(sheet))
    }
  }
  if (!url.startsWith(origin)) return undefined
  return sheet.resources.get(decodeURIComponent(url.slice(origin.length)))
}

function toBase64({buffer, byteLength, byteOffset}: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

/** A font that is not loaded would print as something else, without a word. */
async function checkFonts(page: Page, sheet: Sheet): Promise<void> {
  const statuses: unknown = await page.evaluate(listFonts)
  const byFamily = new Map(toPairs(statuses))
  for (const family of sheet.fontFamilies) {
    const status = byFamily.get(family)
    if (status === 'loaded') continue
    throw new Error(
      `Unexpected font \`${family}\` that is ${status ?? 'not declared'}, expected it to be loaded`
    )
  }
}

// A string, not a function: what it names is the browser's.
const listFonts = `(async () => {
  const fonts = [...document.fonts]
  await Promise.allSettled(fonts.map((font) => font.load()))
  return fonts.map((font) => [font.family.replaceAll(/["']/g, ''), font.status])
})()`

function toPairs(value: unknown): Array<[string, string]> {
  if (!Array.isArray(value)) return []
  return value.map((pair) => [String(pair[0]), String(pair[1])])
}
