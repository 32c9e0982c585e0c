// The browser: started when it is first needed, one per run. Should it crash,
// the work is tried once more with a new one, then reported.

import process from 'node:process'
import {launch as launchBrowser, type Browser} from 'puppeteer'
import {findBrowser, type FoundBrowser} from './find-browser.ts'

/** A browser that is there when needed. */
export interface BrowserKeeper {
  /** Start the browser, where it does not run. */
  start(): Promise<Browser>
  /** Do some work with the browser. */
  use<Value>(work: (browser: Browser) => Promise<Value>): Promise<Value>
  /** Say which browser works here. */
  describe(): Promise<FoundBrowser & {version: string}>
  close(): Promise<void>
}

const flags = [
  // Advances as the font has them, the same in every build of Chromium.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--hide-scrollbars',
  '--mute-audio'
]

/** Keep a browser. */
export function keepBrowser(browserPath?: string): BrowserKeeper {
  let open: Promise<Browser> | undefined
  let found: Promise<FoundBrowser> | undefined

  return {start, use, describe, close}

  async function use<Value>(
    work: (browser: Browser) => Promise<Value>
  ): Promise<Value> {
    const browser = await start()
    try {
      return await work(browser)
    } catch (error) {
      if (browser.connected) throw error
    }

    // It crashed: once more with a new one.
    open = undefined
    const second = await start()
    try {
      return await work(second)
    } catch (error) {
      if (second.connected) throw error
      open = undefined
      throw new Error('Unexpected end of the browser, twice in a row', {
        cause: error
      })
    }
  }

  async function describe(): Promise<FoundBrowser & {version: string}> {
    const browser = await start()
    return {...(await find()), version: await browser.version()}
  }

  async function close(): Promise<void> {
    const browser = await open?.catch(() => undefined)
    open = undefined
    await browser?.close()
  }

  // At once: whoever closes in the same moment has something to wait for.
  function start(): Promise<Browser> {
    const next = open
      ? open.then((browser) => (browser.connected ? browser : launch()))
      : launch()
    open = next
    next.catch(() => {
      if (open === next) open = undefined
    })
    return next
  }

  function find(): Promise<FoundBrowser> {
    found ??= findBrowser(browserPath)
    return found
  }

  async function launch(): Promise<Browser> {
    const {env, path} = await find()
    try {
      return await launchBrowser({
        executablePath: path,
        headless: 'shell',
        pipe: true,
        args: [...flags, ...(needsNoSandbox() ? ['--no-sandbox'] : [])],
        env: {...process.env, ...env}
      })
    } catch (error) {
      throw new Error(`Could not start the browser \`${path}\``, {cause: error})
    }
  }
}

/** Chromium's sandbox does not work for root, nor in most containers. */
function needsNoSandbox(): boolean {
  return process.platform === 'linux'
}
