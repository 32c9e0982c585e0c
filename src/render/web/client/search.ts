// The search page: takes the form's words, looks them up year by year, newest
// first, and lists what it finds with a piece of the copy around each hit. Years
// that can't have the words are left out: the directory of years says so.

import {findStories, type FoundStory} from '../search/find-stories.ts'
import {findYears} from '../search/find-years.ts'
import {toLabelLookup, type Lookup} from '../search/keys.ts'
import {
  dateOf,
  unpackFolders,
  type SearchList,
  type YearIndex
} from '../search/year-index.ts'
import type {StoryWords} from '../story-words.ts'
import {mark, toQuote} from './quote-hits.ts'
import {
  foldNames,
  loadChoices,
  loadTerms,
  toQuerySuffix,
  type FoldName,
  type ReaderTerms
} from './reader-folds.ts'
import {fetchPacked, fetchPackedJson} from './unpack.ts'

interface Found {
  folder: string
  story: string
  date: string
  count: number
}

interface Asked extends ReaderTerms {
  labels: ReadonlyArray<Lookup>
  from: string
  to: string
  order: string
  /** Follows the addresses of what is found. */
  suffix: string
}

type Says = Readonly<Record<string, string>>

const pageSize = 20
/** Enough found: earlier years are looked through when asked for. */
const enough = 40
const root = new URL(document.body.dataset['root'] ?? './', location.href)
const says: Says = JSON.parse(document.body.dataset['says'] ?? '{}')
const isChinese = document.documentElement.lang.startsWith('zh')
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
  void toSearch().then((search) => {
    address.search = search
    history.pushState(undefined, '', address)
    return answer()
  })
})
addEventListener('popstate', () => {
  void fillForm()
  void answer()
})
void fillForm()
if (location.search.length > 1) void answer()
else find<HTMLInputElement>('#q').focus()

function find<Kind extends Element>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector)
  if (found) return found
  throw new TypeError(`Unexpected missing \`${selector}\``)
}

async function fillForm(): Promise<void> {
  const values = new URLSearchParams(location.search)
  for (const element of form.elements) {
    const isField =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement
    if (isField && element.type !== 'checkbox') {
      element.value = values.get(element.name) ?? ''
    }
  }
  const {isOn} = await loadChoices(values)
  for (const [name, box] of listBoxes()) box.checked = isOn(name)
}

function listBoxes(): Array<[FoldName, HTMLInputElement]> {
  return foldNames.flatMap((name) => {
    const box = form.querySelector<HTMLInputElement>(`[name="${name}"]`)
    return box ? [[name, box]] : []
  })
}

// What is as by default is not in the address.
async function toSearch(): Promise<string> {
  const values = new URLSearchParams()
  const {isDefault} = await loadChoices(values)
  for (const [name, value] of new FormData(form)) {
    if (foldNames.some((fold) => fold === name)) continue
    if (typeof value === 'string' && value.trim() !== '') {
      values.set(name, value.trim())
    }
  }
  for (const [name, box] of listBoxes()) {
    if (box.checked !== isDefault(name)) {
      values.set(name, box.checked ? '1' : '0')
    }
  }
  return values.toString()
}

async function readAsked(): Promise<Asked> {
  const values = new URLSearchParams(location.search)
  const get = (name: string) => values.get(name)?.trim() ?? ''
  const names = ['section', 'kind', 'author'] as const
  const year = get('year')
  const dates = [get('from'), year === '' ? '' : `${year}-01-01`].sort()
  const ends = [get('to'), year === '' ? '' : `${year}-12-31`]
  return {
    ...(await loadTerms(values)),
    labels: names
      .filter((name) => get(name) !== '')
      .map((name) => toLabelLookup(name, get(name))),
    from: dates.at(-1) ?? '',
    to: ends.filter((end) => end !== '').sort()[0] ?? '',
    order: get('order'),
    suffix: toQuerySuffix(values)
  }
}

async function answer(): Promise<void> {
  const mine = ++turn
  results.replaceChildren()
  more.hidden = true
  older.hidden = true
  try {
    const [asked, list] = await Promise.all([
      readAsked(),
      fetchPackedJson<SearchList>(new URL('search/index.bin', root))
    ])
    if (mine !== turn) return
    const isEmpty =
      asked.labels.length === 0 && !asked.terms.some(({isWanted}) => isWanted)
    if (isEmpty) return say(says['empty'] ?? '')
    await lookThrough(asked, list, mine)
  } catch (error) {
    if (mine !== turn) return
    say(says['error'] ?? '')
    throw error
  }
}

async function lookThrough(
  asked: Asked,
  list: SearchList,
  mine: number
): Promise<void> {
  const found: Array<Found> = []
  const lookups = [
    ...asked.terms.flatMap((term) => (term.isWanted ? term.lookups : [])),
    ...asked.labels
  ]
  let years = list.years
    .map(({year}) => year)
    .filter((year) => isYearWanted(year, asked))
  if (asked.order === 'oldest') years.reverse()
  // One key is asked for where it is. Several take as many requests, and mostly
  // the newest year has them: it is looked at first.
  let isNarrowed = false
  if (lookups.length === 1) await narrow()
  await goThrough()

  async function narrow(): Promise<void> {
    isNarrowed = true
    if (years.length < 2 || !list.words) return
    const {firstKeys, hash, years: known} = list.words
    years = await findYears(years, lookups, {
      firstKeys,
      years: known,
      read: (number) => readShard(`search/words/${hash}/${number}.bin`)
    })
  }

  async function goThrough(): Promise<void> {
    const before = found.length
    for (;;) {
      const year = years.shift()
      if (mine !== turn) return
      if (year === undefined) break
      say((says['looking'] ?? '').replace('{year}', year))
      found.push(...(await searchYear(year, list, asked)))
      const isEnough = found.length - before >= enough
      if (isEnough && years.length > 0 && asked.order !== 'hits') {
        if (mine !== turn) return
        show(found, asked, mine)
        sayFound(found.length, year)
        older.hidden = false
        goOn = () => {
          older.hidden = true
          void goThrough()
        }
        return
      }
      if (!isNarrowed) await narrow()
    }
    if (asked.order === 'hits') found.sort((a, b) => b.count - a.count)
    show(found, asked, mine)
    if (found.length === 0) say(says['none'] ?? '')
    else sayFound(found.length)
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
    list.newest.find((one) => one.year === year) ??
    (await fetchPackedJson<YearIndex>(
      new URL(`search/${year}/index.bin`, root)
    ))
  const source = {
    firstKeys: index.firstKeys,
    read: (number: number) =>
      readShard(`search/${year}/${index.hash}/${number}.bin`)
  }
  const {labels, tell, terms} = asked
  const found = await findStories(terms, labels, source, tell)
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
  for (const issue of issues) {
    const {folder} = issue
    const date = dateOf(issue)
    const folders = unpackFolders(issue.stories)
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
  {suffix, tell, terms}: Asked,
  mine: number
): Promise<void> {
  const address = new URL(`${folder}${story}/`, root)
  const response = await fetch(new URL('words.json', address))
  if (mine !== turn || !response.ok) return
  const words: StoryWords = await response.json()

  const head = document.createElement('a')
  head.className = 'head'
  head.href = `${address.href}${suffix}`
  head.append(...mark(words.title, terms, tell))
  const quote = document.createElement('p')
  quote.className = 'deck'
  quote.append(...toQuote(words, terms, tell))
  const foot = document.createElement('p')
  foot.className = 'small'
  const pageName = isChinese ? String(words.page).padStart(2, '0') : words.page
  const place = [
    words.page === undefined
      ? ''
      : (says['page'] ?? '').replace('{n}', String(pageName)),
    words.section ?? ''
  ].filter((text) => text !== '')
  foot.append(toDay(words.date), ...place.map((text) => ` · ${text}`), ' ')
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

function toDay(date: string): HTMLElement | string {
  if (!/^\d/.test(date)) return ''
  const day = document.createElement('time')
  day.dateTime = date
  day.textContent = new Date(`${date}T00:00:00Z`).toLocaleDateString(
    document.documentElement.lang,
    {dateStyle: 'long', timeZone: 'UTC'}
  )
  return day
}
