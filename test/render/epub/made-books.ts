// Made-up issues to make EPUBs of: one with everything, one in English, one with
// nothing but hostile text, one without a story.

import fs from 'node:fs/promises'
import {createRequire} from 'node:module'
import sharp from 'sharp'
import subsetFont from 'subset-font'
import type {Issue, Page} from '../../../src/model/issue.ts'
import type {Plant, RasterPage} from '../../../src/model/plant.ts'
import type {Story} from '../../../src/model/story.ts'
import type {EpubMachines} from '../../../src/render/epub/to-epub-files.ts'
import type {Job, JobFace} from '../../../src/render/renderer.ts'
import {makeModule, makePage} from '../made-page.ts'
import {
  everything,
  makeFigure,
  makeHead,
  makeParagraph,
  makeStory
} from '../made-stories.ts'

const require = createRequire(import.meta.url)
const encoder = new TextEncoder()

const fontFiles = {
  song: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  songBold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  kai: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff'
} as const

const englishFontFiles = {
  serif:
    '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  serifItalic:
    '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  serifBold:
    '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
  song: fontFiles.song
} as const

/** What an EPUB is made of and with. */
export interface MadeBook {
  name: string
  job: Job
}

/** Make all of them. */
export async function makeBooks(): Promise<Array<MadeBook>> {
  return [
    {name: 'everything', job: await makeFullJob()},
    {name: 'english', job: await makeEnglishJob()},
    {name: 'hostile', job: await makeHostileJob()},
    {name: 'empty', job: await makeEmptyJob()}
  ]
}

/** Machines that do as the real ones, without a browser. */
export const machines: EpubMachines = {
  subsetFace: async (value, text) =>
    new Uint8Array(
      await subsetFont(Buffer.from(value), text, {targetFormat: 'truetype'})
    ),
  plant: {
    printPdf: refuse,
    rasterizePdf: refuse,
    async inspectPicture(value) {
      const {format, height, width} = await sharp(value).metadata()
      return {widthPx: width, depthPx: height, mediaType: `image/${format}`}
    },
    async convertPicture(value, {format, quality = 80, widthPx}) {
      const made = await sharp(value)
        .resize({width: widthPx, withoutEnlargement: true})
        .toFormat(format, {quality})
        .toBuffer()
      return new Uint8Array(made)
    },
    separatePicture: () => Promise.reject(new Error('Unexpected inks'))
  } satisfies Plant
}

function refuse(): Promise<never> {
  return Promise.reject(new TypeError('Unexpected call of the plant'))
}

async function makeFullJob(): Promise<Job> {
  const second = makeStory(
    'second',
    [makeHead('headline', '第二篇消息'), makeHead('byline', '本报记者 王五')],
    ['一段话。', makeFigure('photo/logo.png', '', {credit: '示意图'})]
  )
  const untitled = makeStory(
    'untitled',
    [],
    ['初夏的云中山峦叠翠，游人如织。', '再一段。'],
    {kind: 'commentary'}
  )
  const named = makeStory(
    '集纳 一',
    [makeHead('headline', '中文文件名')],
    ['内容之一。'],
    {kind: 'brief'}
  )
  const ad = makeStory('ad', [makeHead('headline', '沙棘汁')], ['好喝。'], {
    kind: 'ad'
  })
  const english = makeStory(
    'visitors',
    [makeHead('headline', 'Visitors return')],
    [makeParagraph('The hills are green again.')],
    {lang: 'en'}
  )
  const issue = makeIssue({
    issueNumber: 10986,
    rights: '版权所有 云中日报社',
    url: 'https://paper.example',
    imprint: {
      cn: 'CN 00-0000',
      issn: '1234-567X',
      publisher: '云中日报社',
      note: '本报纯属虚构。'
    },
    children: [
      {
        ...makeIssuePage(5, [everything, second, untitled]),
        section: '乡村振兴特刊',
        staff: [
          {role: '责编', name: '赵六'},
          {role: '校对', name: '钱七'}
        ]
      },
      {
        ...makeIssuePage(6, [named, ad, english]),
        placements: [
          {slug: 'everything', part: 'rest', jumpFromPageNumber: 5},
          {slug: '集纳 一', part: 'whole'},
          {slug: 'ad', part: 'whole'},
          {slug: 'visitors', part: 'whole'}
        ]
      }
    ]
  })
  const pictures = new Map([
    ['photo/field.jpg', await draw(900, 600, 'jpeg')],
    ['photo/logo.png', await draw(200, 100, 'png')]
  ])
  return makeJob(issue, {pictures, faces: await loadFaces(fontFiles)})
}

async function makeEnglishJob(): Promise<Job> {
  const story = makeStory(
    'river',
    [
      makeHead('headline', 'River “falls” & rises < again'),
      makeHead('deck', 'Third night in a row'),
      makeHead('byline', 'By Ada Lindqvist and Bo Ek')
    ],
    [
      makeParagraph(
        'The river rose ',
        {type: 'emphasis', children: [{type: 'text', value: 'again'}]},
        ' in 云中.'
      ),
      makeFigure('photo/river.jpg', 'The river.', {credit: 'Photo: Cy Young'})
    ],
    {lang: 'en', kind: 'feature'}
  )
  const issue = makeIssue({
    id: 'cloud-times-2026-06-02',
    publication: 'Cloud Times',
    lang: 'en',
    accessibilityCertifier: 'Cloud Times',
    children: [{...makeIssuePage(1, [story]), template: 'broadsheet-en'}]
  })
  return makeJob(issue, {
    pictures: new Map([['photo/river.jpg', await draw(3000, 2000, 'jpeg')]]),
    faces: await loadFaces(englishFontFiles)
  })
}

// No picture of any page, no fonts, no template, a lost photo; text that tries to
// break out.
async function makeHostileJob(): Promise<Job> {
  const text = `a<script>alert("x")</script>&amp;]]>\u0000\u0008\uFFFF\u202E"'\uD800 𠮷🙂<!--`
  const story = makeStory(
    '../../Evil',
    [
      makeHead('kicker', text),
      makeHead('headline', text),
      makeHead('byline', text)
    ],
    [
      text,
      makeFigure('photo/lost.jpg', text, {alt: text, credit: text}),
      {type: 'table', children: [{type: 'tableRow', children: []}]},
      makeParagraph({
        type: 'link',
        url: 'https://例子.example/路径?"<>',
        children: [{type: 'text', value: text}]
      })
    ]
  )
  const twin = makeStory('../../evil', [], [])
  const issue = makeIssue({
    publication: text,
    rights: text,
    description: text,
    imprint: {issn: text, note: text},
    children: [
      {...makeIssuePage(1, [story, twin]), section: text, template: 'none'},
      {...makeIssuePage(2, []), template: 'none'}
    ]
  })
  const job = await makeJob(issue, {})
  return {...job, pages: [], pageImages: new Map()}
}

async function makeEmptyJob(): Promise<Job> {
  return makeJob(makeIssue({children: []}), {})
}

function makeIssue(more: Partial<Issue>): Issue {
  return {
    type: 'issue',
    id: 'yunzhong-2026-06-02',
    publication: '云中日报',
    date: '2026-06-02',
    lang: 'zh-CN',
    imprint: {},
    children: [],
    ...more
  }
}

function makeIssuePage(pageNumber: number, stories: Array<Story>): Page {
  return {
    type: 'page',
    pageNumber,
    template: 'broadsheet',
    staff: [],
    placements: stories.map(({slug}) => ({slug, part: 'whole'})),
    children: stories
  }
}

interface JobParts {
  pictures?: ReadonlyMap<string, Uint8Array>
  faces?: ReadonlyMap<string, JobFace>
}

async function makeJob(issue: Issue, parts: JobParts): Promise<Job> {
  const {faces = new Map(), pictures = new Map()} = parts
  const facts = [...pictures].map(([src, value]) => toFacts(src, value))
  const rasters = issue.children.map(
    async ({pageNumber}) => [pageNumber, await drawPage()] as const
  )
  const modules = (page: Page) =>
    page.placements.map(({part, slug}, index) =>
      makeModule(slug, [], {
        part,
        zone: [
          {xPt: 36, yPt: 60 + index * 100},
          {xPt: 436, yPt: 60 + index * 100},
          {xPt: 436, yPt: 150 + index * 100},
          {xPt: 36, yPt: 150 + index * 100}
        ]
      })
    )
  return {
    issue,
    pages: issue.children.map((page) =>
      makePage(page.pageNumber, [], modules(page))
    ),
    pictures: new Map(
      (await Promise.all(facts)).map((fact) => [fact.src, fact])
    ),
    pictureFiles: pictures,
    fontFiles: new Map(),
    faces,
    templateFiles: await loadStyles(),
    modified: new Date('2026-06-02T00:00:00Z'),
    pageImages: new Map(await Promise.all(rasters))
  }
}

async function toFacts(src: string, value: Uint8Array) {
  const {depthPx, mediaType, widthPx} =
    await machines.plant.inspectPicture(value)
  return {src, widthPx, depthPx, mediaType, hash: ''}
}

async function drawPage(): Promise<RasterPage> {
  const value = await draw(2400, 3200, 'jpeg')
  return {widthPx: 2400, depthPx: 3200, value}
}

async function draw(
  width: number,
  height: number,
  format: 'jpeg' | 'png'
): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#dde"/><circle cx="50%" cy="50%" r="20%" fill="#a33"/></svg>`
  const made = await sharp(encoder.encode(svg)).toFormat(format).toBuffer()
  return new Uint8Array(made)
}

async function loadFaces(
  files: Readonly<Record<string, string>>
): Promise<Map<string, JobFace>> {
  const faces = new Map<string, JobFace>()
  for (const [name, path] of Object.entries(files)) {
    const value = new Uint8Array(await fs.readFile(require.resolve(path)))
    faces.set(name, {name, read: () => Promise.resolve(value)})
  }
  return faces
}

async function loadStyles() {
  const styles = new Map<string, ReadonlyMap<string, Uint8Array>>()
  for (const name of ['broadsheet', 'broadsheet-en', 'tabloid']) {
    const path = `../../../templates/${name}/epub/style.css`
    const value = await fs.readFile(new URL(path, import.meta.url))
    styles.set(name, new Map([['epub/style.css', new Uint8Array(value)]]))
  }
  return styles
}
