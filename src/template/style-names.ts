// Type styles every template has: what the composing room asks for by name. A
// template may have more, for its furniture.

/** Names of the type styles that every template has. */
export const styleNames = [
  // Title group; sizes of the first three come from the headline ladder.
  'kicker',
  'headline',
  'deck',
  'summary',
  'byline',
  // Body; leading is a multiple of the grid's.
  'body',
  'crosshead',
  'blockquote',
  'listItem',
  'tableCell',
  'tableHeader',
  'pullQuote',
  'boxTitle',
  'boxBody',
  'footnote',
  'caption',
  'credit',
  'jumpLine',
  'statusMark',
  // Advertisements and notices.
  'adHeadline',
  'adBody',
  'label',
  // Inside a line; only the face and the colour are taken.
  'leadIn',
  'strong',
  'emphasis',
  'noteRef',
  'ruby'
] as const

/** Name of a type style that every template has. */
export type StyleName = (typeof styleNames)[number]
