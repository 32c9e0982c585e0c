// On every document: the reader's choice of looks (`look.ts` has applied the one
// there is), the field to search, and the issue that is open kept for reading
// without a network.

const root = document.body.dataset['root'] ?? './'

watchLooks()
watchSlash()
void keepIssue()

function applyLook(): void {
  const look = read('look')
  if (look && look !== 'auto') document.documentElement.dataset['look'] = look
  else delete document.documentElement.dataset['look']
}

function watchLooks(): void {
  const field = document.querySelector<HTMLElement>('[data-looks]')
  if (!field) return
  field.hidden = false
  for (const input of field.querySelectorAll('input')) {
    input.checked = input.value === (read('look') ?? 'auto')
    input.addEventListener('change', () => {
      write('look', input.value)
      applyLook()
    })
  }
}

// `/` leads to the field, unless somebody is typing or has put it off: people
// who speak to their computers press keys without meaning to.
function watchSlash(): void {
  const choice = document.querySelector<HTMLElement>('[data-shortcut]')
  const box = choice?.querySelector('input')
  if (choice && box) {
    choice.hidden = false
    box.checked = read('slash') !== 'off'
    box.addEventListener('change', () =>
      write('slash', box.checked ? 'on' : 'off')
    )
  }
  document.addEventListener('keydown', (press) => {
    const isTyping =
      press.target instanceof Element &&
      press.target.closest('input, select, textarea') !== null
    if (press.key !== '/' || isTyping || press.ctrlKey || press.metaKey) return
    const fields = document.querySelectorAll<HTMLInputElement>(
      'input[type="search"]'
    )
    const field = [...fields].find(({offsetParent}) => offsetParent !== null)
    if (!field || read('slash') === 'off') return
    press.preventDefault()
    field.focus()
  })
}

async function keepIssue(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const folder = document.body.dataset['issue']
  try {
    await navigator.serviceWorker.register(`${root}sw.js`, {scope: root})
    const {active} = await navigator.serviceWorker.ready
    if (folder === undefined || !active) return
    navigator.serviceWorker.addEventListener('message', (message) => {
      if (message.data?.type === 'kept') showKept()
    })
    const issue = new URL(folder || './', location.href).href
    active.postMessage({type: 'keep', issue}, [])
  } catch {
    // Without it everything works but reading offline.
  }
}

function showKept(): void {
  const note = document.querySelector<HTMLElement>('[data-kept]')
  if (note) note.hidden = false
  document.documentElement.dataset['kept'] = ''
}

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(`qianzi-${name}`) ?? undefined
  } catch {
    return undefined
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(`qianzi-${name}`, value)
  } catch {
    // Private windows keep nothing.
  }
}
