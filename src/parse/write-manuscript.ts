// Stories found on a page to the files of an issue.

import {escapeMarkdown} from './escape-markdown.ts'
import {findRunInLeads} from './find-run-in-lead.ts'
import type {PageStory} from './part-page.ts'

/** A file to write. */
export interface ManuscriptFile {
  /** Path in the folder of the issue. */
  path: string
  value: string
}

/** What is known about the page; what is not is written as `unknown`. */
export interface ManuscriptOptions {
  lang: string
  template: string
  publication?: string
  date?: string
  pageNumber?: number
  section?: string
}

/** Write the files of an issue: `issue.yaml`, then its stories. */
export function writeManuscript(
  stories: ReadonlyArray<PageStory>,
  options: ManuscriptOptions
): Array<ManuscriptFile> {
  const digits = String(stories.length).length
  const files = stories.map((story, index) => ({
    path: `${String(index + 1).padStart(Math.max(2, digits), '0')}-${story.kind}.md`,
    value: writeStory(story)
  }))
  const paths = files.map(({path}) => path)
  return [{path: 'issue.yaml', value: writeIssue(paths, options)}, ...files]
}

function writeIssue(
  paths: ReadonlyArray<string>,
  options: ManuscriptOptions
): string {
  const {date, lang, pageNumber, publication, section, template} = options
  const lines = [
    `publication: ${publication === undefined ? 'unknown' : quote(publication)}`,
    `date: ${date === undefined ? 'unknown' : quote(date)}`,
    `lang: ${quote(lang)}`,
    'pages:',
    `  - number: ${pageNumber ?? 'unknown'}`,
    ...(section === undefined ? [] : [`    section: ${quote(section)}`]),
    `    template: ${quote(template)}`,
    `    stories:${paths.length === 0 ? ' []' : ''}`,
    ...paths.map((path) => `      - ${path}`)
  ]
  return `${lines.join('\n')}\n`
}

function writeStory(story: PageStory): string {
  const {kicker, headline, decks} = toTitleGroup(story)
  const lines = ['---', `kind: ${story.kind}`]
  if (kicker !== undefined) lines.push(`kicker: ${toField(kicker)}`)
  if (decks.length === 1) lines.push(`deck: ${toField(decks[0] ?? '')}`)
  if (decks.length > 1) {
    lines.push('deck:', ...decks.map((deck) => `  - ${toField(deck)}`))
  }
  if (story.byline !== undefined) lines.push(`byline: ${toField(story.byline)}`)
  if (story.isTruncated) lines.push('status: truncated')
  lines.push('---')
  if (headline !== undefined) lines.push('', `# ${escapeMarkdown(headline)}`)
  lines.push(...toBlocks(story).flatMap((block) => ['', block]))
  return `${lines.join('\n')}\n`
}

// Of several lines, a Chinese page has the kicker first; elsewhere what is
// under the headline is a deck.
function toTitleGroup(story: PageStory): {
  kicker?: string
  headline?: string
  decks: ReadonlyArray<string>
} {
  const {decks, titles} = story
  const [first, second, ...others] = titles
  if (first === undefined) return {decks}
  if (second === undefined) return {headline: first, decks}
  if (/\p{Script=Han}/u.test(first)) {
    return {kicker: first, headline: second, decks: [...others, ...decks]}
  }
  return {headline: first, decks: [second, ...others, ...decks]}
}

function toBlocks(story: PageStory): Array<string> {
  if (story.kind === 'photo') {
    const cutline = story.paragraphs.map(({text}) => text).join('')
    const credit = story.credit === undefined ? '' : toCredit(story.credit)
    return [`![${escapeMarkdown(cutline)}](){missing${credit}}`]
  }

  const leads = findRunInLeads(story)
  return story.paragraphs.map(({text, type}, index) => {
    const lead = leads[index] ?? ''
    if (type === 'crosshead') return `## ${escapeMarkdown(text)}`
    if (lead === '') return escapeMarkdown(text)
    const rest = text.slice(lead.length)
    return `**${escapeMarkdown(lead)}**${escapeWithin(rest)}`
  })
}

// What follows a lead is not at the start of a line.
function escapeWithin(text: string): string {
  return escapeMarkdown(`.${text}`).slice(1)
}

function toCredit(credit: string): string {
  const value = credit.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return ` credit="${value}"`
}

// A line of front matter is inline Markdown in a string of YAML.
function toField(text: string): string {
  return quote(escapeMarkdown(text))
}

function quote(text: string): string {
  return /^[a-z][a-z-]*$/.test(text) ? text : JSON.stringify(text)
}
