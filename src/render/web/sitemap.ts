// Maps of a site for search engines: one of maps, one for each year, and one
// with the news of the last two days, counted from the latest issue.

import type {OutputFile} from '../renderer.ts'
import type {CatalogIssue} from './catalog.ts'
import {toXmlText, x, type Xml} from './xml.ts'

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const newsNamespace = 'http://www.google.com/schemas/sitemap-news/0.9'

/** Addresses in one map at most, as the protocol says. */
const mostAddresses = 50_000

/** Days the news map goes back. */
const newsDays = 2

/** Write the map of a year, or several if one can't hold it. */
export function toYearMaps(
  year: string,
  issues: ReadonlyArray<CatalogIssue>,
  url: string
): Array<OutputFile> {
  const addresses = issues.flatMap((issue) => {
    const changed = toDay(issue)
    return [
      toAddress(url, issue.folder, changed),
      ...issue.pages.map(({pageNumber}) =>
        toAddress(url, `${issue.folder}p${pageNumber}/`, changed)
      ),
      ...issue.stories.map(({corrections = [], folder}) =>
        toAddress(
          url,
          `${issue.folder}${folder}/`,
          corrections.at(-1)?.date ?? changed
        )
      )
    ]
  })
  const count = Math.max(1, Math.ceil(addresses.length / mostAddresses))
  return Array.from({length: count}, (_, index) => ({
    path: `sitemaps/${year}${index === 0 ? '' : `-${index + 1}`}.xml`,
    value: toXmlText(
      x(
        'urlset',
        {xmlns: namespace},
        addresses.slice(index * mostAddresses, (index + 1) * mostAddresses)
      )
    )
  }))
}

/** Write the map of maps, the news map and `robots.txt`. */
export function toRootMaps(
  mapPaths: ReadonlyArray<string>,
  latest: ReadonlyArray<CatalogIssue>,
  url: string
): Array<OutputFile> {
  const maps = [...mapPaths, 'sitemap-news.xml'].map((path) =>
    x('sitemap', {}, x('loc', {}, `${url}/${path}`))
  )
  return [
    {
      path: 'sitemap.xml',
      value: toXmlText(x('sitemapindex', {xmlns: namespace}, maps))
    },
    {path: 'sitemap-news.xml', value: toNewsMap(latest, url)},
    {
      path: 'robots.txt',
      value: `User-agent: *\nAllow: /\nSitemap: ${url}/sitemap.xml\n`
    }
  ]
}

function toNewsMap(issues: ReadonlyArray<CatalogIssue>, url: string): string {
  const days = issues
    .filter(({date}) => /^\d/.test(date))
    .map(({date}) => Date.parse(`${date}T00:00:00Z`))
  const latest = Math.max(...days)
  const news = issues.flatMap((issue) => {
    const ageMs = latest - Date.parse(`${issue.date}T00:00:00Z`)
    if (!(ageMs < newsDays * 86_400_000)) return []
    return issue.stories
      .filter(({kind}) => kind !== 'ad')
      .map(({folder, lang, title}) =>
        x('url', {}, [
          x('loc', {}, `${url}/${encodeURI(issue.folder)}${folder}/`),
          x('news:news', {}, [
            x('news:publication', {}, [
              x('news:name', {}, issue.publication),
              x('news:language', {}, toNewsLanguage(lang))
            ]),
            x('news:publication_date', {}, issue.date),
            x('news:title', {}, title)
          ])
        ])
      )
  })
  return toXmlText(
    x(
      'urlset',
      {xmlns: namespace, 'xmlns:news': newsNamespace},
      news.slice(0, 1000)
    )
  )
}

function toAddress(
  url: string,
  path: string,
  changed: string | undefined
): Xml {
  return x('url', {}, [
    x('loc', {}, `${url}/${encodeURI(path)}`),
    ...(changed === undefined ? [] : [x('lastmod', {}, changed)])
  ])
}

function toDay({date}: CatalogIssue): string | undefined {
  return /^\d/.test(date) ? date : undefined
}

// Chinese is the one language that is told by its script.
function toNewsLanguage(lang: string): string {
  const [language = ''] = lang.toLowerCase().split('-')
  if (language !== 'zh') return language
  return /^zh-(?:hant|tw|hk|mo)/i.test(lang) ? 'zh-tw' : 'zh-cn'
}
