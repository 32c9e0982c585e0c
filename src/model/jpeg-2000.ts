// Pages as JPEG 2000, which libraries keep pictures of newspapers in. `plant/`
// has the real machine.

/** A page as a picture: a `.jp2` file. */
export interface Jpeg2000Page {
  widthPx: number
  depthPx: number
  value: Uint8Array
}

/** Draw the only page of a PDF. */
export type DrawJpeg2000 = (
  pdf: Uint8Array,
  options: {
    widthPx: number
    /** Pixels to an inch of paper; the file says it. */
    resolutionPpi: number
  }
) => Promise<Jpeg2000Page>
