// Zoom: the picture of a page in a window of its own, made larger with buttons,
// keys, the wheel, two fingers or a double click, and moved by dragging,
// scrolling or arrows. Moving is the browser's own scrolling, so that everything
// that scrolls works here.

/** Something that zooms. */
export interface Zoom {
  /** Come close to a place; ratios of the picture. */
  show(xRatio: number, yRatio: number): void
}

const most = 8
const step = 1.4
const doubleClickMs = 250

/** Let a replica be zoomed. */
export function openZoom(stand: HTMLElement, replica: HTMLElement): Zoom {
  const view = document.createElement('div')
  view.className = 'view'
  replica.before(view)
  view.append(replica)
  view.tabIndex = 0
  view.setAttribute('role', 'group')
  const tools = stand.querySelector<HTMLElement>('.zoom')
  view.setAttribute('aria-label', tools?.getAttribute('aria-label') ?? '')
  const image = replica.querySelector('img')
  let scale = 1

  if (tools) tools.hidden = false
  stand.querySelector('.zoom')?.addEventListener('click', (click) => {
    const button =
      click.target instanceof Element
        ? click.target.closest<HTMLElement>('[data-zoom]')
        : undefined
    press(button?.dataset['zoom'])
  })
  view.addEventListener('keydown', onKey)
  view.addEventListener('wheel', onWheel, {passive: false})
  view.addEventListener('dblclick', onDoubleClick)
  watchPinch()
  watchDrag()
  watchClicks()

  return {
    show(xRatio, yRatio) {
      const {height, width} = replica.getBoundingClientRect()
      if (scale < 2) zoomTo(Math.max(2, Math.min(4, 900 / view.clientWidth)))
      const after = replica.getBoundingClientRect()
      view.scrollLeft =
        xRatio * Math.max(width, after.width) - view.clientWidth / 2
      view.scrollTop =
        yRatio * Math.max(height, after.height) - view.clientHeight / 3
    }
  }

  function press(name: string | undefined): void {
    if (name === 'in') zoomTo(scale * step)
    if (name === 'out') zoomTo(scale / step)
    if (name === 'whole') zoomTo(1)
    if (name === 'full') void toggleFull()
  }

  async function toggleFull(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen()
    else if (stand.requestFullscreen) await stand.requestFullscreen()
    else stand.classList.toggle('is-full')
    sharpen()
  }

  // `x` and `y` stay where they are on the screen: by default the middle.
  function zoomTo(wanted: number, x?: number, y?: number): void {
    const next = Math.min(most, Math.max(1, wanted))
    if (next === scale) return
    const frame = view.getBoundingClientRect()
    const atX = (x ?? frame.left + frame.width / 2) - frame.left
    const atY = (y ?? frame.top + frame.height / 2) - frame.top
    const xRatio = (view.scrollLeft + atX) / replica.offsetWidth
    const yRatio = (view.scrollTop + atY) / replica.offsetHeight
    scale = next
    view.classList.toggle('is-zoomed', scale > 1)
    replica.style.setProperty('width', `${scale * 100}%`)
    view.scrollLeft = xRatio * replica.offsetWidth - atX
    view.scrollTop = yRatio * replica.offsetHeight - atY
    sharpen()
  }

  // The browser chooses the file for the width it is shown at. Not before that
  // width changes: a picture on its way would be asked for again.
  function sharpen(): void {
    if (image) image.sizes = `${Math.ceil(view.clientWidth * scale)}px`
  }

  function onKey(key: KeyboardEvent): void {
    if (key.ctrlKey || key.metaKey || key.altKey) return
    if (key.key === '+' || key.key === '=') zoomTo(scale * step)
    else if (key.key === '-') zoomTo(scale / step)
    else if (key.key === '0') zoomTo(1)
    else if (key.key === 'Escape' && scale > 1) zoomTo(1)
    else if (scale > 1 && key.key.startsWith('Arrow')) move(key.key)
    else return
    key.preventDefault()
  }

  function move(key: string): void {
    const x = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
    const y = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0
    view.scrollBy(x * view.clientWidth * 0.2, y * view.clientHeight * 0.2)
  }

  // With the key that zooms pages a wheel zooms; two fingers that spread on a
  // pad come so, too. A plain wheel scrolls the page as everywhere, but once the
  // picture is large, fills the screen or was chosen, it zooms.
  function onWheel(wheel: WheelEvent): void {
    const isAsked = wheel.ctrlKey || wheel.metaKey
    const isChosen =
      scale > 1 ||
      document.fullscreenElement === stand ||
      stand.classList.contains('is-full') ||
      document.activeElement === view
    if (!isAsked && !(isChosen && isFromWheel(wheel))) return
    wheel.preventDefault()
    const lines = wheel.deltaMode === 1 ? 40 : 1
    const delta = Math.max(-120, Math.min(120, wheel.deltaY * lines))
    zoomTo(scale * Math.pow(1.0035, -delta), wheel.clientX, wheel.clientY)
  }

  // Almost all of a page is links: with a mouse the first click waits for a
  // second one, which zooms. Keys, fingers and other buttons wait for nothing.
  function watchClicks(): void {
    let timer: ReturnType<typeof setTimeout> | undefined
    view.addEventListener('click', (click) => {
      const isMouse =
        click instanceof PointerEvent && click.pointerType === 'mouse'
      const isPlain = !(click.ctrlKey || click.metaKey || click.shiftKey)
      const link =
        click.target instanceof Element ? click.target.closest('a') : undefined
      if (!isMouse || !isPlain || click.defaultPrevented || !link) return
      click.preventDefault()
      clearTimeout(timer)
      if (click.detail > 1) return
      timer = setTimeout(() => {
        location.assign(
          new URL(link.getAttribute('href') ?? '', document.baseURI)
        )
      }, doubleClickMs)
    })
  }

  function onDoubleClick(click: MouseEvent): void {
    click.preventDefault()
    zoomTo(scale > 1 ? 1 : 3, click.clientX, click.clientY)
  }

  function watchPinch(): void {
    let start: {distance: number; scale: number} | undefined
    view.addEventListener(
      'touchstart',
      (touch) => {
        if (touch.touches.length !== 2) return
        start = {distance: measure(touch.touches), scale}
      },
      {passive: true}
    )
    view.addEventListener(
      'touchmove',
      (touch) => {
        const a = touch.touches.item(0)
        const b = touch.touches.item(1)
        if (!start || !a || !b) return
        touch.preventDefault()
        zoomTo(
          (start.scale * measure(touch.touches)) / start.distance,
          (a.clientX + b.clientX) / 2,
          (a.clientY + b.clientY) / 2
        )
      },
      {passive: false}
    )
    view.addEventListener('touchend', (touch) => {
      if (touch.touches.length < 2) start = undefined
    })
  }

  // Fingers drag by scrolling; a mouse has to be helped. A drag is no click.
  function watchDrag(): void {
    let from: {x: number; y: number; left: number; top: number} | undefined
    let hasMoved = false
    view.addEventListener('pointerdown', (pointer) => {
      hasMoved = false
      if (pointer.pointerType !== 'mouse' || pointer.button !== 0) return
      if (scale === 1) return
      const {scrollLeft: left, scrollTop: top} = view
      from = {x: pointer.clientX, y: pointer.clientY, left, top}
    })
    view.addEventListener('dragstart', (drag) => drag.preventDefault())
    document.addEventListener('pointermove', (pointer) => {
      if (!from) return
      const x = pointer.clientX - from.x
      const y = pointer.clientY - from.y
      if (Math.abs(x) + Math.abs(y) > 6) hasMoved = true
      view.scrollLeft = from.left - x
      view.scrollTop = from.top - y
    })
    document.addEventListener('pointerup', () => {
      from = undefined
    })
    view.addEventListener(
      'click',
      (click) => {
        if (hasMoved) click.preventDefault()
        hasMoved = false
      },
      true
    )
  }
}

// Wheels go in steps, up or down; two fingers on a pad move the picture.
function isFromWheel({
  deltaMode,
  deltaX,
  deltaY,
  shiftKey
}: WheelEvent): boolean {
  if (shiftKey || deltaX !== 0) return false
  return deltaMode === 1 || Math.abs(deltaY) >= 50
}

function measure(touches: TouchList): number {
  const a = touches.item(0)
  const b = touches.item(1)
  if (!a || !b) return 1
  return Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY))
}
