// Encodings people name.

/** Say what is wrong with the name of an encoding, or nothing. */
export function checkEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label).encoding ? undefined : label
  } catch {
    return `Unexpected encoding \`${label}\`, expected one such as \`utf-8\`, \`gb18030\` or \`big5\``
  }
}
