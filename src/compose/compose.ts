// The composing room: every line of an issue, set. Make-up asks it how deep
// stories run; when the plan is made it sets the pages, with the same rows.

import type {VFile} from 'vfile'
import type {Issue, Page} from '../model/issue.ts'
import {listPageNumbers} from '../model/list-page-numbers.ts'
import type {
  ComposedModule,
  ComposedPage,
  Furniture,
  PageFace
} from '../model/page.ts'
import type {PictureTable} from '../model/picture.ts'
import type {
  CastOff,
  CastOffResult,
  PagePlan,
  PlannedModule,
  StoryFacts
} from '../model/plan.ts'
import type {Story} from '../model/story.ts'
import {findPageTemplate, type Template} from '../template/template.ts'
import type {FaceTable} from '../type/type.ts'
import {castOffSetting} from './cast-off-setting.ts'
import {noteMissing} from './note-missing.ts'
import {numberNotes} from './number-notes.ts'
import {paintBlock} from './paint-blocks.ts'
import {paintCutoffs, paintFurniture} from './paint-furniture.ts'
import {setModule} from './set-module.ts'
import {setStory} from './set-story.ts'
import {openPreparedCache} from './prepared-cache.ts'
import type {StoryRoom} from './story-room.ts'
import {toFacts} from './to-facts.ts'

export {composeRules} from './note-missing.ts'
export {furnitureCharacters} from './paint-furniture.ts'

/** What the room works with. */
export interface ComposeInput {
  issue: Issue
  /** Templates by name. */
  templates: ReadonlyMap<string, Template>
  faces: FaceTable
  pictures: PictureTable
  /** `issue.yaml`, for notes on what is printed around stories. */
  issueFile: VFile
  /** Manuscripts by path, for notes. */
  files: ReadonlyMap<string, VFile>
  /** Set a module, unless it was set before (default: it is set). */
  recallModule?(
    module: PlannedModule,
    pageNumber: number,
    set: () => ComposedModule
  ): ComposedModule
}

/** The room. */
export interface ComposingRoom {
  /** What make-up has to know of the stories that begin on a page. */
  facts(pageNumber: number): ReadonlyArray<StoryFacts>
  /** What it has to know of the fillers. */
  fillerFacts(): ReadonlyArray<StoryFacts>
  /** Depths of stories in the columns of a page. */
  castOff(pageNumber: number): CastOff
  /** Set a page; `pages` are all pages as they are made up (default: as filed). */
  composePage(plan: PagePlan, pages?: ReadonlyArray<Page>): ComposedPage
}

/** Pages whose rows are kept: copy moves between a page and the next. */
const mostPagesAtHand = 3

/** Open the room for an issue. */
export function openComposingRoom(input: ComposeInput): ComposingRoom {
  const {issue} = input
  const recallModule = input.recallModule ?? ((_module, _page, set) => set())
  const rooms = new Map<string, StoryRoom>()
  const designs = new Map<Page, Template>()
  const noted = new Set<string>()
  const prepared = openPreparedCache()
  let atHand: ReadonlyArray<Page> = []

  return {facts, fillerFacts, castOff, composePage}

  function facts(pageNumber: number): ReadonlyArray<StoryFacts> {
    const page = findPage(pageNumber)
    return page.children.map((story, rank) =>
      toFacts(story, rank, findTemplate(page), input.pictures)
    )
  }

  function fillerFacts(): ReadonlyArray<StoryFacts> {
    const [page] = issue.children
    if (!page) return []
    return (issue.fillers ?? []).map((story, rank) =>
      toFacts(story, rank, findTemplate(page), input.pictures)
    )
  }

  function castOff(pageNumber: number): CastOff {
    const page = findPage(pageNumber)
    turnTo(page)
    const casts = new Map<string, CastOffResult>()
    return (request) => {
      // Pictures only move lines about: they don't change how copy breaks.
      const {from, jumpPageNumber, part, shape, slug, to} = request
      const key = JSON.stringify([slug, part, shape, from, to, jumpPageNumber])
      const known = casts.get(key)
      if (known) return known
      const setting = setStory({...request, room: findRoom(slug, page)})
      const cast = castOffSetting(setting)
      casts.set(key, cast)
      return cast
    }
  }

  /** Rows are many: only those of the pages at hand are kept. */
  function turnTo(page: Page): void {
    if (atHand.at(-1) === page) return
    const others = atHand.filter((one) => one !== page)
    atHand = [...others, page].slice(-mostPagesAtHand)
    const slugs = new Set(
      atHand.flatMap(({children}) => children.map(({slug}) => slug))
    )
    for (const {lineCounts, rows, story} of rooms.values()) {
      if (slugs.has(story.slug)) continue
      rows.clear()
      lineCounts.clear()
    }
  }

  function composePage(
    plan: PagePlan,
    pages: ReadonlyArray<Page> = issue.children
  ): ComposedPage {
    const page = findPage(plan.pageNumber)
    turnTo(page)
    const template = findTemplate(page)
    const furniture = paintFurniture({
      issue,
      page,
      pages,
      template,
      faces: input.faces,
      onMissing: (characters, styleName) => {
        for (const character of characters) {
          const key = `${styleName} ${character}`
          if (noted.has(key)) continue
          noted.add(key)
          noteMissing(character, styleName, [issue], input.issueFile)
        }
      }
    })
    const words = furniture.filter(hasWords)
    const modules = plan.modules.map((module): ComposedModule =>
      recallModule(module, page.pageNumber, () =>
        setModule(module, findRoom(module.slug, page))
      )
    )
    const {grid, sheet} = template
    return {
      type: 'composedPage',
      pageNumber: page.pageNumber,
      ...(page.facingPageNumber === undefined
        ? {}
        : {facingPageNumber: page.facingPageNumber}),
      ...(page.section ? {section: page.section} : {}),
      publication: issue.publication,
      date: issue.date,
      lang: issue.lang,
      widthPt: sheet.widthPt,
      depthPt: sheet.depthPt,
      bleedPt: sheet.bleedPt,
      typeArea: {
        xPt: grid.xPt,
        yPt: grid.yPt,
        widthPt:
          grid.columnCount * grid.measurePt +
          (grid.columnCount - 1) * grid.gutterPt,
        depthPt: grid.lineCount * grid.leadingPt
      },
      grid: {
        columnCount: grid.columnCount,
        lineCount: grid.lineCount,
        measurePt: grid.measurePt,
        gutterPt: grid.gutterPt,
        leadingPt: grid.leadingPt
      },
      colors: template.colors,
      faces: listFaces(template),
      children: [
        // What has no words lies under everything; what is read comes in the
        // order it is read in.
        ...furniture.filter((group) => !hasWords(group)),
        ...words.filter(({role}) => role === 'header'),
        ...modules.flatMap((module) => {
          const block = plan.blocks?.find(({slugs}) => slugs[0] === module.slug)
          if (!block) return [module]
          const {faces} = input
          const {lang} = issue
          return [paintBlock(block, {plan, template, faces, lang}), module]
        }),
        ...paintCutoffs(plan.cutoffs, template),
        ...words.filter(({role}) => role === 'artifact')
      ]
    }
  }

  function listFaces(template: Template): Record<string, PageFace> {
    const faces: Record<string, PageFace> = {}
    for (const name of Object.keys(template.faces)) {
      faces[name] = {
        family: `qianzi-${name}`,
        fileKey: name,
        ...input.faces.metricsOf(name)
      }
    }
    return faces
  }

  function findRoom(slug: string, page: Page): StoryRoom {
    const template = findTemplate(page)
    const key = `${slug} ${template.name}`
    const known = rooms.get(key)
    if (known) return known
    const owner = issue.children.find((one) =>
      one.children.some((story) => story.slug === slug)
    )
    const stories = owner?.children ?? issue.fillers ?? []
    const story = stories.find((one) => one.slug === slug)
    if (!story) {
      throw new TypeError(
        `Unexpected slug \`${slug}\`, expected one of the issue`
      )
    }
    const room: StoryRoom = {
      story,
      template,
      faces: input.faces,
      pictures: input.pictures,
      isLead: owner?.children.indexOf(story) === 0,
      notes: numberNotes(story),
      rows: new Map(),
      prepared,
      lineCounts: new Map(),
      formatPage: (pageNumber) =>
        listPageNumbers(findPage(pageNumber)).join('–'),
      onMissing: (characters, blockId) =>
        noteOnce(characters, blockId, owner ?? page, story)
    }
    rooms.set(key, room)
    return room
  }

  /** A block is broken many times; its notes are made once. */
  function noteOnce(
    characters: ReadonlyArray<string>,
    blockId: string,
    page: Page,
    story: Story
  ): void {
    for (const character of characters) {
      const key = `${blockId} ${character}`
      if (noted.has(key)) continue
      noted.add(key)
      const file = input.files.get(story.path)
      if (file) noteMissing(character, blockId, [issue, page, story], file)
    }
  }

  function findPage(pageNumber: number): Page {
    const page = issue.children.find((one) => one.pageNumber === pageNumber)
    if (page) return page
    throw new TypeError(
      `Unexpected page \`${pageNumber}\`, expected one of the issue`
    )
  }

  function findTemplate(page: Page): Template {
    const known = designs.get(page)
    if (known) return known
    const template = findPageTemplate(input.templates, page)
    if (template) {
      designs.set(page, template)
      return template
    }
    throw new TypeError(
      `Unexpected template \`${page.template}\`, expected an open one`
    )
  }
}

function hasWords(group: Furniture): boolean {
  return group.children.some((mark) => mark.type === 'line')
}
