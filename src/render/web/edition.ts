// The edition: what a published issue says about itself (`edition.json`), so
// that sites and archives can be made of published folders alone.
//
// It holds the editorial tree and what was made of it; where everything stands
// on paper is in `layout.json` beside it. Paths are from the folder of the
// published issue. Keys always come in the order they are written here.

import type {Issue} from '../../model/issue.ts'
import type {
  Clipping,
  IssuePictures,
  SizedPhoto,
  SizedPicture
} from './sized-pictures.ts'
import type {IssuePlan} from './issue-plan.ts'

/** A published issue. */
export interface Edition {
  /** Raised when fields change their meaning. */
  version: 1
  /** Editorial tree, without positions in manuscripts. */
  issue: Issue
  /** Moment of the issue: `2026-06-02T00:00:00.000Z`. */
  modified: string
  /** Forms of the whole issue. */
  formats: Array<EditionFormat>
  /** First page as JPEG, for those who read no WebP. */
  cover?: SizedPicture
  pages: Array<EditionPage>
  stories: Array<EditionStory>
  theme: Theme
}

/** A form of the whole issue. */
export interface EditionFormat {
  name: 'epub' | 'pdf'
  path: string
  byteCount?: number
}

/** Files of a page. */
export interface EditionPage {
  pageNumber: number
  /** The page alone. */
  pdf?: string
  /** Its picture, smallest first. */
  pictures: Array<SizedPicture>
}

/** Files of a story. */
export interface EditionStory {
  slug: string
  /** Folder of its documents in `web/`: `p5/a1`. */
  folder: string
  photos: Array<{src: string} & SizedPhoto>
  clippings: Array<Clipping>
  card?: SizedPicture
}

/** How a site looks and what stands in it, from the template's `web/` folder. */
export interface Theme {
  /** `style.css`. */
  style: string
  /** `<name>.html`, by name: `head-of-page`, `foot`. */
  partials: Record<string, string>
}

/** What an edition is made of. */
export interface EditionSources {
  plan: IssuePlan
  pictures: IssuePictures
  formats: ReadonlyArray<EditionFormat>
  /** Pages that are there as PDF, by number: path in `web/`. */
  pagePdfs: ReadonlyMap<number, string>
  modified: Date
  theme: Theme
}

/** Describe a published issue; paths of pictures are as in `web/`. */
export function toEdition(sources: EditionSources): Edition {
  const {formats, modified, pagePdfs, pictures, plan, theme} = sources
  return {
    version: 1,
    issue: plan.issue,
    modified: modified.toISOString(),
    formats: [...formats],
    ...(pictures.cover && {cover: pictures.cover}),
    pages: plan.pages.map(({page: {pageNumber}}) => {
      const pdf = pagePdfs.get(pageNumber)
      return {
        pageNumber,
        ...(pdf === undefined ? {} : {pdf}),
        pictures: [...(pictures.pages.get(pageNumber) ?? [])]
      }
    }),
    stories: plan.stories.map(({folder, story}) => {
      const card = pictures.cards.get(folder)
      return {
        slug: story.slug,
        folder,
        photos: [...(pictures.photos.get(folder) ?? [])].map(
          ([src, photo]) => ({src, ...photo})
        ),
        clippings: [...(pictures.clippings.get(folder) ?? [])],
        ...(card ? {card} : {})
      }
    }),
    theme
  }
}

/** Write an edition as text; where nodes were in manuscripts is left out. */
export function toEditionText(edition: Edition): string {
  const text = JSON.stringify(
    edition,
    (key, value: unknown) => (key === 'position' ? undefined : value),
    1
  )
  return text + '\n'
}

/** Find the pictures of an edition, as documents want them. */
export function toIssuePictures(edition: Edition): IssuePictures {
  const {cover, pages, stories} = edition
  return {
    ...(cover && {cover}),
    pages: new Map(pages.map((page) => [page.pageNumber, page.pictures])),
    photos: new Map(
      stories.map(({folder, photos}) => [
        folder,
        new Map(photos.map(({src, ...photo}) => [src, photo]))
      ])
    ),
    clippings: new Map(
      stories.map(({clippings, folder}) => [folder, clippings])
    ),
    cards: new Map(
      stories.flatMap(({card, folder}) => (card ? [[folder, card]] : []))
    )
  }
}
