// Pictures: `![cutline](photo/a.jpg){credit="…" alt="…" focus="0.5 0.4"}`.
//
// A picture the newsroom declares missing (`{missing}`) is a warning; one that
// is simply not there is an error. Paths never leave the folder of the issue.

import type {Image, ImageReference, PhrasingContent} from 'mdast'
import type {Figure} from '../model/story.ts'
import {plainText} from '../model/plain-text.ts'
import type {RulePage} from '../note/rule-page.ts'
import {noteCopy, sourceOf, type Copy} from './copy.ts'
import {findMeantFile} from './find-meant-file.ts'
import {parseInline, type ToPhrasing} from './parse-inline.ts'
import {readAttributes} from './read-attributes.ts'
import {toPicturePath} from './to-picture-path.ts'

/** Rule: what is declared missing is printed as missing. */
export const pictureDeclaredMissing: RulePage = {
  id: 'picture-declared-missing',
  level: 'warning',
  what: 'The copy says that a picture is missing.',
  why: 'The page prints an empty box that says so.',
  fix: 'File the picture, or take the figure out.'
}

/** Rule: every picture is in the folder of the issue. */
export const pictureMissing: RulePage = {
  id: 'picture-missing',
  level: 'error',
  what: 'The copy names a picture that is not in the folder of the issue.',
  why: 'The paper would be published with a hole in it.',
  fix: 'Put the file there, mend its path, or declare it: `{missing}`.'
}

/** Rule: pictures come from the folder of the issue, and nowhere else. */
export const picturePath: RulePage = {
  id: 'picture-path',
  level: 'error',
  what: 'The path of a picture leaves the folder of the issue, or is an address.',
  why: 'Copy must not read other files of the newsroom’s machine, nor the web.',
  fix: 'Put the picture in the folder of the issue, and name it from there: `photo/field.jpg`.'
}

/** Rule: attributes of a picture can be read. */
export const pictureAttributes: RulePage = {
  id: 'picture-attributes',
  level: 'warning',
  what: 'The attributes of a picture can’t be read, or one of them is not known.',
  why: 'A misspelt credit or focus does nothing, silently.',
  fix: 'Write them like `{credit="陈五 摄" alt="…" focus="0.5 0.4"}`.'
}

/** Rule: pictures say what they show. */
export const pictureAlt: RulePage = {
  id: 'picture-alt',
  level: 'info',
  what: 'A picture has no description of its own for readers who can’t see it.',
  why: 'Its cutline serves, and seldom says what can be seen.',
  fix: 'Add `{alt="…"}`: one sentence on what the picture shows.'
}

const known = ['alt', 'credit', 'focus', 'missing']

/**
 * Put the figure of a picture in `copy.lifted`; gives the offset where its
 * attributes end.
 */
export function liftPicture(
  node: Image | ImageReference,
  copy: Copy,
  toPhrasing: ToPhrasing
): number {
  const end = node.position?.end.offset ?? 0
  const read = copy.text[end] === '{' ? readAttributes(copy.text, end) : {}
  const attributes = read.values ?? new Map<string, string>()
  if (copy.text[end] === '{' && !read.values) {
    noteAttributes(node, copy, 'unclosed attributes of a picture')
  }
  for (const name of attributes.keys()) {
    if (known.includes(name)) continue
    noteAttributes(node, copy, `attribute \`${name}\` of a picture`)
  }

  const target =
    node.type === 'image' ? node : copy.definitions.get(node.identifier)
  const src = findSource(node, target?.url ?? '', attributes, copy)
  const figure: Figure = {
    type: 'figure',
    isMissing: src === undefined,
    focus: toFocus(attributes.get('focus'), node, copy),
    children: toCutline(node, copy, toPhrasing)
  }
  if (src !== undefined) figure.src = src
  const alt = attributes.get('alt') ?? target?.title
  if (alt) figure.alt = alt
  const credit = attributes.get('credit')
  if (credit) figure.credit = credit
  if (node.position) figure.position = node.position
  if (!alt && src !== undefined) {
    noteCopy(
      copy,
      pictureAlt,
      `Unexpected picture \`${src}\` without \`alt\`, expected one; its cutline serves`,
      {node, fix: pictureAlt.fix}
    )
  }

  copy.lifted.push(figure)
  return read.endOffset ?? end
}

function findSource(
  node: Image | ImageReference,
  url: string,
  attributes: ReadonlyMap<string, string>,
  copy: Copy
): string | undefined {
  if (attributes.has('missing')) {
    noteCopy(
      copy,
      pictureDeclaredMissing,
      'Unexpected picture declared missing, expected the picture',
      {node, fix: pictureDeclaredMissing.fix}
    )
    return undefined
  }

  const src = toPicturePath(url)
  if (url !== '' && src === undefined) {
    noteCopy(
      copy,
      picturePath,
      `Unexpected path \`${url.slice(0, 80)}\` of a picture, expected a path in the folder of the issue`,
      {node, actual: url.slice(0, 200), fix: picturePath.fix}
    )
    return undefined
  }

  if (src !== undefined && copy.pictures.has(src)) return src
  const meant = src && findMeantFile(src, copy.pictures)
  noteCopy(
    copy,
    pictureMissing,
    `Unexpected missing picture \`${src ?? ''}\`, expected the file in the folder of the issue`,
    {
      node,
      actual: src ?? '',
      fix: meant ? `Did you mean \`${meant}\`?` : pictureMissing.fix
    }
  )
  return undefined
}

// Markdown flattens what is between `![` and `]`; read it once more for
// emphasis and names, and keep the flat text where that is not simple.
function toCutline(
  node: Image | ImageReference,
  copy: Copy,
  toPhrasing: ToPhrasing
): Array<PhrasingContent> {
  const flat = node.alt ?? ''
  const source = sourceOf(copy, node)
  const label = source.slice(2, findLabelEnd(source))
  const options = {...copy, place: copy.place ?? node.position, lifted: []}
  const rich = /[*_:{`~[<&\\]/.test(label)
    ? parseInline(label, options, toPhrasing)
    : undefined
  if (rich && rich.map(plainText).join('') !== '') return rich
  if (flat === '') return []
  const text = flat.replace(/\s*\n\s*/g, ' ')
  return [
    {type: 'text', value: text, ...(node.position && {position: node.position})}
  ]
}

function findLabelEnd(source: string): number {
  let depth = 0
  for (let index = 1; index < source.length; index++) {
    const character = source[index]
    if (character === '\\') index++
    else if (character === '[') depth++
    else if (character === ']' && --depth === 0) return index
  }
  return 0
}

function toFocus(
  value: string | undefined,
  node: Image | ImageReference,
  copy: Copy
): Figure['focus'] {
  const centre = {xRatio: 0.5, yRatio: 0.5}
  if (value === undefined) return centre
  const [xRatio, yRatio, ...others] = value
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const isRatio = (ratio: number | undefined): ratio is number =>
    ratio !== undefined && ratio >= 0 && ratio <= 1
  if (isRatio(xRatio) && isRatio(yRatio) && others.length === 0) {
    return {xRatio, yRatio}
  }
  noteAttributes(node, copy, `focus \`${value.slice(0, 40)}\``)
  return centre
}

function noteAttributes(
  node: Image | ImageReference,
  copy: Copy,
  what: string
): void {
  noteCopy(
    copy,
    pictureAttributes,
    `Unexpected ${what}, expected \`alt\`, \`credit\`, \`focus\` (two ratios) or \`missing\``,
    {node, fix: pictureAttributes.fix}
  )
}
