// Rules of what stands in an archive, with what there is to say about them.

import type {RulePage} from '../../note/rule-page.ts'

/** Rule: a description can be read. */
export const descriptionBroken: RulePage = {
  id: 'description-broken',
  level: 'error',
  what: 'A description in a bag (METS, ALTO, PREMIS, IIIF, the copy) can’t be read, or lacks what every one has.',
  why: 'What can’t be read describes nothing.',
  fix: 'Restore the bag from another copy, or add the issue again from its manuscripts.'
}

/** Rule: every reference leads somewhere. */
export const descriptionReference: RulePage = {
  id: 'description-reference',
  level: 'error',
  what: 'A description points to something that is not there: a block, a file, a page, a story, an event.',
  why: 'Schemas don’t check references; whoever follows this one finds nothing.',
  fix: 'Restore the bag from another copy, or add the issue again with `--again`.'
}

/** Rule: files are what the records say. */
export const descriptionRecord: RulePage = {
  id: 'description-record',
  level: 'error',
  what: 'A file is another one than METS, PREMIS or the issue’s own record say: its hash, its size, or whether it is there.',
  why: 'Either the file or its record was changed after the issue was put away.',
  fix: 'Restore the bag from another copy; compare it with the print if there is none.'
}

/** Rule: boxes lie where they can. */
export const descriptionBox: RulePage = {
  id: 'description-box',
  level: 'error',
  what: 'A box lies outside its page, or outside the block, line or word it is part of.',
  why: 'What is lit on the page would be something else than what was found.',
  fix: 'Restore the bag from another copy, or add the issue again with `--again`.'
}

/** Rule: the words on the page are the copy. */
export const descriptionText: RulePage = {
  id: 'description-text',
  level: 'error',
  what: 'The words a page is said to have are not those of the copy, or not those of the layout.',
  why: 'People would find what was never printed, or miss what was.',
  fix: 'Restore the bag from another copy, or add the issue again with `--again`.'
}

/** Rule: everything is read once, in order. */
export const descriptionOrder: RulePage = {
  id: 'description-order',
  level: 'error',
  what: 'Pages, stories or blocks are missing from the order they are read in, stand in it twice, or stand in another order than in the copy.',
  why: 'Whoever reads in that order reads another paper.',
  fix: 'Restore the bag from another copy, or add the issue again with `--again`.'
}

/** Rule: viewers show what was printed. */
export const descriptionViewer: RulePage = {
  id: 'description-viewer',
  level: 'error',
  what: 'The IIIF manifest puts a line or a story elsewhere than ALTO does, has other words, or a page of other proportions.',
  why: 'A viewer would light the wrong place.',
  fix: 'Restore the bag from another copy, or add the issue again with `--again`.'
}

/** Rule: catalogues say what the copy says. */
export const descriptionTitle: RulePage = {
  id: 'description-title',
  level: 'error',
  what: 'METS or MODS call a story, the paper or the day by another name than the copy does.',
  why: 'A library would file it under a name nobody looks for.',
  fix: 'Restore the bag from another copy, or add the issue again with `--again`.'
}

/** Rules of bags. */
export const bagRules: Readonly<
  Record<
    | 'broken'
    | 'changed'
    | 'extra'
    | 'lost'
    | 'missing'
    | 'renamed'
    | 'resealed',
    RulePage
  >
> = {
  broken: {
    id: 'bag-broken',
    level: 'error',
    what: 'A bag’s own lists are missing or damaged, or don’t sum up.',
    why: 'Nothing in it can be vouched for.',
    fix: 'Restore the bag from another copy.'
  },
  changed: {
    id: 'bag-file-changed',
    level: 'error',
    what: 'A file in a bag is not the one that was put away.',
    why: 'A disk has lost a bit, or somebody has changed it.',
    fix: 'Restore the file from another copy of the archive.'
  },
  extra: {
    id: 'bag-file-extra',
    level: 'error',
    what: 'There is a file in a bag that was not put away with it.',
    why: 'Nobody knows where it comes from.',
    fix: 'Move it out of the archive.'
  },
  lost: {
    id: 'bag-lost',
    level: 'error',
    what: 'A bag that was put away is no longer in the archive.',
    why: 'An issue, or a version of one, is lost; nothing else points to it.',
    fix: 'Restore its folder from another copy of the archive; if it was taken out on purpose, take its line out of `.archive/ledger.jsonl`.'
  },
  missing: {
    id: 'bag-file-missing',
    level: 'error',
    what: 'A file that was put away is no longer in its bag.',
    why: 'A part of the issue is lost.',
    fix: 'Restore the file from another copy of the archive.'
  },
  renamed: {
    id: 'bag-file-renamed',
    level: 'error',
    what: 'A file in a bag has another name than it was put away with.',
    why: 'What points to it finds nothing.',
    fix: 'Give it its name back.'
  },
  resealed: {
    id: 'bag-resealed',
    level: 'error',
    what: 'The lists of a bag are not those it was put away with, though its files may agree with them.',
    why: 'Somebody has changed files and lists together: the bag vouches for itself, but it is another one.',
    fix: 'Restore the bag from another copy of the archive, and compare the two.'
  }
}

/** All of them. */
export const archiveDescriptionRules: ReadonlyArray<RulePage> = [
  ...Object.values(bagRules),
  descriptionBox,
  descriptionBroken,
  descriptionOrder,
  descriptionRecord,
  descriptionReference,
  descriptionText,
  descriptionTitle,
  descriptionViewer
]
