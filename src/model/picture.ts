// Pictures: what the make-up needs to know of a file in the photo folder.

/** Facts of one picture file that could be decoded. */
export interface PictureFacts {
  /** Path from the folder. */
  src: string
  /** Width after turning by EXIF, in pixels. */
  widthPx: number
  /** Height after turning by EXIF, in pixels. */
  depthPx: number
  /** `image/jpeg`, `image/png`, … */
  mediaType: string
  /** SHA-256 of the file, in hex. */
  hash: string
  /** Whether it is CMYK that does not say for which press. */
  isUntaggedCmyk?: boolean
}

/** The pictures of an issue by their `src`. */
export type PictureTable = ReadonlyMap<string, PictureFacts>
