// Chinese prose of the project's own sample paper: for where the real page is
// not on the machine.

import fs from 'node:fs'

const folder = new URL(
  '../../../manuscript/yunzhong-2026-06-02/',
  import.meta.url
)

/** Read the paragraphs. */
export function readSampleParagraphs(): Array<string> {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) =>
      fs.readFileSync(new URL(name, folder), 'utf8').split(/\n\s*\n/u)
    )
    .map((text) => text.replaceAll(/[*\n]/gu, '').trim())
    .filter((text) => text.length > 40 && !/["[\]|<>_#{}]|^[-:]/u.test(text))
}
