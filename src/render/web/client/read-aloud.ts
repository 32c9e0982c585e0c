// Reading aloud with the voices of the reader's own device, sentence by sentence;
// the one that is being read is marked, its paragraph too where browsers mark no
// sentences.
//
// Sentences are short, so that no voice falls silent in the middle of one, as
// those from the network do after a quarter of a minute; and a pause just stops
// and begins its sentence again, because pausing voices works nowhere alike.

/** A sentence: where it stands and what is said of it. */
interface Sentence {
  block: HTMLElement
  range: Range
  text: string
}

const blockNames =
  'header > *, .body p, .body h2, .body h3, .body li:not(:has(p)), .body td, .body th, .body figcaption'
// Pronunciation stands beside what it is of; numbers of notes are for the eye.
const unsaid = 'rt, rp, .note-reference, .note-number, [hidden]'

/** Let a story be read aloud, where there are voices. */
export function openReading(story: HTMLElement, tools: HTMLElement): void {
  if (!('speechSynthesis' in globalThis)) return
  const read = tools.querySelector<HTMLButtonElement>('[data-tool="read"]')
  const stop = tools.querySelector<HTMLButtonElement>('[data-tool="stop"]')
  if (read && stop) watch(story, read, stop)
}

function watch(
  story: HTMLElement,
  read: HTMLButtonElement,
  stop: HTMLButtonElement
): void {
  let sentences: Array<Sentence> = []
  let at = 0
  let state: 'paused' | 'reading' | 'silent' = 'silent'
  // Counts utterances and what ends them: what is said of one that was cancelled
  // is not heard.
  let turn = 0
  read.hidden = false

  read.addEventListener('click', () => {
    if (state === 'reading') return pause()
    if (state === 'silent') {
      sentences = listSentences(story)
      at = 0
    }
    state = 'reading'
    show()
    say()
  })
  stop.addEventListener('click', () => finish())
  // A page that is left is silent, whether it is kept or not.
  addEventListener('pagehide', () => finish())

  function say(): void {
    const mine = ++turn
    const sentence = sentences[at]
    if (!sentence) return finish()
    mark(sentence)
    const words = new SpeechSynthesisUtterance(sentence.text)
    words.lang =
      sentence.block.closest<HTMLElement>('[lang]')?.lang ??
      document.documentElement.lang
    words.addEventListener('end', () => {
      if (mine !== turn) return
      at++
      say()
    })
    words.addEventListener('error', () => {
      if (mine === turn) finish()
    })
    speechSynthesis.speak(words)
  }

  function pause(): void {
    state = 'paused'
    turn++
    speechSynthesis.cancel()
    show()
  }

  function finish(): void {
    if (state === 'silent') return
    state = 'silent'
    turn++
    speechSynthesis.cancel()
    mark(undefined)
    show()
    // The button that has the focus goes: the one beside it gets it.
    if (document.activeElement === stop) read.focus()
  }

  function show(): void {
    stop.hidden = state === 'silent'
    read.setAttribute('aria-pressed', String(state === 'reading'))
    const {pause: pauseText, read: readText, resume} = read.dataset
    const text =
      state === 'reading' ? pauseText : state === 'paused' ? resume : readText
    read.textContent = text ?? ''
  }

  function mark(sentence: Sentence | undefined): void {
    for (const block of story.querySelectorAll('.is-read')) {
      block.classList.remove('is-read')
    }
    const highlights = 'highlights' in CSS ? CSS.highlights : undefined
    highlights?.delete('read')
    if (!sentence) return
    sentence.block.classList.add('is-read')
    highlights?.set('read', new Highlight(sentence.range))
    bringIntoView(sentence.range)
  }
}

function bringIntoView(range: Range): void {
  const {bottom, top} = range.getBoundingClientRect()
  if (top >= 0 && bottom <= innerHeight) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  scrollBy({
    top: top - innerHeight / 3,
    behavior: isCalm ? 'auto' : 'smooth'
  })
}

function listSentences(story: HTMLElement): Array<Sentence> {
  const blocks = [...story.querySelectorAll<HTMLElement>(blockNames)]
  return blocks.flatMap((block) => cutSentences(block))
}

function cutSentences(block: HTMLElement): Array<Sentence> {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const texts: Array<{node: Text; start: number}> = []
  let whole = ''
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!(node instanceof Text) || node.parentElement?.closest(unsaid)) continue
    texts.push({node, start: whole.length})
    whole += node.data
  }
  const lang = block.closest<HTMLElement>('[lang]')?.lang
  return cut(whole, lang).flatMap(([from, to]) => {
    const text = whole.slice(from, to).replaceAll(/\s+/g, ' ').trim()
    if (!/[\p{L}\p{N}]/u.test(text)) return []
    const range = document.createRange()
    const first = texts.findLast(({start}) => start <= from)
    const last = texts.findLast(({start}) => start < to)
    if (!first || !last) return []
    range.setStart(first.node, from - first.start)
    range.setEnd(last.node, to - last.start)
    return [{block, range, text}]
  })
}

function cut(
  text: string,
  lang: string | undefined
): Array<readonly [from: number, to: number]> {
  if (!('Segmenter' in Intl)) return [[0, text.length]]
  const segmenter = new Intl.Segmenter(lang, {granularity: 'sentence'})
  return [...segmenter.segment(text)].map(
    ({index, segment}) => [index, index + segment.length] as const
  )
}
