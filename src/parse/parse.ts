// The copy desk: `issue.yaml` and manuscripts become an `Issue`.
//
// Every problem of the copy is a note on the file it is in, and work goes on
// with what is sensible, so that one run tells all. Nothing is ever made up:
// what is unknown or missing is marked as such.

import type {VFile} from 'vfile'
import type {IssueSettings} from '../config/config.ts'
import type {Issue} from '../model/issue.ts'
import type {Story} from '../model/story.ts'
import {unknownText} from '../model/unknown.ts'
import {checkIssue, toDate} from './check-issue.ts'
import {listStories} from './list-stories.ts'
import {toPages} from './to-pages.ts'

export {decodeCopy} from './decode-copy.ts'
export {
  importPage,
  type ImportedPage,
  type ImportOptions
} from './import-page.ts'
export {parseRules} from './rules.ts'

/** The files of an issue. */
export interface IssueFiles {
  /** Name of the issue, for when `issue.yaml` has no `id`: its folder's. */
  id: string
  /** The checked `issue.yaml`. */
  settings: IssueSettings
  issueFile: VFile
  /** Manuscripts by path in the issue's folder: bytes, or text. */
  stories: ReadonlyMap<string, VFile>
  /** Paths of the files there are in the issue's folder. */
  pictures: ReadonlySet<string>
  /** Encoding of copy that is not UTF-8, such as `gb18030`. */
  encoding?: string
  /** Parse a manuscript, unless it is known (default: it is parsed). */
  recallStory?(file: VFile, path: string, parse: () => Story): Story
}

/** What the copy desk made. */
export interface ParsedIssue {
  issue: Issue
  /** Every file that was read, with its notes; `issue.yaml` is first. */
  files: ReadonlyArray<VFile>
}

/** Parse an issue. */
export function parseIssue(input: IssueFiles): ParsedIssue {
  const {issueFile, settings} = input
  const {accessibilityCertifier, description, issueNumber, lang} = settings
  const {rights, url} = settings
  checkIssue(settings, issueFile)
  const listed = listStories(input)
  const isNameless = settings.publication === 'unknown'

  const issue: Issue = {
    type: 'issue',
    id: settings.id ?? input.id,
    publication: isNameless
      ? unknownText('publication', lang)
      : settings.publication,
    date: toDate(settings.date),
    lang,
    imprint: settings.imprint,
    ...(settings.press ? {press: settings.press} : {}),
    children: toPages(input, listed)
  }
  const {edition = 1} = settings
  if (edition > 1) issue.edition = edition
  const fillers = [...listed.values()].filter(({pageIndex}) => pageIndex < 0)
  if (fillers.length > 0) issue.fillers = fillers.map(({story}) => story)
  if (issueNumber !== undefined) issue.issueNumber = issueNumber
  if (description !== undefined) issue.description = description
  if (rights !== undefined) issue.rights = rights
  if (url !== undefined) issue.url = url
  if (settings.embedSources) issue.embedsSources = true
  if (accessibilityCertifier !== undefined) {
    issue.accessibilityCertifier = accessibilityCertifier
  }

  const files = [...listed.values()].map(({file}) => file)
  return {issue, files: [issueFile, ...files]}
}
