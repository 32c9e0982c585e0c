// From a bag on the shelf to the catalogue: everything it holds is read back
// from bags, so it can be made anew at any time.

import type {BagName, CatalogueStory, Shelf} from '../model/shelf.ts'
import type {Copy, CopyStory} from '../render/archive/archive.ts'
import {
  isRecord,
  listBags,
  nameBag,
  parseInfo,
  readJson,
  readTagHash,
  readText
} from './read-bag.ts'
import {findSeals, type Seals} from './seals.ts'

/**
 * Take a bag into the catalogue; gives `false` where it can't be read. It is
 * sealed, unless it is among those that are.
 */
export async function takeIn(
  shelf: Shelf,
  bag: BagName,
  seals: Seals = new Map()
): Promise<boolean> {
  const copy = await readJson(shelf, bag, 'data/copy.json')
  if (!copy || !isCopy(copy)) return false
  const info = parseInfo(await readText(shelf, bag, 'bag-info.txt'))
  const [byteCount] = (info.get('Payload-Oxum') ?? '').split('.')
  const tagHash = await readTagHash(shelf, bag)
  shelf.catalogue.add(
    {
      ...bag,
      inputHash: info.get('Qianzi-Input-SHA256') ?? '',
      tagHash,
      publication: copy.publication,
      date: copy.date,
      ...(copy.issueNumber === undefined
        ? {}
        : {issueNumber: copy.issueNumber}),
      lang: copy.lang,
      pageCount: copy.pages.length,
      byteCount: Number(byteCount) || 0
    },
    copy.stories.map(toCatalogueStory)
  )
  const name = nameBag(bag)
  if (!seals.has(name)) await shelf.appendLedger({bag: name, tagHash})
  return true
}

/** Make the catalogue anew; gives the bags that could not be read. */
export async function rebuildCatalogue(
  shelf: Shelf,
  onProgress: (done: number, total: number) => void
): Promise<Array<BagName>> {
  return shelf.runAlone(() => refill(shelf, onProgress))
}

/** Bring the catalogue up to date after a process that did not come to its end. */
export async function settleCatalogue(shelf: Shelf): Promise<void> {
  const isUnsettled =
    shelf.catalogue.listPending().length > 0 || (await isLost(shelf))
  if (isUnsettled) await shelf.runAlone(() => settleAlone(shelf))
}

/** The same, for whoever runs alone already. */
export async function settleAlone(shelf: Shelf): Promise<void> {
  const {catalogue} = shelf
  if (await isLost(shelf)) await refill(shelf, () => undefined)
  for (const bag of catalogue.listPending()) {
    const versions = await shelf.listVersions(bag.issueId)
    if (!versions.includes(bag.version) || !(await takeIn(shelf, bag))) {
      catalogue.forget(bag)
    }
  }
}

/** Whether there are bags, and a catalogue that knows of none. */
async function isLost(shelf: Shelf): Promise<boolean> {
  if (!shelf.catalogue.isEmpty()) return false
  if (shelf.catalogue.listPending().length > 0) return false
  return (await shelf.listIssues()).length > 0
}

async function refill(
  shelf: Shelf,
  onProgress: (done: number, total: number) => void
): Promise<Array<BagName>> {
  const bags = await listBags(shelf)
  // All are pending until they are in: should this process end before, the
  // next one goes on.
  shelf.catalogue.clear(bags)
  const seals = findSeals(await shelf.readLedger())
  const unread: Array<BagName> = []
  for (const [index, bag] of bags.entries()) {
    if (!(await takeIn(shelf, bag, seals))) {
      shelf.catalogue.forget(bag)
      unread.push(bag)
    }
    onProgress(index + 1, bags.length)
  }
  return unread
}

function toCatalogueStory(story: CopyStory): CatalogueStory {
  const {kind, lang, pageNumbers, section, slug, title} = story
  const byline = story.parts.find(({role}) => role === 'byline')?.text ?? ''
  return {
    slug,
    title,
    kind,
    section: section ?? '',
    byline,
    lang,
    pageNumbers,
    text: story.parts.map(({text}) => text).join('\n')
  }
}

/** Whether a value has the shape of a copy, as far as it is used here. */
export function isCopy(
  value: Readonly<Record<string, unknown>>
): value is Readonly<Record<string, unknown>> & Copy {
  const {date, lang, pages, publication, stories} = value
  return (
    typeof date === 'string' &&
    typeof lang === 'string' &&
    typeof publication === 'string' &&
    Array.isArray(pages) &&
    Array.isArray(stories) &&
    stories.every(
      (story) =>
        isRecord(story) &&
        typeof story['slug'] === 'string' &&
        Array.isArray(story['parts'])
    )
  )
}
