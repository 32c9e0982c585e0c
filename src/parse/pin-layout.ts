// A page’s `layout`: the line that `--alternatives` offers, back to pins.
//
// ```text
// terraces@1,1+6x34/6 wool@7,1+2x30/2 credit:rest@7,31+2x20/2
// └ slug   │ │ │ │  └ legs                └ the rest of a jump
//          │ │ │ └ depth, in lines
//          │ │ └ width, in base columns
//          │ └ first line
//          └ first base column
// ```

import type {Page, Placement} from '../model/issue.ts'
import {note} from '../note/note.ts'
import {layoutStory} from './issue-rules.ts'
import type {PageOptions} from './to-pages.ts'

const placePattern = /([^\s@]+?)(:rest)?@(\d+),(\d+)\+(\d+)x(\d+)\/(\d+)/g

/** Pin the stories of a page as its `layout` says; `at` comes first. */
export function pinLayout(
  page: Page,
  options: PageOptions,
  pageIndex: number
): void {
  const layout = options.settings.pages[pageIndex]?.layout ?? ''
  for (const match of layout.matchAll(placePattern)) {
    const [, slug = '', rest, ...numbers] = match
    const placement = page.placements.find(
      (one) => one.slug === slug && (one.part === 'rest') === Boolean(rest)
    )
    if (!placement) {
      note(
        options.issueFile,
        layoutStory,
        `Unexpected \`${slug}\` in the layout of page \`${page.pageNumber}\`, expected stories of the page`,
        {
          place: options.issueFile.data.findYamlPlace?.([
            'pages',
            pageIndex,
            'layout'
          ]),
          actual: slug,
          fix: layoutStory.fix
        }
      )
      continue
    }
    placement.pin ??= toPin(numbers.map(Number))
  }
}

function toPin(numbers: ReadonlyArray<number>): Placement['pin'] & {} {
  const [columnNumber, lineNumber, columnCount, lineCount, legCount] = numbers
  return {
    columnNumber: columnNumber ?? 1,
    lineNumber: lineNumber ?? 1,
    columnCount: columnCount ?? 1,
    lineCount: lineCount ?? 1,
    legCount: legCount ?? 1
  }
}
