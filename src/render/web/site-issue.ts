// An issue on a site: its documents, its words for scripts, and the list of what
// is kept for reading without a network.

import {createHash} from 'node:crypto'
import type {Layout} from '../layout-json.ts'
import type {OutputFile} from '../renderer.ts'
import {toCompatFiles, toCompatIndex} from './compat.ts'
import {isChangedUnsaid, type CatalogIssue} from './catalog.ts'
import {toIssuePictures, type Edition} from './edition.ts'
import {findAuthors} from './find-authors.ts'
import {toIssueDocument} from './issue-document.ts'
import {planIssue, type IssuePlan} from './issue-plan.ts'
import type {IssueNeighbour, IssueView} from './issue-view.ts'
import {toListFolder} from './list-document.ts'
import {toPageDocument} from './page-document.ts'
import type {SearchedIssue} from './search-files.ts'
import type {ShellSite} from './shell.ts'
import type {SizedPicture} from './sized-pictures.ts'
import {toStoryDocument} from './story-document.ts'
import {toBlocks, toStoryWords} from './story-words.ts'
import {toTombstone} from './tombstone.ts'

/** An issue and what is around it. */
export interface SiteIssue {
  edition: Edition
  layout: Layout
  catalog: CatalogIssue
  site: ShellSite
  previous?: IssueNeighbour
  next?: IssueNeighbour
  siblings: ReadonlyArray<IssueNeighbour>
}

/** Plan an issue whose stories have the folders its edition says. */
export function planEdition(edition: Edition, layout: Layout): IssuePlan {
  const folders = new Map(
    edition.stories.map(({folder, slug}) => [slug, folder])
  )
  return planIssue(edition.issue, layout.pages, folders)
}

/** Write the issue's own document, which links to the issues around it. */
export function toSiteIssueDocument(issue: SiteIssue): OutputFile {
  const {folder} = issue.catalog
  const file = toIssueDocument(toView(issue))
  return {...file, path: folder + file.path}
}

/** Write it as the home page, and as what stands for one in old skeletons. */
export function toHomeFiles(
  issue: SiteIssue,
  isCompatible: boolean
): Array<OutputFile> {
  const view = toView(issue)
  const {folder} = issue.catalog
  return [
    toIssueDocument({
      ...view,
      shell: {...view.shell, toRoot: '', toIssue: folder}
    }),
    ...(isCompatible ? toCompatIndex(view) : [])
  ]
}

/** Write all files of an issue; paths are from the root of the site. */
export function toSiteIssueFiles(
  issue: SiteIssue,
  isCompatible: boolean
): Array<OutputFile> {
  const {catalog, edition, layout, site} = issue
  const view = toView(issue)
  const {pages, stories} = view.plan
  const files: Array<OutputFile> = [
    ...stories.flatMap((story) => [
      toStoryDocument(view, story),
      {
        path: `${story.folder}/words.json`,
        value:
          JSON.stringify(
            toStoryWords(story, layout.pages, edition.issue.date)
          ) + '\n'
      }
    ]),
    ...catalog.withdrawn.map((folder) => toTombstone(folder, view)),
    ...pages.map((page) => toPageDocument(view, page)),
    toIssueDocument(view)
  ]
  const offline = toOfflineList(files, view, site)
  return [
    ...[...files, offline].map((file) => ({
      ...file,
      path: catalog.folder + file.path
    })),
    ...(isCompatible ? toCompatFiles(view) : [])
  ]
}

/** Find what is searched in an issue. */
export function toSearchedIssue(
  {edition, layout}: {edition: Edition; layout: Layout},
  folder: string
): SearchedIssue {
  const plan = planEdition(edition, layout)
  const byFolder = new Map(plan.stories.map((story) => [story.folder, story]))
  const catalog = [...byFolder.values()]
  return {
    folder,
    date: edition.issue.date,
    stories: catalog.map(({folder: storyFolder, page, story}) => ({
      folder: storyFolder,
      blocks: toBlocks(story),
      kind: story.kind,
      ...(page.section !== undefined && {section: page.section}),
      authors: findAuthors(story)
    }))
  }
}

function toView(issue: SiteIssue): IssueView {
  const {catalog, edition, layout, next, previous, siblings, site} = issue
  const {folder, modified, stories} = catalog
  const depth = folder.split('/').length - 1
  return {
    plan: planEdition(edition, layout),
    pictures: toIssuePictures(edition),
    formats: edition.formats,
    pagePdfs: new Map(
      edition.pages.flatMap(({pageNumber, pdf}) =>
        pdf === undefined ? [] : [[pageNumber, pdf]]
      )
    ),
    shell: {
      toRoot: '../'.repeat(depth),
      toIssue: '',
      site,
      partials: edition.theme.partials
    },
    place: {
      folder,
      modified,
      ...(previous && {previous}),
      ...(next && {next}),
      siblings,
      authorFolders: new Map(
        stories
          .flatMap(({authors}) => authors)
          .map((name) => [name, toListFolder('authors', name)])
      ),
      changedSlugs: new Set(
        stories.filter(isChangedUnsaid).map(({slug}) => slug)
      )
    }
  }
}

// The largest that is no wider than a phone has pixels.
function findPhoneSize(
  sizes: ReadonlyArray<SizedPicture>
): SizedPicture | undefined {
  return sizes.findLast(({widthPx}) => widthPx <= 1200)
}

// Documents, photos, thumbnails, and pages in the size a phone shows; not what
// is only for printing, zoom or sharing. Where a document asks for a page in
// another size, the worker answers with this one.
function toOfflineList(
  documents: ReadonlyArray<OutputFile>,
  {pictures, shell}: IssueView,
  site: ShellSite
): OutputFile {
  const hash = createHash('sha256')
  // The issue's own document changes with the issues around it, too.
  for (const {path, value} of documents) {
    if (path !== 'index.html') hash.update(path).update(value)
  }
  const pages = [...pictures.pages.values()].flatMap((sizes) =>
    sizes.filter((size, index) => index === 0 || size === findPhoneSize(sizes))
  )
  const photos = [...pictures.photos.values()].flatMap((inside) =>
    [...inside.values()].flatMap(({sizes}) => sizes)
  )
  const root = shell.toRoot
  const list = {
    hash: hash.digest('hex').slice(0, 12),
    paths: [
      ...documents.map(
        ({path}) => path.replace(/(?:^|(?<=\/))index\.html$/, '') || './'
      ),
      ...[...pages, ...photos].map(({path}) => path),
      root + site.style,
      root + site.icon,
      `${root}manifest.webmanifest`,
      `${root}offline/`,
      ...site.offlineScripts.map((path) => root + path)
    ]
  }
  return {
    path: 'offline.json',
    value: JSON.stringify(list, undefined, 1) + '\n'
  }
}
