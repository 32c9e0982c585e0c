// Rules of the press room: what a printing plant would send back.

import type {RulePage} from '../../note/rule-page.ts'

/** Rule: an ornament's colours are inks of the template. */
export const pressColorUnmapped: RulePage = {
  id: 'press-color-unmapped',
  level: 'error',
  what: 'An ornament has a colour that is no colour of its template.',
  why: 'On the press there are only inks; which of them print that colour, nobody has said.',
  fix: 'Add a colour with that `rgb` to `colors` of the template, with its `cmyk` or `spot`.'
}

/** Rule: nowhere is more ink than the paper takes. */
export const pressInkLimit: RulePage = {
  id: 'press-ink-limit',
  level: 'warning',
  what: 'Somewhere on the page more ink may lie than `press.inkLimitPercent` allows.',
  why: 'Too much ink does not dry: it smears, and sets off on the next page.',
  fix: 'Lighten the colour or the picture that is printed there.'
}

/** Rule: what is clear lies on one colour, where there is no transparency. */
export const pressOpacity: RulePage = {
  id: 'press-opacity',
  level: 'warning',
  what: 'An ornament with opacity lies on more than one even colour, or its own shapes lie on each other, and the press PDF is PDF/X-1a.',
  why: 'There is no transparency in PDF/X-1a: its tones are mixed with paper, and what lies under it does not show.',
  fix: 'Draw it in full colours, lay it on paper or on one tint, or set `press.standard` to `x-4`.'
}

/** Rule: ornaments can be drawn as vectors. */
export const pressOrnamentRaster: RulePage = {
  id: 'press-ornament-raster',
  level: 'warning',
  what: 'An ornament uses something of SVG that the press PDF can’t draw; it is printed as a picture of 600 ppi.',
  why: 'Pictures have soft edges and the inks of the profile, not those of the template; in PDF/X-1a what is half clear in them is a fine screen.',
  fix: 'Turn text and effects into plain paths in the drawing program.'
}

/** Rule: small type is of few inks. */
export const pressSmallType: RulePage = {
  id: 'press-small-type',
  level: 'warning',
  what: 'Type smaller than 10 points is printed in three or four inks.',
  why: 'Plates are never quite in register: thin strokes fall apart into coloured edges, and can’t be read.',
  fix: 'Set it in black, in a spot ink, or in a colour of two inks; or set it larger.'
}

/** Rule: pictures are in colours that say what they are. */
export const pressUntaggedCmyk: RulePage = {
  id: 'press-untagged-cmyk',
  level: 'info',
  what: 'A CMYK picture has no colour profile; its plates are printed as they are.',
  why: 'For which press it was separated, only its maker knows.',
  fix: 'Save the picture as RGB, or with its profile.'
}

/** Rule: pictures have the pixels that their size on paper needs. */
export const pressResolution: RulePage = {
  id: 'press-resolution',
  level: 'warning',
  what: 'A picture has fewer than 200 pixels an inch at the size it is printed (600 where it is line art).',
  why: 'It prints soft, and its edges show steps.',
  fix: 'File a larger picture, or print it smaller.'
}

/** Rule: a press file is what a plant takes. */
export const pressFile: RulePage = {
  id: 'press-file',
  level: 'error',
  what: 'A finished press PDF has something in it that PDF/X does not allow.',
  why: 'The plant’s preflight would refuse it.',
  fix: 'Report it with the issue’s folder.'
}

/** The rules, with what there is to say about them. */
export const pressRules: ReadonlyArray<RulePage> = [
  pressColorUnmapped,
  pressFile,
  pressInkLimit,
  pressOpacity,
  pressOrnamentRaster,
  pressResolution,
  pressSmallType,
  pressUntaggedCmyk
]
