// An issue as its documents see it: the plan, the pictures, the other forms, and
// what stands around.

import type {EditionFormat} from './edition.ts'
import type {IssuePlan} from './issue-plan.ts'
import type {Shell} from './shell.ts'
import type {IssuePictures} from './sized-pictures.ts'

/** Everything documents of an issue are made of. */
export interface IssueView {
  plan: IssuePlan
  pictures: IssuePictures
  /** Forms of the whole issue; paths are from its folder. */
  formats: ReadonlyArray<EditionFormat>
  /** PDF of each page by its number; paths are from the issue's folder. */
  pagePdfs: ReadonlyMap<number, string>
  shell: Shell
  /** Where the issue stands on its site; absent without one. */
  place?: IssuePlace
}

/** Where an issue stands on its site. */
export interface IssuePlace {
  /** Its folder from the root: `2026/06/02/`. */
  folder: string
  /** Moment of the issue: `2026-06-02T00:00:00.000Z`. */
  modified: string
  /** Issues around it. */
  previous?: IssueNeighbour
  next?: IssueNeighbour
  /** Other editions of the same day. */
  siblings: ReadonlyArray<IssueNeighbour>
  /** Folder of an author from the root, by name. */
  authorFolders: ReadonlyMap<string, string>
  /** Stories whose copy changed unsaid after it was first published, by slug. */
  changedSlugs: ReadonlySet<string>
}

/** Another issue. */
export interface IssueNeighbour {
  folder: string
  date: string
  edition?: number
}
