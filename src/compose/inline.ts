// Inline copy as a flat list of styled texts, in order.

import type {PhrasingContent} from 'mdast'
import type {Node} from 'unist'
import type {LinkTarget, RunMark} from '../model/page.ts'
import type {Template, TypeStyle} from '../template/template.ts'

/** How a stretch of text looks. */
export interface InlineStyle {
  face: string
  sizePt: number
  color: string
  trackingEm: number
  lang: string
  mark?: RunMark
  link?: LinkTarget
  risePt?: number
}

/** Text of one style. */
export interface StyledText {
  text: string
  style: InlineStyle
  /** Whether it counts as copy; note numbers and signs don't. */
  isCopy: boolean
  /** Ruby over it. */
  annotation?: string
  /** A name: not to be parted. */
  isName?: boolean
  /** A line must end after it. */
  isBreak?: boolean
}

/** What flattening reads. */
export interface InlineOptions {
  template: Template
  style: TypeStyle
  lang: string
  /** Numbers of footnotes by identifier. */
  notes: ReadonlyMap<string, number>
}

/** Flatten inline copy. */
export function flattenInline(
  nodes: ReadonlyArray<PhrasingContent>,
  options: InlineOptions
): Array<StyledText> {
  const {face, sizePt, color, trackingEm} = options.style
  const base = {face, sizePt, color, trackingEm, lang: options.lang}
  return nodes.flatMap((node) => flatten(node, base, options))
}

/** Make styled text of a plain string. */
export function toStyledText(
  text: string,
  style: TypeStyle,
  lang: string
): StyledText {
  const {face, sizePt, color, trackingEm} = style
  return {text, style: {face, sizePt, color, trackingEm, lang}, isCopy: true}
}

/** Make styled text of what a list or a note counts with. */
export function toSign(
  text: string,
  style: TypeStyle,
  lang: string
): StyledText {
  const styled = toStyledText(text, style, lang)
  return {...styled, style: {...styled.style, mark: 'sign'}, isCopy: false}
}

function flatten(
  node: PhrasingContent,
  style: InlineStyle,
  options: InlineOptions
): Array<StyledText> {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'split':
      return [{text: node.value, style, isCopy: true}]
    case 'break':
      return [{text: '', style, isCopy: true, isBreak: true}]
    case 'strong':
      return inside(node.children, lookLike('strong', style, options))
    case 'emphasis':
      return inside(node.children, lookLike('emphasis', style, options))
    case 'leadIn':
      return inside(node.children, lookLike('leadIn', style, options))
    case 'delete':
      return inside(node.children, style)
    case 'dotted':
      return inside(node.children, {...style, mark: 'dots'})
    case 'foreign':
      return inside(node.children, {...style, lang: node.lang})
    case 'name':
      return inside(node.children, style).map((one) => ({...one, isName: true}))
    case 'link':
      return inside(node.children, {
        ...style,
        mark: 'link',
        link: {type: 'url', url: node.url}
      })
    case 'ruby':
      return [
        {text: node.value, style, isCopy: true, annotation: node.annotation}
      ]
    case 'footnoteReference': {
      const number = options.notes.get(node.identifier)
      if (number === undefined) return []
      return [toNoteRef(number, style, options)]
    }
    default:
      return hasChildren(node)
        ? node.children.flatMap((child) => flatten(child, style, options))
        : []
  }

  function inside(
    children: ReadonlyArray<PhrasingContent>,
    childStyle: InlineStyle
  ): Array<StyledText> {
    return children.flatMap((child) => flatten(child, childStyle, options))
  }
}

function hasChildren(
  node: Node
): node is Node & {children: ReadonlyArray<PhrasingContent>} {
  return 'children' in node && Array.isArray(node.children)
}

/**
 * A named style inside other text: its face and colour, its size in proportion
 * to the body's, and its tracking. Lines keep their leading.
 */
function lookLike(
  name: 'emphasis' | 'leadIn' | 'strong',
  style: InlineStyle,
  options: InlineOptions
): InlineStyle {
  const found = options.template.styles[name]
  if (!found) return {...style, mark: name}
  const color =
    found.color === options.template.styles['body']?.color
      ? style.color
      : found.color
  const body = options.template.styles['body'] ?? found
  return {
    ...style,
    face: found.face,
    color,
    sizePt: (style.sizePt * found.sizePt) / body.sizePt,
    trackingEm: found.trackingEm === 0 ? style.trackingEm : found.trackingEm,
    mark: name
  }
}

/** A superior number; it must not part from the word before it. */
function toNoteRef(
  number: number,
  style: InlineStyle,
  options: InlineOptions
): StyledText {
  const found = options.template.styles['noteRef']
  const sizePt = found?.sizePt ?? style.sizePt * 0.6
  return {
    text: String(number),
    style: {
      ...style,
      face: found?.face ?? style.face,
      sizePt,
      mark: 'noteRef',
      risePt: style.sizePt * 0.36
    },
    isCopy: false
  }
}
