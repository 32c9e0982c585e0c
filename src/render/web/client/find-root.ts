// Where a host shows that nothing is there, it may be at any depth, and the site
// in a folder of the host: the root is the first folder on the way that has the
// manifest of this paper. It stands in its document: a file could not be found.

{
  const {publication} = document.body.dataset
  void findRoot()

  async function findRoot(): Promise<void> {
    const steps = location.pathname.split('/').slice(0, -1)
    for (const index of steps.keys()) {
      const root = `${steps.slice(0, index + 1).join('/')}/`
      if (await isRoot(root)) return root === '/' ? undefined : lead(root)
    }
  }

  async function isRoot(root: string): Promise<boolean> {
    try {
      const response = await fetch(`${root}manifest.webmanifest`)
      if (!response.ok) return false
      const manifest: {name?: string} = await response.json()
      return manifest.name === publication
    } catch {
      return false
    }
  }

  function lead(root: string): void {
    document.body.dataset['root'] = root
    for (const name of ['href', 'action']) {
      for (const element of document.querySelectorAll(`[${name}^="/"]`)) {
        const path = element.getAttribute(name) ?? ''
        element.setAttribute(name, root + path.slice(1))
      }
    }
    for (const script of document.querySelectorAll('script[src^="/"]')) {
      const again = document.createElement('script')
      again.type = script.getAttribute('type') ?? ''
      again.src = root + (script.getAttribute('src') ?? '').slice(1)
      script.replaceWith(again)
    }
  }
}
