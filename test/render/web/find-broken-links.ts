// Links of a site that lead nowhere: to a file that is not there, or a place
// that is not in it.

import path from 'node:path'

/** Find links and sources that don't resolve in `files` or `published`. */
export function findBrokenLinks(
  files: ReadonlyMap<string, string>,
  published: ReadonlyArray<string> = []
): Array<string> {
  const known = new Set([...files.keys(), ...published])
  const broken: Array<string> = []

  for (const [from, html] of files) {
    if (!from.endsWith('.html')) continue
    for (const link of findLinks(html)) {
      if (/^(?:https?|mailto|tel):/.test(link)) continue
      const [target = '', fragment] = link.split('#')
      const to =
        target === ''
          ? from
          : path.posix.join(path.posix.dirname(from), decodeURI(target))
      const isThere =
        known.has(to) &&
        (fragment === undefined ||
          files.get(to)?.includes(` id="${decodeURIComponent(fragment)}"`))
      if (!isThere) broken.push(`${from}: ${link}`)
    }
  }

  return broken
}

function findLinks(html: string): Array<string> {
  const plain = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(
    ([, link = '']) => link
  )
  const sets = [...html.matchAll(/ srcset="([^"]*)"/g)].flatMap(
    ([, value = '']) =>
      value.split(', ').map((part) => part.split(' ')[0] ?? '')
  )
  return [...plain, ...sets]
}
