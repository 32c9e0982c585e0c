// The map from codes to characters, so that text can be searched and copied
// (ISO 32000-1, 9.10.3).

/** Most entries of one block (Adobe Technical Note 5014). */
const blockCount = 100

/** Write a ToUnicode map; codes without characters are left out. */
export function toUnicodeMap(texts: ReadonlyMap<number, string>): Uint8Array {
  const entries = [...texts]
    .filter(([, text]) => text !== '')
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${toHex(code)}> <${toUtf16(text)}>`)
  const blocks: Array<string> = []
  for (let at = 0; at < entries.length; at += blockCount) {
    const block = entries.slice(at, at + blockCount)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`)
  }
  return new TextEncoder().encode(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`)
}

function toUtf16(text: string): string {
  let hex = ''
  for (let index = 0; index < text.length; index++) {
    hex += toHex(text.charCodeAt(index))
  }
  return hex
}

function toHex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0')
}
