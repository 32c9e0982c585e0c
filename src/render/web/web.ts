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
import {planIssue, type IssuePlan} from './issue-plan.ts'
import type {IssueView} from './issue-view.ts'
import {toBareShell} from './shell.ts'
import {makeSizedPictures} from './sized-pictures.ts'
import {toStoryDocument} from './story-document.ts'
import {toStyle} from './style.ts'

/** Render an issue as a web site. */
export const web: Renderer = {name: 'web', version: 4, render}

async function render(job: Job, plant: Plant): Promise<Array<OutputFile>> {
  const plan = planIssue(job.issue, toLayout(job.pages).pages)
  const pictures = await makeSizedPictures(plan, job, plant)
  const pagePdfs = await cutPdf(plan, job)
  const formats = findFormats(job)
  const theme = findTheme(job)
  const edition = toEdition({
    plan,
    pictures,
    formats,
    pagePdfs: new Map(pagePdfs.map(({pageNumber, path}) => [pageNumber, path])),
    modified: job.modified,
    theme
  })

  const view: IssueView = {
    plan,
    pictures,
    formats: formats.map((format) => ({...format, path: `../${format.path}`})),
    pagePdfs: new Map(pagePdfs.map(({pageNumber, path}) => [pageNumber, path])),
    shell: toBareShell(theme.partials)
  }

  return [
    ...toIssueDocuments(view).map(({path, value}) => ({
      path: `web/${path}`,
      value
    })),
    {path: 'web/style.css', value: toStyle(theme.style)},
    ...pictures.files,
    ...pagePdfs.map(({path, value}) => ({path: `web/${path}`, value})),
    {path: 'edition.json', value: toEditionText(edition)}
  ]
}

/** Write all documents of an issue; paths are from its folder. */
export function toIssueDocuments(view: IssueView): Array<OutputFile> {
  const {pages, stories} = view.plan
  return [
    toIssueDocument(view),
    ...pages.map((page) => toPageDocument(view, page)),
    ...stories.map((story) => toStoryDocument(view, story))
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
  {issue, pages}: IssuePlan,
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

export {toCatalogIssue, toIssueFolder} from './catalog.ts'
export type {CatalogIssue, CatalogStory} from './catalog.ts'
export {toEditionText, type Edition, type Theme} from './edition.ts'
export {relocate} from './relocate.ts'
export {toSiteAssets, type SiteAssets} from './site-assets.ts'
export {
  planEdition,
  toHomeFiles,
  toSearchedIssue,
  toSiteIssueDocument,
  toSiteIssueFiles,
  type SiteIssue
} from './site-issue.ts'
export {
  listKeys,
  packList,
  packWords,
  packYear,
  unpackWords,
  unpackYear,
  type PackedShards,
  type SearchedIssue,
  type YearChange
} from './search-files.ts'
export type {YearNews} from './search/splice-years.ts'
export type {WordsIndex, YearIndex} from './search/year-index.ts'
export type {Entry} from './entry-list.ts'
export {toListFolder, type ListName} from './list-document.ts'
export {
  toDayFiles,
  toNameFiles,
  toRootFiles,
  toYearFiles,
  type SiteFacts
} from './site-root.ts'
