// The archive: issues put away for good, found again, checked, and handed on.
// The shelf they stand on is handed in.

export {addIssue, type AddOptions} from './add-issue.ts'
export {putAway, type AddedIssue} from './put-away.ts'
export {
  exportArchive,
  exportNames,
  type ExportName,
  type ExportOptions
} from './export/export-archive.ts'
export type {NdnpOptions} from './export/to-ndnp.ts'
export {packIssue, type PackedIssue, type PackOptions} from './pack-issue.ts'
export {
  rebuildIssue,
  type RebuildOptions,
  type RebuiltIssue
} from './rebuild-issue.ts'
export {rebuildCatalogue, settleCatalogue} from './take-in.ts'
export {listBags, nameBag} from './read-bag.ts'
export {parseSeals, writeSeals} from './seals.ts'
export {findSnippet} from './find-snippet.ts'
export {
  verifyArchive,
  type Verified,
  type VerifyOptions
} from './verify-archive.ts'
