// A story: size of type, reading aloud, printing, sharing, and the hits of a
// search lit in the copy.

import {findHits, joinHits} from './find-hits.ts'
import {openReading} from './read-aloud.ts'
import {loadTerms} from './reader-folds.ts'

const sizes = [0.875, 1, 1.15, 1.35, 1.6, 2] as const
const story = document.querySelector<HTMLElement>('article.story')
const tools = document.querySelector<HTMLElement>('.tools')

if (story && tools) {
  tools.hidden = false
  watchSize(story, tools)
  openReading(story, tools)
  toButton(tools, 'print')?.addEventListener('click', () => print())
  watchShare(tools)
}
if (story) void markHits(story)

function toButton(
  tools: HTMLElement,
  name: string
): HTMLButtonElement | undefined {
  return (
    tools.querySelector<HTMLButtonElement>(`[data-tool="${name}"]`) ?? undefined
  )
}

function watchSize(story: HTMLElement, tools: HTMLElement): void {
  let index = Number(recall() ?? 1)
  if (!(index >= 0 && index < sizes.length)) index = 1
  apply()
  toButton(tools, 'smaller')?.addEventListener('click', () => change(-1))
  toButton(tools, 'larger')?.addEventListener('click', () => change(1))

  function change(by: number): void {
    index = Math.min(sizes.length - 1, Math.max(0, index + by))
    try {
      localStorage.setItem('qianzi-size', String(index))
    } catch {
      // Private windows keep nothing.
    }
    apply()
  }

  function apply(): void {
    story.style.setProperty('--size', String(sizes[index] ?? 1))
    const smaller = toButton(tools, 'smaller')
    const larger = toButton(tools, 'larger')
    if (smaller) smaller.disabled = index === 0
    if (larger) larger.disabled = index === sizes.length - 1
  }
}

function recall(): string | undefined {
  try {
    return localStorage.getItem('qianzi-size') ?? undefined
  } catch {
    return undefined
  }
}

function watchShare(tools: HTMLElement): void {
  const button = toButton(tools, 'share')
  button?.addEventListener('click', () => {
    const address = new URL(location.href)
    address.search = ''
    address.hash = ''
    void share(address.href, button)
  })
}

async function share(url: string, button: HTMLButtonElement): Promise<void> {
  try {
    if (navigator.share) {
      await navigator.share({title: document.title, url})
      return
    }
    await navigator.clipboard.writeText(url)
    button.textContent = button.dataset['copied'] ?? ''
  } catch {
    // Whoever closes the window of sharing does not want to.
  }
}

async function markHits(story: HTMLElement): Promise<void> {
  const values = new URLSearchParams(location.search)
  const {tell, terms} = await loadTerms(values)
  if (terms.length === 0) return
  const walker = document.createTreeWalker(story, NodeFilter.SHOW_TEXT)
  const texts: Array<Text> = []
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
  }
  for (const text of texts) {
    const hits = joinHits(findHits(tell(text.data), terms))
    for (const {from, to} of hits.toReversed()) {
      const range = document.createRange()
      range.setStart(text, from)
      range.setEnd(text, to)
      range.surroundContents(document.createElement('mark'))
    }
  }
  story.querySelector('mark')?.scrollIntoView({block: 'center'})
}
