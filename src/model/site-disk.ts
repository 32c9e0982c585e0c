// The disk as the maker of sites sees it: thousands of small files, of which few
// change. `plant/` has the real one, tests their own.

/** Files of a site, and of the published issues it is made of. */
export interface SiteDisk {
  /** Read a file; `undefined` where there is none. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Tell a file's state apart from others of its; `undefined` if none. */
  stamp(path: string): Promise<string | undefined>
  /** Names in a folder, sorted; none where there is no such folder. */
  list(folder: string): Promise<ReadonlyArray<string>>
  /** Put a file in place whole, unless it is so already; says whether it did. */
  write(path: string, value: Uint8Array | string): Promise<boolean>
  /** Put a copy in place whole; `false` where there is nothing to copy. */
  copy(from: string, to: string): Promise<boolean>
  /** Take a file or a folder away. */
  remove(path: string): Promise<void>
  /** Read the scripts browsers run, by their path in `src/`. */
  readScripts(): Promise<ReadonlyMap<string, string>>
  /** List traditional and simplified characters in turn: `鎮镇門门`. */
  listScriptPairs(): string
}
