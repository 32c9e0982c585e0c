// A site in a paper's own looks: a template's `web/` folder, nothing else.

import fs from 'node:fs/promises'
import {HtmlValidate} from 'html-validate'
import {beforeAll, describe, expect, test} from 'vitest'
import {makeSite} from '../../src/build/make-site.ts'
import {toStyle} from '../../src/render/web/style.ts'
import {makeMemoryDisk, publishInto, type MemoryDisk} from './memory-site.ts'

const theme = {
  'style.css': `:root { --accent: #0a5c36; --flag-spacing: 0; }
@media (prefers-color-scheme: dark) {
  :root { --accent: #7fd6a8; }
}
.subscribe { border: 1px solid var(--accent); }`,
  'bar.html': '<p class="small">河湾县融媒体中心</p>',
  'flag.html': '<p class="small">创刊于一九八四年</p>',
  'page.html': '<p class="small">版面仅供阅读</p>',
  'story.html': '<p class="subscribe"><a href="{root}about/">订阅本报</a></p>',
  'about.html': '<p>来稿请寄编辑部。</p>',
  'foot.html': '<p><a href="{root}calendar/">往期</a></p>'
} as const

let disk: MemoryDisk

beforeAll(async () => {
  disk = makeMemoryDisk()
  const encoder = new TextEncoder()
  const files = new Map(
    Object.entries(theme).map(([name, text]) => [
      `web/${name}`,
      encoder.encode(text)
    ])
  )
  await publishInto(disk, 'a/themed', (job) => {
    job.templateFiles = new Map([['broadsheet', files]])
  })
  const {problems} = await makeSite(
    {
      folders: ['a/themed'],
      outFolder: 'site',
      url: 'https://paper.example',
      foldsScript: true,
      isCompatible: false,
      isAnew: false,
      version: '1'
    },
    disk
  )
  expect(problems).toEqual([])
})

function findStyle(): string {
  const path = [...disk.files.keys()].find((name) =>
    /^site\/_assets\/.*\.css$/.test(name)
  )
  return disk.text(path ?? '')
}

describe('theme', () => {
  test('should be told of every token and place', async () => {
    const guide = await fs.readFile(
      new URL('../../templates/WEB.md', import.meta.url),
      'utf8'
    )
    const [, tokens = ''] = /:root \{([^}]+)\}/.exec(toStyle('')) ?? []
    const names = [...tokens.matchAll(/--[a-z-]+(?=:)/g)].map(([name]) => name)
    expect(names.length).toBeGreaterThan(15)
    for (const name of names) expect(guide).toContain(`\`${name}\``)
    for (const name of Object.keys(theme)) expect(guide).toContain(name)
  })

  test('should give tokens and rules after ours, dark ones by choice, too', () => {
    const style = findStyle()
    expect(style.indexOf('--accent: #0a5c36')).toBeGreaterThan(
      style.indexOf('--accent: #a3161d')
    )
    expect(style).toContain('.subscribe {')
    // A reader who chose dark gets the theme's dark.
    const [, chosen = ''] =
      /:root\[data-look='dark'\] \{ (--accent: #7fd6a8;) \}/.exec(style) ?? []
    expect(chosen).toBe('--accent: #7fd6a8;')
    // Whoever asks for contrast gets it whatever the theme.
    expect(style.lastIndexOf('--accent: #8a0008')).toBeGreaterThan(
      style.indexOf('--accent: #0a5c36')
    )
    expect(disk.text('site/manifest.webmanifest')).toContain('"#0a5c36"')
  })

  test.for([
    ['index.html', ['创刊于', 'href="./calendar/"']],
    ['2026/06/02/index.html', ['创刊于', 'href="../../../calendar/"']],
    ['2026/06/02/p5/index.html', ['融媒体中心', '版面仅供阅读']],
    ['2026/06/02/p5/a1/index.html', ['href="../../../../../about/"']],
    ['about/index.html', ['来稿请寄', 'href="../calendar/"']],
    ['search/index.html', ['融媒体中心', 'href="../calendar/"']],
    ['404.html', ['href="/calendar/"']]
  ] as const)('should put its pieces in their places: %s', ([path, pieces]) => {
    const html = disk.text(`site/${path}`)
    for (const piece of pieces) expect(html).toContain(piece)
    expect(html).not.toContain('{root}')
  })

  test('should leave documents valid', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        'long-title': 'off',
        'doctype-style': ['error', {style: 'lowercase'}],
        'require-sri': 'off'
      }
    })
    for (const path of [
      'index.html',
      '2026/06/02/p5/a1/index.html',
      '404.html'
    ]) {
      const {results} = await validator.validateString(
        disk.text(`site/${path}`),
        path
      )
      const messages = results.flatMap((result) => result.messages)
      expect(messages.map(({message}) => message)).toEqual([])
    }
  })
})
