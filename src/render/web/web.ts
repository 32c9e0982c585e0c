// Web: the issue as a small site of plain files. One document for the issue, one
// for each page with its replica, one for each story; and `edition.json`, of
// which a site of many issues is made.
//
// It works from a disk and from any host: links are relative and name files.
// There is no script in it, and nothing is loaded from elsewhere.

import {longDate} from '../../model/calendar.ts'
import type {Plant} from '../../model/plant.ts'
import {toLayout} from '../layout-json.ts'
import type {Job, OutputFile, Renderer} from '../renderer.ts'
import {
  toEdition,
  toEditionText,
  type EditionFormat,
  type Theme
} from './edition.ts'
import {toIssueDocument} from './issue-document.ts'
import {namePage} from './name-page.ts'
import {toPageDocument} from './page-document.ts'
import {toPagePdfs} from './page-pdfs.ts'
import {planSite, type Site} from './site.ts'
import {makeSizedPictures} from './sized-pictures.ts'
import {toStoryDocument} from './story-document.ts'
import {toStyle} from './style.ts'

/** Render an issue as a web site. */
export const web: Renderer = {name: 'web', version: 3, render}

async function render(job: Job, plant: Plant): Promise<Array<OutputFile>> {
  const site = planSite(job.issue, toLayout(job.pages).pages)
  const pictures = await makeSizedPictures(site, job, plant)
  const pagePdfs = await cutPdf(site, job)
  const formats = findFormats(job)
  const theme = findTheme(job)
  const edition = toEdition({
    site,
    pictures,
    formats,
    pagePdfs: new Map(pagePdfs.map(({pageNumber, path}) => [pageNumber, path])),
    modified: job.modified,
    theme
  })

  return [
    toIssueDocument(site, pictures, formats),
    ...site.pages.map((page) => toPageDocument(site, page, pictures)),
    ...site.stories.map((story) => toStoryDocument(site, story, pictures)),
    {path: 'web/style.css', value: toStyle(theme.style)},
    ...pictures.files,
    ...pagePdfs.map(({path, value}) => ({path: `web/${path}`, value})),
    {path: 'edition.json', value: toEditionText(edition)}
  ]
}

// Links lead only to what is published with it.
function findFormats({
  issue,
  outputNames,
  screenPdf
}: Job): Array<EditionFormat> {
  const formats: Array<EditionFormat> = []
  if (outputNames?.includes('epub')) {
    formats.push({name: 'epub', path: `epub/${issue.id}.epub`})
  }
  if (outputNames?.includes('screen') && screenPdf) {
    formats.push({
      name: 'pdf',
      path: `screen/${issue.id}.pdf`,
      byteCount: screenPdf.length
    })
  }
  return formats
}

interface PagePdf {
  pageNumber: number
  path: string
  value: Uint8Array
}

async function cutPdf(
  {issue, pages}: Site,
  {outputNames, screenPdf}: Job
): Promise<Array<PagePdf>> {
  if (!screenPdf || !outputNames?.includes('screen')) return []
  const printed = pages.filter(({layout}) => layout)
  const titles = printed.map(
    ({page}) =>
      `${issue.publication} ${longDate(issue.date, issue.lang)} ${namePage(page, issue.lang).full}`
  )
  const values = await toPagePdfs(screenPdf, titles)
  return printed.flatMap(({folder, page: {pageNumber}}, index) => {
    const value = values[index]
    return value ? [{pageNumber, path: `${folder}/page.pdf`, value}] : []
  })
}

// A site has one look: that of its first page's template.
function findTheme({issue, templateFiles}: Job): Theme {
  const template = issue.children[0]?.template ?? ''
  const files = [...(templateFiles.get(template) ?? [])]
  const decoder = new TextDecoder()
  const partials = files.flatMap(([path, value]) => {
    const [, name] = /^web\/([\w-]+)\.html$/.exec(path) ?? []
    return name === undefined ? [] : [[name, decoder.decode(value)] as const]
  })
  const style = templateFiles.get(template)?.get('web/style.css')
  return {
    style: style ? decoder.decode(style) : '',
    partials: Object.fromEntries(partials)
  }
}
