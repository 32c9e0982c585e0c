// Printing with the real browser: only the sheet's own files reach it, and it
// may crash once.

import http from 'node:http'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {keepBrowser} from '../../src/plant/browser.ts'
import {printPdf} from '../../src/plant/print-pdf.ts'
import type {Sheet} from '../../src/model/plant.ts'
import {readPdfText} from '../end-to-end/read-text.ts'

function toSheet(
  body: string,
  fontFamilies: ReadonlyArray<string> = []
): Sheet {
  return {
    html: `<!doctype html><html lang="en"><title>t</title><body>${body}</body></html>`,
    resources: new Map(),
    fontFamilies,
    widthPt: 200,
    depthPt: 200,
    title: 't'
  }
}

const keeper = keepBrowser()
let requestCount = 0
const server = http.createServer((_, response) => {
  requestCount++
  response.end('secret from the network')
})

beforeAll(
  () => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
)

afterAll(async () => {
  await keeper.close()
  server.close()
})

function print(sheet: Sheet): Promise<Uint8Array> {
  return keeper.use((browser) => printPdf(browser, sheet))
}

describe('printPdf', () => {
  test('should print words', async () => {
    expect(await readPdfText(await print(toSheet('<p>Soup</p>')))).toEqual([
      'Soup'
    ])
  })

  test('should run no script', async () => {
    const sheet = toSheet(
      '<p>Soup</p><script>document.body.textContent="no"</script>'
    )

    expect(await readPdfText(await print(sheet))).toEqual(['Soup'])
  })

  test.for([
    ['a file of the machine', '<iframe src="file:///etc/hostname"></iframe>'],
    ['a picture of the machine', '<img src="file:///etc/hostname">'],
    ['a frame from the network', '<iframe src="HOST"></iframe>'],
    ['a picture from the network', '<img src="HOST">'],
    ['a style from the network', '<link rel="stylesheet" href="HOST">'],
    ['a style that imports', '<style>@import "HOST";</style>'],
    ['a redirect', '<meta http-equiv="refresh" content="0;url=HOST">']
  ] as const)('should not load %s', async ([, body]) => {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const before = requestCount
    const html = body.replace('HOST', `http://127.0.0.1:${port}/`)
    const text = await print(toSheet(`<p>Soup</p>${html}`)).then(
      async (pdf) => (await readPdfText(pdf)).join(''),
      () => 'refused'
    )

    expect(['Soup', 'refused']).toContain(text)
    expect(requestCount).toBe(before)
  })

  test('should name a font that is not there', async () => {
    await expect(
      print(toSheet('<p>Soup</p>', ['qianzi-song']))
    ).rejects.toThrow('Unexpected font `qianzi-song` that is not declared')
  })

  test('should try once more when the browser crashes', async () => {
    let tries = 0
    const result = await keeper.use(async (browser) => {
      tries++
      if (tries === 1) {
        browser.process()?.kill('SIGKILL')
        await new Promise((resolve) => browser.once('disconnected', resolve))
        throw new Error('gone')
      }
      return printPdf(browser, toSheet('<p>Again</p>'))
    })

    expect(tries).toBe(2)
    expect(await readPdfText(result)).toEqual(['Again'])
  })

  test('should report a browser that crashes twice', async () => {
    await expect(
      keeper.use(async (browser) => {
        browser.process()?.kill('SIGKILL')
        await new Promise((resolve) => browser.once('disconnected', resolve))
        throw new Error('gone')
      })
    ).rejects.toThrow('twice in a row')
  })

  test('should say which browser is not there', async () => {
    await expect(
      keepBrowser('/nowhere/chromium').use(() => Promise.resolve())
    ).rejects.toThrow('`/nowhere/chromium` that is not there')
  })
})
