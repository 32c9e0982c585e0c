// An archive for viewers and harvesters: a folder to be put at an address. One
// IIIF collection of all issues, their manifests with what they point to, and
// the list of changes (IIIF Change Discovery 1.0).

import type {Shelf} from '../../model/shelf.ts'
import {toJson, type Json} from '../../render/archive/archive.ts'
import type {OutputFile} from '../../render/renderer.ts'
import {isRecord, nameBag, readJson} from '../read-bag.ts'
import type {CopiedBag} from './export-archive.ts'
import {listChanges} from './list-changes.ts'

const presentation = 'http://iiif.io/api/presentation/3/context.json'

/** What a manifest points to. */
const shown =
  /^(?:alto\/|iiif\/|image\/|issue\/epub\/|issue\/screen\/|mets\.xml$)/

/** Hand on issues as IIIF, to be put at `base`. */
export async function* exportIiif(
  bags: ReadonlyArray<CopiedBag>,
  shelf: Shelf,
  base: string
): AsyncGenerator<OutputFile> {
  const items: Array<Json> = []
  for (const {bag} of bags) {
    const manifest = await readJson(shelf, bag, 'data/iiif/manifest.json')
    const oldBase = String(manifest?.['id'] ?? '').replace(
      /\/iiif\/manifest\.json$/,
      ''
    )
    if (!manifest || oldBase === '') {
      throw new Error(
        `Unexpected \`${nameBag(bag)}\` whose manifest can’t be read, expected a sound bag; \`qianzi archive verify\` says more`
      )
    }
    const newBase = `${base}/${encodeURIComponent(bag.issueId)}`
    items.push(toItem(manifest, oldBase, newBase))
    for (const {path} of await shelf.listFiles(bag)) {
      const inside = path.replace(/^data\//, '')
      if (!path.startsWith('data/') || !shown.test(inside)) continue
      const value = await shelf.readFile(bag, path)
      if (!value) continue
      yield {
        path: `${bag.issueId}/${inside}`,
        value: inside.startsWith('iiif/')
          ? toJson(
              move(
                JSON.parse(new TextDecoder().decode(value)),
                oldBase,
                newBase
              )
            )
          : value
      }
    }
  }
  yield {
    path: 'collection.json',
    value: toJson({
      '@context': presentation,
      id: `${base}/collection.json`,
      type: 'Collection',
      label: toLabel(bags),
      items
    })
  }
  yield* listChanges(bags, shelf, base)
}

function toItem(manifest: Json, oldBase: string, newBase: string): Json {
  const canvases = manifest['items']
  const [first]: Array<unknown> = Array.isArray(canvases) ? canvases : []
  const thumbnail = isRecord(first) ? first['thumbnail'] : undefined
  const item: Json = {id: manifest['id'], type: 'Manifest'}
  item['label'] = manifest['label']
  if (manifest['navDate']) item['navDate'] = manifest['navDate']
  if (thumbnail) item['thumbnail'] = thumbnail
  return {...asJson(move(item, oldBase, newBase))}
}

/** Name the papers, each in its language. */
function toLabel(bags: ReadonlyArray<CopiedBag>): Json {
  const names = new Map<string, Set<string>>()
  for (const {copy} of bags) {
    const known = names.get(copy.lang) ?? new Set()
    names.set(copy.lang, known.add(copy.publication))
  }
  if (names.size === 0) return {none: ['']}
  return Object.fromEntries(
    [...names].map(([lang, set]) => [lang, [[...set].join(' · ')]])
  )
}

/** Move every address below one place to another. */
function move(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') {
    const isBelow = value.startsWith(`${from}/`)
    return isBelow ? to + value.slice(from.length) : value
  }
  if (Array.isArray(value)) return value.map((one) => move(one, from, to))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, move(one, from, to)])
  )
}

function asJson(value: unknown): Json {
  return isRecord(value) ? value : {}
}
