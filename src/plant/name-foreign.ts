// What a file is that is no picture for us, by its first bytes, whatever its
// name says; and what its owner can do. Files get into the wrong folder, and
// phones and programs have formats of their own.

/** A format we don't take. */
export interface ForeignFormat {
  name: string
  /** What to do: one sentence, in the imperative. */
  fix: string
}

const saveAsJpeg = 'Open it in the program it comes from, and save it as JPEG.'

/** Formats by how their files begin; the first that matches counts. */
const formats: ReadonlyArray<readonly [RegExp, string, string]> = [
  [
    // ISO 14496-12, `ftyp`: the brand, then those it is compatible with.
    /^.{4}ftyp(?:avif|avis|(?:mif1|msf1).{4}(?:.{4})*?avi[fs])/s,
    'AVIF, which is a format of the web',
    saveAsJpeg
  ],
  [
    /^.{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/s,
    'HEIC, which printing plants don’t take',
    'Save it as JPEG: on a phone, share it as “Most Compatible”.'
  ],
  [/^.{4}ftyp/s, 'a film', 'Save the one frame you mean as JPEG.'],
  [
    /^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE svg.*?>\s*)*<svg\b/is,
    'SVG, a drawing that may carry programs and call for other files',
    'Export the drawing as PNG, 1200 pixels an inch for line art.'
  ],
  [
    /^(?:\u00EF\u00BB\u00BF)?\s*<(?:!doctype html|html)/i,
    'a web page',
    'Save the picture itself, not the page that shows it.'
  ],
  [
    /^%PDF-/,
    'a PDF',
    'Export the page you mean as JPEG or PNG, 300 pixels an inch.'
  ],
  [
    /^(?:%!PS|\u00C5\u00D0\u00D3\u00C6)/,
    'PostScript',
    'Export it as PNG, 1200 pixels an inch for line art.'
  ],
  [/^8BPS/, 'a Photoshop document', saveAsJpeg],
  [/^gimp xcf/, 'a GIMP document', saveAsJpeg],
  [/^BM.{4}\0{4}/s, 'a Windows bitmap', saveAsJpeg],
  [/^(?:\u00FF\n|\0{3}\fJXL )/, 'JPEG XL', saveAsJpeg],
  [/^(?:\0{3}\fjP {2}|\u00FFO\u00FFQ)/, 'JPEG 2000', saveAsJpeg],
  [
    /^(?:II\*\0.{4}CR|FUJIFILMCCD-RAW|IIU\0)/s,
    'a camera’s raw file',
    'Develop it, and save it as JPEG.'
  ],
  [
    /^PK[^A-Za-z ]{2}/,
    'an archive or an office document',
    'Take the picture out of it, and file that.'
  ]
]

/** Find out what a file is; absent when it may be a picture. */
export function nameForeign(value: Uint8Array): ForeignFormat | undefined {
  if (value.length === 0) {
    return {name: 'a file of no bytes', fix: 'Copy it again from its source.'}
  }
  const head = String.fromCharCode(...value.subarray(0, 4096))
  const found = formats.find(([beginning]) => beginning.test(head))
  return found && {name: found[1], fix: found[2]}
}
