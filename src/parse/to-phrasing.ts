// Inline Markdown to inline copy: text, emphasis, names, links, ruby, notes.
//
// What looks like a directive and is none (Chinese copy is full of colons) is
// set back to exactly what was written. Pictures are lifted out, for the block
// around them to place.

import type {Link, PhrasingContent, Text} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import type {Position} from 'unist'
import type {RulePage} from '../note/rule-page.ts'
import {noteCopy, sourceOf, type Copy} from './copy.ts'
import {joinLines} from './join-lines.ts'
import {liftPicture} from './lift-picture.ts'
import {htmlDropped} from './strip-html.ts'
import {toLink} from './to-link.ts'

/** Rule: what a directive opens, it closes. */
export const unclosedDirective: RulePage = {
  id: 'unclosed-directive',
  level: 'error',
  what: 'A directive, such as `:name[` or `:::box`, is opened and not closed.',
  why: 'It would take in copy that is not its own, or be printed as it is typed.',
  fix: 'Close it: `]` after the words, or a line `:::` after the block.'
}

/** Rule: a language that words are said to be in is one. */
export const unknownLanguage: RulePage = {
  id: 'unknown-language',
  level: 'warning',
  what: 'Words are said to be in another language, and what is said is no language tag.',
  why: 'Screen readers would read them in the wrong voice, and words would be parted by the wrong rules; they are printed as the story’s own.',
  fix: 'Write its tag after the words: `:lang[To be, or not to be]{en}`.'
}

/** Turn inline Markdown into inline copy. */
export function toPhrasing(
  nodes: ReadonlyArray<PhrasingContent>,
  copy: Copy
): Array<PhrasingContent> {
  return joinLines(mergeTexts(convertAll(nodes, copy)))
}

function convertAll(
  nodes: ReadonlyArray<PhrasingContent>,
  copy: Copy
): Array<PhrasingContent> {
  const result: Array<PhrasingContent> = []
  let hiddenTag: string | undefined
  let takenOffset = 0

  for (const [index, node] of nodes.entries()) {
    const text = withoutTaken(node, takenOffset, copy)
    if (!text) continue

    if (text.type === 'html') {
      noteHtml(text.value, hiddenTag, copy, node)
      hiddenTag = toHiddenTag(text.value, hiddenTag)
    } else if (hiddenTag !== undefined) {
      continue
    } else if (text.type === 'image' || text.type === 'imageReference') {
      takenOffset = liftPicture(text, copy, toPhrasing)
    } else {
      result.push(...convert(text, copy, nodes[index + 1]))
    }
  }

  return result
}

// Attributes after a picture are text to Markdown; take them out.
function withoutTaken(
  node: PhrasingContent,
  takenOffset: number,
  copy: Copy
): PhrasingContent | undefined {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return node
  if (start >= takenOffset) return node
  if (end <= takenOffset || node.type !== 'text') return undefined
  const rest = copy.text
    .slice(takenOffset, end)
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
  return {...node, value: rest}
}

function convert(
  node: PhrasingContent,
  copy: Copy,
  next: PhrasingContent | undefined
): Array<PhrasingContent> {
  switch (node.type) {
    case 'text':
      return [{...node, value: unshield(node.value, copy)}]
    case 'delete':
    case 'emphasis':
    case 'strong':
      return [{...node, children: toPhrasing(node.children, copy)}]
    case 'link':
      return convertLink(node, node.url, copy)
    case 'linkReference': {
      const {children, identifier, position} = node
      const url = copy.definitions.get(identifier)?.url ?? ''
      const link: Link = {type: 'link', url, children, ...at(position)}
      return convertLink(link, url, copy)
    }
    case 'textDirective': {
      if (node.name === 'name' && node.children.length > 0) {
        const children = toPhrasing(node.children, copy)
        return [{type: 'name', children, ...at(node.position)}]
      }
      if (node.name === 'dot' && node.children.length > 0) {
        const children = toPhrasing(node.children, copy)
        return [{type: 'dotted', children, ...at(node.position)}]
      }
      if (node.name === 'sic' && node.children.length > 0) {
        const children = toPhrasing(node.children, copy)
        return [{type: 'sic', children, ...at(node.position)}]
      }
      if (node.name === 'lang' && node.children.length > 0) {
        return toForeign(node, copy)
      }
      if (['name', 'dot', 'lang', 'sic'].includes(node.name)) {
        noteUnclosed(node, next, copy)
      }
      return [{type: 'text', value: sourceOf(copy, node), ...at(node.position)}]
    }
    case 'html':
    case 'image':
    case 'imageReference':
      return []
    case 'break':
    case 'dotted':
    case 'footnoteReference':
    case 'foreign':
    case 'inlineCode':
    case 'leadIn':
    case 'name':
    case 'ruby':
    case 'sic':
    case 'split':
      return [node]
  }
}

function convertLink(
  node: Link,
  url: string,
  copy: Copy
): Array<PhrasingContent> {
  const children = toPhrasing(node.children, copy)
  return toLink({...node, url, children}, copy)
}

/** Words in another language; where it is not known, the words alone. */
function toForeign(node: TextDirective, copy: Copy): Array<PhrasingContent> {
  const children = toPhrasing(node.children, copy)
  const {lang: named, ...bare} = node.attributes ?? {}
  const said = named ?? Object.keys(bare).join(' ')
  const lang = toLanguage(said)
  if (lang !== undefined) {
    return [{type: 'foreign', lang, children, ...at(node.position)}]
  }
  noteCopy(
    copy,
    unknownLanguage,
    `Unexpected ${said === '' ? 'missing language' : `language \`${said.slice(0, 40)}\``} of words, expected a tag such as \`en\` or \`zh-Hant\``,
    {node, actual: said.slice(0, 200), fix: unknownLanguage.fix}
  )
  return children
}

/** Write a language tag as BCP 47 has it. */
function toLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

function noteUnclosed(
  node: PhrasingContent,
  next: PhrasingContent | undefined,
  copy: Copy
): void {
  if (next?.type !== 'text' || !next.value.startsWith('[')) return
  const source = sourceOf(copy, node)
  noteCopy(
    copy,
    unclosedDirective,
    `Unexpected \`${source}[\` without \`]\`, expected it to be closed in the same paragraph`,
    {node, fix: 'Add `]` after the words it is about.'}
  )
}

function noteHtml(
  value: string,
  hiddenTag: string | undefined,
  copy: Copy,
  node: PhrasingContent
): void {
  if (hiddenTag !== undefined || value.startsWith('</')) return
  noteCopy(
    copy,
    htmlDropped,
    `Unexpected HTML \`${value.slice(0, 60).replace(/\s+/g, ' ')}\`, expected Markdown; the tag is left out`,
    {node, actual: value.slice(0, 200), fix: htmlDropped.fix}
  )
}

// What is between `<script>` and its end is no copy.
function toHiddenTag(
  value: string,
  hiddenTag: string | undefined
): string | undefined {
  const tag = /^<(\/?)(script|style)\b/i.exec(value)
  if (!tag) return hiddenTag
  const name = tag[2]?.toLowerCase()
  if (hiddenTag === undefined) return tag[1] === '' ? name : undefined
  return tag[1] === '/' && name === hiddenTag ? undefined : hiddenTag
}

/** Put long paragraphs back; see `shieldLongParagraphs`. */
export function unshield(value: string, copy: Copy): string {
  if (!value.includes('\ufdd0')) return value
  return value.replace(
    /\ufdd0(\d+)\ufdd0/g,
    (_, index: string) => copy.longParagraphs[Number(index)] ?? ''
  )
}

function mergeTexts(
  nodes: ReadonlyArray<PhrasingContent>
): Array<PhrasingContent> {
  const result: Array<PhrasingContent> = []
  let values: Array<string> = []
  let text: Text | undefined

  for (const node of nodes) {
    if (node.type !== 'text') {
      if (text) text.value = values.join('')
      text = undefined
      result.push(node)
    } else if (text) {
      values.push(node.value)
      const end = node.position?.end
      if (text.position && end) {
        text.position = {start: text.position.start, end}
      }
    } else {
      text = {...node}
      values = [node.value]
      result.push(text)
    }
  }

  if (text) text.value = values.join('')
  return result
}

function at(position: Position | undefined): {position?: Position} {
  return position ? {position} : {}
}
