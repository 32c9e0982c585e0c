// Make-up and composition: the two desks meet here and nowhere else. Make-up
// asks the composing room for depths through `castOff`.

import {openComposingRoom} from '../compose/compose.ts'
import {makeUpIssue} from '../makeup/makeup.ts'
import type {Issue} from '../model/issue.ts'
import type {ComposedPage} from '../model/page.ts'
import type {PictureTable} from '../model/picture.ts'
import type {LatticeRect, PagePlan, StoryFacts} from '../model/plan.ts'
import {findPageTemplate, type Template} from '../template/template.ts'
import type {CompositionMemory} from './composition-memory.ts'
import {noteChanges} from './note-changes.ts'
import {noteRefusals} from './note-refusals.ts'
import {noteWishes} from './note-wishes.ts'
import type {OpenTemplates} from './open-templates.ts'
import type {ReadIssue} from './read-issue.ts'
import type {SubsetFaces} from './subset-faces.ts'

/** An issue in type. */
export interface ComposedIssue {
  /** The issue, its stories on the pages that they have now. */
  issue: Issue
  pages: ReadonlyArray<ComposedPage>
  plans: ReadonlyArray<PagePlan>
  /** Pages that have been refused: their copy is too much. */
  refused: ReadonlySet<number>
  /** Other layouts of each page, the best first. */
  alternatives: ReadonlyMap<number, ReadonlyArray<ComposedAlternative>>
}

/** Another layout of a page. */
export interface ComposedAlternative {
  plan: PagePlan
  page: ComposedPage
}

/** What to compose. */
export interface ComposeRequest {
  issue: Issue
  read: ReadIssue
  templates: OpenTemplates
  fonts: SubsetFaces
  pictures: PictureTable
  /** Where stories stood before, by `unitKey`, by page number. */
  previous?: ReadonlyMap<number, ReadonlyMap<string, LatticeRect>>
  /** Other layouts wanted of each page (default: `0`). */
  alternativeCount?: number
  /** Give back memory that make-up used (default: it is kept). */
  relieve?(): void
  /** What earlier runs found out (default: nothing). */
  memory?: CompositionMemory
}

/** Make up and compose every page. */
export function composePages(request: ComposeRequest): ComposedIssue {
  const {fonts, issue, memory, pictures, read, templates} = request
  const room = openComposingRoom({
    issue,
    templates: templates.byName,
    faces: fonts.table,
    pictures,
    issueFile: read.issueFile,
    files: read.storyFiles,
    ...(memory ? {recallModule: memory.recallModule} : {})
  })
  const facts = new Map<string, StoryFacts>()
  const byPage = new Map<number, Template>()
  for (const page of issue.children) {
    const template = findPageTemplate(templates.byName, page)
    if (template) byPage.set(page.pageNumber, template)
    for (const one of room.facts(page.pageNumber)) facts.set(one.slug, one)
  }

  for (const one of room.fillerFacts()) facts.set(one.slug, one)

  const {changes, pages, results} = makeUpIssue({
    pages: issue.children,
    templates: byPage,
    facts,
    castOff: (pageNumber) => {
      const castOff = room.castOff(pageNumber)
      return memory?.recallCastOff(pageNumber, castOff) ?? castOff
    },
    fillers: issue.fillers ?? [],
    ...(request.previous ? {previous: request.previous} : {}),
    ...(request.alternativeCount
      ? {alternativeCount: request.alternativeCount}
      : {})
  })

  request.relieve?.()
  const planned: Issue = {...issue, children: [...pages]}
  noteChanges(changes, planned, read)
  const columnCounts = new Map(
    [...byPage].map(([pageNumber, {grid}]) => [pageNumber, grid.columnCount])
  )
  const refused = noteRefusals({results, issue: planned, read, columnCounts})
  noteWishes(results, planned, read)
  return {
    issue: planned,
    plans: results.map(({plan}) => plan),
    refused,
    alternatives: new Map(
      results.map(({alternatives, plan}) => [
        plan.pageNumber,
        alternatives.map((other) => ({
          plan: other,
          page: room.composePage(other, pages)
        }))
      ])
    ),
    pages: results.map(({plan}) => room.composePage(plan, pages))
  }
}
