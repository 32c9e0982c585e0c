// Find and parse the manuscripts that the pages list: each once.

import type {Position} from 'unist'
import type {VFile} from 'vfile'
import type {IssueSettings} from '../config/config.ts'
import type {Story} from '../model/story.ts'
import {note} from '../note/note.ts'
import type {RulePage} from '../note/rule-page.ts'
import {
  slugTwice,
  storyMissing,
  storyName,
  storyTwice,
  storyUnlisted
} from './issue-rules.ts'
import {findMeantFile} from './find-meant-file.ts'
import {parseStory} from './parse-story.ts'

/** A manuscript that is listed. */
export interface ListedStory {
  story: Story
  file: VFile
  /** Where it is listed; a filler is on no page: `-1`. */
  pageIndex: number
  entryIndex: number
}

/** What the desk needs to find manuscripts. */
export interface ListOptions {
  settings: IssueSettings
  issueFile: VFile
  stories: ReadonlyMap<string, VFile>
  pictures: ReadonlySet<string>
  encoding?: string
  recallStory?(file: VFile, path: string, parse: () => Story): Story
}

/** Parse the manuscripts in the order of the pages; by path. */
export function listStories(
  options: ListOptions
): ReadonlyMap<string, ListedStory> {
  const {settings, stories} = options
  const listed = new Map<string, ListedStory>()
  const paths = new Map<string, string>()

  for (const [pageIndex, page] of settings.pages.entries()) {
    for (const [entryIndex, entry] of page.stories.entries()) {
      if (typeof entry !== 'string' && 'continues' in entry) continue
      const asked = typeof entry === 'string' ? entry : entry.file
      list(asked, pageIndex, entryIndex)
    }
  }
  for (const [entryIndex, asked] of (settings.fillers ?? []).entries()) {
    list(asked, -1, entryIndex)
  }

  noteUnlisted(options, listed)
  return listed

  function list(asked: string, pageIndex: number, entryIndex: number): void {
    const path = asked.replace(/^(?:\.\/)+/, '')
    const file = stories.get(path)
    const slug = toSlug(path)
    const place = findPlace(options, pageIndex, entryIndex)
    if (!checkEntry({...options, place}, path, listed, paths)) return
    if (!file) return

    const parse = (): Story =>
      parseStory(file, {
        path,
        slug,
        lang: settings.lang,
        pictures: options.pictures,
        encoding: options.encoding
      })
    const story = options.recallStory?.(file, path, parse) ?? parse()
    paths.set(slug, path)
    listed.set(path, {story, file, pageIndex, entryIndex})
  }
}

/** Give the slug of a manuscript: its file's name without `.md`. */
export function toSlug(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '')
}

function checkEntry(
  options: ListOptions & {place: Position | undefined},
  path: string,
  listed: ReadonlyMap<string, ListedStory>,
  paths: ReadonlyMap<string, string>
): boolean {
  const {issueFile, place, stories} = options
  const slug = toSlug(path)
  const other = paths.get(slug)

  function tell(rule: RulePage, reason: string, fix = rule.fix): false {
    note(issueFile, rule, reason, {place, actual: path, fix})
    return false
  }

  if (listed.has(path)) {
    return tell(
      storyTwice,
      `Unexpected \`${path}\` listed twice, expected it once`
    )
  }
  if (!stories.has(path)) {
    const meant = findMeantFile(path, stories.keys())
    return tell(
      storyMissing,
      `Unexpected missing manuscript \`${path}\`, expected the file in the folder of the issue`,
      meant && `Did you mean \`${meant}\`? Otherwise file the manuscript.`
    )
  }
  // oxlint-disable-next-line no-control-regex -- that is what is looked for
  if (/^\.*$|[<>:"|?*#%&\\\0-\u001f\u007f]/.test(slug)) {
    return tell(
      storyName,
      `Unexpected name \`${path}\` of a manuscript, expected letters, digits, \`-\` and \`_\``
    )
  }
  if (other !== undefined) {
    return tell(
      slugTwice,
      `Unexpected \`${path}\` with the same name as \`${other}\`, expected names of their own`
    )
  }
  return true
}

function noteUnlisted(
  options: ListOptions,
  listed: ReadonlyMap<string, ListedStory>
): void {
  const entries = options.settings.pages.flatMap((page) => page.stories)
  const names = new Set(
    entries.map((entry) => {
      if (typeof entry === 'string') return entry.replace(/^(?:\.\/)+/, '')
      return 'file' in entry ? entry.file.replace(/^(?:\.\/)+/, '') : ''
    })
  )
  for (const asked of options.settings.fillers ?? []) names.add(asked)
  for (const path of [...options.stories.keys()].sort()) {
    if (listed.has(path) || names.has(path)) continue
    note(
      options.issueFile,
      storyUnlisted,
      `Unexpected manuscript \`${path}\` that no page lists, expected all of them listed`,
      {actual: path, fix: storyUnlisted.fix}
    )
  }
}

function findPlace(
  options: ListOptions,
  pageIndex: number,
  entryIndex: number
): Position | undefined {
  const path =
    pageIndex < 0
      ? ['fillers', entryIndex]
      : ['pages', pageIndex, 'stories', entryIndex]
  return options.issueFile.data.findYamlPlace?.(path)
}
