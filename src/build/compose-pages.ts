// Make-up and composition: the two desks meet here and nowhere else. Make-up
// asks the composing room for depths through `castOff`.

import {openComposingRoom} from '../compose/compose.ts'
import {makeUpIssue} from '../makeup/makeup.ts'
import type {Issue} from '../model/issue.ts'
import type {ComposedPage} from '../model/page.ts'
import type {PictureTable} from '../model/picture.ts'
import type {PagePlan, StoryFacts} from '../model/plan.ts'
import type {Template} from '../template/template.ts'
import {noteRefusals} from './note-refusals.ts'
import type {OpenTemplates} from './open-templates.ts'
import type {ReadIssue} from './read-issue.ts'
import type {SubsetFaces} from './subset-faces.ts'

/** An issue in type. */
export interface ComposedIssue {
  pages: ReadonlyArray<ComposedPage>
  plans: ReadonlyArray<PagePlan>
}

/** What to compose. */
export interface ComposeRequest {
  issue: Issue
  read: ReadIssue
  templates: OpenTemplates
  fonts: SubsetFaces
  pictures: PictureTable
}

/** Make up and compose every page. */
export function composePages(request: ComposeRequest): ComposedIssue {
  const {fonts, issue, pictures, read, templates} = request
  const room = openComposingRoom({
    issue,
    templates: templates.byName,
    faces: fonts.table,
    pictures,
    issueFile: read.issueFile,
    files: read.storyFiles
  })
  const facts = new Map<string, StoryFacts>()
  const byPage = new Map<number, Template>()
  for (const page of issue.children) {
    const template = templates.byName.get(page.template)
    if (template) byPage.set(page.pageNumber, template)
    for (const one of room.facts(page.pageNumber)) facts.set(one.slug, one)
  }

  const results = makeUpIssue({
    pages: issue.children,
    templates: byPage,
    facts,
    castOff: (pageNumber) => room.castOff(pageNumber)
  })

  noteRefusals(results, issue, read)
  const plans = results.map(({plan}) => plan)
  return {plans, pages: plans.map((plan) => room.composePage(plan))}
}
