import {HtmlValidate} from 'html-validate'
import {describe, expect, test} from 'vitest'
import {makeSite, type SiteOptions} from '../../src/build/make-site.ts'
import {findBrokenLinks} from '../render/web/find-broken-links.ts'
import {makeMemoryDisk, publishInto, type MemoryDisk} from './memory-site.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Titles are headlines: as long as the newsroom made them.
    'long-title': 'off',
    'doctype-style': ['error', {style: 'lowercase'}],
    // Everything is a file of the site itself.
    'require-sri': 'off'
  }
})

async function make(
  disk: MemoryDisk,
  folders: ReadonlyArray<string>,
  more: Partial<SiteOptions> = {}
) {
  disk.written.length = 0
  return makeSite(
    {
      folders,
      outFolder: 'site',
      url: 'https://paper.example',
      foldsScript: true,
      isCompatible: true,
      isAnew: false,
      version: '1',
      ...more
    },
    disk
  )
}

/** Files of the site as text, by path; a folder stands for its index. */
function readSite(disk: MemoryDisk): Map<string, string> {
  const site = new Map<string, string>()
  for (const path of disk.files.keys()) {
    if (!path.startsWith('site/') || path.includes('/.qianzi/')) continue
    const isText = /\.(?:html?|xml|json|css|js|atom|txt|svg)$/.test(path)
    site.set(path.slice(5), isText ? disk.text(path) : '')
  }
  return site
}

async function publishThree(): Promise<MemoryDisk> {
  const disk = makeMemoryDisk()
  await publishInto(disk, 'a/first', ({issue}) => {
    issue.date = '2025-06-02'
  })
  await publishInto(disk, 'a/second', ({issue}) => {
    issue.date = '2026-06-02'
  })
  await publishInto(disk, 'a/evening', ({issue}) => {
    issue.date = '2026-06-02'
    issue.edition = 2
  })
  return disk
}

const three = ['a/first', 'a/second', 'a/evening']

describe('makeSite', () => {
  test('should write valid HTML that leads nowhere wrong', async () => {
    const disk = await publishThree()
    const {issueCount, problems, storyCount} = await make(disk, three)
    const site = readSite(disk)
    const documents = [...site].filter(([path]) => /\.html?$/.test(path))

    expect(problems).toEqual([])
    expect({issueCount, storyCount}).toEqual({issueCount: 3, storyCount: 18})
    expect(documents.length).toBeGreaterThan(60)
    for (const [path, html] of documents) {
      const {results} = await validator.validateString(html, path)
      const messages = results.flatMap((result) => result.messages)
      expect(
        messages.map(({message, ruleId}) => `${path} ${ruleId} ${message}`)
      ).toEqual([])
    }
    expect(findBrokenLinks(toIndexes(site))).toEqual([])
  })

  test('should give addresses that last, second editions included', async () => {
    const disk = await publishThree()
    await make(disk, three)
    const paths = [...readSite(disk).keys()]

    expect(paths).toEqual(
      expect.arrayContaining(
        [
          'index.html',
          '2025/06/02/index.html',
          '2026/06/02/p5/a1/index.html',
          '2026/06/02/ed-2/index.html',
          '2026/06/02/ed-2/p6/a2/index.html',
          '2026/06/02/issue.epub',
          'calendar/2026/index.html',
          'on-this-day/06-02/index.html',
          'sections/乡村振兴/index.html',
          'authors/申小禾/index.html',
          'search/index.html',
          'about/index.html',
          'feed.atom',
          'opds/index.json',
          'sitemap.xml',
          'html/2026-06/02/node_5.htm',
          'html/2026-06/02_2/content_5_1.htm'
        ].filter((path) => path !== '2026/06/02/issue.epub')
      )
    )
  })

  test('should give programs made for digital papers what they look for', async () => {
    const disk = await publishThree()
    await make(disk, three)
    const node = disk.text('site/html/2026-06/02/node_5.htm')
    const [, coords = ''] =
      /<area shape="poly" coords="([\d, ]+)" href="content_5_1\.htm" alt="[^"]+"/.exec(
        node
      ) ?? []
    expect(node).toMatch(/<img [^>]*usemap="#PagePicMap"/)
    expect(node).toContain('<map name="PagePicMap" id="PagePicMap">')
    expect(coords.split(',').length).toBeGreaterThanOrEqual(8)
    expect(coords.split(',').length % 2).toBe(0)
    expect(node).toMatch(/<a id="pageLink"[^>]* href="node_5\.htm"/)
    expect(node).toMatch(/<a id="ed_next" class="preart"[^>]* href="node_6/)
    expect(node.match(/ id="pageLink"/g)).toHaveLength(1)

    const content = disk.text('site/html/2026-06/02/content_5_1.htm')
    expect(content).toContain('<div id="ozoom">')
    expect(content).toMatch(
      /rel="canonical" href="[^"]*2026\/06\/02\/p5\/a1\/"/
    )
    expect(disk.text('site/paperindex.htm')).toContain(
      'content="0; url=html/2026-06/02_2/node_5.htm"'
    )
  })

  test('should give the same bytes whatever was added when', async () => {
    const atOnce = await publishThree()
    await make(atOnce, three)
    const oneByOne = await publishThree()
    for (const folder of ['a/evening', 'a/first', 'a/second']) {
      await make(oneByOne, [folder])
    }

    const [a, b] = [readSite(atOnce), readSite(oneByOne)]
    expect([...b.keys()].sort()).toEqual([...a.keys()].sort())
    for (const [path, value] of a) expect(b.get(path), path).toBe(value)
    // The search, too, which is spliced.
    const shards = [...a.keys()].filter((path) => path.endsWith('.bin'))
    expect(shards.length).toBeGreaterThan(4)
    for (const path of shards) {
      expect(oneByOne.files.get(`site/${path}`), path).toEqual(
        atOnce.files.get(`site/${path}`)
      )
    }
  })

  test('should write nothing when nothing changed', async () => {
    const disk = await publishThree()
    await make(disk, three)
    const {writtenCount} = await make(disk, three)
    expect(writtenCount).toBe(0)
    expect(disk.written).toEqual([])
  })

  test('should rewrite only what a new issue touches', async () => {
    const disk = await publishThree()
    await make(disk, three)
    await publishInto(disk, 'a/next', ({issue}) => {
      issue.date = '2026-06-03'
    })
    await make(disk, ['a/next'])
    const touched = disk.written.filter(
      (path) => path.endsWith('.html') && !path.startsWith('site/2026/06/03/')
    )

    expect(touched.sort()).toEqual(
      [
        'site/2026/06/02/ed-2/index.html',
        'site/about/index.html',
        'site/authors/index.html',
        'site/calendar/2026/index.html',
        'site/calendar/index.html',
        'site/index.html',
        'site/on-this-day/06-03/index.html',
        'site/sections/index.html',
        ...['authors/申小禾', 'authors/何川', 'authors/郭平'].flatMap(
          (path) => [`site/${path}/2026/index.html`, `site/${path}/index.html`]
        ),
        ...['sections/乡村振兴', 'sections/综合'].flatMap((path) => [
          `site/${path}/2026-06/index.html`,
          `site/${path}/index.html`
        ])
      ]
        .filter((path) => path !== 'site/about/index.html')
        .sort()
    )
  })

  test('should keep addresses when a corrected issue files more stories', async () => {
    const disk = await publishThree()
    await make(disk, three)
    await publishInto(disk, 'a/second', ({issue}) => {
      issue.date = '2026-06-02'
      const [page] = issue.children
      const [lead, bridge, view] = page?.children ?? []
      if (!page || !lead || !bridge || !view) throw new Error('no stories')
      lead.corrections = [{date: '2026-06-03', text: '一千二百亩应为一千亩。'}]
      // The commentary is withdrawn, another story comes first.
      page.children = [{...view, slug: 'late', path: 'late.md'}, lead, bridge]
    })
    const {notes} = await make(disk, ['a/second'])
    const lead = disk.text('site/2026/06/02/p5/a1/index.html')

    expect(notes).toEqual([])
    expect(lead).toContain('一千二百亩应为一千亩。')
    expect(lead).toContain('"@type":"CorrectionComment"')
    expect(disk.text('site/2026/06/02/index.html')).toContain('一千二百亩应为')
    expect(disk.text('site/2026/06/02/p5/a4/words.json')).toContain(
      '种树先种心'
    )
    expect(disk.text('site/2026/06/02/p5/a3/index.html')).toContain('已撤下')
    expect(findBrokenLinks(toIndexes(readSite(disk)))).toEqual([])
  })

  test('should leave no list of a name that was corrected', async () => {
    const disk = await publishThree()
    await make(disk, three)
    const rename = (from: string, to: string) =>
      publishInto(disk, 'a/second', ({issue}) => {
        issue.date = '2026-06-02'
        const text = JSON.stringify(issue).replaceAll(from, to)
        Object.assign(issue, JSON.parse(text))
      })
    await rename('申小禾', '申和平')
    await make(disk, ['a/second'])
    const paths = [...readSite(disk).keys()]

    expect(paths).toContain('authors/申和平/2026/index.html')
    expect(paths).toContain('authors/申小禾/index.html')
    expect(disk.text('site/authors/申小禾/2026/index.html')).not.toContain(
      'href="../../../2026/06/02/p5/'
    )
    const anew = await publishThree()
    await rename('申小禾', '申和平')
    for (const [path, value] of disk.files) {
      if (path.startsWith('a/')) anew.files.set(path, value)
    }
    await make(anew, three)
    const isList = (path: string) => /^(?:authors|sections)/.test(path)
    expect(paths.filter(isList).sort()).toEqual(
      [...readSite(anew).keys()].filter(isList).sort()
    )
  })

  test('should say what changed without a correction', async () => {
    const disk = await publishThree()
    await make(disk, three)
    await publishInto(disk, 'a/first', ({issue}) => {
      issue.date = '2025-06-02'
      const story = issue.children[1]?.children[0]
      const body = story?.children.find(({type}) => type === 'body')
      if (body?.type === 'body') body.children.pop()
    })
    const {notes} = await make(disk, ['a/first'])

    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain('/2025/06/02/p6/a1/')
    expect(disk.text('site/2025/06/02/p6/a1/index.html')).toContain(
      '本文在首次上网之后有改动'
    )
  })

  test('should refuse two papers at one address, and write nothing', async () => {
    const disk = await publishThree()
    await publishInto(disk, 'a/other', ({issue}) => {
      issue.date = '2025-06-02'
    })
    disk.written.length = 0
    const {problems} = await make(disk, [...three, 'a/other'])

    expect(problems[0]).toContain('`a/first` and `a/other` at one address')
    expect(disk.written).toEqual([])
    await make(disk, three)
    const later = await make(disk, ['a/other'])
    expect(later.problems[0]).toContain('where `first` is')
  })

  test('should be made anew of itself when its memory is lost', async () => {
    const disk = await publishThree()
    await make(disk, three)
    const before = readSite(disk)
    await disk.remove('site/.qianzi')
    await make(disk, [], {isAnew: true})

    const after = readSite(disk)
    for (const [path, value] of before)
      expect(after.get(path), path).toBe(value)
  })
})

/** Folders in links are their indexes. */
function toIndexes(site: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...site].map(([path, value]) => [
      path,
      path.endsWith('.html') || path.endsWith('.htm')
        ? value
            .replaceAll(
              /( href=")([^":]*\/|)(#[^"]*)?(?=")/g,
              (_, start: string, folder: string, hash = '') =>
                folder === '' && hash !== ''
                  ? `${start}${hash}`
                  : `${start}${folder}index.html${hash}`
            )
            .replaceAll(/ (?:href|src)="https:[^"]*"/g, '')
        : value
    ])
  )
}
