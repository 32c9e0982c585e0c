// Screen: the whole issue as one PDF, tagged, with bookmarks and links.
//
// Chromium prints the composed pages; then the repairs set right what it does
// not do well.

import type {Plant} from '../../model/plant.ts'
import {gatherFiles} from '../gather-files.ts'
import {readFontName} from '../read-font-name.ts'
import type {Job, OutputFile, Renderer} from '../renderer.ts'
import {toSheet} from '../sheet.ts'
import {repairPdf} from './repair-pdf.ts'

/** Render an issue as a PDF to read on a screen. */
export const screen: Renderer = {name: 'screen', render}

async function render(job: Job, plant: Plant): Promise<Array<OutputFile>> {
  const {attachments = [], fontFiles, issue, modified, pages} = job
  const {date, lang, publication} = issue
  const title = `${publication} ${date}`
  const printed = await print(job, title, plant)
  const names = [...fontFiles.values()].map(readFontName)
  const fontNames = new Set(names.filter((name) => name !== undefined))
  const facts = {
    pages,
    title,
    lang,
    publication,
    modified,
    fontNames,
    attachments
  }
  const value = await repairPdf(printed, facts)
  return [{path: `screen/${issue.id}.pdf`, value}]
}

// On its own, so that the sheet is gone while its print is repaired.
async function print(
  job: Job,
  title: string,
  plant: Plant
): Promise<Uint8Array> {
  const {fontFiles, issue, pages} = job
  const {lang} = issue
  const templates = new Map(
    issue.children.map((page) => [page.pageNumber, page.template])
  )
  // Pictures are made by other threads while the sheet is written here.
  const gathering = gatherFiles(pages, {...job, templates}, plant)
  gathering.catch(() => undefined)
  const sheet = toSheet(pages, {title, lang, fontFiles, templates})
  const resources = new Map([...sheet.resources, ...(await gathering)])
  return plant.printPdf({...sheet, resources})
}
