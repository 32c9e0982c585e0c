// Rules of the run itself, with what there is to say about them.

import type {RulePage} from '../note/rule-page.ts'

/** The rules. */
export const buildRules: ReadonlyArray<RulePage> = [
  {
    id: 'issue-missing',
    level: 'error',
    what: 'The folder has no `issue.yaml`.',
    why: 'It says which paper, which day and which pages; without it there is nothing to make up.',
    fix: 'Add an `issue.yaml` with `publication`, `date` and `pages`.'
  },
  {
    id: 'picture-broken',
    level: 'error',
    what: 'A picture file is there, but can’t be decoded.',
    why: 'It would print as nothing at all.',
    fix: 'Save the picture again as JPEG or PNG; if there is none, mark the figure as missing.'
  },
  {
    id: 'story-unplaced',
    level: 'error',
    what: 'A story of the page found no place on it.',
    why: 'It would be missing from the paper without anybody knowing.',
    fix: 'Trim the stories of the page, take one out, or move one to another page.'
  },
  {
    id: 'template-missing',
    level: 'error',
    what: 'A page names a template that does not exist.',
    why: 'Without a page design there is no page.',
    fix: 'Name one of the folders in `templates`, such as `broadsheet`.'
  }
]
