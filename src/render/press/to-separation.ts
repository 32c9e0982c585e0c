// A spot ink as a colour space (ISO 32000-1, 8.6.6.4): its name, and what prints
// in its place where the press has no such ink.

import type {PdfValue} from './add-stream.ts'
import type {Cmyk} from './ink-table.ts'

/** Make the colour space of a spot ink. */
export function toSeparation(name: string, alternate: Cmyk): Array<PdfValue> {
  const tint = {
    FunctionType: 2,
    Domain: [0, 1],
    C0: [0, 0, 0, 0],
    C1: alternate.map((percent) => percent / 100),
    N: 1
  }
  return ['Separation', encodeName(name), 'DeviceCMYK', tint]
}

// Names are bytes, of UTF-8 by custom; and the library takes `#` for an escape.
function encodeName(name: string): string {
  const bytes = [...new TextEncoder().encode(name)]
  return String.fromCharCode(...bytes).replaceAll('#', '#23')
}
