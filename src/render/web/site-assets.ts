// Files all documents of a site load: the stylesheet, the scripts, the icon, the
// manifest, the worker. Their names carry a hash of what is in them, so they can
// be kept for ever.

import {createHash} from 'node:crypto'
import {posix} from 'node:path'
import type {OutputFile} from '../renderer.ts'
import type {Paper} from './bar.ts'
import type {Theme} from './edition.ts'
import type {ShellSite} from './shell.ts'
import {toStyle} from './style.ts'

/** What assets are made of. */
export interface AssetOptions {
  paper: Paper
  theme: Theme
  /** Scripts by their path in `src/`. */
  scripts: ReadonlyMap<string, string>
  /** Pairs of characters that count as the same; or nothing. */
  scriptPairs: string
  /** Whether they do unless a reader wants otherwise. */
  foldsScript: boolean
  url?: string
}

/** Assets, and what documents have to know of them. */
export interface SiteAssets {
  site: ShellSite
  files: Array<OutputFile>
}

const client = 'render/web/client'

/** Make the assets of a site. */
export function toSiteAssets(options: AssetOptions): SiteAssets {
  const {foldsScript, paper, scriptPairs, theme, url} = options
  const style = toStyle(theme.style)
  const stylePath = `_assets/style-${hash(style)}.css`
  const accent = findToken(theme.style, 'accent') ?? '#a3161d'
  const icon = toIcon(paper.publication, accent)
  const iconPath = `_assets/icon-${hash(icon)}.svg`
  const scripts = new Map(options.scripts)
  const worker = scripts.get(`${client}/service-worker.js`) ?? ''
  scripts.delete(`${client}/service-worker.js`)
  scripts.set(
    `${client}/script-pairs.js`,
    `export const scriptPairs = ${JSON.stringify(scriptPairs)}\nexport const foldsScript = ${foldsScript}\n`
  )
  const findRoot = scripts.get(`${client}/find-root.js`) ?? ''
  scripts.delete(`${client}/find-root.js`)
  const folder = `_assets/scripts-${hash([...scripts].join('\n'))}`
  return {
    site: {
      ...(url !== undefined && {url}),
      style: stylePath,
      scripts: `${folder}/${client}`,
      offlineScripts: listImported(scripts).map((path) => `${folder}/${path}`),
      icon: iconPath,
      findRoot,
      publication: paper.publication
    },
    files: [
      {path: stylePath, value: style},
      {path: iconPath, value: icon},
      {path: 'icon.svg', value: icon},
      ...[...scripts].map(([path, value]) => ({
        path: `${folder}/${path}`,
        value
      })),
      {path: 'sw.js', value: worker},
      {
        path: 'manifest.webmanifest',
        value: toManifest(paper, iconPath, accent)
      }
    ]
  }
}

// What pages and stories run: they work without a network.
function listImported(scripts: ReadonlyMap<string, string>): Array<string> {
  const found = new Set<string>()
  for (const name of ['look', 'offline', 'page', 'reader', 'story'])
    add(`${client}/${name}.js`)
  return [...found].sort()

  function add(path: string): void {
    const script = scripts.get(path)
    if (script === undefined || found.has(path)) return
    found.add(path)
    const imported = script.matchAll(/(?:from |import\()'(\.[^']+)'/g)
    for (const [, to = ''] of imported) add(posix.join(posix.dirname(path), to))
  }
}

function toManifest(paper: Paper, icon: string, accent: string): string {
  const manifest = {
    name: paper.publication,
    short_name: [...paper.publication].slice(0, 12).join(''),
    lang: paper.lang,
    start_url: './',
    scope: './',
    id: './',
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: accent,
    icons: [{src: icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any'}]
  }
  return JSON.stringify(manifest, undefined, 1) + '\n'
}

// The first character of the paper's name, as on a seal.
function toIcon(publication: string, accent: string): string {
  const [first = ''] = publication.replaceAll(/[<>&"]/g, '')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="8" fill="${accent}"/><text x="32" y="46" font-family="serif" font-size="42" font-weight="700" text-anchor="middle" fill="#fff">${first}</text></svg>\n`
}

function findToken(style: string, name: string): string | undefined {
  return new RegExp(`--${name}:\\s*(#[0-9a-f]{3,8})\\b`, 'i').exec(style)?.[1]
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 8)
}
