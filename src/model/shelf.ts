// The shelf: where an archive's bags stand. `plant/` has the real one.
//
// ```text
// DIR/<issue>/v1/        one bag, never changed
// DIR/<issue>/v2/        the corrected issue
// DIR/.archive/          lock, catalogue, ledger; the catalogue can be made anew
// ```

/** A bag on the shelf. */
export interface BagName {
  issueId: string
  /** Counted from 1. */
  version: number
}

/** A file of a bag. */
export interface ShelfFile {
  /** Path in the bag: `data/mets.xml`. */
  path: string
  byteCount: number
}

/** Where bags stand. */
export interface Shelf {
  /** Folder of the archive. */
  folder: string
  /** Issues, sorted. */
  listIssues(): Promise<ReadonlyArray<string>>
  /** Versions of an issue, sorted; none where there is no such issue. */
  listVersions(issueId: string): Promise<ReadonlyArray<number>>
  /** Files of a bag, sorted. */
  listFiles(bag: BagName): Promise<ReadonlyArray<ShelfFile>>
  /** Read a file of a bag; `undefined` where there is none. */
  readFile(bag: BagName, path: string): Promise<Uint8Array | undefined>
  /** Say where a file of a bag is on the disk. */
  locate(bag: BagName, path: string): string
  /** Hash a file without holding it in memory: SHA-256, in hex. */
  hashFile(
    bag: BagName,
    path: string,
    onBytes: (count: number) => void
  ): Promise<string>
  /** Write a bag beside the others; nobody sees it until it is put in place. */
  stage(files: ReadonlyMap<string, Uint8Array | string>): Promise<StagedBag>
  /** Run alone: no other process puts a bag in place meanwhile. */
  runAlone<Value>(run: () => Promise<Value>): Promise<Value>
  /** What was put away, and what earlier checks found; newest last. */
  readLedger(): Promise<ReadonlyArray<LedgerLine>>
  /** Write a line more; a shelf that can't be written forgets it. */
  appendLedger(line: LedgerLine): Promise<void>
  /** Write the ledger anew, alone; a shelf that can't be written stays as it is. */
  changeLedger(
    change: (lines: ReadonlyArray<LedgerLine>) => ReadonlyArray<LedgerLine>
  ): Promise<void>
  catalogue: Catalogue
  close(): void
}

/** A bag that is written, but not in place. */
export interface StagedBag {
  /** Put it in place, at once; rejects where another bag stands. */
  place(bag: BagName): Promise<void>
  /** Take it away; nothing happens when it is in place. */
  discard(): Promise<void>
}

/** A line of the ledger: of a bag put away, or checked. */
export interface LedgerLine {
  /** `issue/v1`. */
  bag: string
  /** Hash of the bag's tag manifest: stands for every byte of it. */
  tagHash: string
  /** Version of the checks that read the descriptions and found no fault. */
  checkVersion?: number
  /** Number of the walk over the archive it was checked in. */
  walk?: number
}

/** What the catalogue knows of a bag. */
export interface CatalogueBag extends BagName {
  /** Hash of what the issue was made from. */
  inputHash: string
  tagHash: string
  publication: string
  date: string
  issueNumber?: number
  lang: string
  pageCount: number
  byteCount: number
}

/** A story, as the catalogue takes it in. */
export interface CatalogueStory {
  slug: string
  title: string
  kind: string
  section: string
  byline: string
  lang: string
  /** Pages it stands on: `[5, 6]`. */
  pageNumbers: ReadonlyArray<number>
  text: string
}

/** What to look for. */
export interface CatalogueQuery {
  /**
   * Words and `"phrases"`, all of which must be there; an empty one asks for
   * anything. Traditional and simplified, wide and narrow are the same.
   */
  text: string
  /** First and last day: any beginning of `2022-06-01`. */
  from?: string
  to?: string
  kind?: string
  section?: string
  /** Part of the byline. */
  author?: string
  publication?: string
  limit: number
}

/** What was found. */
export interface Finding extends BagName {
  publication: string
  date: string
  story: CatalogueStory
  /** Where the first of the words stands in its text; none without words. */
  hit?: {start: number; end: number}
}

/** What there is to find in the bags; never the only copy of anything. */
export interface Catalogue {
  /** Whether it has to be made anew from the bags. */
  isEmpty(): boolean
  /** Bags that may be in place without being in the catalogue. */
  listPending(): ReadonlyArray<BagName>
  /** Say that a bag is about to be put in place. */
  expect(bag: BagName): void
  /** Take in a bag; its stories replace those of the version before. */
  add(bag: CatalogueBag, stories: ReadonlyArray<CatalogueStory>): void
  /** Say that a bag was not put in place after all. */
  forget(bag: BagName): void
  /** Empty it, and expect these bags in it. */
  clear(expected: ReadonlyArray<BagName>): void
  /** Bags, by date, then name. */
  listBags(): ReadonlyArray<CatalogueBag & {storyCount: number}>
  /** Latest version of an issue. */
  findBag(issueId: string): CatalogueBag | undefined
  /** Latest version that was made of these inputs. */
  findInput(inputHash: string): CatalogueBag | undefined
  find(query: CatalogueQuery): {count: number; findings: Array<Finding>}
}
