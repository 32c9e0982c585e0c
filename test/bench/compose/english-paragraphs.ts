// English prose: the beginning of Lewis Carroll's Alice (1865, public domain),
// and the project's own sample paper.

import fs from 'node:fs'

const root = new URL('../../../', import.meta.url)

/** Read the paragraphs. */
export function readEnglishParagraphs(): Array<string> {
  const folder = new URL('manuscript/harbour-courant-2026-06-02/', root)
  const files = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => new URL(name, folder))
  return [new URL('alice.txt', import.meta.url), ...files]
    .flatMap((file) => fs.readFileSync(file, 'utf8').split(/\n\s*\n/u))
    .map((text) =>
      text.replaceAll(/[`*]/gu, '').replaceAll(/\s+/gu, ' ').trim()
    )
    .filter((text) => /^[“"\p{Lu}]/u.test(text) && text.length > 60)
    .filter((text) => !/[[\]|<>_#{}]/u.test(text))
}
