// Reading without a network: the issue that is open is kept whole; of the rest,
// what was looked at last. Documents and pictures come from the network while
// there is one, so that corrections are seen, in the picture of a page too; only
// assets, which have a hash in their names, come from what is kept.

/// <reference lib="webworker" />

declare const self: ServiceWorkerGlobalScope

const shell = 'qianzi-shell-1'
const kept = 'qianzi-issue-'
/** Issues kept at a time. */
const mostIssues = 4
/** Documents, pictures and assets kept besides. */
const mostOthers = 200
const pictureOfPage = /\/page-\d+\.webp$/

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) =>
  event.waitUntil(self.clients.claim())
)
self.addEventListener('message', (event) => {
  const {issue, type} = event.data ?? {}
  if (type !== 'keep' || typeof issue !== 'string') return
  event.waitUntil(
    keep(issue).then((isKept) => {
      if (isKept) event.source?.postMessage({type: 'kept', issue})
    })
  )
})
self.addEventListener('fetch', (event) => {
  const {request} = event
  const isOurs = request.url.startsWith(self.registration.scope)
  if (request.method === 'GET' && isOurs) event.respondWith(answer(request))
})

/** Keep an issue: everything its `offline.json` names. */
async function keep(issue: string): Promise<boolean> {
  const {scope} = self.registration
  if (!issue.startsWith(scope)) return false
  const name = kept + issue.slice(scope.length)
  const response = await fetch(new URL('offline.json', issue), {
    cache: 'no-cache'
  })
  if (!response.ok) return false
  const list: {hash: string; paths: Array<string>} = await response.json()
  const cache = await caches.open(name)
  const mark = new URL(`offline.json?${list.hash}`, issue).href
  if (!(await cache.match(mark))) {
    // What was kept before may be in the browser's own cache as it was.
    const before = await cache.keys()
    const mode = before.length === 0 ? 'default' : 'no-cache'
    for (let index = 0; index < list.paths.length; index += 8) {
      const some = list.paths.slice(index, index + 8)
      await cache.addAll(
        some.map((path) => new Request(new URL(path, issue), {cache: mode}))
      )
    }
    await cache.put(mark, new Response(''))
    for (const {url} of before) {
      if (url.includes('/offline.json?')) await cache.delete(url)
    }
  }
  const old = (await listKept()).filter((one) => one !== name)
  for (const one of old.slice(0, Math.max(0, old.length - mostIssues + 1))) {
    await caches.delete(one)
  }
  return true
}

async function answer(request: Request): Promise<Response> {
  const {pathname} = new URL(request.url)
  const isAsset = pathname.includes('/_assets/')
  const found = isAsset ? await find(request) : undefined
  if (found) return found
  try {
    const response = await fetch(request)
    const isLookedAt =
      isAsset || request.mode === 'navigate' || /\.(?:webp|jpg)$/.test(pathname)
    if (isLookedAt && response.ok) await remember(request, response.clone())
    return response
  } catch (error) {
    const instead = (await find(request)) ?? (await findInstead(request))
    if (instead) return instead
    throw error
  }
}

async function remember(request: Request, response: Response): Promise<void> {
  const cache = await caches.open(shell)
  // Once each, whatever was searched, the latest last.
  await cache.delete(request, {ignoreSearch: true})
  await cache.put(request, response)
  const all = await cache.keys()
  for (const one of all.slice(0, Math.max(0, all.length - mostOthers))) {
    await cache.delete(one)
  }
}

// In issues that are kept first: they are kept up to date.
async function find(request: Request): Promise<Response | undefined> {
  for (const name of [...(await listKept()), shell]) {
    const cache = await caches.open(name)
    const found = await cache.match(request, {ignoreSearch: true})
    if (found) return found
  }
  return undefined
}

// For a page in a size that is not kept, another size; for a document, the one
// that says what can be read.
async function findInstead(request: Request): Promise<Response | undefined> {
  const {scope} = self.registration
  if (request.mode === 'navigate') {
    const offline = new URL('offline/', scope)
    const isThere = await find(new Request(offline))
    return isThere && Response.redirect(offline)
  }
  if (!pictureOfPage.test(request.url)) return undefined
  const folder = request.url.replace(pictureOfPage, '/page-')
  let best: {response: Response; widthPx: number} | undefined
  for (const name of [...(await listKept()), shell]) {
    const cache = await caches.open(name)
    for (const key of await cache.keys()) {
      if (!key.url.startsWith(folder)) continue
      const widthPx = Number.parseInt(key.url.slice(folder.length), 10)
      const response = await cache.match(key)
      if (!response || (best && best.widthPx >= widthPx)) continue
      best = {response, widthPx}
    }
  }
  return best?.response
}

async function listKept(): Promise<Array<string>> {
  return (await caches.keys()).filter((one) => one.startsWith(kept))
}
