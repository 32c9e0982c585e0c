// Reading aloud with the voices of the reader's own device, paragraph by
// paragraph; the one that is being read is marked.

/** Let a story be read aloud, where there is a voice for its language. */
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
  const blocks = [
    ...story.querySelectorAll<HTMLElement>(
      'header > *, .body p, .body h2, .body li, .body td, .body th, figcaption'
    )
  ].filter((block) => block.textContent?.trim() !== '')
  let at = 0
  let isReading = false
  read.hidden = false

  read.addEventListener('click', () => {
    if (!isReading) start()
    else if (speechSynthesis.paused) resume()
    else pause()
  })
  stop.addEventListener('click', finish)
  addEventListener('pagehide', () => speechSynthesis.cancel())

  function start(): void {
    isReading = true
    at = 0
    stop.hidden = false
    show(true)
    next()
  }

  function next(): void {
    for (const block of blocks) block.classList.remove('is-read')
    const block = blocks[at]
    if (!isReading || !block) return finish()
    block.classList.add('is-read')
    block.scrollIntoView({block: 'nearest'})
    const words = new SpeechSynthesisUtterance(block.textContent ?? '')
    words.lang =
      block.closest<HTMLElement>('[lang]')?.lang ??
      document.documentElement.lang
    words.addEventListener('end', () => {
      at++
      next()
    })
    words.addEventListener('error', (failure) => {
      if (failure.error !== 'canceled' && failure.error !== 'interrupted')
        finish()
    })
    speechSynthesis.speak(words)
  }

  function pause(): void {
    speechSynthesis.pause()
    show(false)
  }

  function resume(): void {
    speechSynthesis.resume()
    show(true)
  }

  function finish(): void {
    isReading = false
    speechSynthesis.cancel()
    for (const block of blocks) block.classList.remove('is-read')
    stop.hidden = true
    show(false)
  }

  function show(isSpeaking: boolean): void {
    read.setAttribute('aria-pressed', String(isSpeaking))
    read.textContent =
      (isSpeaking ? read.dataset['pause'] : read.dataset['read']) ?? ''
  }
}
