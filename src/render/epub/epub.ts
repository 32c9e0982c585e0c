// EPUB: the issue as a book that reflows, page by page and story by story, with
// every printed page as a picture whose stories are links.
//
// EPUB 3.3 with the contents of EPUB 2 beside it, for old readers. The recipe is
// in the files: `package-metadata.ts` what the package says, `nav-document.ts`
// the contents, `page-document.ts` a page, `article-document.ts` a story.

import {subsetFace} from '../../type/type.ts'
import type {Renderer} from '../renderer.ts'
import {makeEpub} from './make-epub.ts'

/** Render an issue as one EPUB. */
export const epub: Renderer = {
  name: 'epub',
  async render(job, plant) {
    const value = await makeEpub(job, {plant, subsetFace})
    return [{path: `epub/${job.issue.id}.epub`, value}]
  }
}
