// Reading without a network: the issue that is open is kept whole; of the rest,
// what was looked at. Documents come from the network while there is one, so
// that corrections are seen; files that never change come from what is kept.

/// <reference lib="webworker" />

declare const self: ServiceWorkerGlobalScope

const shell = 'qianzi-shell-1'
const kept = 'qianzi-issue-'
/** Issues kept at a time. */
const mostIssues = 4

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
    for (let index = 0; index < list.paths.length; index += 8) {
      const some = list.paths.slice(index, index + 8)
      await cache.addAll(some.map((path) => new URL(path, issue).href))
    }
    await cache.put(mark, new Response(''))
  }
  const names = (await caches.keys()).filter((one) => one.startsWith(kept))
  const old = names.filter((one) => one !== name)
  for (const one of old.slice(0, Math.max(0, old.length - mostIssues + 1))) {
    await caches.delete(one)
  }
  return true
}

async function answer(request: Request): Promise<Response> {
  const isFixed = /\/_assets\/|\.(?:webp|jpg)$/.test(
    new URL(request.url).pathname
  )
  if (isFixed) {
    const found = await caches.match(request, {ignoreSearch: true})
    if (found) return found
  }
  try {
    const response = await fetch(request)
    if (isFixed && response.ok) {
      const cache = await caches.open(shell)
      await cache.put(request, response.clone())
    }
    return response
  } catch (error) {
    const found = await caches.match(request, {ignoreSearch: true})
    if (found) return found
    throw error
  }
}
