// Addresses that stay: a story keeps the folder it first had on the site, also
// when a corrected issue files others before it or moves it to another page.

import type {Edition} from './edition.ts'

/** An edition whose stories stand in the folders they had. */
export interface Relocated {
  edition: Edition
  /** Files of the published issue and where they go on the site. */
  copies: Array<{from: string; to: string}>
}

/** Names of the forms of an issue on a site. */
const formatNames = {epub: 'issue.epub', pdf: 'issue.pdf'} as const

/**
 * Give the stories of a published issue their folders on the site; `before` has
 * the folders they have had, by slug.
 */
export function relocate(
  published: Edition,
  before: ReadonlyMap<string, string>
): Relocated {
  const folders = chooseFolders(published, before)
  const copies: Relocated['copies'] = []
  const move = <File extends {path: string}>(file: File, folder?: string) => {
    const path =
      folder === undefined
        ? file.path
        : `${folder}/${file.path.slice(file.path.lastIndexOf('/') + 1)}`
    copies.push({from: `web/${file.path}`, to: path})
    return {...file, path}
  }

  const edition: Edition = {
    ...published,
    formats: published.formats.map((format) => {
      const path = formatNames[format.name]
      copies.push({from: format.path, to: path})
      return {...format, path}
    }),
    ...(published.cover && {cover: move(published.cover)}),
    pages: published.pages.map((page) => {
      if (page.pdf !== undefined) {
        copies.push({from: `web/${page.pdf}`, to: page.pdf})
      }
      return {...page, pictures: page.pictures.map((one) => move(one))}
    }),
    stories: published.stories.map((story) => {
      const folder = folders.get(story.slug) ?? story.folder
      return {
        ...story,
        folder,
        photos: story.photos.map((photo) => ({
          ...photo,
          sizes: photo.sizes.map((size) => move(size, folder)),
          fallback: move(photo.fallback, folder)
        })),
        clippings: story.clippings.map((one) => move(one, folder)),
        ...(story.card && {card: move(story.card, folder)})
      }
    })
  }
  return {edition, copies}
}

function chooseFolders(
  {stories}: Edition,
  before: ReadonlyMap<string, string>
): Map<string, string> {
  const taken = new Set(before.values())
  const folders = new Map<string, string>()
  for (const {slug} of stories) {
    const kept = before.get(slug)
    if (kept !== undefined) folders.set(slug, kept)
  }
  for (const {folder, slug} of stories) {
    if (folders.has(slug)) continue
    const chosen = findFree(folder, taken)
    taken.add(chosen)
    folders.set(slug, chosen)
  }
  return folders
}

// What once led to another story never leads to this one.
function findFree(folder: string, taken: ReadonlySet<string>): string {
  if (!taken.has(folder)) return folder
  const [page = ''] = folder.split('/')
  let number = 1
  while (taken.has(`${page}/a${number}`)) number++
  return `${page}/a${number}`
}
