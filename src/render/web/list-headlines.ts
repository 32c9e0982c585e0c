// What is in an issue or on a page, in a line: its first headlines.

import type {StoryKind} from '../../model/story.ts'

const most = 4

/** List the headlines of stories in reading order; advertisements are none. */
export function listHeadlines(
  stories: ReadonlyArray<{kind: StoryKind; title: string}>,
  lang: string
): string {
  const titles = stories
    .filter(({kind}) => kind !== 'ad')
    .slice(0, most)
    .map(({title}) => title)
  return titles.join(lang.startsWith('zh') ? '；' : '; ')
}
