// Ornaments without anything that runs or loads.
//
// A sheet shows ornaments as pictures, where browsers run and load nothing, and
// the plant lets nothing out. This is the third lock: it also keeps what other
// readers of our files would run out of them. Only what can be recognised by
// itself is taken away, so the drawing stays as its designer wrote it.

const removals: ReadonlyArray<RegExp> = [
  // Document types with entities of their own, and processing instructions.
  /<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>/gi,
  /<\?(?!xml\s)[\s\S]*?\?>/gi,
  // What runs, and what holds another language.
  /<(script|foreignObject|iframe|handler)\b[\s\S]*?(?:<\/\1\s*>|\/>)/gi,
  /<\/?(?:script|foreignObject|iframe|handler)\b[^>]*>/gi,
  /\son[a-z]+\s*=\s*(?:"[^"]*"|'[^']*')/gi,
  // What loads: only places in the same file and pictures inside it are left.
  /\s(?:xlink:)?href\s*=\s*(?:"(?!#|data:image\/)[^"]*"|'(?!#|data:image\/)[^']*')/gi,
  /@import[^;]*;?/gi,
  /url\(\s*["']?(?!#|["']|data:)[^)]*\)/gi
]

/** Take scripts and references to other files out of an SVG. */
export function cleanSvg(svg: string): string {
  let clean = svg
  for (const pattern of removals) {
    // What is left may form a new match: go on until nothing changes.
    for (let before = ''; before !== clean;) {
      before = clean
      clean = clean.replace(pattern, '')
    }
  }
  return clean
}
