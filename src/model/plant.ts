// The machines of the press: the only things with side effects. `plant/` has
// the real ones, tests hand in their own.

/** What a renderer may ask of the machines. */
export interface Plant {
  /**
   * Begin to start what takes time to start, where there is such: something
   * will be printed. Never fails; printing says what is wrong.
   */
  expectPrinting?(): void
  /** The same for drawing: pages of what is printed next will be drawn. */
  expectDrawing?(): void
  /** Print a sheet to PDF with Chromium. */
  printPdf(sheet: Sheet): Promise<Uint8Array>
  /** Turn pages of a PDF into pictures; one result per page. */
  rasterizePdf(
    pdf: Uint8Array,
    options: RasterOptions
  ): Promise<Array<RasterPage>>
  /** Read a picture's size and kind; rejects with a `RefusedPicture`. */
  inspectPicture(value: Uint8Array): Promise<InspectedPicture>
  /** Make a smaller, cropped or recoded copy of a picture. */
  convertPicture(
    value: Uint8Array,
    options: PictureOptions
  ): Promise<Uint8Array>
  /** Turn a picture into the inks of a press. */
  separatePicture(
    value: Uint8Array,
    options: SeparationOptions
  ): Promise<SeparatedPicture>
}

/** An HTML document and everything it may load. */
export interface Sheet {
  html: string
  /** Files by path, such as `font/song.ttf`; nothing else is loaded. */
  resources: ReadonlyMap<string, SheetResource>
  /** Families that must be loaded, or printing fails. */
  fontFamilies: ReadonlyArray<string>
  /** Paper size: the largest page. */
  widthPt: number
  depthPt: number
  title: string
  /**
   * How much larger it is laid out than printed, for a finer grid
   * (default: `1`); the sheet itself is written in true sizes.
   */
  scale?: number
}

/** A file a sheet may load. */
export interface SheetResource {
  mediaType: string
  value: Uint8Array
}

/** How to make pictures of pages. */
export interface RasterOptions {
  /** Width of each picture, in pixels. */
  widthPx: number
  format: 'jpeg' | 'png' | 'webp'
  /** Quality: 1–100; not for PNG. */
  quality?: number
  /** How many pages there are, where that is known: the work is shared out. */
  pageCount?: number
}

/** One page as a picture. */
export interface RasterPage {
  widthPx: number
  depthPx: number
  value: Uint8Array
}

/** What a picture file is. */
export interface InspectedPicture {
  widthPx: number
  depthPx: number
  mediaType: string
  /** Whether it is CMYK that does not say for which press (default: `false`). */
  isUntaggedCmyk?: boolean
  /** What is odd about its file, though it could be decoded. */
  doubt?: string
}

/** What to make of a picture. */
export interface PictureOptions {
  /** Part to keep, as ratios (default: all). */
  crop?: {
    xRatio: number
    yRatio: number
    widthRatio: number
    depthRatio: number
  }
  /**
   * Polygon to keep, as ratios of the whole picture; what is outside is white,
   * and the picture is cut down to its bounds. In place of `crop`.
   */
  outline?: ReadonlyArray<{xRatio: number; yRatio: number}>
  /** Card to lay it on, under its upper edge; what hangs over is cut off. */
  card?: {
    widthPx: number
    depthPx: number
    /** Ground left free at the left, the right and over it. */
    marginPx: number
    /** Ground: `#rrggbb`. */
    color: string
  }
  /** Width at most, in pixels; never enlarged. */
  widthPx: number
  format: 'jpeg' | 'png' | 'webp'
  quality?: number
  /** ICC profile of a CMYK picture that has none of its own. */
  inkProfile?: Uint8Array
}

/** How to turn a picture into inks. */
export interface SeparationOptions {
  /** Part to keep, as ratios (default: all). */
  crop?: PictureOptions['crop']
  /** Width at most, in pixels; never enlarged. */
  widthPx: number
  /** The same for line art, which wants finer pixels. */
  lineArtWidthPx: number
  /** Colour profile of the press. */
  profilePath: string
  /** Ink on ink at most, as the sum of the plates. */
  inkLimitPercent: number
  /** Whether clear parts stay clear, by a mask (default: they are white). */
  keepsClear?: boolean
}

/** A picture as inks. */
export interface SeparatedPicture {
  /** `colour` is CMYK; the others are tones of black, 255 is paper. */
  kind: 'colour' | 'grey' | 'lineArt'
  /** Pixels of the file that are shown, before it was made smaller. */
  cropWidthPx: number
  cropDepthPx: number
  widthPx: number
  depthPx: number
  /** JPEG (CMYK turned round, as Adobe has it), or raw and packed by zlib. */
  encoding: 'deflate' | 'jpeg'
  value: Uint8Array
  /** Ink of the wettest pixel, and the same without black. */
  mostInkPercent: number
  mostColorPercent: number
  /** How much of it is there, pixel by pixel: raw, packed by zlib. */
  mask?: {widthPx: number; depthPx: number; value: Uint8Array}
  /** Whether it was CMYK that does not say for which press. */
  isUntaggedCmyk?: boolean
}
