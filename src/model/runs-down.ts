// Which stories and boxes can be set in vertical lines, 竖排: those that are all
// words. What the press can't turn is set across, and nothing is lost.

import type {Box, Story} from './story.ts'

/** Tell whether a story asks for vertical lines and can have them. */
export function runsDown({children, writing}: Story): boolean {
  if (writing !== 'vertical') return false
  const body = children.find((part) => part.type === 'body')
  return (body?.children ?? []).every(
    ({type}) =>
      type !== 'box' &&
      type !== 'figure' &&
      type !== 'pullQuote' &&
      type !== 'table'
  )
}

/** Tell whether a box asks for vertical lines and can have them. */
export function boxRunsDown({children, writing}: Box): boolean {
  if (writing !== 'vertical') return false
  return children.every(({type}) => type === 'paragraph')
}
