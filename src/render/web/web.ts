// Web: the issue as a small site of plain files. One document for the issue, one
// for each page with its replica, one for each story.
//
// It works from a disk and from any host: links are relative and name files.
// There is no script in it, and nothing is loaded from elsewhere.

import type {Job, OutputFile, Renderer} from '../renderer.ts'
import type {Plant} from '../../model/plant.ts'
import {toIssueDocument, type Edition} from './issue-document.ts'
import {toPageDocument} from './page-document.ts'
import {planSite} from './site.ts'
import {makeSizedPictures} from './sized-pictures.ts'
import {toStoryDocument} from './story-document.ts'
import {toStyle} from './style.ts'

/** Render an issue as a web site. */
export const web: Renderer = {name: 'web', render}

async function render(job: Job, plant: Plant): Promise<Array<OutputFile>> {
  const site = planSite(job.issue, job.pages)
  const pictures = await makeSizedPictures(site, job, plant)

  return [
    toIssueDocument(site, pictures, findEditions(job)),
    ...site.pages.map((page) => toPageDocument(site, page, pictures)),
    ...site.stories.map((story) => toStoryDocument(site, story, pictures)),
    {path: 'web/style.css', value: toStyle(findTemplateStyle(job))},
    ...pictures.files
  ]
}

// Links lead only to what is published with it.
function findEditions({issue, outputNames, screenPdf}: Job): Array<Edition> {
  const id = encodeURIComponent(issue.id)
  const editions: Array<Edition> = []
  if (outputNames?.includes('epub')) {
    editions.push({name: 'epub', href: `../epub/${id}.epub`})
  }
  if (outputNames?.includes('screen') && screenPdf) {
    editions.push({name: 'pdf', href: `../screen/${id}.pdf`})
  }
  return editions
}

// A site has one look: that of its first page's template.
function findTemplateStyle({issue, templateFiles}: Job): string {
  const template = issue.children[0]?.template ?? ''
  const file = templateFiles.get(template)?.get('web/style.css')
  return file ? new TextDecoder().decode(file) : ''
}
