// Facts of a story for make-up: how much copy, which pictures, what kind.

import {isHanLanguage} from '../model/is-han-language.ts'
import {plainText} from '../model/plain-text.ts'
import type {PictureTable} from '../model/picture.ts'
import type {FigureFacts, StoryFacts} from '../model/plan.ts'
import type {Figure, Story} from '../model/story.ts'
import type {Template} from '../template/template.ts'

/** Gather the facts of a story. */
export function toFacts(
  story: Story,
  rank: number,
  template: Template,
  pictures: PictureTable
): StoryFacts {
  const headline = story.children.find((part) => part.type === 'headline')
  const body = story.children.find((part) => part.type === 'body')
  const figures: Array<FigureFacts> = []
  let characterCount = 0
  let hasPullQuotes = false
  let hasTables = false

  for (const block of body?.children ?? []) {
    if (block.type === 'pullQuote') hasPullQuotes = true
    if (block.type === 'table') hasTables = true
    if (block.type === 'figure') figures.push(toFigureFacts(block))
    else characterCount += plainText(block).length
  }

  return {
    slug: story.slug,
    kind: story.kind,
    rank,
    hasHeadline: headline !== undefined,
    headlineCharacterCount: headline ? plainText(headline).length : 0,
    characterCount,
    figures,
    isBoxed: story.isBoxed,
    hasSummary: story.children.some((part) => part.type === 'summary'),
    hasPullQuotes,
    hasTables,
    lang: story.lang,
    ...(story.group ? {group: story.group} : {}),
    ...(story.size ? {size: story.size} : {})
  }

  function toFigureFacts(figure: Figure): FigureFacts {
    const facts = figure.src ? pictures.get(figure.src) : undefined
    const length = plainText(figure).length + (figure.credit?.length ?? 0)
    // Letters are half as wide as hanzi.
    const caption = isHanLanguage(story.lang) ? length : Math.ceil(length / 2)
    return {
      aspectRatio: facts
        ? facts.widthPx / facts.depthPx
        : template.pictures.missingAspectRatio,
      isMissing: facts === undefined,
      captionCharacterCount: caption,
      ...(facts ? {widthPx: facts.widthPx} : {})
    }
  }
}
