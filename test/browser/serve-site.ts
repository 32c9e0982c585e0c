// A host of plain files, as plain as hosts get, for tests.

import fs from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp'
}

/** A host that runs until it is closed. */
export interface SiteHost {
  /** Address of the site, with a slash at the end. */
  url: string
  /** Paths that were asked for and are not there. */
  missing: Array<string>
  close(): Promise<void>
}

/** Serve a folder below a path, as project pages of hosts are. */
export async function serveSite(folder: string): Promise<SiteHost> {
  const base = '/paper/'
  const missing: Array<string> = []
  const server = http.createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost')
    const name = decodeURIComponent(pathname)
    const inside = name.startsWith(base) ? name.slice(base.length) : '\0'
    const file = path.join(
      folder,
      inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside
    )
    fs.readFile(file).then(
      (value) => {
        const type = mediaTypes[path.extname(file)]
        response.setHeader('content-type', type ?? 'application/octet-stream')
        response.end(value)
      },
      async () => {
        missing.push(name)
        response.statusCode = 404
        response.setHeader('content-type', 'text/html; charset=utf-8')
        const page = path.join(folder, '404.html')
        response.end(await fs.readFile(page).catch(() => ''))
      }
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://localhost:${port}${base}`,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
  }
}
