// Figures of a story, in the order of the copy; they stand in its body.

import type {Figure, Story} from '../../model/story.ts'

/** Find the figures of a story. */
export function findFigures(story: Story): Array<Figure> {
  return story.children
    .flatMap((child) => (child.type === 'body' ? child.children : []))
    .filter((child) => child.type === 'figure')
}
