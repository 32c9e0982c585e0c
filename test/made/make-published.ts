// Published issues, light: what the press would leave for a site, without
// running it. Two pages of ten stories.

import fs from 'node:fs/promises'
import path from 'node:path'
import type {Issue} from '../../src/model/issue.ts'
import type {Story} from '../../src/model/story.ts'
import type {Layout, LayoutModule} from '../../src/render/layout-json.ts'
import type {Edition} from '../../src/render/web/edition.ts'
import {makeStories} from './make-stories.ts'

const storiesPerPage = 10
// A paper has so many reporters, not a new one for every story.
const reporters = makeStories(60, 7).flatMap(({authors}) => authors)
const pageNumbers = [1, 2] as const
const widthMm = 390
const depthMm = 540

/** Write the published issue of a day, counted from the first of 2024. */
export async function writePublished(
  folder: string,
  dayNumber: number
): Promise<void> {
  const date = new Date(Date.UTC(2024, 0, 1 + dayNumber))
    .toISOString()
    .slice(0, 10)
  const copy = makeStories(storiesPerPage * pageNumbers.length, dayNumber + 1)
  const pages = pageNumbers.map((pageNumber, pageIndex) => ({
    pageNumber,
    section: pageIndex === 0 ? '要闻' : '综合',
    stories: copy
      .slice(pageIndex * storiesPerPage, (pageIndex + 1) * storiesPerPage)
      .map((one, index) =>
        toStory(`s${pageNumber}-${index}`, {
          ...one,
          authors: [
            reporters[
              (dayNumber * 7 + pageIndex * 11 + index * 3) % reporters.length
            ] ?? ''
          ]
        })
      )
  }))
  const issue: Issue = {
    type: 'issue',
    id: `paper-${date}`,
    publication: '云中日报',
    date,
    issueNumber: 1000 + dayNumber,
    lang: 'zh-CN',
    imprint: {publisher: '云中日报社'},
    children: pages.map(({pageNumber, section, stories}) => ({
      type: 'page',
      pageNumber,
      section,
      template: 'broadsheet',
      staff: [],
      placements: [],
      children: stories
    }))
  }
  const layout: Layout = {
    version: 1,
    pages: pages.map(({pageNumber, section, stories}) => ({
      pageNumber,
      section,
      widthMm,
      depthMm,
      typeArea: {x: 20, y: 40, width: 350, depth: 480},
      grid: {
        columnCount: 8,
        lineCount: 118,
        measureMm: 41,
        gutterMm: 3,
        leadingMm: 3.97
      },
      furniture: [],
      modules: stories.map(toModule)
    }))
  }
  const edition: Edition = {
    version: 1,
    issue,
    modified: `${date}T00:00:00.000Z`,
    formats: [{name: 'pdf', path: `screen/${issue.id}.pdf`}],
    pages: pages.map(({pageNumber}) => ({
      pageNumber,
      pictures: [
        {path: `p${pageNumber}/page-320.webp`, widthPx: 320, depthPx: 443}
      ]
    })),
    stories: pages.flatMap(({pageNumber, stories}) =>
      stories.map(({slug}, index) => ({
        slug,
        folder: `p${pageNumber}/a${index + 1}`,
        photos: [],
        clippings: []
      }))
    ),
    theme: {style: '', partials: {}}
  }
  const files = {
    'edition.json': JSON.stringify(edition),
    'layout.json': JSON.stringify(layout),
    [`screen/${issue.id}.pdf`]: '%PDF-',
    'web/p1/page-320.webp': 'page',
    'web/p2/page-320.webp': 'page'
  }
  for (const [name, value] of Object.entries(files)) {
    const file = path.join(folder, name)
    await fs.mkdir(path.dirname(file), {recursive: true})
    await fs.writeFile(file, value)
  }
}

function toStory(
  slug: string,
  {authors, blocks, kind}: ReturnType<typeof makeStories>[number]
): Story {
  const [headline = '', ...paragraphs] = blocks
  return {
    type: 'story',
    slug,
    path: `${slug}.md`,
    kind: kind === 'feature' ? 'feature' : 'news',
    status: 'complete',
    lang: 'zh-CN',
    isBoxed: false,
    children: [
      {type: 'headline', children: [{type: 'text', value: headline}]},
      {
        type: 'byline',
        children: [{type: 'text', value: `本报记者 ${authors[0] ?? ''}`}]
      },
      {
        type: 'body',
        children: paragraphs.map((value) => ({
          type: 'paragraph',
          children: [{type: 'text', value}]
        }))
      }
    ]
  }
}

// A line for every thirteen characters, as in a column.
function toModule(story: Story, index: number): LayoutModule {
  const x = 20 + (index % 5) * 70
  const y = 40 + Math.floor(index / 5) * 240
  const body = story.children.find(({type}) => type === 'body')
  const paragraphs = body?.type === 'body' ? body.children : []
  const area = {x, y, width: 68, depth: 238}
  return {
    story: story.slug,
    kind: story.kind,
    part: 'whole',
    lang: story.lang,
    area,
    zone: [
      [x, y],
      [x + 68, y],
      [x + 68, y + 238],
      [x, y + 238]
    ],
    legs: [{...area, lineCount: 40}],
    blocks: paragraphs.map((paragraph, number) => {
      const text =
        paragraph.type === 'paragraph' && paragraph.children[0]?.type === 'text'
          ? paragraph.children[0].value
          : ''
      return {
        id: `${story.slug}/body/${number}`,
        role: 'paragraph',
        lines: (text.match(/.{1,13}/gu) ?? []).map((line, lineIndex) => ({
          x,
          y: y + lineIndex * 3.97,
          width: 41.3,
          depth: 3.2,
          baseline: y + lineIndex * 3.97 + 2.8,
          text: line,
          edges: Array.from(
            {length: line.length + 1},
            (_, at) => Math.round(at * 3175) / 1000
          ),
          join: ''
        }))
      }
    }),
    pictures: [],
    facts: {
      oversetLineCount: 0,
      oversetCharacterCount: 0,
      shortLineCount: 0,
      shortCharacterCount: 0,
      bodyLineCount: 40,
      padLineCount: 0,
      legCount: 1,
      measurePt: 117,
      headlineSizePt: 24
    }
  }
}
