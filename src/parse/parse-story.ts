// One manuscript to one story.

import type {
  Definition,
  Heading,
  PhrasingContent,
  Root,
  RootContent
} from 'mdast'
import type {Parent, Position} from 'unist'
import {VFile} from 'vfile'
import {checkYaml, storySchema, type StorySettings} from '../config/config.ts'
import {plainText} from '../model/plain-text.ts'
import type {
  BodyContent,
  Correction,
  Story,
  StoryContent
} from '../model/story.ts'
import {note} from '../note/note.ts'
import {checkStory} from './check-story.ts'
import {cleanCopy} from './clean-copy.ts'
import {noteCopy, type Copy} from './copy.ts'
import {decodeCopy} from './decode-copy.ts'
import {
  frontMatterUnclosed,
  nestedTooDeep,
  secondHeadline
} from './story-rules.ts'
import {parseInline} from './parse-inline.ts'
import {parseMarkdown} from './parse-markdown.ts'
import {shieldLongParagraphs} from './shield-long-paragraphs.ts'
import {splitHeadline} from './split-headline.ts'
import {toBody} from './to-body.ts'
import {toPhrasing} from './to-phrasing.ts'
import {toTextParagraph} from './to-text-paragraph.ts'

/** What the desk has to know about a manuscript. */
export interface StoryOptions {
  /** Path in the folder of the issue. */
  path: string
  slug: string
  /** Language of the issue. */
  lang: string
  /** Picture files there are, as paths in the folder of the issue. */
  pictures: ReadonlySet<string>
  /** Encoding of copy that is not UTF-8. */
  encoding?: string | undefined
}

/** Headline and body, as Markdown has them. */
interface Parts {
  headline: Heading | undefined
  blocks: Array<RootContent>
}

const maxDepth = 50

/** Parse a manuscript; notes go on its file. */
export function parseStory(file: VFile, options: StoryOptions): Story {
  const clean = cleanCopy(decodeCopy(file, options.encoding), file)
  const shielded = shieldLongParagraphs(clean, file)
  const tree = parseSafely(shielded.text, file)
  const copy: Copy = {
    file,
    ...shielded,
    pictures: options.pictures,
    definitions: findDefinitions(tree),
    lifted: []
  }

  const settings = readFrontMatter(tree, copy)
  const {blocks, headline} = partStory(tree, copy)
  const children: Array<StoryContent> = toTitleGroup(settings, headline, copy)
  const figures: Array<BodyContent> = copy.lifted.splice(0)
  const body = [...figures, ...toBody(blocks, copy)]
  children.push({type: 'body', children: body, ...extent(body)})

  const {group, kind, lang = options.lang, size, status} = settings
  const story: Story = {
    type: 'story',
    slug: options.slug,
    path: options.path,
    kind,
    status,
    lang,
    isBoxed: settings.box,
    ...(settings.writing ? {writing: settings.writing} : {}),
    children,
    ...(tree.position && {position: tree.position})
  }
  if (group !== undefined) story.group = group
  if (size) story.size = {columnCount: size.columns, lineCount: size.lines}
  if (settings.accept) story.accept = settings.accept
  const {corrections = []} = settings
  if (corrections.length > 0) story.corrections = corrections.toSorted(byDate)
  checkStory(story, copy)
  return story
}

function byDate(a: Correction, b: Correction): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0
}

// Thousands of brackets within brackets are no copy; such a file is set as
// plain text, so that no desk after this one has to climb so deep.
function parseSafely(text: string, file: VFile): Root {
  try {
    const tree = parseMarkdown(text)
    if (measureDepth(tree) <= maxDepth) return tree
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }

  note(
    file,
    nestedTooDeep,
    `Unexpected Markdown nested more than \`${maxDepth}\` deep, expected copy; the file is set as plain text`,
    {fix: nestedTooDeep.fix}
  )
  const end = {line: 1, column: 1, offset: 0}
  const position = {start: end, end}
  const children = text
    .split(/\n[ \t]*\n/)
    .flatMap((value) => toTextParagraph(value, {type: 'root', position}))
  return {type: 'root', children, position}
}

function measureDepth(tree: Root): number {
  let depth = 0
  let level: Array<RootContent> = tree.children
  while (level.length > 0 && depth <= maxDepth) {
    depth++
    level = level.flatMap((node): Array<RootContent> =>
      'children' in node ? node.children : []
    )
  }
  return depth
}

function findDefinitions(tree: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>()
  for (const node of tree.children) {
    if (node.type !== 'definition' || definitions.has(node.identifier)) continue
    definitions.set(node.identifier, node)
  }
  return definitions
}

function readFrontMatter(tree: Root, copy: Copy): StorySettings {
  const {file} = copy
  const [first] = tree.children
  if (first?.type === 'yaml') {
    const found = checkYaml(file, first.value, storySchema, {lineOffset: 1})
    if (found) return found
  } else if (/^---[ \t]*\n/.test(copy.text)) {
    note(
      file,
      frontMatterUnclosed,
      'Unexpected front matter without end, expected a line `---` after it',
      {
        place: {start: {line: 1, column: 1}, end: {line: 1, column: 4}},
        fix: 'Add a line `---` after the front matter.'
      }
    )
  }

  // Front matter that says nothing gives the defaults.
  const defaults = checkYaml(new VFile(), '', storySchema)
  if (defaults) return defaults
  throw new TypeError('Unexpected field without default, expected one')
}

function partStory(tree: Root, copy: Copy): Parts {
  let headline: Heading | undefined
  const blocks: Array<RootContent> = []

  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 1) {
      if (!headline) {
        headline = node
        continue
      }
      noteCopy(
        copy,
        secondHeadline,
        'Unexpected second headline, expected one; it is set as a crosshead',
        {node, fix: secondHeadline.fix}
      )
    }
    blocks.push(node)
  }

  return {headline, blocks}
}

function toTitleGroup(
  settings: StorySettings,
  headline: Heading | undefined,
  copy: Copy
): Array<StoryContent> {
  const {byline, deck = [], kicker, summary} = settings
  const parts: Array<StoryContent> = []
  const decks = typeof deck === 'string' ? [deck] : deck

  if (kicker) push(parts, 'kicker', parseField(kicker, ['kicker'], copy))
  if (headline) {
    const children = splitHeadline(toPhrasing(headline.children, copy), copy)
    push(parts, 'headline', children, headline.position)
  }
  for (const [index, line] of decks.entries()) {
    const path = typeof deck === 'string' ? ['deck'] : ['deck', index]
    push(parts, 'deck', parseField(line, path, copy))
  }
  if (summary) push(parts, 'summary', parseField(summary, ['summary'], copy))
  if (byline) push(parts, 'byline', parseField(byline, ['byline'], copy))
  return parts
}

function push(
  parts: Array<StoryContent>,
  type: 'byline' | 'deck' | 'headline' | 'kicker' | 'summary',
  children: Array<PhrasingContent>,
  position: Position | undefined = children[0]?.position
): void {
  if (children.map(plainText).join('').trim() === '') return
  parts.push({type, children, ...(position && {position})})
}

function parseField(
  value: string,
  path: ReadonlyArray<number | string>,
  copy: Copy
): Array<PhrasingContent> {
  const place = copy.file.data.findYamlPlace?.(path)
  return parseInline(value, {...copy, place}, toPhrasing)
}

function extent(nodes: ReadonlyArray<BodyContent>): Pick<Parent, 'position'> {
  const start = nodes[0]?.position?.start
  const end = nodes.at(-1)?.position?.end
  return start && end ? {position: {start, end}} : {}
}
