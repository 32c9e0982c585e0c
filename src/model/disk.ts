// The disk, as the run sees it. `plant/` has the real one, tests their own.

/** A font file that was found; large, so it is read only when it must be. */
export interface FontFile {
  /** Hash of its bytes: SHA-256, in hex. */
  hash(): Promise<string>
  /** Read it, into room that is made for it (default: room of its own). */
  read(reserve?: Reserve): Promise<Uint8Array>
}

/** Make room for so many bytes. */
export type Reserve = (byteCount: number) => Uint8Array

/** Files in and out. */
export interface Disk {
  /** Read all files of an issue's folder, by path, sorted. */
  readIssue(folder: string): Promise<ReadonlyMap<string, Uint8Array>>
  /** Read all files of a template's folder; `undefined` when there is none. */
  readTemplate(
    name: string
  ): Promise<ReadonlyMap<string, Uint8Array> | undefined>
  /**
   * Find a font named by npm path, or by a path in the template's folder;
   * rejects when there is none.
   */
  findFont(path: string, templateName: string): Promise<FontFile>
  /**
   * Read a colour profile: of a template's or an issue's folder, or by an
   * absolute path; without a path, our own of newsprint.
   */
  readProfile(
    path: string | undefined,
    from: {folder?: string; template?: string}
  ): Promise<{path: string; value: Uint8Array} | undefined>
  /** Put files into a folder: all of them, or none. */
  writeWhole(
    folder: string,
    files: ReadonlyMap<string, Uint8Array | string>
  ): Promise<void>
  /** Read a file that was published; `undefined` when there is none. */
  readPublished(folder: string, path: string): Promise<Uint8Array | undefined>
  /** Whether anything is cached; without it, keys need not be made. */
  hasCache: boolean
  /** Read what was cached under a key. */
  readCache(key: string): Promise<Uint8Array | undefined>
  /** Cache something under a key. */
  writeCache(key: string, value: Uint8Array): Promise<void>
}
