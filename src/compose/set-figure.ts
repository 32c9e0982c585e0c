// Figures: a picture cut to fill its place, and its cutline under it. A missing
// picture is a neutral box that says so.

import type {Block, Mark} from '../model/page.ts'
import {plainText} from '../model/plain-text.ts'
import type {Figure} from '../model/story.ts'
import type {Rect} from '../unit/rect.ts'
import {emAscentRatio} from './set-line.ts'
import {placeLine, type BrokenText} from './set-text.ts'
import {breakCopy, breakWords, findStyle, type StoryRoom} from './story-room.ts'
import {toStyledText, type StyledText} from './inline.ts'

/** Baseline to baseline of a cutline, over its size: it is not on the grid. */
const captionLeadingRatio = 1.3

/** Part of a picture that may be cropped where the template says nothing. */
const usualHardCropRatio = 0.22

/** Set a figure into a rectangle, picture and cutline together. */
export function setFigure(
  figure: Figure,
  id: string,
  room: StoryRoom,
  rect: Rect
): Block {
  const caption = breakCaption(figure, id, room, rect.widthPt)
  const captionPt = measureCaption(caption, room)
  const picture: Rect = {
    ...rect,
    depthPt: Math.max(1, rect.depthPt - captionPt)
  }
  const {footPt, marks} = paintPicture(figure, id, room, picture)
  const children: Array<Block | Mark> = [...marks]
  if (caption) {
    children.push({
      type: 'block',
      role: 'caption',
      id: `${id}/caption`,
      children: paintCaption(
        caption,
        rect.xPt,
        footPt + room.template.pictures.captionGapPt
      )
    })
  }
  // Who took it is no part of what it shows.
  const alt = figure.alt ?? figure.children.map(plainText).join('').trim()
  return {type: 'block', role: 'figure', id, alt, children}
}

/** Depth of the cutline with the white over it, in points. */
export function measureCaption(
  caption: BrokenText | undefined,
  room: StoryRoom
): number {
  if (!caption) return 0
  const {sizePt} = findStyle(room, 'caption')
  return (
    caption.spans.length * sizePt * captionLeadingRatio +
    room.template.pictures.captionGapPt
  )
}

/** Characters of a credit that is not parted: no measure is narrower. */
const mostWholeCredit = 10

/** Break cutline and credit into lines of a picture's width. */
export function breakCaption(
  figure: Figure,
  id: string,
  room: StoryRoom,
  widthPt: number
): BrokenText | undefined {
  const {lang} = room.story
  const after: Array<StyledText> = []
  if (figure.credit) {
    const style = findStyle(room, 'credit')
    const separator =
      figure.children.length > 0 ? room.template.words.creditSeparator : ''
    after.push({...toStyledText(separator, style, lang), isCopy: false})
    const credit = toStyledText(figure.credit, style, lang)
    const isName = figure.credit.length <= mostWholeCredit
    after.push({...credit, isCopy: false, isName})
  }
  if (figure.children.length === 0 && after.length === 0) return undefined
  return breakCopy(room, figure.children, {
    style: findStyle(room, 'caption'),
    measurePt: widthPt,
    blockId: id,
    firstIndentPt: 0,
    align: 'justify',
    after
  })
}

function paintCaption(
  text: BrokenText,
  xPt: number,
  topPt: number
): Array<Mark> {
  const marks: Array<Mark> = []
  const sizePt = text.atoms[0]?.style.sizePt ?? 8
  const leadingPt = sizePt * captionLeadingRatio
  for (const index of text.lines.keys()) {
    const yPt = topPt + index * leadingPt + sizePt * emAscentRatio
    marks.push(...placeLine(text, index, xPt, yPt))
  }
  return marks
}

function paintPicture(
  figure: Figure,
  id: string,
  room: StoryRoom,
  rect: Rect
): {marks: Array<Mark>; footPt: number} {
  const {limits, pictures} = room.template
  const facts = figure.src ? room.pictures.get(figure.src) : undefined
  if (!facts || !figure.src) {
    const footPt = rect.yPt + rect.depthPt
    return {marks: paintMissing(id, room, rect), footPt}
  }
  const hardCropRatio = limits['hardCropRatio'] ?? usualHardCropRatio
  const {crop, place} = cutToFill(
    facts.widthPx / facts.depthPx,
    rect,
    figure.focus,
    Math.max(pictures.maxCropRatio * 2, hardCropRatio)
  )
  const footPt = place.yPt + place.depthPt
  return {marks: [{type: 'picture', src: figure.src, ...place, crop}], footPt}
}

function paintMissing(id: string, room: StoryRoom, rect: Rect): Array<Mark> {
  const {missingColor, missingFill} = room.template.pictures
  const style = {...findStyle(room, 'caption'), color: missingColor}
  const words = breakWords(room, room.template.words.pictureMissing, {
    style,
    measurePt: rect.widthPt,
    blockId: id,
    firstIndentPt: 0,
    align: 'center'
  })
  const yPt = rect.yPt + rect.depthPt / 2 + style.sizePt * 0.38
  return [
    {type: 'tint', ...rect, color: missingFill},
    {
      type: 'frame',
      ...rect,
      color: missingColor,
      strokePt: 0.5,
      pattern: 'dotted'
    },
    ...placeLine(words, 0, rect.xPt, yPt)
  ]
}

/**
 * Crop a picture around its focus so that it fills a rectangle. Where that would
 * cost more of a side than allowed, that much is cropped, and the picture hangs
 * from the top, in the middle: white is under its cutline, or at both its sides.
 */
export function cutToFill(
  aspectRatio: number,
  rect: Rect,
  focus: {xRatio: number; yRatio: number},
  mostCropRatio: number
): {
  crop: {xRatio: number; yRatio: number; widthRatio: number; depthRatio: number}
  place: Rect
} {
  const least = 1 - mostCropRatio
  const wanted = rect.widthPt / rect.depthPt
  const widthRatio = Math.max(least, Math.min(1, wanted / aspectRatio))
  const depthRatio = Math.max(least, Math.min(1, aspectRatio / wanted))
  const cropped = (aspectRatio * widthRatio) / depthRatio
  const widthPt = Math.min(rect.widthPt, rect.depthPt * cropped)
  const depthPt = Math.min(rect.depthPt, rect.widthPt / cropped)
  const clamp = (value: number, most: number): number =>
    Math.max(0, Math.min(most, value))
  return {
    crop: {
      xRatio: clamp(focus.xRatio - widthRatio / 2, 1 - widthRatio),
      yRatio: clamp(focus.yRatio - depthRatio / 2, 1 - depthRatio),
      widthRatio,
      depthRatio
    },
    place: {
      xPt: rect.xPt + (rect.widthPt - widthPt) / 2,
      yPt: rect.yPt,
      widthPt,
      depthPt
    }
  }
}
