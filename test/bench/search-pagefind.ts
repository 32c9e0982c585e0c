// Pagefind measured on the same stories: indexed by its Node API in Chinese,
// asked in a browser. Only how many stories it finds is compared.

import fs from 'node:fs/promises'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import {close, createIndex} from 'pagefind'
import {launch} from 'puppeteer'
import {findBrowser} from '../../src/plant/find-browser.ts'
import {findTruth, makeQueries, makeStories} from '../made/make-stories.ts'
import type {SearchFigures} from './search-ours.ts'

/** Measure. */
export async function measurePagefind(count: number): Promise<SearchFigures> {
  const stories = makeStories(count)
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'qianzi-pagefind-'))
  try {
    const start = performance.now()
    const {index} = await createIndex({})
    if (!index) throw new Error('Pagefind made no index')
    for (const [number, {blocks}] of stories.entries()) {
      await index.addCustomRecord({
        url: `/${number}/`,
        content: blocks.join('\n'),
        language: 'zh-cn'
      })
    }
    const memoryMb = await readChildMemory()
    await index.writeFiles({outputPath: folder})
    const buildMs = performance.now() - start
    await close()

    const names = await fs.readdir(folder, {
      recursive: true,
      withFileTypes: true
    })
    let byteCount = 0
    let fileCount = 0
    for (const entry of names) {
      if (!entry.isFile()) continue
      const stats = await fs.stat(path.join(entry.parentPath, entry.name))
      byteCount += stats.size
      fileCount++
    }
    const queries = await ask(folder, makeQueries(stories))
    return {
      storyCount: count,
      buildMs,
      memoryMb,
      byteCount,
      fileCount,
      queries: queries.map((one) => ({
        ...one,
        truth: findTruth(stories, one.query).length
      }))
    }
  } finally {
    await fs.rm(folder, {recursive: true, force: true})
  }
}

// Pagefind is a program of its own beside Node.
async function readChildMemory(): Promise<number> {
  const children = await fs
    .readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .catch(() => '')
  let most = 0
  for (const id of children.split(' ').filter(Boolean)) {
    const status = await fs
      .readFile(`/proc/${id}/status`, 'utf8')
      .catch(() => '')
    const kb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0)
    most = Math.max(most, kb / 1000)
  }
  return most
}

async function ask(
  folder: string,
  queries: ReadonlyArray<string>
): Promise<Array<Omit<SearchFigures['queries'][number], 'truth'>>> {
  let bytes = 0
  let requests = 0
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(
      new URL(request.url ?? '/', 'http://x').pathname
    )
    if (name === '/') {
      response.setHeader('content-type', 'text/html')
      response.end('<!doctype html><html lang="zh-CN"><title>x</title>')
      return
    }
    fs.readFile(path.join(folder, name)).then(
      (value) => {
        bytes += value.length
        requests++
        const type = name.endsWith('.js')
          ? 'text/javascript'
          : 'application/octet-stream'
        response.setHeader('content-type', type)
        response.end(value)
      },
      () => {
        response.statusCode = 404
        response.end()
      }
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const found = await findBrowser()
  const browser = await launch({
    executablePath: found.path,
    args: ['--no-sandbox'],
    env: {...process.env, ...found.env},
    headless: 'shell'
  })
  try {
    const answers: Array<Omit<SearchFigures['queries'][number], 'truth'>> = []
    for (const query of queries) {
      // Each query from a cold start, as ours is counted.
      const page = await browser.newPage()
      await page.setCacheEnabled(false)
      await page.goto(`http://127.0.0.1:${port}/`)
      bytes = 0
      requests = 0
      const [count, ms] = await page.evaluate(async (text) => {
        const start = performance.now()
        const address = '/pagefind.js'
        const pagefind = await import(address)
        const {results} = await pagefind.search(text)
        return [Number(results.length), performance.now() - start] as const
      }, query)
      answers.push({query, found: count, bytes, requests, ms})
      await page.close()
    }
    return answers
  } finally {
    await browser.close()
    server.close()
  }
}
