// Rules of the run itself, with what there is to say about them.

import type {RulePage} from '../note/rule-page.ts'

/** The rules. */
export const buildRules: ReadonlyArray<RulePage> = [
  {
    id: 'font-not-embeddable',
    level: 'error',
    what: 'A font’s file says that it must not be embedded, or not cut down.',
    why: 'Every PDF and every EPUB carries the glyphs it shows; without a licence that would be theft.',
    fix: 'Ask the font’s maker for a licence and a file that allow embedding, or use another font.'
  },
  {
    id: 'font-converted',
    level: 'info',
    what: 'A face of the template has OpenType/CFF outlines; the screen PDF has them as TrueType.',
    why: 'The browser that prints the screen PDF can embed TrueType only. Curves are within a fourth of a font unit, and metrics, characters and places are the same. The press PDF keeps the outlines the font came with.',
    fix: 'Nothing needs doing; if the font’s maker has a TrueType file, name that in `template.yaml`.'
  },
  {
    id: 'filler-used',
    level: 'info',
    what: 'A filler was put on a page that lacked copy.',
    why: 'It is one of those that `issue.yaml` keeps in `fillers`.',
    fix: 'File more copy for the page, if you would rather not have it.'
  },
  {
    id: 'issue-missing',
    level: 'error',
    what: 'The folder has no `issue.yaml`.',
    why: 'It says which paper, which day and which pages; without it there is nothing to make up.',
    fix: 'Add an `issue.yaml` with `publication`, `date` and `pages`.'
  },
  {
    id: 'page-overfull',
    level: 'error',
    what: 'A page has more copy than any arrangement of it can take.',
    why: 'Something would have to be left out, and the press leaves nothing out. The note says which small change makes the page fill to the line; it was tried.',
    fix: 'Cut the characters the note names, crop the picture as it says, or move the story to another page.'
  },
  {
    id: 'page-underfull',
    level: 'warning',
    what: 'A page has less copy than it takes to fill it.',
    why: 'What is left is printed white, at the foot where that can be: type and pictures are not puffed up to hide it. The note says how much is missing, and, where one small change makes the page fill to the line, which; it was tried.',
    fix: 'File the filler the note names, add to the story it names, or put another story or picture on the page.'
  },
  {
    id: 'story-too-long',
    level: 'error',
    what: 'A manuscript has more than 300 kB: some 100,000 hanzi.',
    why: 'Ten pages of a broadsheet hold no more. It is a book, or no copy at all, and making it up would take minutes and gigabytes.',
    fix: 'Part it into stories for several issues; if it is no copy, take it out of `issue.yaml`.'
  },
  {
    id: 'picture-broken',
    level: 'error',
    what: 'A picture file is there, but can’t be printed: it is damaged, of a format we don’t take (HEIC, AVIF, SVG, PDF, …), moves, or has more than 120 million pixels. The note says which.',
    why: 'It would print as nothing at all, or not as it was meant.',
    fix: 'Do as the note says, mostly: save the picture again as JPEG or PNG; if there is none, mark the figure as missing.'
  },
  {
    id: 'picture-doubtful',
    level: 'warning',
    what: 'A picture file has data in it that belongs to no picture, or a part of it is damaged.',
    why: 'It could be decoded; but a stripe or a block of it may be wrong.',
    fix: 'Look at the picture closely, or copy it again from its source.'
  },
  {
    id: 'press-profile',
    level: 'error',
    what: 'The colour profile of the press is not there, or is not one of a CMYK press.',
    why: 'Pictures could not be turned into inks.',
    fix: 'Put the plant’s ICC profile into the folder and name it, or leave `profile` out: then it is newsprint.'
  },
  {
    id: 'story-jumped',
    level: 'info',
    what: 'A story that may jump does: its page was too full for all of it.',
    why: 'Its entry in `issue.yaml` says `mayJumpTo`.',
    fix: 'Cut the page’s copy, if it should stay whole; set `jumpTo`, if it should always jump.'
  },
  {
    id: 'story-moved',
    level: 'info',
    what: 'A story was moved to another page that it may run on.',
    why: 'Its entry in `issue.yaml` names that page in `pages`, and with the story there the pages fill.',
    fix: 'List it for that page, or delete `pages`, if it should stay.'
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
  },
  {
    id: 'wish-missed',
    level: 'warning',
    what: 'A story does not stand where its entry in `issue.yaml` says, or apart from its group.',
    why: 'No layout fills the page with it there; that the page is full comes first.',
    fix: 'Give it another place in `at`, or another length; or leave the place to the make-up.'
  }
]
