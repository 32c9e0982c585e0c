// What stands around a document: nothing, in an issue that is published by
// itself, or a site with every issue there is.
//
// Paths of documents are from the folder of their issue, or, for documents of
// the site itself, from its root.

/** Surroundings of a document. */
export interface Shell {
  /** Way from the folder its path is from to the root of the site: `../../`. */
  toRoot: string
  /** Way from there to the folder of the issue: `''`, or `2026/06/02/`. */
  toIssue: string
  /** The site around it; absent for an issue by itself. */
  site?: ShellSite
  /** HTML a template puts into every document, by the name of the place. */
  partials: Readonly<Record<string, string>>
}

/** What documents know of the site they are in. */
export interface ShellSite {
  /** Address of the site, no slash at the end; absent where none is known. */
  url?: string
  /** Files that carry the hash of what is in them, from the root. */
  style: string
  scripts: string
  /** Scripts that pages and stories run, and what they import. */
  offlineScripts: ReadonlyArray<string>
  icon: string
  /** Script that finds the root where none is known; it stands in documents. */
  findRoot: string
  /** Name of the paper, for the links every document has. */
  publication: string
}

/** No site around: an issue to be read from a disk or anywhere. */
export function toBareShell(
  partials: Readonly<Record<string, string>> = {}
): Shell {
  return {toRoot: '', toIssue: '', partials}
}
