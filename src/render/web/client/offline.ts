// Without a network: the issues that are kept, newest first.

const kept = 'qianzi-issue-'
const root = new URL(document.body.dataset['root'] ?? './', location.href)
const place = document.querySelector('[data-issues]')

if (place) void listIssues(place)

async function listIssues(place: Element): Promise<void> {
  const list = document.createElement('ul')
  list.className = 'ways'
  const names = (await caches.keys()).filter((name) => name.startsWith(kept))
  for (const name of names.sort().toReversed()) {
    const url = new URL(name.slice(kept.length), root)
    const title = await findTitle(name, url)
    if (title === undefined) continue
    const link = document.createElement('a')
    link.href = url.href
    link.textContent = title
    const item = document.createElement('li')
    item.append(link)
    list.append(item)
  }
  if (list.childElementCount > 0) place.append(list)
}

async function findTitle(name: string, url: URL): Promise<string | undefined> {
  const cache = await caches.open(name)
  const response = await cache.match(url)
  if (!response) return undefined
  const html = await response.text()
  return new DOMParser().parseFromString(html, 'text/html').title
}
