// Make-up and composition: the two desks meet here and nowhere else. Make-up
// asks the composing room for depths through `castOff`.

import {openComposingRoom} from '../compose/compose.ts'
import {makeUpIssue} from '../makeup/makeup.ts'
import type {Issue} from '../model/issue.ts'
import type {ComposedPage} from '../model/page.ts'
import type {PictureTable} from '../model/picture.ts'
import type {PagePlan, StoryFacts} from '../model/plan.ts'
import {note, type Rule} from '../note/note.ts'
import type {Template} from '../template/template.ts'
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

/** Rule: every story finds a place on its page. */
export const storyUnplaced: Rule = {id: 'story-unplaced', level: 'error'}

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

  for (const {plan, unplaced} of results) {
    for (const unit of unplaced) {
      const page = issue.children.find(
        (one) => one.pageNumber === plan.pageNumber
      )
      const story = issue.children
        .flatMap((one) => one.children)
        .find((one) => one.slug === unit.slug)
      const file = story && read.storyFiles.get(story.path)
      note(
        file ?? read.issueFile,
        storyUnplaced,
        `Unexpected story \`${unit.slug}\` without a place on page \`${plan.pageNumber}\`, expected a module of its own`,
        {
          ancestors: [
            issue,
            ...(page ? [page] : []),
            ...(story ? [story] : [])
          ],
          fix: `Give \`${unit.slug}\` a place that is on the page and free, or take away its \`at\`.`
        }
      )
    }
  }

  const plans = results.map(({plan}) => plan)
  return {plans, pages: plans.map((plan) => room.composePage(plan))}
}
