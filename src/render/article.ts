// Story to hast, for the outputs that reflow: EPUB and web.
//
// The text of the copy goes out as it is; what the press adds (marks for what is
// missing or cut, numbers of notes) stands in elements of its own class. Raw
// HTML in the copy is dropped. Class names are the interface to stylesheets:
//
// ```text
// article.story.story-<kind>
// ├─ p.label?                         advertisement
// ├─ header
// │  ├─ p.kicker?
// │  ├─ h1 or h2?                     headline; absent when the copy has none
// │  ├─ p.deck[role=doc-subtitle]*
// │  ├─ p.byline?
// │  └─ p.summary?
// ├─ div.body                         p, h2, figure, ul, ol, table, blockquote,
// │  │                                aside.box, aside.pull-quote
// │  └─ p.truncated?                  mark of the press
// └─ aside.note* or section.notes?    footnotes
// ```

import {h} from 'hastscript'
import type {Element} from 'hast'
import {toString} from 'mdast-util-to-string'
import type {Story, StoryContent} from '../model/story.ts'
import {toArticleNotes} from './article-notes.ts'
import {toFlow} from './article-flow.ts'
import {toPhrasing} from './article-phrasing.ts'
import type {ArticlePicture, ArticleState} from './article-state.ts'
import {numberNotes} from './number-notes.ts'
import {labelStory} from './story-label.ts'
import {findWords} from './words.ts'

/** How to make an article. */
export interface ArticleOptions {
  /** Find the file of a picture; `undefined` prints that it is missing. */
  figure(src: string): ArticlePicture | undefined
  /** Put before every id, such as `a02-`: many articles can share a document. */
  idPrefix: string
  /** Level of the headline (default: `1`); crossheads are one below. */
  headingLevel?: 1 | 2
  /** Language of the document around it. */
  lang: string
  /**
   * Footnotes: `aside`, one `aside` each with `epub:type`, as e-readers want
   * for pop-ups, or `list`, a section with a list, for the web.
   */
  notes: 'aside' | 'list'
}

/** Make the article of a story. */
export function toArticle(story: Story, options: ArticleOptions): Element {
  const {headingLevel = 1, idPrefix, lang} = options
  const words = findWords(story.lang)
  const state: ArticleState = {
    crossheadName: headingLevel === 1 ? 'h2' : 'h3',
    figure: options.figure,
    idPrefix,
    noteNumbers: numberNotes(story),
    notes: options.notes,
    referenceCounts: new Map(),
    title: labelStory(story),
    words
  }
  const hasHeadline = story.children.some(
    (child) => child.type === 'headline' && !isBlank(child)
  )
  const labelledBy = {ariaLabelledBy: [`${idPrefix}headline`]}

  return h(
    'article',
    {
      className: ['story', `story-${story.kind}`],
      ...(hasHeadline ? labelledBy : {ariaLabel: state.title}),
      ...(story.lang === lang ? {} : {lang: story.lang})
    },
    [
      story.kind === 'ad' ? h('p.label', words.advertisement) : undefined,
      ...toHeader(story, state, headingLevel),
      ...toBody(story, state),
      ...toArticleNotes(story, state)
    ]
  )
}

function toHeader(
  story: Story,
  state: ArticleState,
  headingLevel: 1 | 2
): Array<Element> {
  const parts = story.children.flatMap((child): Array<Element> => {
    if (isBlank(child)) return []
    switch (child.type) {
      case 'kicker':
      case 'byline':
      case 'summary':
        return [h(`p.${child.type}`, toPhrasing(child.children, state))]
      case 'deck': {
        const content = toPhrasing(child.children, state)
        return [h('p.deck', {role: 'doc-subtitle'}, content)]
      }
      case 'headline': {
        const content = toPhrasing(child.children, state)
        const id = `${state.idPrefix}headline`
        return [h(`h${headingLevel}`, {id}, content)]
      }
      case 'body':
        return []
    }
  })
  return parts.length > 0 ? [h('header', parts)] : []
}

function toBody(story: Story, state: ArticleState): Array<Element> {
  const body = story.children.find((child) => child.type === 'body')
  const content = (body?.children ?? []).flatMap((node) => toFlow(node, state))
  if (story.status === 'truncated') {
    content.push(h('p.truncated', state.words.truncated))
  }
  return content.length > 0 ? [h('div.body', content)] : []
}

// A heading without words is a stop that leads nowhere.
function isBlank(node: StoryContent): boolean {
  return toString(node).trim() === ''
}
