// Rules of the proof desk. To add one, copy its neighbour in `page/` or
// `output/`, add it here and call it in `preflight.ts`.

import type {RulePage} from '../note/rule-page.ts'
import {acceptUnused} from './copy/accepted.ts'
import {copyRules} from './copy/copy-rules.ts'
import {inconsistentName} from './copy/inconsistent-name.ts'
import {inconsistentTitle} from './copy/inconsistent-title.ts'
import {missingByline, untitledCommentary} from './copy/missing-head.ts'
import {missingCredit} from './copy/missing-credit.ts'
import {archiveDescriptionRules} from './archive/rules.ts'
import {brokenOutput} from './output/broken-output.ts'
import {pageCount} from './output/page-count.ts'
import {pageSize} from './output/page-size.ts'
import {buttingHeads} from './page/butting-heads.ts'
import {folioSequence, imprintOnFront} from './page/folio.ts'
import {jumpLines} from './page/jump-lines.ts'
import {orphanCrosshead} from './page/orphan-crosshead.ts'
import {unmarkedAdvertisement} from './page/unmarked-advertisement.ts'
import {missingPicturePrinted} from './page/missing-picture-printed.ts'
import {moduleOverlap} from './page/module-overlap.ts'
import {outsideTypeArea} from './page/outside-type-area.ts'
import {oversetStory} from './page/overset-story.ts'
import {shortModule} from './page/short-module.ts'
import {softPicture} from './page/soft-picture.ts'
import {wideLine} from './page/wide-line.ts'

/** The rules, with what there is to say about them. */
export const preflightRules: ReadonlyArray<RulePage> = [
  ...copyRules,
  acceptUnused,
  inconsistentName,
  inconsistentTitle,
  missingByline,
  missingCredit,
  untitledCommentary,
  ...archiveDescriptionRules,
  brokenOutput,
  buttingHeads,
  folioSequence,
  imprintOnFront,
  jumpLines,
  orphanCrosshead,
  unmarkedAdvertisement,
  missingPicturePrinted,
  moduleOverlap,
  outsideTypeArea,
  wideLine,
  oversetStory,
  pageCount,
  pageSize,
  shortModule,
  softPicture
]
