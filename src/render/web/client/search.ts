// The search page: takes the form's words, looks them up year by year, newest
// first, and lists what it finds with a piece of the copy around each hit.

import {findStories, type FoundStory} from '../search/find-stories.ts'
import {makeFold} from '../search/fold.ts'
import {toLabelLookup, type Lookup} from '../search/keys.ts'
import {parseQuery, type Term} from '../search/query.ts'
import {
  unpackFolders,
  type SearchList,
  type YearIndex
} from '../search/year-index.ts'
import type {StoryWords} from '../story-words.ts'
import {findHits, joinHits} from './find-hits.ts'
import {scriptPairs} from './script-pairs.ts'
import {fetchPacked, fetchPackedJson} from './unpack.ts'

interface Found {
  folder: string
  story: string
  date: string
  count: number
}

interface Asked {
  query: string
  terms: ReadonlyArray<Term>
  labels: ReadonlyArray<Lookup>
  from: string
  to: string
  order: string
}

type Says = Readonly<Record<string, string>>

const pageSize = 20
/** Enough found: earlier years are looked through when asked for. */
const enough = 40
const root = new URL(document.body.dataset['root'] ?? './', location.href)
const says: Says = JSON.parse(document.body.dataset['says'] ?? '{}')
const fold = makeFold({width: true, script: scriptPairs})
const form = find<HTMLFormElement>('#query')
const status = find<HTMLElement>('#found')
const results = find<HTMLElement>('#results')
const more = find<HTMLButtonElement>('#more')
const older = find<HTMLButtonElement>('#older')
const shards = new Map<string, Promise<Uint8Array>>()

/** Counts what was asked, so that late answers to old questions are dropped. */
let turn = 0
let goOn: () => void = () => {}
let showMore: () => void = () => {}

older.addEventListener('click', () => goOn())
more.addEventListener('click', () => showMore())

form.addEventListener('submit', (submit) => {
  submit.preventDefault()
  const address = new URL(location.href)
  address.search = toSearch()
  history.pushState(undefined, '', address)
  void answer()
})
addEventListener('popstate', () => {
  fillForm()
  void answer()
})
fillForm()
if (location.search.length > 1) void answer()
else find<HTMLInputElement>('#q').focus()

function find<Kind extends Element>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector)
  if (found) return found
  throw new TypeError(`Unexpected missing \`${selector}\``)
}

function fillForm(): void {
  const values = new URLSearchParams(location.search)
  for (const element of form.elements) {
    if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement
    ) {
      element.value = values.get(element.name) ?? ''
    }
  }
}

function toSearch(): string {
  const values = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') {
      values.set(name, value.trim())
    }
  }
  return values.toString()
}

function readAsked(): Asked {
  const values = new URLSearchParams(location.search)
  const get = (name: string) => values.get(name)?.trim() ?? ''
  const names = ['section', 'kind', 'author'] as const
  return {
    query: get('q'),
    terms: parseQuery(get('q'), fold),
    labels: names
      .filter((name) => get(name) !== '')
      .map((name) => toLabelLookup(name, get(name))),
    from: get('from'),
    to: get('to'),
    order: get('order')
  }
}

async function answer(): Promise<void> {
  const mine = ++turn
  const asked = readAsked()
  results.replaceChildren()
  more.hidden = true
  older.hidden = true
  const isEmpty =
    asked.labels.length === 0 && !asked.terms.some(({isWanted}) => isWanted)
  if (isEmpty) return say(says['empty'] ?? '')

  try {
    const list = await fetchPackedJson<SearchList>(
      new URL('search/index.bin', root)
    )
    const years = list.years.filter(({year}) => isYearWanted(year, asked))
    if (asked.order === 'oldest') years.reverse()
    const found: Array<Found> = []
    await lookThrough(years, 0)

    async function lookThrough(
      wanted: typeof years,
      start: number
    ): Promise<void> {
      const before = found.length
      for (const [index, {year}] of wanted.entries()) {
        if (index < start) continue
        if (mine !== turn) return
        say((says['looking'] ?? '').replace('{year}', year))
        found.push(...(await searchYear(year, list, asked)))
        const isLast = index === wanted.length - 1
        if (
          found.length - before >= enough &&
          !isLast &&
          asked.order !== 'hits'
        ) {
          if (mine !== turn) return
          show(found, asked, mine)
          sayFound(found.length, year)
          older.hidden = false
          goOn = () => {
            older.hidden = true
            void lookThrough(wanted, index + 1)
          }
          return
        }
      }
      if (mine !== turn) return
      if (asked.order === 'hits') found.sort((a, b) => b.count - a.count)
      show(found, asked, mine)
      if (found.length === 0) say(says['none'] ?? '')
      else sayFound(found.length)
    }
  } catch (error) {
    if (mine !== turn) return
    say(says['error'] ?? '')
    throw error
  }
}

function sayFound(count: number, year?: string): void {
  const text = year === undefined ? says['found'] : says['soFar']
  say((text ?? '').replace('{n}', String(count)).replace('{year}', year ?? ''))
}

function say(text: string): void {
  status.textContent = text
}

function isYearWanted(year: string, {from, to}: Asked): boolean {
  if (!/^\d/.test(year)) return from === '' && to === ''
  return (
    (from === '' || year >= from.slice(0, 4)) &&
    (to === '' || year <= to.slice(0, 4))
  )
}

async function searchYear(
  year: string,
  list: SearchList,
  asked: Asked
): Promise<Array<Found>> {
  const index =
    list.newest?.year === year
      ? list.newest
      : await fetchPackedJson<YearIndex>(
          new URL(`search/${year}/index.bin`, root)
        )
  const found = await findStories(asked.terms, asked.labels, {
    firstKeys: index.firstKeys,
    read: (number) => readShard(`search/${year}/${index.hash}/${number}.bin`)
  })
  return toFound(found, index, asked)
}

function readShard(path: string): Promise<Uint8Array> {
  let shard = shards.get(path)
  if (!shard) {
    shard = fetchPacked(new URL(path, root))
    shards.set(path, shard)
    shard.catch(() => shards.delete(path))
  }
  return shard
}

function toFound(
  found: ReadonlyArray<FoundStory>,
  {issues}: YearIndex,
  {from, order, to}: Asked
): Array<Found> {
  const byStory = new Map(found.map((one) => [one.story, one.count]))
  const list: Array<Found> = []
  let first = 0
  for (const {date, folder, stories} of issues) {
    const folders = unpackFolders(stories)
    const isIn = (from === '' || date >= from) && (to === '' || date <= to)
    for (const [index, story] of folders.entries()) {
      const count = byStory.get(first + index)
      if (isIn && count !== undefined) list.push({folder, story, date, count})
    }
    first += folders.length
  }
  // Newest issue first, but stories of an issue in their order.
  return order === 'oldest'
    ? list
    : list.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
}

function show(found: ReadonlyArray<Found>, asked: Asked, mine: number): void {
  let shown = results.childElementCount
  if (asked.order === 'hits') {
    results.replaceChildren()
    shown = 0
  }
  showNext()

  function showNext(): void {
    const next = found.slice(shown, shown + pageSize)
    for (const one of next) {
      const item = document.createElement('li')
      results.append(item)
      void fill(item, one, asked, mine)
    }
    shown += next.length
    more.hidden = shown >= found.length
    showMore = showNext
  }
}

async function fill(
  item: HTMLElement,
  {folder, story}: Found,
  {query, terms}: Asked,
  mine: number
): Promise<void> {
  const address = new URL(`${folder}${story}/`, root)
  const response = await fetch(new URL('words.json', address))
  if (mine !== turn || !response.ok) return
  const words: StoryWords = await response.json()
  const suffix = query === '' ? '' : `?${new URLSearchParams({q: query})}`

  const head = document.createElement('a')
  head.className = 'head'
  head.href = `${address.href}${suffix}`
  head.append(...mark(words.title, terms))
  const quote = document.createElement('p')
  quote.className = 'deck'
  quote.append(...toQuote(words, terms))
  const foot = document.createElement('p')
  foot.className = 'small'
  const place = [
    words.date,
    words.page === undefined
      ? ''
      : (says['page'] ?? '').replace(
          '{n}',
          String(words.page).padStart(2, '0')
        ),
    words.section ?? ''
  ].filter((text) => text !== '')
  foot.append(`${place.join(' · ')} `)
  const [part] = words.parts
  if (part) {
    const link = document.createElement('a')
    const page = new URL(`${folder}p${part.page}/`, root)
    link.href = `${page.href}${suffix}#${words.zone}`
    link.textContent = says['onPage'] ?? ''
    link.setAttribute('aria-label', `${link.textContent}: ${words.title}`)
    foot.append(link)
  }
  item.append(head, quote, foot)
}

// The first block with a hit, from a little before it.
function toQuote(
  {blocks}: StoryWords,
  terms: ReadonlyArray<Term>
): Array<Node | string> {
  const beforeCount = 24
  const length = 90
  const [, ...body] = blocks
  const block =
    body.find((text) => findHits(fold(text), terms).length > 0) ?? body[0] ?? ''
  const [hit] = findHits(fold(block), terms)
  const start = Math.max(0, (hit?.from ?? 0) - beforeCount)
  const end = Math.min(block.length, start + length)
  return [
    start > 0 ? '……' : '',
    ...mark(block.slice(start, end), terms),
    end < block.length ? '……' : ''
  ]
}

function mark(text: string, terms: ReadonlyArray<Term>): Array<Node | string> {
  const parts: Array<Node | string> = []
  let at = 0
  for (const {from, to} of joinHits(findHits(fold(text), terms))) {
    const marked = document.createElement('mark')
    marked.textContent = text.slice(from, to)
    parts.push(text.slice(at, from), marked)
    at = to
  }
  parts.push(text.slice(at))
  return parts
}
